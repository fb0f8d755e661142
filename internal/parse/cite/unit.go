package cite

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/jadate"
)

// unit reads 第7条, 第7条の2, 第二項 or 第3号 at i: its normal form and where it ends,
// "" and i where it is not there.
func unit(s string, i int, word string) (string, int) {
	rest, ok := strings.CutPrefix(s[i:], "第")
	if !ok {
		return "", i
	}
	n, size := number(rest)
	if size == 0 || !strings.HasPrefix(rest[size:], word) {
		return "", i
	}
	text := "第" + strconv.Itoa(n) + word
	to := i + len("第") + size + len(word)
	if word == "条" && strings.HasPrefix(s[to:], "例") {
		return "", i
	}
	for strings.HasPrefix(s[to:], "の") {
		b, size := number(s[to+len("の"):])
		if size == 0 || followed(s[to+len("の")+size:]) {
			break
		}
		text += "の" + strconv.Itoa(b)
		to += len("の") + size
	}
	if titled := articleTitle(s[to:]); word == "条" && titled > 0 && strings.HasPrefix(s[to+titled:], "第") {
		to += titled
	}
	return text, to
}

// articleTitle is how long the title is that rulings put behind an article's number:
// 第37条《必要経費》第1項; 0 where s begins with none.
func articleTitle(s string) int {
	const most = 120 // bytes
	rest, ok := strings.CutPrefix(s, "《")
	i := strings.Index(rest[:min(len(rest), most)], "》")
	if !ok || i < 0 {
		return 0
	}
	return len("《") + i + len("》")
}

// followed tells that a number behind の counts something: 第7条の2つの要件.
func followed(s string) bool {
	for _, w := range []string{"つ", "点", "件", "要件", "種", "部", "号", "項", "条", "者", "月", "年", "日", "文字", "行"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// number reads digits or a kanji numeral at the start of s.
func number(s string) (n, size int) {
	for size < len(s) && s[size] >= '0' && s[size] <= '9' {
		n = n*10 + int(s[size]-'0')
		if size++; size > 5 {
			return 0, 0
		}
	}
	if size > 0 {
		return n, size
	}
	m := kanjiNumeral.FindString(s[:min(len(s), 24)])
	if m == "" {
		return 0, 0
	}
	if n, ok := jadate.Int(m); ok {
		return n, len(m)
	}
	return 0, 0
}

var kanjiNumeral = regexp.MustCompile(`^[一二三四五六七八九十百千〇]{1,7}`)

// letterAt reads a lone katakana at the start of s, as 号 are divided by: ア, but
// not the beginning of アパート.
func letterAt(s string) (string, int) {
	r, n := utf8.DecodeRuneInString(s)
	if !isLetter(r) {
		return "", 0
	}
	next, _ := utf8.DecodeRuneInString(s[n:])
	if isLetter(next) || next == 'ー' || next >= 'ァ' && next <= 'ヺ' {
		return "", 0
	}
	return s[:n], n
}

func isLetter(r rune) bool { return r >= 'ア' && r <= 'ン' }

var connector = regexp.MustCompile(`^(?:、|,)?(?:及び|並びに|又は|または|若しくは|もしくは|かつ|から|ないし|乃至|と|にも|も|、|,|・|~)`)

// connectorAt is the length of the word that joins two numbers.
func connectorAt(s string) int { return len(connector.FindString(s[:min(len(s), 30)])) }
