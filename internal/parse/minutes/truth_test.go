package minutes

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// fact is one thing that a record says: a field and its value, layout off.
type fact struct{ field, value string }

type facts []fact

func (fs *facts) add(field string, values ...string) {
	if strings.Trim(strings.Join(values, ""), "0") == "" {
		return
	}
	*fs = append(*fs, fact{field, strings.Join(values, "／")})
}

// matches compares without layout; in a truth " … " stands for any text.
func (w fact) matches(g fact) bool {
	a, b, open := strings.Cut(w.value, " … ")
	v := textutil.Key(g.value)
	if !open {
		return textutil.Key(a) == v
	}
	a, b = textutil.Key(a), textutil.Key(b)
	return len(v) >= len(a)+len(b) && strings.HasPrefix(v, a) && strings.HasSuffix(v, b)
}

// scalars are the truth's fields that hold one value.
var scalars = map[string]string{
	"題": "title", "機関": "council", "部会": "division", "期": "term", "年度": "fiscalYear", "回": "ordinal",
	"日": "date", "始": "start", "終": "end", "場": "venue", "傍": "observers", "資": "handout", "診": "diagnostic",
}

// readTruth reads a truth: a line a fact, its field first, then its parts
// parted by ／. What a clerk needs to know to write one:
//
//	人 組／氏名／肩書／所属／欠／備考
//	議 番号／種別／案件／題     件 番号／種別／案件／題／所管／結果
//	節 kind／見出し            発 role／発言者／氏名／発言     演 議事進行   文 発言でない本文
//	頁 番号／日                残 why／行                    引 語／番号／日
func readTruth(text string) (facts, error) {
	var fs facts
	for _, l := range strings.Split(strings.TrimSpace(text), "\n") {
		tag, rest, ok := strings.Cut(l, " ")
		if !ok {
			return nil, fmt.Errorf("no value: %q", l)
		}
		p := strings.Split(rest, "／")
		for len(p) < 6 {
			p = append(p, "")
		}
		switch tag {
		case "人":
			fs.attendee(record.Attendee{Group: p[0], Name: p[1], Title: p[2], Affiliation: p[3], Absent: p[4] != "", Note: p[5]})
		case "議":
			fs.matter("agenda", p[0], p[1], p[2], p[3], "", "")
		case "件":
			fs.matter("item", p[0], p[1], p[2], p[3], p[4], p[5])
		case "節":
			fs.add("section", p[0], strings.Join(p[1:], ""))
		case "発":
			fs.passage(&record.Speaker{Role: p[0], Label: p[1], Name: p[2]}, strings.SplitN(rest, "／", 4)[3])
		case "演":
			fs.add("stage", rest)
		case "文":
			fs.passage(nil, rest)
		case "頁":
			fs.add("page.id", p[0])
			fs.add("page.date", p[1])
		case "残":
			fs.residue(p[0], strings.SplitN(rest, "／", 2)[1])
		case "引":
			fs.add("cite", p[0], p[1], p[2])
		default:
			if scalars[tag] == "" {
				return nil, fmt.Errorf("no such field: %q", l)
			}
			fs.add(scalars[tag], rest)
		}
	}
	return fs, nil
}

func (fs *facts) attendee(a record.Attendee) {
	who := a.Name
	if who == "" {
		who = a.Title
	}
	fs.add("attendee.name", who)
	fs.add("attendee.group", who+"＝"+a.Group)
	for _, x := range [][2]string{{"title", a.Title}, {"affiliation", a.Affiliation}, {"note", a.Note}} {
		if x[1] != "" {
			fs.add("attendee."+x[0], who+"＝"+x[1])
		}
	}
	if a.Absent {
		fs.add("attendee.absent", who)
	}
}

func (fs *facts) matter(field, number, kind, id, title, department, outcome string) {
	what := title
	if what == "" {
		what = id
	}
	fs.add(field+".title", what)
	for _, x := range [][2]string{{"number", number}, {"kind", kind}, {"case", id}, {"department", department}, {"outcome", outcome}} {
		if x[1] != "" {
			fs.add(field+"."+x[0], what+"＝"+x[1])
		}
	}
}

func (fs *facts) passage(s *record.Speaker, text string) {
	if s != nil {
		fs.add("speaker.label", s.Label)
		fs.add("speaker.role", s.Label+"＝"+s.Role)
		if s.Name != "" {
			fs.add("speaker.name", s.Label+"＝"+s.Name)
		}
		text = s.Label + "：" + text
	}
	fs.add("passage", text)
}

// residue keeps lines of words; rules and cell borders are nobody's loss.
func (fs *facts) residue(why, text string) {
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) || why == "unplaced" {
		fs.add("residue", why, text)
	}
}

// factsOf lists what a record says.
func factsOf(r *record.Record) facts {
	var fs facts
	fs.add("title", r.Title)
	fs.add("council", r.Council)
	fs.add("division", r.Division)
	fs.add("term", fmt.Sprint(r.Term))
	fs.add("fiscalYear", fmt.Sprint(r.FiscalYear))
	fs.add("ordinal", fmt.Sprint(r.Ordinal))
	fs.add("date", r.Date)
	fs.add("start", r.Start)
	fs.add("end", r.End)
	fs.add("venue", r.Venue)
	fs.add("observers", r.Observers)
	for _, a := range r.Attendees {
		fs.attendee(a)
	}
	for _, h := range r.Handouts {
		fs.add("handout", h)
	}
	for _, a := range r.Agenda {
		fs.matter("agenda", a.Number, a.Kind, a.Case, a.Title, "", "")
	}
	for _, it := range r.Items {
		fs.matter("item", it.Number, it.Kind, it.Case, it.Title, it.Department, it.Outcome)
		for _, s := range it.Sections {
			if s.Label != "" && s.Kind != "stage" {
				fs.add("section", s.Kind, s.Label)
			}
			for _, p := range s.Passages {
				if s.Kind == "stage" {
					fs.add("stage", p.Text)
				} else {
					fs.passage(p.Speaker, p.Text)
				}
			}
		}
	}
	if r.Page != nil {
		fs.add("page.id", r.Page.ID)
		fs.add("page.date", r.Page.Date)
	}
	for _, x := range r.Residue {
		fs.residue(x.Why, x.Text)
	}
	for _, c := range r.Cites {
		fs.add("cite", c.Text, c.Number, c.Date)
	}
	for _, d := range r.Diagnostics {
		if d.Severity != record.Info {
			fs.add("diagnostic", d.Code)
		}
	}
	return fs
}
