package shard

import (
	"bytes"
	"strings"
)

// maxTitles is what the titles that the search page suggests may take, in bytes:
// some 12 KB deflated, a thousand titles.
const maxTitles = 48 << 10

// titles is a line a title, the newest records first and each title once: the
// record's ID, tab, the title.
func (x *export) titles() []byte {
	var b bytes.Buffer
	seen := map[string]bool{}
	for i := len(x.order) - 1; i >= 0; i-- {
		id := x.order[i]
		title := strings.Join(strings.Fields(x.r.Docs[id].Title), " ")
		if title == "" || seen[title] {
			continue
		}
		seen[title] = true
		if b.Len()+len(id)+len(title)+2 > maxTitles {
			break
		}
		b.WriteString(string(id) + "\t" + title + "\n")
	}
	return b.Bytes()
}
