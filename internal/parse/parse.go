// Package parse is the second stage (解析): lines → records, residue and
// diagnostics. It never fails: whatever the text, a record or a diagnostic
// comes out, and every non-blank character is accounted for.
package parse

import (
	"sort"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/parse/list"
	"github.com/toshin-archive/toshin/internal/parse/minutes"
	"github.com/toshin-archive/toshin/internal/parse/reply"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// likely is the least score at which a document is taken for a kind of record.
const likely = 5

// Document reads one source document as minutes or as a reply, whichever it
// is by its own words. It returns nil, with diagnostics, where it is neither.
// Lines that reading has set aside are kept from the parsers and become residue.
func Document(d *source.Document) (*record.Record, []record.Diagnostic) {
	own := *d
	var aside []record.Residue
	own.Lines, aside = d.Own()
	r := as(&own)
	if r == nil {
		return nil, []record.Diagnostic{diag.At("P001", 0, 0, "")}
	}
	if len(aside) > 0 {
		r.Residue = append(r.Residue, aside...)
		sort.SliceStable(r.Residue, func(i, j int) bool { return r.Residue[i].Line < r.Residue[j].Line })
	}
	if r.Page == nil {
		r.Page = d.Page
	}
	r.Readings = d.Readings
	return r, nil
}

func as(d *source.Document) *record.Record {
	switch {
	case d.Cells != nil:
		return list.Parse(d)
	case d.Kind == record.KindReply:
		return reply.Parse(d)
	case d.Kind == record.KindMinutes:
		return minutes.Parse(d)
	// A reply is asked for first: one that quotes minutes at length looks more
	// like minutes than it looks like itself, while minutes never look like a
	// reply (of the sample and the real records none scores above 0).
	case reply.Score(d) >= likely:
		return reply.Parse(d)
	}
	if m := minutes.Open(d); m.Score() >= likely {
		return m.Record()
	}
	return nil
}
