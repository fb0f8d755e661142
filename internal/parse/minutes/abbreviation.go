package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// initials are what minutes shorten the usual roles to.
var initials = map[string]string{"会": "chair", "座": "chair", "議": "chair", "副": "vice-chair", "委": "member", "事": "secretariat", "市": "department", "町": "department", "課": "department", "担": "department"}

// abbreviations learns how a document shortens its speakers' roles: from a key
// (会：会長、委：委員、事：事務局), or where several initials open many lines.
func (v *voices) abbreviations(lines []line) {
	used, count := map[string]bool{}, 0
	for _, l := range lines {
		if textutil.HasAny(l.text, ":", "：", "=", "＝", "…") && !textutil.Longer(l.text, 200) {
			v.key(l.text)
		}
		if s := initialAt(l.text); s != "" {
			used[s] = true
			count++
		}
	}
	if len(v.short) == 0 && len(used) >= 3 && count >= 6 || len(used) == 2 && count >= 6 && used["事"] {
		for s := range used {
			v.short[s] = initials[s]
		}
	}
}

// key reads the pairs of one line; two are needed.
func (v *voices) key(s string) {
	found := map[string]string{}
	for _, piece := range strings.FieldsFunc(s, func(r rune) bool {
		return textutil.IsBlank(r) || strings.ContainsRune("、，,・／/；;()（）【】〔〕※", r)
	}) {
		i := strings.IndexAny(piece, ":：=＝…")
		if i <= 0 {
			continue
		}
		left := strings.Trim(piece[:i], "「」『』<>＜＞〈〉[]［］")
		_, w := utf8.DecodeRuneInString(piece[i:])
		right := textutil.Key(strings.TrimLeft(piece[i+w:], ":：=＝…"))
		if n := utf8.RuneCountInString(left); n == 0 || n > 2 || left == right || !within(left, right) {
			continue
		}
		if before, _, role := roleOf(right); role != "" && before == "" {
			found[textutil.Key(left)] = role
		}
	}
	if len(found) > 1 {
		for k, role := range found {
			v.short[k] = role
		}
	}
}

// within reports whether the glyphs of short stand in long in their order, or
// short is a Latin letter for it.
func within(short, long string) bool {
	for _, r := range short {
		if h := textutil.Half(r); h >= 'A' && h <= 'Z' {
			continue
		}
		i := strings.IndexRune(long, r)
		if i < 0 {
			return false
		}
		long = long[i:]
	}
	return true
}

// initialAt is the initial that a line opens with as a speaker: 委：…, （事）….
func initialAt(s string) string {
	s = strings.TrimLeft(s, "○〇◯・【(（〈<＜[［")
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || initials[string(r)] == "" {
		return ""
	}
	next, _ := utf8.DecodeRuneInString(textutil.TrimLeft(s[n:]))
	if !strings.ContainsRune(":：】)）〉>＞]］", next) {
		return ""
	}
	return string(r)
}
