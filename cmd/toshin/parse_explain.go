package main

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// explainLines shows the record's source line by line with what each became: the
// field's path in the JSON, or why it is in none.
func explainLines(w io.Writer, r *record.Record) {
	ps := r.Pieces()
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].Line < ps[j].Line })
	for _, p := range ps {
		for i, t := range strings.Split(p.Text, "\n") {
			where, line := p.Where, fmt.Sprint(p.Line)
			if i > 0 { // the lines that follow belong to the same field
				where, line = "〃", ""
			}
			if page := r.Source.PageOf(p.Line); page > 0 && i == 0 {
				line = fmt.Sprintf("p%d:%s", page, line)
			}
			fmt.Fprintf(w, "%8s  %-42s %s\n", line, where, firstLine(t, 60))
		}
	}
	fmt.Fprintln(w)
}
