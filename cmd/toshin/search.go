package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/pipeline"
	"github.com/toshin-archive/toshin/internal/search"
)

func searchCommand(a *app) *cobra.Command {
	var asJSON bool
	var by string
	var o search.Options
	c := &cobra.Command{
		Use:     "search 検索語",
		Short:   text.searchShort,
		Long:    text.searchLong,
		Example: text.searchExample,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if o.Limit < 0 || o.Offset < 0 {
				return usageError{errors.New(text.badLimit)}
			}
			if o.Sort = search.Sort(by); !slices.Contains(search.Sorts, o.Sort) {
				return usageError{fmt.Errorf(searchText.badSort, by)}
			}
			s, err := a.searcher()
			if err != nil {
				return err
			}
			defer s.Close()
			res, err := s.Search(strings.Join(args, " "), o)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(a.out, res)
			}
			printHits(a.out, a.lang, res)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, text.flagJSON)
	c.Flags().IntVar(&o.Limit, "limit", 10, text.flagLimit)
	c.Flags().IntVar(&o.Offset, "offset", 0, text.flagOffset)
	c.Flags().StringVar(&by, "sort", string(search.Relevance), searchText.flagSort)
	c.Flags().BoolVar(&o.Same, "same", false, searchText.flagSame)
	c.Flags().BoolVar(&o.NoReadings, "no-readings", false, searchText.flagPlain)
	c.Flags().BoolVar(&o.Facets, "facets", false, searchText.flagFacets)
	return c
}

// searcher opens the index without a word of progress: what search prints is
// the answer. Where a register or the config cannot be read there is none.
func (a *app) searcher() (*search.Searcher, error) {
	o := a.options()
	o.Progress = nil
	s, c, err := pipeline.Searcher(a.ctx, o)
	if err != nil || s != nil {
		return s, err
	}
	a.tellErrors(newFindings(c, nil, a.lang))
	fmt.Fprint(a.err, say(a.lang).notSearched)
	return nil, errRecords
}

// printRead tells how the query was read, where it is not as one would think.
func printRead(w io.Writer, lang string, q search.Query) {
	if lang == "en" {
		for _, n := range q.Notes {
			fmt.Fprintf(w, "note: %s: %s\n", n.Code, n.Text)
		}
		for _, e := range q.Expanded {
			fmt.Fprintf(w, "also searched: %s as %s\n", e.From, strings.Join(e.To, ", "))
		}
		return
	}
	for _, n := range q.Notes {
		fmt.Fprintf(w, searchText.notes[n.Code]+"\n", n.Text)
	}
	for _, e := range q.Expanded {
		fmt.Fprintf(w, searchText.expanded, e.From, strings.Join(e.To, "」「"))
	}
	if q.Same {
		fmt.Fprint(w, searchText.same)
	}
}

func printFacets(w io.Writer, fs []search.Facet) {
	if len(fs) > 0 {
		fmt.Fprint(w, searchText.facets)
	}
	for _, f := range fs {
		for _, v := range f.Values {
			fmt.Fprintf(w, "  %s:=%s  %d\n", f.Name, v.Value, v.Count)
		}
	}
}

func printHits(w io.Writer, lang string, res *search.Result) {
	s := say(lang)
	printRead(w, lang, res.Query)
	defer printFacets(w, res.Facets)
	if res.Total == 0 {
		fmt.Fprint(w, s.noHits)
		return
	}
	fmt.Fprintf(w, s.hits, res.Total)
	for _, h := range res.Hits {
		title := firstLine(h.Title, 60)
		if title == "" {
			title = s.noTitle
		}
		fmt.Fprintf(w, "\n%s  %s\n  %s\n  %s\n", h.Date, title, h.URL, marked(h))
	}
}

// marked is the snippet with its hits in brackets, on one line.
func marked(h search.Hit) string {
	var b strings.Builder
	if h.Clipped[0] {
		b.WriteString("…")
	}
	at := 0
	rs := []rune(h.Snippet)
	for _, m := range h.Marks {
		b.WriteString(string(rs[at:m[0]]) + "[" + string(rs[m[0]:m[1]]) + "]")
		at = m[1]
	}
	b.WriteString(string(rs[at:]))
	if h.Clipped[1] {
		b.WriteString("…")
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}
