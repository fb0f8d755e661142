// Package parse is the second stage (解析): lines → records, residue and
// diagnostics. It never fails: whatever the text, a record or a diagnostic
// comes out, and every non-blank character is accounted for.
package parse

import (
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/parse/minutes"
	"github.com/toshin-archive/toshin/internal/parse/reply"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// likely is the least score at which a document is taken for a kind of record.
const likely = 5

// Document reads one source document as minutes or as a reply, whichever it
// is by its own words. It returns nil, with diagnostics, where it is neither.
func Document(d *source.Document) (*record.Record, []record.Diagnostic) {
	switch {
	// A reply is asked for first: one that quotes minutes at length looks more
	// like minutes than it looks like itself, while minutes never look like a
	// reply (of the sample and the real records none scores above 0).
	case reply.Score(d) >= likely:
		return reply.Parse(d), nil
	case minutes.Score(d) >= likely:
		return minutes.Parse(d), nil
	}
	return nil, []record.Diagnostic{diag.At("P001", 0, 0, "")}
}
