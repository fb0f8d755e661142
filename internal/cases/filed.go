package cases

import (
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// File writes into each record the names of the types that it has to do with:
// the reply that approved one, minutes and replies of a case handled under it,
// minutes of a meeting that was told of such a case. records, types and set are
// the public ones.
func File(records []*record.Record, types []*Type, set *Set) {
	byID := map[record.ID]*record.Record{}
	for _, r := range records {
		byID[r.ID] = r
		r.Types = nil
	}
	for _, t := range types {
		file := func(id record.ID) {
			if r := byID[id]; r != nil && !slices.Contains(r.Types, t.Name) {
				r.Types = append(r.Types, t.Name)
			}
		}
		file(record.ID(t.Founding))
		for _, a := range t.Applied {
			meeting, _, _ := strings.Cut(a.Reported, "#")
			file(record.ID(meeting))
			c := set.Get(a.Case)
			if a.Case == "" || c == nil {
				continue
			}
			for _, s := range c.Steps {
				file(s.Meeting)
			}
			for _, id := range c.Replies {
				file(id)
			}
		}
	}
}
