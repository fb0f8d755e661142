package source

import (
	"math"
	"strings"
)

// Format is one kind of file.
type Format interface {
	// Name is what record.Source.Format says.
	Name() string
	// Looks says how surely b is of this kind, 0 to 1, by its content first and
	// then by the ending of its name (lower case, with the point). Above
	// [BySign] the content alone says so.
	Looks(b []byte, ext string) float64
	// Read takes the text out of b. What is wrong with b is in the documents'
	// diagnostics; their Source and the diagnostics' File are filled in by the
	// Reader, but for what only the format knows.
	Read(b []byte, name string) []*Document
}

// Degrees of certainty that [Format.Looks] gives.
const (
	Surely  = 1.0 // a signature of the format
	BySign  = 0.8 // the content has its marks
	ByName  = 0.6 // the name says so and nothing speaks against it
	Perhaps = 0.3 // nothing speaks against it
)

// Sure rounds a certainty to two decimals, as the record states it.
func Sure(c float64) float64 { return math.Round(math.Max(0, math.Min(1, c))*100) / 100 }

// Has reports whether word is among words, which are separated by blanks.
func Has(words, word string) bool {
	if word == "" {
		return false
	}
	for i := 0; ; {
		j := strings.Index(words[i:], word)
		if j < 0 {
			return false
		}
		from, to := i+j, i+j+len(word)
		if (from == 0 || words[from-1] <= ' ') && (to == len(words) || words[to] <= ' ') {
			return true
		}
		i = from + 1
	}
}
