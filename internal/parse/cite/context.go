package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lawAt tells of which law the article at [i, to) is: by the name before it, by
// the law that the sentence goes on from, or by the text's own 条例. ok is false
// where the words are no mention but a law's own text (第38条　教育委員会に…).
func (w *walk) lawAt(i, to int) (law string, from int, ok bool) {
	at := i
	suffix := ""
	if b, found := strings.CutSuffix(w.s[:at], "附則"); found {
		at, suffix = len(b), "附則"
	}
	name := w.lay.nameBefore(w.s, at)
	for _, t := range w.names.order { // a term may be no run of kanji: 市民の声要綱
		if len(t) > len(name) && strings.HasSuffix(w.s[:at], t) {
			return t + suffix, at - len(t), true
		}
	}
	if name != "" {
		begin := at - len(name)
		switch name {
		case "同条例":
			return or(w.ordinance, w.law, "条例") + suffix, begin, true
		case "同法", "同法律":
			return or(w.statute, w.law, "法") + suffix, begin, true
		case "同規則", "同規程", "同要綱", "同要領", "同令", "同施行令":
			return or(w.law, strings.TrimPrefix(name, "同")) + suffix, begin, true
		case "本条例":
			name = "条例"
		}
		if rest, ok := strings.CutPrefix(name, "同法"); ok { // 同法施行令
			return or(w.statute, "法") + rest + suffix, begin, true
		}
		return w.names.short(strings.TrimPrefix(name, "同")) + suffix, begin, true
	}
	// ○○法(昭和NN年法律第N号。以下「法」という。)第29条
	if strings.HasSuffix(w.s[:at], ")") {
		if open := w.bracket(at - 1); open >= 0 {
			if name := w.lay.nameBefore(w.s, open); name != "" {
				if t := w.termIn(open, at); t != "" {
					return t + suffix, open - len(name), true
				}
				return w.names.short(name) + suffix, open - len(name), true
			}
			if t := w.termIn(open, at); t != "" {
				return t + suffix, open, true
			}
		}
		return "", i, false
	}
	if w.law != "" && w.goesOn(i) {
		return strings.TrimSuffix(w.law, "附則") + suffix, i, true
	}
	// a name that is not known for a law's
	if before, _ := utf8.DecodeLastRuneInString(w.s[:i]); unicode.Is(unicode.Han, before) || before >= 'ァ' && before <= 'ヺ' && w.lay.runBefore(w.s, i) < i-len("ア") {
		return "", i, false
	}
	// bare: a law's own text has it at the head of a sentence, words following at once
	r, _ := utf8.DecodeRuneInString(w.s[to:])
	if !strings.ContainsRune("第のにをはがで及並又若、,)」該各と", r) {
		return "", i, false
	}
	return w.own() + suffix, i, true
}

// termIn is the term that the bracket [open, to) defines.
func (w *walk) termIn(open, to int) string {
	for _, l := range w.names.laws {
		if l.At > open && l.At < to {
			return l.Term
		}
	}
	if m := definition.FindStringSubmatch(w.s[open:to]); m != nil && lawEnd(m[1]) != "" {
		return m[1]
	}
	return ""
}

// own is what a bare 第7条 is of: the ordinance that the text goes by.
func (w *walk) own() string {
	switch {
	case w.names.terms["条例"], w.ordinance != "" && w.statute == "":
		return "条例"
	case w.names.terms["法"], w.statute != "" && w.ordinance == "":
		return "法"
	}
	return w.law
}

// bracket is where the bracket that closes at i was opened.
func (w *walk) bracket(i int) int { return opening(w.s, i) }

func or(names ...string) string {
	for _, n := range names {
		if n != "" {
			return n
		}
	}
	return ""
}
