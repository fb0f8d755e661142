package main

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/search"
)

func explainCommand(a *app) *cobra.Command {
	var asJSON bool
	limit := 3
	c := &cobra.Command{
		Use:     "explain 検索語",
		Short:   text.explainShort,
		Long:    text.explainLong,
		Example: text.explainExample,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := a.searcher()
			if err != nil {
				return err
			}
			defer s.Close()
			e, err := s.Explain(strings.Join(args, " "), limit)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(a.out, e)
			}
			printExplanation(a.out, e)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, text.flagJSON)
	c.Flags().IntVar(&limit, "limit", limit, text.flagLimit)
	return c
}

func printExplanation(w io.Writer, e *search.Explanation) {
	printRead(w, "ja", search.Query{Notes: e.Query.Notes})
	for _, f := range e.Query.Filters {
		fmt.Fprintf(w, explainText.filter, f.Name, f.Value)
	}
	for _, t := range e.Terms {
		fmt.Fprintf(w, explainText.term, t.Text)
		if len(t.Ways) == 0 {
			fmt.Fprint(w, explainText.nothing)
			continue
		}
		fmt.Fprintf(w, explainText.folded, t.Folded)
		for _, x := range t.Expanded {
			fmt.Fprintf(w, explainText.expanded, x.From, strings.Join(x.To, "」「"))
		}
		fmt.Fprintf(w, explainText.ways, len(t.Ways))
		for n, way := range t.Ways {
			var parts []string
			for _, p := range way.Parts {
				parts = append(parts, part(p))
			}
			fmt.Fprintf(w, "    %d. [%s] %s\n", n+1, explainText.tiers[way.Tier], strings.Join(parts, explainText.then))
			if n == 0 {
				fmt.Fprintf(w, explainText.terms, strings.ReplaceAll(strings.Join(way.Terms, explainText.comma), "\t", ""))
			}
		}
		fmt.Fprintf(w, explainText.records, t.Records, t.Rarity)
	}
	fmt.Fprintf(w, explainText.total, e.Total)
	for n, h := range e.Hits {
		fmt.Fprintf(w, explainText.hit, n+1, h.Record, firstLine(h.Title, 40), explainText.tiers[h.Tier], h.Score)
		for _, x := range h.Words {
			fmt.Fprintf(w, explainText.word, x.Text, explainText.tiers[x.Tier], x.Times, explainText.places[x.Place], x.Edges, x.Rarity, x.Impact, x.Score)
		}
	}
}

var dateTerm = regexp.MustCompile(`^([dfm])(\d+)(?:-(\d\d))?(?:-(\d\d))?$`)

// part is an atom as people are told it; docs/folding.md lists what alternates
// are written as.
func part(s string) string {
	if m := dateTerm.FindStringSubmatch(s); m != nil {
		day := func(n string) string { return strings.TrimPrefix(n, "0") }
		switch {
		case m[1] == "f":
			return fmt.Sprintf(explainText.fiscal, m[2])
		case m[1] == "m":
			return fmt.Sprintf(explainText.day, day(m[2]), day(m[3]))
		case m[4] != "":
			return fmt.Sprintf(explainText.date, m[2], day(m[3]), day(m[4]))
		case m[3] != "":
			return fmt.Sprintf(explainText.month, m[2], day(m[3]))
		}
		return fmt.Sprintf(explainText.year, m[2])
	}
	if rest, ok := strings.CutPrefix(s, "="); ok {
		return fmt.Sprintf(explainText.fallen, rest)
	}
	if rest, ok := strings.CutPrefix(s, "~"); ok {
		return fmt.Sprintf(explainText.anyLong, rest)
	}
	return "「" + s + "」"
}
