package reading

import (
	"strings"

	"github.com/ikawaha/kagome/v2/tokenizer"
)

// assembly are the words that stand behind a body's name (審議会, 協議会, 委員会). The
// dictionary knows no such bodies, so it takes 会議 out of their middle: 審議・会議・事・録.
// 議場 and 議席 are not among them: 国際会議場 and 会議席上 are of 会議.
var assembly = []string{"議事", "議案", "議員", "議題", "議決", "議論"}

// recut puts 会 back to the body's name where 会議 was taken out of the middle of it:
// 審議・会・議事・録. ts is a whole stretch's.
func recut(ts []tokenizer.Token, ws []word) (out []word) {
	for i := 0; i < len(ts); i++ {
		if i > 0 && ts[i].Surface == "会議" && hasKanji(ts[i-1].Surface) {
			if w, used := assemblyWord(ts[i+1:]); used > 0 {
				out = append(out, word{1, "かい"}, word{len([]rune(w)), strings.Join(loadIPA().readingsIn(w), "/")})
				i += used
				continue
			}
		}
		out = append(out, ws[i])
	}
	return out
}

// assemblyWord is the word of assembly that 議 and whole tokens after it make,
// and how many tokens these are.
func assemblyWord(after []tokenizer.Token) (w string, used int) {
	for _, w := range assembly {
		rest := strings.TrimPrefix(w, "議")
		for n := 0; rest != "" && n < len(after); n++ {
			cut, ok := strings.CutPrefix(rest, after[n].Surface)
			if !ok {
				break
			}
			if rest = cut; rest == "" {
				return w, n + 1
			}
		}
	}
	return "", 0
}
