package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// legendOf reads what marks before names mean: （◎会長　○副会長）.
func legendOf(note string) map[rune]string {
	m := map[rune]string{}
	mark := rune(0)
	word := ""
	flush := func() {
		if mark != 0 && word != "" {
			m[mark] = strings.Trim(word, ":：=＝は…")
		}
		word = ""
	}
	for _, r := range note {
		switch {
		case strings.ContainsRune("◎○〇◯●△▲□■☆★※", r):
			flush()
			mark = r
		case textutil.IsBlank(r) || strings.ContainsRune("()（）、,，・〔〕", r):
			flush()
			mark = 0
		case mark != 0:
			word += string(r)
		}
	}
	flush()
	return m
}

// below takes a role that stands in brackets on a line of its own, under the name
// it belongs to.
func (r *roster) below(l line, s string) bool {
	first := textutil.FirstRune(s)
	if len(r.people) == 0 || l.gap > 0 || l.indent == 0 || first != '(' && first != '（' {
		return false
	}
	inner := textutil.Trim(strings.Trim(s, "()（）"))
	if last := &r.people[len(r.people)-1]; strings.HasPrefix(inner, "代理") && last.Note == "" {
		last.Note = inner
		return true
	}
	before, _, role := roleOf(textutil.Key(inner))
	last := &r.people[len(r.people)-1]
	if before != "" || role != "chair" && role != "vice-chair" || last.Title != "" {
		return false
	}
	last.Title = inner
	return true
}

func legendLine(m map[rune]string) bool {
	for _, w := range m {
		if _, _, role := roleOf(textutil.Key(w)); role == "" {
			return false
		}
	}
	return true
}

func staffTitle(t string) bool {
	switch textutil.Key(t) {
	case "局長", "事務局長", "次長", "書記", "主事", "係長", "主査", "主任", "事務局次長", "主事補", "事務局係長":
		return true
	}
	return false
}

// legendIn finds the line among the first that tells what marks before names mean:
// （◎会長　○副会長）.
func legendIn(lines []line) map[rune]string {
	for i, l := range lines {
		if i > 80 {
			break
		}
		if textutil.Longer(l.text, 40) || strings.ContainsAny(l.text, "。") {
			continue
		}
		if m := legendOf(l.text); len(m) > 1 && legendLine(m) {
			return m
		}
	}
	return nil
}
