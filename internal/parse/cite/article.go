package cite

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Provision is one mention of a provision (条文) of a law.
type Provision struct {
	From, To int    // bytes; the law's name is not in it where the text leaves it out
	Text     string // normal form: 条例第7条第2項第3号ア
	law      string
}

// Layout is what a text's folding has lost and its names need.
type Layout struct {
	Home  string         // the record's own city: 見晴市; "" where it has none
	Blank func(int) bool // whether blanks or a line end stood before a byte; nil: unknown
	Line  func(int) bool // whether a line begins at a byte; nil: unknown
	Edge  func(int) bool // whether a piece of the text that stands for itself begins at a byte; nil: unknown
}

// Provisions lists the provisions that s names, in the order of the text, and
// the laws it defines. 同条, 同項 and numbers that go on behind a connector
// (第3号及び第7号, 第3条から第5条まで) are filled up from what stands before them.
func Provisions(s string, lay Layout) ([]Provision, []Law) {
	ls := lay.laws(s)
	w := &walk{s: s, lay: lay, names: newNames(ls, lay.Home)}
	for i := 0; i < len(s); {
		j := strings.IndexAny(s[i:], "第同本法例)")
		if j < 0 {
			break
		}
		i = w.at(i + j)
	}
	w.whole()
	return w.found, w.alias(ls)
}

// whole completes names of which a woven table has lost the beginning (護士法 of
// 弁護士法): the text has the whole name far more often.
func (w *walk) whole() {
	const oftener = 3
	count := map[string]int{}
	for _, p := range w.found {
		count[p.law]++
	}
	better := map[string]string{}
	for short, n := range count {
		if w.names.terms[short] || short == lawEnd(short) || short == "" {
			continue
		}
		for long, m := range count {
			if m >= oftener*n && len(long) > len(short) && strings.HasSuffix(long, short) && (better[short] == "" || long < better[short]) {
				better[short] = long
			}
		}
	}
	for i, p := range w.found {
		if long := better[p.law]; long != "" {
			w.found[i].law, w.found[i].Text = long, long+strings.TrimPrefix(p.Text, p.law)
		}
	}
}

// alias gives the text's only ordinance the name 条例 where the text calls it so
// without having said that it will.
func (w *walk) alias(ls []Law) []Law {
	if w.names.terms["条例"] {
		return ls
	}
	name, bare := "", false
	for _, p := range w.found {
		switch {
		case p.law == "条例":
			bare = true
		case lawEnd(p.law) != "条例" || w.names.terms[p.law] || p.law == name:
		case name != "":
			return ls // two of them
		default:
			name = p.law
		}
	}
	if !bare || w.lay.Home == "" || !strings.HasPrefix(name, w.lay.Home) {
		return ls
	}
	for i, p := range w.found {
		if p.law == name {
			w.found[i].law, w.found[i].Text = "条例", "条例"+strings.TrimPrefix(p.Text, name)
		}
	}
	return append(ls, Law{Term: "条例", Name: name, At: strings.Index(w.s, name)})
}

// walk reads a text from left to right, keeping the provision last named.
type walk struct {
	s     string
	lay   Layout
	names *names
	found []Provision

	law                string // of the last provision
	art, para, item    string // 第7条の2, 第2項, 第3号
	end                int    // behind the last provision
	ordinance, statute string // the last 条例 and the last 法 named: 同条例, 同法
}

// at reads what begins at i and returns where to go on.
func (w *walk) at(i int) int {
	rest := w.s[i:]
	_, size := utf8.DecodeRuneInString(rest)
	switch {
	case strings.HasPrefix(rest, "同条"), strings.HasPrefix(rest, "本条第"):
		if strings.HasPrefix(rest, "同条例") {
			return i + size // the name is looked back at from its 第
		}
		if to, ok := w.parts(i + len("同条")); ok && w.art != "" {
			return w.add(i, to)
		}
		return i + len("同条")
	case strings.HasPrefix(rest, "同項"):
		if w.art != "" {
			w.item = ""
			if item, to := unit(w.s, i+len("同項"), "号"); item != "" {
				w.item = item
				return w.add(i, w.letter(to))
			}
		}
		return i + len("同項")
	case strings.HasPrefix(rest, "同号"):
		if w.item != "" {
			w.end = i + len("同号") // 同号にも第3号にも
		}
		return i + len("同号")
	case strings.HasPrefix(rest, "第"):
		return w.numbered(i, size)
	case strings.HasPrefix(rest, "法"), strings.HasPrefix(rest, "例"), strings.HasPrefix(rest, ")"):
		return w.loose(i + size)
	}
	return i + size
}

// looseArticle is how rulings write a provision behind a law's name: 法9条1項2号.
var looseArticle = regexp.MustCompile(`^(\d{1,4})条(?:の(\d{1,2}))?(?:(\d{1,2})項)?(?:(\d{1,2})号)?`)

func (w *walk) loose(i int) int {
	m := looseArticle.FindStringSubmatch(w.s[i:min(len(w.s), i+40)])
	if m == nil {
		return i
	}
	law, from, ok := w.lawAt(i, i+len(m[0]))
	if !ok || from == i {
		return i
	}
	w.setLaw(law)
	w.art, w.para, w.item = "第"+m[1]+"条", "", ""
	for k, part := range []struct {
		to   *string
		form string
	}{{&w.art, "の%s"}, {&w.para, "第%s項"}, {&w.item, "第%s号"}} {
		if n := m[k+2]; n != "" {
			*part.to += fmt.Sprintf(part.form, n)
		}
	}
	to := i + len(m[0])
	if w.item != "" {
		to = w.letter(to)
	}
	to = w.add(from, to)
	for {
		next := w.looseMore(to)
		if next == to {
			return to
		}
		to = next
	}
}

// looseMoreHere goes on from a provision written so: 法5条3号及び4号.
var looseMoreHere = regexp.MustCompile(`^(及び|並びに|又は|若しくは|、|,)(?:(\d{1,4})条(?:の(\d{1,2}))?)?(?:(\d{1,2})項)?(?:(\d{1,2})号)?`)

// looseMore reads the next one behind i and returns its end, i where there is none.
func (w *walk) looseMore(i int) int {
	m := looseMoreHere.FindStringSubmatch(w.s[i:min(len(w.s), i+40)])
	if m == nil {
		return i
	}
	art, para, item := m[2], m[4], m[5]
	switch {
	case art != "":
		w.art, w.para, w.item = "第"+art+"条", "", ""
		if m[3] != "" {
			w.art += "の" + m[3]
		}
	case para != "" && w.para != "":
		w.para, w.item = "", ""
	case item == "" || para != "" || w.item == "":
		return i
	}
	if para != "" {
		w.para = "第" + para + "項"
	}
	to := i + len(m[0])
	if item != "" {
		w.item = "第" + item + "号"
		to = w.letter(to)
	}
	return w.add(i+len(m[1]), to)
}

// numbered reads 第7条…, and 第3号 or 第2項 where they go on from the last one.
func (w *walk) numbered(i, size int) int {
	if art, to := unit(w.s, i, "条"); art != "" {
		law, from, ok := w.lawAt(i, to)
		if !ok {
			return to
		}
		w.setLaw(law)
		w.art, w.para, w.item = art, "", ""
		to, _ = w.parts(to)
		return w.add(from, to)
	}
	if w.art == "" || !w.goesOn(i) && !w.resumes(i) {
		return i + size
	}
	if para, to := unit(w.s, i, "項"); para != "" && w.para != "" {
		w.para, w.item = para, ""
		if item, next := unit(w.s, to, "号"); item != "" {
			w.item, to = item, next
			to = w.letter(to)
		}
		return w.add(i, to)
	}
	if item, to := unit(w.s, i, "号"); item != "" && w.item != "" {
		w.item = item
		return w.add(i, w.letter(to))
	}
	return i + size
}

// parts reads 項, 号 and letter from i on.
func (w *walk) parts(i int) (int, bool) {
	para, to := unit(w.s, i, "項")
	item, next := unit(w.s, to, "号")
	if para == "" && item == "" {
		return i, false
	}
	w.para, w.item = para, item
	if item != "" {
		next = w.letter(next)
	}
	return next, true
}

// letter reads the ア of 第3号ア, which is part of the number.
func (w *walk) letter(i int) int {
	if l, n := letterAt(w.s[i:]); n > 0 {
		w.item += l
		return i + n
	}
	return i
}

// add records the provision now named, and the letters that go on behind it
// (第3号ア及びウ).
func (w *walk) add(from, to int) int {
	text := w.law + w.art + w.para + w.item
	w.found = append(w.found, Provision{From: from, To: to, Text: text, law: w.law})
	base := strings.TrimRightFunc(text, isLetter)
	for base != text {
		c := connectorAt(w.s[to:])
		l, n := letterAt(w.s[to+c:])
		if c == 0 || n == 0 {
			break
		}
		w.found = append(w.found, Provision{From: to + c, To: to + c + n, Text: base + l, law: w.law})
		to += c + n
	}
	w.end = to
	w.item = strings.TrimRightFunc(w.item, isLetter)
	return to
}

func (w *walk) setLaw(law string) {
	w.law = law
	switch lawEnd(law) {
	case "条例":
		w.ordinance = law
	case "法", "法律":
		w.statute = law
	}
}

// resumed is what makes a bare 第6号 or 第2項 at the head of a sentence one of the
// article last named: 第6号にいう「おそれ」とは; not 第6号議案 or 第2項目.
var resumed = regexp.MustCompile(`^第[\d一二三四五六七八九十]{1,3}[項号](?:に(?:いう|規定|該当|掲げる|定める)|本文|ただし書|前段|後段|の(?:規定|該当性|趣旨)|(?:は|では)、?「)`)

// resumes tells that a sentence begins at i with a number of the article last
// named, no more than a few sentences before.
func (w *walk) resumes(i int) bool {
	const near = 600 // bytes
	return i-w.end <= near && strings.HasSuffix(w.s[:i], "。") && resumed.MatchString(w.s[i:min(len(w.s), i+60)])
}

// goesOn tells that only a connector stands between the last provision and i.
func (w *walk) goesOn(i int) bool {
	gap := w.s[w.end:i]
	if len(gap) > 60 {
		return false
	}
	for _, w := range []string{"ただし書", "本文", "前段", "後段", "柱書", "まで", "の規定", "該当"} {
		gap = strings.Replace(gap, w, "", 1)
	}
	c := connectorAt(gap)
	return gap == "" || c > 0 && c == len(gap)
}
