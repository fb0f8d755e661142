package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// echoes are the bytes of a long line at which a numbered title begins that stands
// in it twice, as the agenda announces and the proceedings head, and those at which
// it ends the second time: (1)相談の状況について … (1)相談の状況について 事務局から….
func echoes(s string) []int {
	at := map[string][]int{}
	var order []string
	prev := ' '
	for i, r := range s {
		if textutil.IsBlank(r) || !textutil.IsBlank(prev) && !ends(prev) {
			prev = r
			continue
		}
		prev = r
		n, ok := numbered(clip(s[i:], 200))
		if !ok || !textutil.Longer(n.rest, 4) {
			continue
		}
		phrase := n.text + n.rest
		if k := strings.IndexFunc(n.rest, func(r rune) bool { return textutil.IsBlank(r) || speaks(r) }); k > 0 {
			phrase = n.text + n.rest[:k]
		}
		if !textutil.Longer(phrase, 6) || textutil.Longer(phrase, 40) {
			continue
		}
		if at[phrase] == nil {
			order = append(order, phrase)
		}
		at[phrase] = append(at[phrase], i)
	}
	var out []int
	for _, phrase := range order {
		places := at[phrase]
		if len(places) != 2 {
			continue
		}
		n, _ := numbered(clip(s[places[1]:], 200))
		title := strings.TrimPrefix(phrase, n.text)
		end := places[1] + strings.Index(s[places[1]:], title) + len(title)
		out = append(out, places[0], places[1], end)
	}
	return out
}
