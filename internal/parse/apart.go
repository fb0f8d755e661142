package parse

import (
	"fmt"

	"github.com/toshin-archive/toshin/internal/parse/minutes"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// Apart parts the documents of a file that hold the minutes of several meetings, one
// after another, so that each becomes a record; Source.Part counts them. A file on
// which staff have ruled (a patch, front matter) stays whole: what they set is of one
// record.
func Apart(docs []*source.Document) []*source.Document {
	if len(docs) != 1 {
		return docs
	}
	d := docs[0]
	if d.Cells != nil || d.Patch != nil || len(d.Set) > 0 || d.Kind == record.KindReply {
		return docs
	}
	at := minutes.Meetings(d)
	if len(at) == 0 {
		return docs
	}
	var out []*source.Document
	from := 0
	for i, to := range append(at, len(d.Lines)) {
		x := *d
		x.Lines = append([]source.Line(nil), d.Lines[from:to]...)
		x.Source.Part = fmt.Sprint(i + 1)
		x.Readings, x.Source.Gaiji = within(d, from, to)
		if i > 0 {
			x.Diagnostics = nil
		}
		out = append(out, &x)
		from = to
	}
	return out
}

// within are the readings and the 外字 of the lines from up to to.
func within(d *source.Document, from, to int) (rs []record.Reading, gs []record.Gaiji) {
	own := map[int]bool{}
	for _, l := range d.Lines[from:to] {
		own[l.N] = true
	}
	for _, r := range d.Readings {
		if own[r.Line] {
			rs = append(rs, r)
		}
	}
	for _, g := range d.Source.Gaiji {
		if own[g.Line] {
			gs = append(gs, g)
		}
	}
	return rs, gs
}
