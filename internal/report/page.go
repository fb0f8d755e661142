package report

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"slices"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
)

//go:embed report.html
var page string

var layout = template.Must(template.New("report").Funcs(template.FuncMap{
	"percent":  func(f float64) string { return fmt.Sprintf("%.0f%%", 100*f) },
	"look":     words["ja"].look,
	"severity": words["ja"].severity,
	"kind":     func(k record.Kind) string { return words["ja"].kinds[k] },
	"short": func(s string) string {
		if utf8.RuneCountInString(s) > 80 {
			return string([]rune(s)[:80]) + "…"
		}
		return s
	},
}).Parse(page))

// mostFound of one row, and mostToLook of all, are shown on the page; report.json
// has the rest.
const (
	mostFound  = 6
	mostToLook = 200
)

// pageRow is a row with its place on the page.
type pageRow struct {
	Row
	N       int // 1-based, its anchor
	Shown   []record.Diagnostic
	Rest    int
	Reading string // what Look says
	Got     string // what was placed, and how many
	Kept    string // what was kept out
}

// HTML is the report for people: one file without scripts or anything from
// elsewhere.
func (r *Report) HTML() ([]byte, error) {
	v := struct {
		*Report
		All, ToLook []pageRow
		More        int
	}{Report: r}
	rank := []string{"none", "error", "unplaced", "doubtful", "warning"}
	for i, row := range r.Rows {
		p := pageRow{Row: row, N: i + 1, Shown: row.Found, Reading: row.Look(), Got: words["ja"].list(row), Kept: words["ja"].kept(row)}
		if len(p.Shown) > mostFound {
			p.Shown, p.Rest = p.Shown[:mostFound], len(p.Shown)-mostFound
		}
		v.All = append(v.All, p)
		if p.Reading != "" {
			v.ToLook = append(v.ToLook, p)
		}
	}
	slices.SortStableFunc(v.ToLook, func(a, b pageRow) int {
		return slices.Index(rank, a.Reading) - slices.Index(rank, b.Reading)
	})
	if len(v.ToLook) > mostToLook {
		v.ToLook, v.More = v.ToLook[:mostToLook], len(v.ToLook)-mostToLook
	}
	var b bytes.Buffer
	if err := layout.Execute(&b, v); err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	return b.Bytes(), nil
}
