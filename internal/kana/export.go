package kana

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// exported is the table as the browser reads it (assets/js/kana.js).
type exported struct {
	Version  int         `json:"v"`
	Chars    string      `json:"chars"` // see packChars
	Counters []string    `json:"counters"`
	One      []string    `json:"one"`
	Before   []string    `json:"before"`
	NotFirst string      `json:"notFirst"`
	NotWords []string    `json:"notWords"`
	Sounds   [][3]string `json:"sounds"` // reading, figures, counter
	Eras     [][]any     `json:"eras"`   // name, letter, year before the first, last year
	Words    []string    `json:"words"`  // ways between blanks, or one with [ ] around what may be left out
	First    []string    `json:"first"`
	Last     []string    `json:"last"`
	Apart    []string    `json:"apart"` // no compounds of these
}

// Export writes the table for the browser: JSON, the same bytes every time.
func (t *Table) Export() ([]byte, error) {
	x := exported{Version: Version, Chars: t.chars.pack(), Counters: t.num.counters, One: t.num.one, Before: t.num.before, NotFirst: t.num.notFirst, NotWords: t.num.never,
		Words: t.spell.words.rows, First: t.spell.first.rows, Last: t.spell.last.rows}
	x.Apart = slices.Sorted(maps.Keys(t.spell.apart))
	for r, s := range t.num.sounds {
		x.Sounds = append(x.Sounds, [3]string{r, s.figures, s.counter})
	}
	slices.SortFunc(x.Sounds, func(a, b [3]string) int { return strings.Compare(a[0], b[0]) })
	for _, e := range eras {
		x.Eras = append(x.Eras, []any{e.name, string(e.letter), e.zero, e.last})
	}
	b, err := json.Marshal(x)
	if err != nil {
		return nil, fmt.Errorf("kana: table: %w", err)
	}
	return b, nil
}

// pack writes runs of code points as "gap,length,class,flags,delta" in base 36, a run a line
// (delta: folded minus source; "=…" the characters of an expansion). Code
// points between runs are symbols that stand for themselves. Flags: 1 changed,
// 2 apart.
func (c *chars) pack() string {
	var b strings.Builder
	end := rune(0)
	n36 := func(n rune) string { return strconv.FormatInt(int64(n), 36) }
	for r := rune(0); r <= unicode.MaxRune; {
		e := c.at(r)
		if r >= 0xD800 && r < 0xE000 || e == (entry{}) {
			r++
			continue
		}
		k := r + 1
		flags := 0
		if e.changed {
			flags |= 1
		}
		if e.apart {
			flags |= 2
		}
		if e.seq != 0 {
			fmt.Fprintf(&b, "%s,1,%d,%d,=", n36(r-end), e.cls, flags)
			for _, p := range c.seqs[e.seq] {
				b.WriteRune(p.r)
			}
		} else {
			delta := e.out(r) - r
			for k <= unicode.MaxRune && (k < 0xD800 || k >= 0xE000) {
				n := c.at(k)
				if n.seq != 0 || n.cls != e.cls || n.changed != e.changed || n.apart != e.apart || n.out(k)-k != delta {
					break
				}
				k++
			}
			fmt.Fprintf(&b, "%s,%s,%d,%d,%s", n36(r-end), n36(k-r), e.cls, flags, n36(delta))
		}
		b.WriteByte('\n')
		end, r = k, k
	}
	return b.String()
}
