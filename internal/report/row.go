package report

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// Place is one sort of thing that a record has, and how many of it.
type Place struct {
	Key   string `json:"key"` // header, attendees, agenda, items, sections, speeches, passages, conditions, members, progress
	Count int    `json:"count"`
}

// doubtful is the confidence below which staff should look at a file.
const doubtful = 0.8

func rowOf(x *record.Record) Row {
	s := x.Source
	row := Row{File: s.File, Part: s.Part, ID: x.ID, Kind: x.Kind, Title: x.Title, Format: s.Format, Encoding: s.Encoding,
		Confidence: s.Confidence, Notation: x.Notation, Overrides: len(x.Overrides), Found: x.Diagnostics, Residue: map[string]int{}, Places: places(x)}
	for _, p := range x.Pieces() {
		n := characters(p.Text)
		if why, ok := strings.CutPrefix(p.Where, "residue:"); ok {
			row.Residue[why] += n
		} else {
			row.Placed += n
		}
	}
	return row
}

func places(x *record.Record) []Place {
	sections := append([]record.Section(nil), x.Sections...)
	for _, it := range x.Items {
		sections = append(sections, it.Sections...)
	}
	headed, speeches, passages := 0, 0, 0
	for _, s := range sections {
		if s.Label != "" {
			headed++
		}
		for _, p := range s.Passages {
			if p.Speaker != nil {
				speeches++
			} else {
				passages++
			}
		}
	}
	var ps []Place
	for _, p := range []Place{
		{"header", len(x.Header)}, {"attendees", len(x.Attendees)}, {"agenda", len(x.Agenda)}, {"items", len(x.Items)},
		{"sections", headed}, {"speeches", speeches}, {"passages", passages},
		{"conditions", len(x.Conditions)}, {"members", len(x.Members)}, {"progress", len(x.Progress)},
	} {
		if p.Count > 0 {
			ps = append(ps, p)
		}
	}
	return ps
}

// characters counts those of s that are no blanks. It is asked of every text of
// an archive: counting runes is ten times faster than looking at each.
func characters(s string) int {
	n := utf8.RuneCountInString(s)
	for _, b := range []string{" ", "\n", "\u3000", "\t"} {
		n -= strings.Count(s, b)
	}
	return n
}

// codes sums ds up by their code.
func codes(ds []record.Diagnostic) []Code {
	at := map[string]int{}
	seen := map[[2]string]bool{}
	var cs []Code
	for _, d := range ds {
		i, ok := at[d.Code]
		if !ok {
			i = len(cs)
			at[d.Code] = i
			cs = append(cs, Code{Code: d.Code, Severity: d.Severity, Message: d.Message})
		}
		cs[i].Count++
		if !seen[[2]string{d.Code, d.File}] {
			seen[[2]string{d.Code, d.File}] = true
			cs[i].Files++
		}
	}
	rank := map[record.Severity]int{record.Error: 0, record.Warning: 1, record.Info: 2}
	sort.SliceStable(cs, func(i, j int) bool {
		a, b := cs[i], cs[j]
		if a.Severity != b.Severity {
			return rank[a.Severity] < rank[b.Severity]
		}
		return a.Files > b.Files || a.Files == b.Files && a.Code < b.Code
	})
	return cs
}

// Look is why staff should look at the row: the worst of it; "" where nothing
// calls for it.
func (r Row) Look() string {
	errors, warnings := diag.Count(r.Found)
	switch {
	case r.ID == "" && errors > 0 && strings.HasPrefix(r.File, archive.RecordsDir+"/"):
		return "none"
	case errors > 0:
		return "error"
	case r.Residue[record.WhyUnplaced] > 0:
		return "unplaced"
	case r.ID != "" && r.Confidence > 0 && r.Confidence < doubtful:
		return "doubtful"
	case warnings > 0:
		return "warning"
	}
	return ""
}
