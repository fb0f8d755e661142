package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/pipeline"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/report"
	"github.com/toshin-archive/toshin/internal/source"
)

func parseCommand(a *app) *cobra.Command {
	var asJSON, explain bool
	c := &cobra.Command{
		Use:     "parse ファイル…",
		Short:   text.parseShort,
		Long:    text.parseLong,
		Example: text.parseExample,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			explained := []*report.Explained{}
			var read func(*record.Record, []source.Line)
			if explain {
				read = func(r *record.Record, lines []source.Line) {
					explained = append(explained, report.Explain(r, lines, a.lang))
				}
			}
			records, err := a.parseFiles(args, read)
			if err != nil {
				return err
			}
			switch {
			case asJSON && explain:
				err = writeJSON(a.out, explained)
			case asJSON:
				err = writeJSON(a.out, records)
			default:
				for i, r := range records {
					outline(a.out, a.lang, r)
					if explain {
						explainLines(a.out, a.lang, explained[i])
					}
				}
			}
			if err == nil && len(records) == 0 {
				err = errRecords
			}
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, text.flagJSON)
	c.Flags().BoolVar(&explain, "explain", false, text.flagExplain)
	return c
}

// parseFiles reads each file; faults of files that give no record go to the
// error output, so that JSON stays JSON.
func (a *app) parseFiles(args []string, read func(*record.Record, []source.Line)) ([]*record.Record, error) {
	arch, _, err := archive.Open(a.source)
	if err != nil {
		return nil, err
	}
	records := []*record.Record{} // an empty list is [] in JSON
	reader, ds, err := pipeline.Reader(arch)
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	diag.Print(a.err, a.lang, ds)
	for _, arg := range args {
		rs, ds, err := pipeline.ParseFile(arch, reader, arg, a.name(arch, arg), read)
		if err != nil {
			return nil, err
		}
		diag.Print(a.err, a.lang, ds)
		for _, r := range rs {
			for i, d := range r.Diagnostics {
				r.Diagnostics[i] = diag.In(a.lang, d)
			}
		}
		records = append(records, rs...)
	}
	return records, nil
}

// name is the file's name in the archive, or as given where it lies outside.
func (a *app) name(arch *archive.Archive, arg string) string {
	if abs, err := filepath.Abs(arg); err == nil {
		if rel, err := filepath.Rel(arch.Dir, abs); err == nil && filepath.IsLocal(rel) {
			return filepath.ToSlash(rel)
		}
	}
	return filepath.ToSlash(arg)
}

// outline shows a record as a clerk would check it: what was found, how many.
func outline(w io.Writer, lang string, r *record.Record) {
	s := say(lang)
	line := func(label, value string) {
		if value != "" {
			fmt.Fprintf(w, "  %s: %s\n", label, value)
		}
	}
	fmt.Fprintf(w, "%s  %s\n", r.ID, firstLine(r.Title, 60))
	line(s.file, strings.TrimSpace(r.Source.File+" "+r.Source.Part))
	line(s.format, strings.TrimSpace(r.Source.Format+" "+r.Source.Encoding)+fmt.Sprintf(s.sure, 100*r.Source.Confidence))
	line(s.notation, r.Notation)
	line(s.council, r.Council)
	line(s.date, r.Date)
	line(s.venue, firstLine(r.Venue, 60))
	line(s.number, r.Number)
	line(s.outcome, r.Outcome)
	if n := len(r.Attendees); n > 0 {
		line(s.people, fmt.Sprintf(s.count, n))
	}
	for _, it := range r.Items {
		n := 0
		for _, part := range it.Sections {
			n += len(part.Passages)
		}
		line(s.item+" "+it.Number, strings.TrimSpace(it.Case+" "+firstLine(it.Title, 50))+fmt.Sprintf(s.passages, n)+" "+it.Outcome)
	}
	for _, part := range r.Sections {
		line(s.section+" "+record.Japanese(record.SectionKinds, part.Kind), firstLine(part.Label, 50)+fmt.Sprintf(s.passages, len(part.Passages)))
	}
	why := map[string]int{}
	for _, x := range r.Residue {
		why[x.Why]++
	}
	for _, k := range []string{record.WhyChrome, record.WhyFurniture, record.WhyBoilerplate, record.WhyUnplaced} {
		if why[k] > 0 {
			line(fmt.Sprintf(s.residue, report.Reason(lang, k)), fmt.Sprint(why[k]))
		}
	}
	diag.Print(w, lang, r.Diagnostics)
	fmt.Fprintln(w)
}
