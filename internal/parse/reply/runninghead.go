package reply

import (
	"regexp"
	"strconv"

	"github.com/toshin-archive/toshin/internal/source"
)

// pageOfPages is a running head that ends with the page and how many there are:
// 答申第5号　1/3, 答申第5号　- 1 -.
var pageOfPages = regexp.MustCompile(`^(.{2,60}?)(?:(\d{1,3})/(\d{1,3})|-(\d{1,3})-)$`)

// runningHeads finds the lines of that form which say the same of every page and
// count on from 1.
func runningHeads(d *source.Document) []int {
	const most = 240 // bytes of such a line
	type head struct{ words, pages string }
	at := map[head][]int{}
	for i, l := range d.Lines {
		if len(l.Text) > most {
			continue
		}
		m := pageOfPages.FindStringSubmatch(folded(l.Text))
		if m == nil {
			continue
		}
		h := head{m[1], m[3]}
		if n, _ := strconv.Atoi(m[2] + m[4]); n != len(at[h])+1 {
			continue
		}
		at[h] = append(at[h], i)
	}
	var found []int
	for _, lines := range at {
		if len(lines) > 1 && len(lines) > len(found) {
			found = lines
		}
	}
	return found
}
