// Package cite finds what a record leans on: mentions of other replies (答申),
// inquiries (諮問), meetings and rulings, and the provisions (条文) of laws and
// ordinances. What counts as a mention is told in docs/record.md.
//
// Texts are looked at folded: half width, without blanks and line ends, so that
// 答 申 第 ５ 号 and 答申第5号 read the same. Offsets are bytes of the folded text.
package cite

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/jadate"
)

// Kind is what a mention points at.
type Kind string

const (
	Reply   Kind = "reply"   // 答申
	Inquiry Kind = "inquiry" // 諮問
	Meeting Kind = "meeting" // 第86回第二部会
	Ruling  Kind = "ruling"  // 判決, 裁決
)

// Mention is one mention in a folded text.
type Mention struct {
	From, To int    // bytes
	Kind     Kind   //
	Number   string // 222, 29-1; of a meeting 86; of a ruling its case number
	Date     string // ISO
	Council  string // the body it names, where it names one: 運輸政策審議会
}

// Find lists the mentions in s in the order of the text.
func Find(s string) []Mention {
	ms := slices.Concat(replies(s), inquiries(s), meetings(s), rulings(s))
	slices.SortStableFunc(ms, func(a, b Mention) int { return cmp.Compare(a.From, b.From) })
	return ms
}

// window is s around [from, to), some bytes to each side, cut at characters. It
// returns where it begins in s.
func window(s string, from, to, before, after int) (part string, begin int) {
	lo, hi := max(0, from-before), min(len(s), to+after)
	for lo < from && !utf8.RuneStart(s[lo]) {
		lo++
	}
	for hi > to && hi < len(s) && !utf8.RuneStart(s[hi]) {
		hi--
	}
	return s[lo:hi], lo
}

// isoOf reads a date that a pattern has found.
func isoOf(s string) string {
	if d, ok := jadate.First(s); ok {
		return d.ISO()
	}
	return ""
}
