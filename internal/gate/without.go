package gate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// after are the words that a surname goes before when somebody is spoken of.
var after = []string{"副会長", "会長", "副委員長", "委員長", "委員", "部会長", "議長", "議員", "市長", "町長", "村長", "区長", "教育長",
	"部長", "次長", "課長", "室長", "局長", "所長", "館長", "係長", "主査", "主任", "主事", "主幹", "参事", "書記", "先生", "氏", "さん", "様", "君"}

// blanks stand within and beside names; a line end does not.
const blanks = " 　\t"

// withoutNames is s with roles in the place of the people's names: a whole name
// wherever it stands, blanks or not; a surname before a title, which stays.
func withoutNames(s string, people []person) string {
	for _, p := range people {
		if !strings.Contains(s, firstOf(p.name)) {
			continue
		}
		if p.name != p.surname {
			s = withoutName(s, p)
		}
		s = withoutSurname(s, p)
	}
	return s
}

func firstOf(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// withoutName replaces p's whole name. Where the role stands beside it already
// it is not said twice.
func withoutName(s string, p person) string {
	var b strings.Builder
	for {
		from, to := find(s, p.name)
		if from < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:from])
		done := strings.TrimRight(b.String(), blanks)
		rest := strings.TrimLeft(s[to:], blanks)
		switch {
		case strings.HasSuffix(done, p.role):
			b.Reset()
			b.WriteString(done)
		case strings.HasPrefix(rest, p.role), strings.HasPrefix(rest, "（"+p.role), strings.HasPrefix(rest, "("+p.role):
			s, to = rest, 0
		default:
			b.WriteString(p.role)
		}
		s = s[to:]
	}
}

// find is the first place of name in s, blanks between its characters aside.
func find(s, name string) (from, to int) {
	first := firstOf(name)
	for at := 0; ; {
		i := strings.Index(s[at:], first)
		if i < 0 {
			return -1, -1
		}
		from = at + i
		end := from
		ok := true
		for _, c := range name {
			rest := s[end:]
			if end > from {
				rest = strings.TrimLeft(rest, blanks)
			}
			if !strings.HasPrefix(rest, string(c)) {
				ok = false
				break
			}
			end = len(s) - len(rest) + utf8.RuneLen(c)
		}
		if ok {
			return from, end
		}
		at = from + len(first)
	}
}

// withoutSurname takes p's surname away before a title. Where the source does
// not part the names, each beginning of the whole one may be it, if no kanji
// goes before.
func withoutSurname(s string, p person) string {
	var surnames []string
	if p.surname != "" {
		surnames = []string{p.surname}
	} else if r := []rune(p.name); len(r) >= 3 {
		for n := min(3, len(r)-1); n >= 1; n-- {
			surnames = append(surnames, string(r[:n]))
		}
	}
	for _, n := range surnames {
		for _, a := range after {
			for at := 0; ; {
				i := strings.Index(s[at:], n+a)
				if i < 0 {
					break
				}
				i += at
				if c, _ := utf8.DecodeLastRuneInString(s[:i]); i > 0 && unicode.Is(unicode.Han, c) {
					at = i + len(n)
					continue
				}
				title := a
				if a == "氏" || a == "さん" || a == "様" || a == "君" || a == "先生" {
					title = p.role
				}
				s = s[:i] + title + s[i+len(n)+len(a):]
				at = i + len(title)
			}
		}
	}
	return s
}
