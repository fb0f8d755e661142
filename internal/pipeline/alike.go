package pipeline

import (
	"fmt"
	"maps"

	"github.com/toshin-archive/toshin/internal/content"
	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/similar"
)

// compared says which parts of the public records are compared: replies, and what
// was said of cases. nil where nothing is.
func (c *Checked) compared() index.Parts {
	if c.Tied == nil {
		return nil
	}
	return func(r *record.Record) (parts []int) {
		if r.Kind == record.KindReply {
			return []int{0}
		}
		for i := range r.Items {
			if c.Tied.OfItem(r.ID, i) != nil {
				parts = append(parts, i+1)
			}
		}
		return parts
	}
}

// alike asks the index for the neighbours of every reply among the replies, and of
// every case among the other cases and the replies that answer none.
func (b *Built) alike() error {
	if b.Tied == nil {
		return nil
	}
	x, err := index.OpenReader(b.indexDir())
	if err != nil {
		return err
	}
	defer x.Close()
	table, err := x.Alike()
	if err != nil {
		return err
	}
	var replies, others []similar.Thing
	alone := map[record.ID]bool{} // that answer no case
	for _, r := range b.Gate.Public {
		if r.Kind != record.KindReply {
			continue
		}
		t := similar.OfReply(r.ID)
		replies = append(replies, t)
		if len(b.Tied.OfReply(r.ID)) == 0 {
			others, alone[r.ID] = append(others, t), true
		}
	}
	found := table.Of(replies, nil)
	if len(b.Tied.Cases) > 0 {
		for _, c := range b.Tied.Cases {
			others = append(others, similar.OfCase(c))
		}
		maps.Copy(found, table.Of(others, func(id record.ID) bool { return alone[id] }))
	}
	if b.similar, err = content.Similar(found, b.Gate.Public, b.Tied); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	return nil
}
