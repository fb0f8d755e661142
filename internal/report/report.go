// Package report says, file by file, how the records of an archive were read:
// for staff, in a folder that is never published.
package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/record"
)

// Report is about all files of an archive.
type Report struct {
	Files    int            `json:"files"`
	Records  int            `json:"records"`
	Public   int            `json:"public"`
	Errors   int            `json:"errors"`
	Warnings int            `json:"warnings"`
	Formats  map[string]int `json:"formats"`         // records by format
	Codes    []Code         `json:"codes,omitempty"` // errors first, then the most frequent
	Rows     []Row          `json:"rows"`            // by file, then part
}

// Code is how often one kind of diagnostic came.
type Code struct {
	Code     string          `json:"code"`
	Severity record.Severity `json:"severity"`
	Message  string          `json:"message"` // of the first
	Files    int             `json:"files"`
	Count    int             `json:"count"`
}

// Row is one record, or a file that gave none.
type Row struct {
	File       string              `json:"file"`
	Part       string              `json:"part,omitempty"`
	ID         record.ID           `json:"id,omitempty"` // "" where no record came out
	Kind       record.Kind         `json:"kind,omitempty"`
	Title      string              `json:"title,omitempty"`
	Format     string              `json:"format,omitempty"`
	Encoding   string              `json:"encoding,omitempty"`
	Confidence float64             `json:"confidence,omitempty"`
	Notation   string              `json:"notation,omitempty"`
	Placed     int                 `json:"placed"`            // characters in fields of the record
	Residue    map[string]int      `json:"residue,omitempty"` // characters kept out of them, by reason
	Places     []Place             `json:"places,omitempty"`  // what was found, and how many
	Overrides  int                 `json:"overrides,omitempty"`
	Public     bool                `json:"public"`
	Why        []string            `json:"why,omitempty"` // why it does not go out
	Found      []record.Diagnostic `json:"diagnostics,omitempty"`
}

// New makes the report. ds are all diagnostics, with their files.
func New(files int, records []*record.Record, ds []record.Diagnostic, res *gate.Result) *Report {
	r := &Report{Files: files, Records: len(records), Formats: map[string]int{}}
	r.Errors, r.Warnings = diag.Count(ds)
	verdicts := map[record.ID]gate.Verdict{}
	for _, v := range res.Verdicts {
		verdicts[v.ID] = v
	}
	byFile := map[string][]record.Diagnostic{}
	for _, d := range ds {
		byFile[d.File] = append(byFile[d.File], d)
	}
	for _, x := range records {
		row := rowOf(x)
		v := verdicts[x.ID]
		row.Public = v.Public
		for _, d := range v.Reasons {
			row.Why = append(row.Why, d.Message)
		}
		if row.Public {
			r.Public++
		}
		r.Formats[row.Format]++
		delete(byFile, x.Source.File)
		r.Rows = append(r.Rows, row)
	}
	for file, found := range byFile { // no record came out, or it is no record's file
		r.Rows = append(r.Rows, Row{File: file, Found: found})
	}
	r.Codes = codes(ds)
	sort.SliceStable(r.Rows, func(i, j int) bool {
		if r.Rows[i].File != r.Rows[j].File {
			return r.Rows[i].File < r.Rows[j].File
		}
		return len(r.Rows[i].Part) < len(r.Rows[j].Part) || len(r.Rows[i].Part) == len(r.Rows[j].Part) && r.Rows[i].Part < r.Rows[j].Part
	})
	return r
}

// JSON is the report for programs.
func (r *Report) JSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(r); err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	return b.Bytes(), nil
}
