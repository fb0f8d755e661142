package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// questionWords are the labels of papers that tell questions from answers and
// nobody's name: 【問】, 質　問, Ｑ, 答弁:総務部長.
var questionWords = strings.Fields("問 答 質問 質疑 回答 答弁 意見 Q A 質 意見・質問 質疑・意見 委員質問 事務局回答")

// questions is the notation that tells questions from answers.
const questions = "質問・答弁"

// atQuestion reads a question or an answer. Where the one who answers is named
// behind the word, that is the speaker.
func atQuestion(v *voices, s string) (speech, bool) {
	body, open := s, ""
	r, n := utf8.DecodeRuneInString(s)
	if n > 0 && strings.ContainsRune("【〔[［<＜〈◆◇○●■□△▲・•(（", r) {
		open, body = s[:n], textutil.TrimLeft(s[n:])
	}
	best, rest := "", ""
	for _, w := range questionWords {
		if after, ok := cutFolded(body, w); ok && len(w) > len(best) {
			best, rest = w, after
		}
	}
	if best == "" {
		return speech{}, false
	}
	label := body[:len(body)-len(rest)]
	mark, shut := open, false
	// the number of the question: Q1, 問２
	if d := strings.TrimLeftFunc(rest, textutil.IsDigit); d != rest && len(rest)-len(d) <= 6 {
		label, rest = body[:len(body)-len(d)], d
	}
	gap := textutil.TrimLeft(rest)
	next := textutil.FirstRune(gap)
	switch {
	case open != "" && strings.ContainsRune("】〕]］>＞〉)）", next):
		_, w := utf8.DecodeRuneInString(gap)
		mark, gap, shut = mark+gap[:w], textutil.TrimLeft(gap[w:]), true
		next = textutil.FirstRune(gap)
	case open != "" && strings.ContainsRune("【〔[［<＜〈(（", r):
		return speech{}, false
	}
	if strings.ContainsRune(":：.．", next) && gap != "" {
		_, w := utf8.DecodeRuneInString(gap)
		mark, gap, shut = mark+gap[:w], textutil.TrimLeft(gap[w:]), true
	}
	if !shut && len(gap) == len(rest) && gap != "" || gap == "" && !shut && open == "" && utf8.RuneCountInString(best) < 2 {
		return speech{}, false
	}
	// 答弁　総務部長：…
	if i := strings.IndexAny(clip(gap, 60), ":："); i > 0 {
		if x := v.read(textutil.Trim(gap[:i])); x.ok {
			_, w := utf8.DecodeRuneInString(gap[i:])
			return speech{x, s[:len(s)-len(gap)] + gap[i:i+w], textutil.TrimLeft(gap[i+w:])}, true
		}
	}
	if k := strings.IndexFunc(gap, textutil.IsBlank); k > 0 && k < 40 && strings.ContainsRune("答回", textutil.FirstRune(best)) { // 答　福祉課長　…
		if x := v.read(gap[:k]); x.ok && x.speaker.Role != "other" {
			rest := textutil.TrimLeft(gap[k:])
			return speech{x, s[:len(s)-len(gap)], rest}, true
		}
	}
	if x := v.read(gap); gap != "" && open != "" && x.ok && x.plain && x.speaker.Role != "other" && strings.ContainsRune("答回", textutil.FirstRune(best)) { // 【答】建設課長
		return speech{x, s[:len(s)-len(gap)], ""}, true
	}
	label = textutil.Trim(label)
	return speech{voice{record.Speaker{Label: label, Role: "other"}, true, true}, mark, gap}, true
}

// cutFolded is cutSpaced that takes full-width letters too.
func cutFolded(s, word string) (string, bool) {
	for _, w := range word {
		s = textutil.TrimLeft(s)
		r, n := utf8.DecodeRuneInString(s)
		if textutil.Half(r) != w && r != w {
			return "", false
		}
		s = s[n:]
	}
	return s, true
}
