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
				if _, _, role := roleOf(textutil.Key(t)); a.Group != "委員" && (f.Name == "attendees" || f.Name == "absentees") && (role == "member" || role == "chair" || role == "vice-chair") {
					a.Group = "委員"
				}
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
		if officeName(parts[0]) && len(parts) == 2 { // 企画課　月岡課長
			b, ok := person(parts[1])
			b.Affiliation = parts[0]
			return b, ok
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
	default:
		a.Name, a.Title = splitOfficer(before, word)
		return a, true
	}
	return a, a.Name != ""
}

// officeWords are what the offices of a town are called, so that in
// 小鹿野情報公開課長 the name ends before 情報公開.
var officeWords = strings.Fields("総務 財政 企画 市民 情報公開 情報政策 情報 地域安全 危機管理 防災 福祉 福祉総務 長寿支援 高齢介護 税務 環境 建設 都市計画 都市整備 教育総務 学校教育 生涯学習 人事 広報 契約 管財 健康 保険年金 子育て支援 商工観光 農林水産 デジタル推進 下水道 水道 消防 議会 監査 政策 文書 法制 庶務 図書館 司書")

func officeName(s string) bool {
	for _, o := range offices {
		if strings.HasSuffix(s, o) && s != o && !textutil.Longer(s, 14) {
			for _, f := range buFamilies {
				if s == f {
					return false
				}
			}
			return true
		}
	}
	return false
}

// splitOfficer parts the name from the title in what stands for an officer.
// Where that is not certain, the whole is the title and nobody is named.
func splitOfficer(before, word string) (name, title string) {
	office := ""
	for _, w := range officeWords {
		if strings.HasSuffix(before, w) && len(w) > len(office) {
			office = w
		}
	}
	rest := strings.TrimSuffix(before, office)
	switch {
	case office != "" && !textutil.Longer(rest, 4):
		return rest, office + word
	case office == "" && before != "同" && !textutil.Longer(before, 4) && !officeName(before):
		return before, word
	}
	return "", before + word
}
