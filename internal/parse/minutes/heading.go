package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// sectionWords are the words by which a short heading tells what follows.
var sectionWords = []struct{ word, kind string }{
	{"結果", "decision"}, {"結論", "decision"}, {"採決", "decision"}, {"議決", "decision"},
	{"質疑", "questions"}, {"質問", "questions"}, {"説明", "explanation"}, {"審議", "deliberation"}, {"討議", "deliberation"},
	{"討論", "deliberation"}, {"協議", "deliberation"}, {"意見", "opinion"},
}

func sectionKind(s string) string {
	for _, w := range sectionWords {
		if strings.Contains(s, w.word) {
			return w.kind
		}
	}
	return ""
}

// headingWords are whole headings, with or without a number.
var headingWords = strings.Fields("開会 閉会 議事 議題 案件 その他 審議事項 報告事項 協議事項 諮問事項 議決事項 審議 報告 協議 挨拶 あいさつ 会長挨拶 会長あいさつ 諮問 議案 報告案件 諮問案件 審議案件 協議案件 日程 付議事項 委員紹介 連絡事項 事務連絡 閉会のことば 意見交換 次回日程 開会のことば")

// bracketHeading is the heading inside a line that is wholly in brackets: ≪1.開会≫,
// < 審 議 >, 〔議題1〕 …, 《協議》. "" where it is none.
func bracketHeading(s string) string {
	open := textutil.FirstRune(s)
	if s == "" || !strings.ContainsRune("≪《<＜〈〔【［[（(", open) || textutil.Longer(s, 60) {
		return ""
	}
	end := strings.IndexAny(s, "≫》>＞〉〕】］]）)")
	if end < 0 {
		return ""
	}
	_, w := utf8.DecodeRuneInString(s[end:])
	inner, rest := textutil.Trim(s[utf8.RuneLen(open):end]), textutil.TrimLeft(s[end+w:])
	if n, after, ok := topic(s); ok { // 〔議題1〕 意見具申の骨子について
		_ = n
		return textutil.Trim(strings.TrimRight(after, closing))
	}
	if rest != "" {
		return ""
	}
	if n, ok := numbered(inner); ok && strings.ContainsRune("≪《<＜〈〔【", open) {
		return n.text + " " + n.rest
	}
	key := textutil.Key(inner)
	if strings.Contains(inner, "より") || strings.Contains(inner, "から") { // ＜監事より監査報告＞ is done
		return ""
	}
	double := open == '≪' || open == '《'
	if subMeeting.MatchString(key) {
		return inner
	}
	if groupKind(inner) != "" && (double || textutil.Longer(key, 2)) {
		return inner
	}
	for _, h := range headingWords {
		if key == h && (double || sectionKind(key) == "") && open != '(' && open != '（' {
			return inner
		}
	}
	for _, tail := range []string{"事項", "案件", "報告"} {
		if strings.HasSuffix(key, tail) && !textutil.Longer(key, 10) && strings.ContainsRune("≪《<＜〈〔【", open) {
			return inner
		}
	}
	return ""
}

// departmentTail reads the office that ends a heading: … について【環境課】, <総務課>, [担当課：…].
func departmentTail(s string) (title, department string) {
	if !strings.ContainsRune("】〉>＞］]〕）)", textutil.LastRune(s)) || textutil.LastRune(s) == 0 {
		return s, ""
	}
	i := strings.LastIndexAny(s, "【〈<＜［[〔（(")
	if i <= 0 {
		return s, ""
	}
	open, w := utf8.DecodeRuneInString(s[i:])
	last := textutil.LastRune(s)
	inner := textutil.Trim(s[i+w : len(s)-utf8.RuneLen(last)])
	marked := false
	for _, p := range []string{"担当課", "所管課", "担当", "所管", "主管課"} {
		if rest, ok := strings.CutPrefix(inner, p); ok {
			rest = strings.TrimLeft(textutil.TrimLeft(rest), ":： ")
			if rest != "" {
				inner, marked = rest, true
				break
			}
		}
	}
	if !officeName(textutil.Key(inner)) || (open == '(' || open == '（') && !marked {
		return s, ""
	}
	return textutil.Trim(s[:i]), inner
}

// departmentIn reads the office from ア 担当課(建設課)より資料に沿って説明, and from
// 実施機関（道路課）から….
func departmentIn(label string) string {
	for _, w := range []string{"所管課", "担当課", "実施機関", "原課", "主管課", "担当部署", "説明"} {
		if _, after, ok := strings.Cut(label, w); ok && after != "" && strings.ContainsRune("(（", textutil.FirstRune(after)) {
			if i := strings.IndexAny(after, ")）"); i > 0 {
				if d := strings.TrimLeft(after[:i], "(（"); officeName(textutil.Key(d)) || w != "説明" {
					return d
				}
			}
		}
	}
	return ""
}

// level is one level of the numbers that the headings go by.
type level struct {
	style   string
	n       int
	kind    string // of the matters below a heading like 諮問事項
	section bool
}

// headings is the state of the headings.
type headings struct {
	levels []level
	fresh  bool // the line before was a heading
}

// find returns the level of a style, -1 where there is none.
func (o *headings) find(style string) int {
	for i := len(o.levels) - 1; i >= 0; i-- {
		if o.levels[i].style == style {
			return i
		}
	}
	return -1
}

// enter goes to the level of num, closing those below it.
func (o *headings) enter(num number, kind string, section bool) {
	if num.style == "" {
		return
	}
	if i := o.find(num.style); i >= 0 {
		o.levels = o.levels[:i]
	}
	o.levels = append(o.levels, level{num.style, num.n, kind, section})
	if len(o.levels) > 12 {
		o.levels = o.levels[len(o.levels)-12:]
	}
}

// kind is what the headings above make of one: under 諮問事項 all are 諮問.
func (o *headings) kind(style string) string {
	end := len(o.levels)
	if i := o.find(style); i >= 0 {
		end = i
	}
	for i := end - 1; i >= 0; i-- {
		if o.levels[i].kind != "" {
			return o.levels[i].kind
		}
	}
	return ""
}

// follows reports whether num goes on with the numbers of its level.
func (o *headings) follows(num number) bool {
	i := o.find(num.style)
	return i >= 0 && (num.n == o.levels[i].n+1 || num.n == o.levels[i].n+2)
}

// announced finds the agenda item that text heads, by its case or its title.
func (p *parser) announced(text, id string, num number) *record.AgendaItem {
	key := titleKey(text)
	if inner := bracketHeading(text); inner != "" {
		key = titleKey(inner)
	} else if inner := whole(text); inner != "" {
		key = titleKey(inner)
	}
	if p.byTitle == nil {
		p.byTitle = map[string][]int{}
		for i, a := range p.rec.Agenda {
			k := titleKey(firstLine(a.Label))
			p.byTitle[k] = append(p.byTitle[k], i)
			if t := textutil.Key(a.Title); t != k {
				p.byTitle[t] = append(p.byTitle[t], i)
			}
			if a.Case != "" {
				p.byTitle["\x00"+a.Case] = append(p.byTitle["\x00"+a.Case], i)
			}
		}
	}
	pick := func(at []int) *record.AgendaItem {
		for _, i := range at {
			if num.text == "" || p.rec.Agenda[i].Number == num.text {
				return &p.rec.Agenda[i]
			}
		}
		if len(at) > 0 {
			return &p.rec.Agenda[at[0]]
		}
		return nil
	}
	if id != "" {
		if a := pick(p.byTitle["\x00"+id]); a != nil {
			return a
		}
	}
	if key == "" {
		return nil
	}
	if a := pick(p.byTitle[key]); a != nil {
		return a
	}
	if textutil.Longer(key, 3) && len(p.rec.Agenda) <= 100 {
		for i := range p.rec.Agenda {
			a := &p.rec.Agenda[i]
			other := titleKey(firstLine(a.Label))
			if strings.HasPrefix(other, key) || num.text != "" && num.style != "議題" && num.text == a.Number && alike(other, key) {
				return a
			}
		}
	}
	return nil
}

// whole is what stands in the brackets that enclose all of a line.
func whole(s string) string {
	if s == "" || !strings.ContainsRune("≪《<＜〈〔【［[「『", textutil.FirstRune(s)) || !strings.ContainsRune("≫》>＞〉〕】］]」』", textutil.LastRune(s)) {
		return ""
	}
	return textutil.Trim(strings.Trim(s, "≪《<＜〈〔【［[「『≫》>＞〉〕】］]」』"))
}

func firstLine(s string) string { l, _, _ := strings.Cut(s, "\n"); return l }

// alike reports whether two headings of one number are the same matter in
// slightly other words: they begin alike.
func alike(a, b string) bool {
	n := 0
	rb := []rune(b)
	for i, r := range []rune(a) {
		if i >= len(rb) || rb[i] != r {
			break
		}
		n++
	}
	return n >= 4 || n > 0 && n == len([]rune(a))
}
