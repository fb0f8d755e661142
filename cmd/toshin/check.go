package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/pipeline"
	"github.com/toshin-archive/toshin/internal/record"
)

func checkCommand(a *app) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "check [ファイル…]",
		Short:   text.checkShort,
		Long:    text.checkLong,
		Example: text.checkExample,
		RunE: func(_ *cobra.Command, args []string) error {
			checked, err := pipeline.Check(a.ctx, a.options())
			if err != nil {
				return err
			}
			files, err := a.only(checked, args)
			if err != nil {
				return err
			}
			found := newFindings(checked, files, a.lang)
			if asJSON {
				err = writeJSON(a.out, found)
			} else {
				found.print(a.out, a.lang)
			}
			if err == nil && found.Errors > 0 {
				err = errRecords
			}
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, text.flagJSON)
	return c
}

// findings is what check tells; its JSON names are part of the command line.
type findings struct {
	Files       int                 `json:"files"`
	Records     int                 `json:"records"`
	Public      int                 `json:"public"`
	Withheld    []withheld          `json:"withheld,omitempty"`
	Errors      int                 `json:"errors"`
	Warnings    int                 `json:"warnings"`
	Sources     []origin            `json:"sources,omitempty"`
	Diagnostics []record.Diagnostic `json:"diagnostics,omitempty"`
}

// origin is what a record was read from, and how surely that was told.
type origin struct {
	File       string    `json:"file"`
	Part       string    `json:"part,omitempty"`
	ID         record.ID `json:"id"`
	Format     string    `json:"format"`
	Encoding   string    `json:"encoding,omitempty"`
	Confidence float64   `json:"confidence"`
	Notation   string    `json:"notation,omitempty"`
}

// withheld is a record that may not go out.
type withheld struct {
	ID      record.ID           `json:"id"`
	File    string              `json:"file"`
	State   gate.State          `json:"state"`
	Reasons []record.Diagnostic `json:"reasons"`
}

// newFindings sums up c; files, where not nil, are the only ones told of.
func newFindings(c *pipeline.Checked, files map[string]bool, lang string) findings {
	r := findings{Files: c.Files, Records: len(c.Records)}
	for _, d := range c.Diagnostics {
		if files == nil || files[strings.TrimSuffix(d.File, gate.SidecarExt)] {
			r.Diagnostics = append(r.Diagnostics, diag.In(lang, d))
		}
	}
	for _, x := range c.Records {
		if s := x.Source; files == nil || files[s.File] {
			r.Sources = append(r.Sources, origin{s.File, s.Part, x.ID, s.Format, s.Encoding, s.Confidence, x.Notation})
		}
	}
	for _, v := range c.Gate.Verdicts {
		switch {
		case files != nil && !files[v.File]:
		case v.Public:
			r.Public++
		default:
			r.Withheld = append(r.Withheld, withheld{v.ID, v.File, v.State, reasons(v, lang)})
		}
	}
	r.Errors, r.Warnings = diag.Count(r.Diagnostics)
	return r
}

func reasons(v gate.Verdict, lang string) []record.Diagnostic {
	var ds []record.Diagnostic
	for _, d := range v.Reasons {
		ds = append(ds, diag.In(lang, d))
	}
	return ds
}

func (r findings) print(w io.Writer, lang string) {
	diag.Print(w, lang, r.Diagnostics)
	if len(r.Diagnostics) > 0 {
		fmt.Fprintln(w)
	}
	s := say(lang)
	r.origins(w, lang)
	fmt.Fprintf(w, s.public, r.Public)
	fmt.Fprintf(w, s.notPublic, len(r.Withheld))
	printWithheld(w, lang, r.Withheld)
	if r.Errors+r.Warnings == 0 {
		fmt.Fprint(w, s.clean)
		return
	}
	fmt.Fprintf(w, s.faults, r.Errors, r.Warnings)
}

// mostOrigins is how many files are told of one by one.
const mostOrigins = 20

// origins tells what the files were taken for: each of a few, else how many of
// which format; those not surely told in any case.
func (r findings) origins(w io.Writer, lang string) {
	s := say(lang)
	kinds := map[string]int{}
	for _, o := range r.Sources {
		kind := strings.TrimSpace(o.Format + " " + o.Encoding)
		kinds[kind]++
		if len(r.Sources) <= mostOrigins || o.Confidence < 0.8 {
			fmt.Fprintf(w, "%s: %s"+s.sure+"\n", strings.TrimSpace(o.File+" "+o.Part), kind, 100*o.Confidence)
		}
	}
	if len(r.Sources) <= mostOrigins {
		return
	}
	var parts []string
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		parts = append(parts, fmt.Sprintf("%s %d", kind, kinds[kind]))
	}
	fmt.Fprintf(w, "%s: %s\n", s.format, strings.Join(parts, ", "))
}

// mostWithheld is how many records held back for the same reason are told of one
// by one: a whole new archive has no approval yet.
const mostWithheld = 20

func printWithheld(w io.Writer, lang string, vs []withheld) {
	s := say(lang)
	count := map[string]int{}
	var first []record.Diagnostic // of each reason, in order
	for _, v := range vs {
		if len(v.Reasons) > 0 {
			d := v.Reasons[0]
			if count[d.Code]++; count[d.Code] == 1 {
				first = append(first, d)
			}
			if count[d.Code] > mostWithheld {
				continue
			}
		}
		fmt.Fprintf(w, s.place, v.ID, v.File)
		for _, d := range v.Reasons {
			fmt.Fprintf(w, s.reason, d.Code, d.Message, d.Hint)
		}
	}
	for _, d := range first {
		if n := count[d.Code] - mostWithheld; n > 0 {
			fmt.Fprintf(w, s.andMore, n, d.Code, d.Message)
		}
	}
}

// only turns file arguments into the archive's names; nil where there are none.
func (a *app) only(c *pipeline.Checked, args []string) (map[string]bool, error) {
	if len(args) == 0 {
		return nil, nil
	}
	known, _, err := c.Archive.RecordFiles()
	if err != nil {
		return nil, err
	}
	files := map[string]bool{}
	for _, arg := range args {
		abs, err := filepath.Abs(arg)
		if err != nil {
			return nil, err
		}
		rel, err := filepath.Rel(c.Archive.Dir, abs)
		name := filepath.ToSlash(rel)
		if err != nil || !slices.Contains(known, name) {
			if name = filepath.ToSlash(arg); !slices.Contains(known, name) {
				return nil, usageError{fmt.Errorf(text.noFile, arg)}
			}
		}
		files[name] = true
	}
	return files, nil
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
