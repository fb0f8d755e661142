package personal

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/surnames.txt
var surnameList string

// surnames are the common ones, each with its length in characters.
var surnames = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for l := range strings.Lines(surnameList) {
		if !strings.HasPrefix(l, "#") {
			for _, s := range strings.Fields(l) {
				m[s] = true
			}
		}
	}
	return m
})

// afterSurname parts s into a common surname and the rest, the longest surname
// first; ok false where it begins with none.
func afterSurname(s string) (rest string, n int, ok bool) {
	for n := 3; n >= 1; n-- {
		i := 0
		for k := 0; k < n && i < len(s); k++ {
			_, w := utf8.DecodeRuneInString(s[i:])
			i += w
		}
		if utf8.RuneCountInString(s[:i]) == n && surnames()[s[:i]] {
			return s[i:], n, true
		}
	}
	return "", 0, false
}

// Surname is the common surname that name (folded, see Fold) begins with, the
// longest; ok false where it begins with none.
func Surname(name string) (surname string, ok bool) {
	rest, _, ok := afterSurname(name)
	return name[:len(name)-len(rest)], ok
}
