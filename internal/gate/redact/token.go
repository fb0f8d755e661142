package redact

import (
	"regexp"
	"strconv"
	"strings"
)

// Block stands at both ends of a redaction. No source seen has it, no parser
// takes it for a bullet, and the index keeps it as a unit of its own.
const Block = "█"

// Token stands for the nth redaction (from 0) while the text is parsed: a
// number in base 7 written with the lower blocks ▁ to ▇, between full blocks.
func Token(n int) string {
	var b strings.Builder
	b.WriteString(Block)
	for _, d := range strconv.FormatInt(int64(n), 7) {
		b.WriteRune('▁' + d - '0')
	}
	b.WriteString(Block)
	return b.String()
}

var token = regexp.MustCompile(Block + `([▁-▇]+)` + Block)

// expand turns the tokens of s into marks. A token that was not given out is
// the source's own and stays.
func expand(s string, rs []Redaction) string {
	if !strings.Contains(s, Block) {
		return s
	}
	return token.ReplaceAllStringFunc(s, func(t string) string {
		var digits strings.Builder
		for _, c := range strings.Trim(t, Block) {
			digits.WriteRune('0' + c - '▁')
		}
		n, err := strconv.ParseInt(digits.String(), 7, 32)
		if err != nil || int(n) >= len(rs) {
			return t
		}
		return Mark(rs[n].Reason)
	})
}

// Mark is what readers, exports and the index see in the place of a redaction.
func Mark(reason string) string { return Block + Label(reason) + Block }

// Label is how a redaction is read aloud: 墨消し（氏名）.
func Label(reason string) string {
	if reason == "" {
		return "墨消し"
	}
	return "墨消し（" + reason + "）"
}

var mark = regexp.MustCompile(Block + `(墨消し(?:（[^█]*?）)?)` + Block)

// Place is where a mark stands in a string, in bytes: all of it, and its label.
type Place struct{ From, To, Label, LabelEnd int }

// Marks finds the marks in s.
func Marks(s string) []Place {
	if !strings.Contains(s, Block) {
		return nil
	}
	var ps []Place
	for _, m := range mark.FindAllStringSubmatchIndex(s, -1) {
		ps = append(ps, Place{m[0], m[1], m[2], m[3]})
	}
	return ps
}

// clean makes one line of a reason, without the character that bounds it.
func clean(reason string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(reason, Block, "")), " ")
}
