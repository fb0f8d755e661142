package cite

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Law is a law, ordinance or rule (法令) that a text defines a short name for:
// 見晴市情報公開条例(平成12年見晴市条例第1号。以下「条例」という。).
type Law struct {
	Term   string // 条例
	Name   string // 見晴市情報公開条例; "" where none stands before the bracket
	Number string // 平成12年見晴市条例第1号
	At     int    // byte of the definition's 「
}

// lawEnds are the words that a law's name ends in, longer ones first.
var lawEnds = []string{"条例施行規則", "施行規則", "施行令", "施行条例", "条例", "法律", "憲法", "規則", "細則", "会則", "規程", "規約", "定款", "要綱", "要領", "要項", "指針", "手引", "手引き", "協定", "約款", "基準", "法", "令"}

var definition = regexp.MustCompile(`以下(?:単に)?「([^「」]{1,30})」(?:と(?:いう|総称|略称)|とい)?`)

// laws harvests the definitions of s in the order of the text, each term once.
func (lay Layout) laws(s string) []Law {
	var ls []Law
	seen := map[string]bool{}
	for _, m := range definition.FindAllStringSubmatchIndex(s, -1) {
		term := s[m[2]:m[3]]
		if seen[term] || lawEnd(term) == "" {
			continue
		}
		l := Law{Term: term, At: m[2]}
		if open := opening(s, m[0]); open >= 0 {
			l.Name = lay.nameBefore(s, open)
			l.Number = strings.TrimRight(strings.Split(s[open+1:m[0]], "。")[0], "、,。")
			if !strings.HasSuffix(l.Number, "号") {
				l.Number = ""
			}
		}
		if strings.HasSuffix(term, l.Name) { // a run of the term itself
			l.Name = ""
		}
		seen[term] = true
		ls = append(ls, l)
	}
	return ls
}

// opening is the bracket that is open at i, within the reach of a definition; -1
// where there is none.
func opening(s string, i int) int {
	depth := 0
	for j := i - 1; j >= 0 && i-j < 240; j-- {
		switch s[j] {
		case ')':
			depth++
		case '(':
			if depth == 0 {
				return j
			}
			depth--
		}
	}
	return -1
}

// noLaw are words that end like a law and are none.
var noLaw = []string{"命令", "指令", "辞令", "号令", "方法", "手法", "司法", "用法", "技法", "違法", "適法", "不法", "合法",
	"工法", "文法", "療法", "寸法", "立法", "作法", "審査基準", "判断基準"}

// lawEnd is the word of lawEnds that name ends in; "" where it is no law's name.
func lawEnd(name string) string {
	for _, w := range noLaw {
		if strings.HasSuffix(name, w) {
			return ""
		}
	}
	for _, w := range lawEnds {
		if strings.HasSuffix(name, w) {
			return w
		}
	}
	return ""
}

// nameBefore is the name of a law that ends at i, "" where none does. A name is
// a run of kanji and katakana; where words like に関する stand before its last
// part it goes on to the left up to a mark, a particle, or the record's own
// city, with which its ordinances begin.
func (l Layout) nameBefore(s string, i int) string {
	from := l.runBefore(s, i)
	name := s[from:i]
	if lawEnd(name) == "" {
		return ""
	}
	if linked(s[:from]) {
		name = s[leftEdge(s, from):i]
		if at := strings.Index(name, l.Home); l.Home != "" && at > 0 {
			name = name[at:]
		}
	}
	return trimName(name)
}

// linked tells that a name goes on to the left of its last run.
func linked(before string) bool {
	return strings.HasSuffix(before, "に関する") || strings.HasSuffix(before, "のための")
}

// runBefore is where the run of name characters that ends at i begins.
func (l Layout) runBefore(s string, i int) int {
	from := i
	for from > 0 && i-from < 90 {
		if from < i && l.parts(s, from, i) {
			break
		}
		r, n := utf8.DecodeLastRuneInString(s[:from])
		if !unicode.Is(unicode.Han, r) && !(r >= 'ァ' && r <= 'ヺ') && r != 'ー' && r != '々' && r != '・' {
			break
		}
		from -= n
	}
	return from
}

// parts tells that the layout parts what stands before from from the name
// [from, i): a blank or a line end before a whole name. Within a name they are
// only layout: a hard wrap, or glyphs set apart.
func (l Layout) parts(s string, from, i int) bool {
	const whole = 4 // characters of a name that may begin a line
	name := s[from:i]
	if lawEnd(name) == "" {
		return false
	}
	if l.Edge != nil && l.Edge(from) {
		return true
	}
	if l.Line != nil && l.Line(from) {
		return utf8.RuneCountInString(name) >= whole
	}
	_, size := utf8.DecodeRuneInString(name)
	return l.Blank != nil && l.Blank(from) && !l.Blank(from+size)
}

// particles end a name to the left.
var particles = []string{"ついては", "ついて", "は", "また", "ため", "よる", "もって", "より", "基づき", "ところ", "して", "であり", "という", "いる", "ない", "された", "おける", "のみで", "や"}

// leftEdge is where a long name that ends at i begins.
func leftEdge(s string, i int) int {
	from := i
	for from > 0 && i-from < 180 {
		r, n := utf8.DecodeLastRuneInString(s[:from])
		if strings.ContainsRune("、。,.「」『』()[]【】〔〕《》:;・-~!?", r) || r >= '0' && r <= '9' {
			break
		}
		for _, p := range particles {
			if strings.HasSuffix(s[:from], p) && !strings.HasPrefix(s[from:], "の") {
				return from
			}
		}
		from -= n
	}
	return from
}

// leads are words before a name that belong to the sentence, or to what it is
// glued to; patterns, since a name may have several.
var leads = regexp.MustCompile(`^(?:本件|当該|現行|上記|前記|改正後|各|別[表紙]|原文|部分|付言|本人|[条項号](?:・|及び|並びに|による)?|[年月](?:付|に|度)?|日(?:付|に)|[びをにがの]|[ア-ン]|[・ー]|会長\p{Han}{3,5})`)

func trimName(name string) string {
	for {
		m := leads.FindString(name)
		rest := name[len(m):]
		if m == "" || lawEnd(rest) == "" {
			return name
		}
		// アルコール…法: katakana that goes on is a word
		if r, _ := utf8.DecodeRuneInString(rest); isLetter([]rune(m)[0]) && (r >= 'ァ' && r <= 'ヺ' || r == 'ー') {
			return name
		}
		name = rest
	}
}
