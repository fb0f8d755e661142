package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// attend reads the people of one field of the head.
func (p *parser) attend(f record.Field) {
	group := textutil.Key(f.Label)
	if m, ok := matchLabel(f.Label); ok {
		group = m.word
	}
	if strings.HasSuffix(group, "委員") || group == "欠席" {
		group = "委員"
	}
	absent := f.Name == "absentees"
	for k, l := range strings.Split(f.Text, "\n") {
		n := f.Line
		if k > 0 || f.Text != "" {
			n = p.lineOf(l, f.Line)
		}
		key := textutil.Key(l)
		if key == "" || key == "なし" {
			continue
		}
		out := absent
		if rest, ok := strings.CutPrefix(strings.TrimLeft(l, "※*"), "欠席"); ok && !absent {
			out, l = true, strings.TrimLeft(textutil.TrimLeft(strings.TrimLeft(rest, "者委員")), ":：")
		}
		if g, rest, ok := groupAt(l); ok {
			group = g
			if l = rest; l == "" {
				continue
			}
		}
		for _, t := range tokens(l) {
			if a, ok := person(t); ok {
				a.Group, a.Absent, a.Line = group, a.Absent || out, n
				p.rec.Attendees = append(p.rec.Attendees, a)
				if a.Name != "" {
					p.voices.roster[family(a.Name)] = true
				}
			}
		}
	}
	p.voices.seen = map[string]voice{}
}

func (p *parser) lineOf(text string, from int) int {
	for _, l := range p.lines {
		if l.n >= from && strings.Contains(l.text, text) {
			return l.n
		}
	}
	return from
}

func family(name string) string {
	if i := strings.IndexFunc(name, textutil.IsBlank); i > 0 {
		return name[:i]
	}
	return name
}

// groupAt reads the heading of a group in a roster: 委員(敬称略), （1）委員, （委員）…
func groupAt(l string) (group, rest string, ok bool) {
	s := l
	if n, is := numbered(s); is {
		s = n.rest
	}
	for _, w := range []string{"委員", "事務局", "所管課", "説明者", "説明員", "担当課"} {
		for _, form := range []string{"（" + w + "）", "(" + w + ")", "【" + w + "】", w + "：", w + ":"} {
			if r, is := strings.CutPrefix(s, form); is {
				return w, textutil.TrimLeft(r), true
			}
		}
		if r, is := strings.CutPrefix(s, w); is {
			r = textutil.Trim(r)
			if r == "" || strings.ContainsAny(clip(r, 3), "(（") && noteWords(r) {
				return w, "", true
			}
		}
	}
	return "", "", false
}

// tokens cuts a line into people; commas inside brackets do not count.
func tokens(l string) []string {
	var ts []string
	depth, at := 0, 0
	for i, r := range l {
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			depth--
		case '、', '，', ',', '／':
			if depth == 0 {
				ts = append(ts, textutil.Trim(l[at:i]))
				at = i + len(string(r))
			}
		}
	}
	return append(ts, textutil.Trim(l[at:]))
}

// person reads one person: 氏名(肩書), 姓会長, 会長　氏名. A count of people is none.
func person(t string) (record.Attendee, bool) {
	a := record.Attendee{}
	t = strings.TrimLeft(t, "◎○〇・•")
	if i := strings.IndexAny(t, "(（"); i > 0 {
		note := strings.Trim(t[i:], "()（）")
		t = textutil.Trim(t[:i])
		if strings.Contains(note, "欠席") {
			a.Absent = true
		} else if strings.Contains(note, "退席") || strings.Contains(note, "オンライン") || strings.Contains(note, "代理") && !strings.Contains(note, "会長") {
			a.Note = note
		} else {
			a.Title = note
		}
	}
	if t == "" || textutil.Longer(t, 30) || strings.Contains(t, "。") {
		return a, false
	}
	if textutil.IsDigit(textutil.FirstRune(t)) || strings.HasSuffix(t, "名") || strings.HasSuffix(t, "人") {
		return a, false
	}
	parts := strings.FieldsFunc(t, textutil.IsBlank)
	if len(parts) > 1 {
		if _, _, role := roleOf(parts[0]); role != "" {
			if parts[0] != "委員" {
				a.Title = parts[0]
			}
			parts = parts[1:]
		}
		a.Name = strings.Join(parts, " ")
		return a, true
	}
	before, word, role := roleOf(textutil.Key(t))
	if role == "" {
		a.Name = t
		return a, true
	}
	switch role {
	case "chair", "vice-chair", "member":
		a.Name = before
		if word != "委員" {
			a.Title = word
		}
	default: // 小鹿野情報公開課長: where the name ends is not certain
		a.Name = t
	}
	return a, a.Name != ""
}
