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
	m, r := minutes.Score(d), reply.Score(d)
	switch {
	case r >= likely && r >= m:
		return reply.Parse(d), nil
	case m >= likely:
		return minutes.Parse(d), nil
	}
	return nil, []record.Diagnostic{diag.At("P001", 0, 0, "")}
}
