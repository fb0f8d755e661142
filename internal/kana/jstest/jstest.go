// Package jstest holds the browser's analyzer (assets/js/kana.js) to the one in
// Go: tokens, offsets and query chains, in a real browser. It stands apart so
// that internal/kana's own tests need no browser.
package jstest

import (
	"fmt"
	"hash/fnv"
	"strings"

	"github.com/toshin-archive/toshin/internal/kana"
)

// maxQuery is the length, in UTF-16 units, of what is tried as a query too.
const maxQuery = 120

// Dump is an analysis and the query chains of the same text as lines; the
// browser's twin in page.html writes the same. Offsets are UTF-16 code units.
func Dump(t *kana.Table, lex kana.Lexicon, s string) string {
	off := make([]int, len(s)+1)
	n := 0
	for i, r := range s {
		off[i] = n
		n++
		if r > 0xFFFF {
			n++
		}
	}
	off[len(s)] = n
	var b strings.Builder
	x := t.Analyze(s)
	for _, p := range x.Spans {
		fmt.Fprintf(&b, "%d %d %d %d %t %t %t\n", off[p.Start], off[p.End], p.Pos, p.Rune, p.Changed, p.WordStart, p.WordEnd)
	}
	for _, k := range x.Tokens {
		fmt.Fprintf(&b, "%s %d %d %d %d %d\n", k.Term, k.Pos, k.Width, off[k.Start], off[k.End], k.Kind)
	}
	fmt.Fprintf(&b, "%d\n", x.Len)
	if n > maxQuery {
		return b.String()
	}
	for _, c := range t.QueryWith(s, lex) {
		fmt.Fprintf(&b, "%d", c.Tier)
		for _, a := range c.Atoms {
			fmt.Fprintf(&b, " %d:%s:%t:%t", a.Kind, a.Text, a.WordStart, a.WordEnd)
		}
		b.WriteByte('\n')
	}
	for _, e := range t.Expand(s, lex) {
		fmt.Fprintf(&b, "%s=%s\n", e.From, strings.Join(e.To, " "))
	}
	return b.String()
}

// Hash is FNV-1a over the UTF-8 bytes of a dump.
func Hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}
