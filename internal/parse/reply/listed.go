package reply

import (
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/parse/cite"
	"github.com/toshin-archive/toshin/internal/record"
)

// What a row of a list of replies is read with: the same rules as a reply's own
// letter.

// Listed fills in number, ID, outcome and articles of a record made from a row
// of a list. number is the row's number as written (12, 第12号, 答申第12号, 令5-2),
// conclusion its conclusion or outcome.
func Listed(r *record.Record, number, conclusion string) {
	field := folded(number)
	if !strings.Contains(field, "答申") {
		field = "答申" + field
	}
	if ns := readNumbers(field); len(ns) > 0 {
		r.Number, r.Numbers = ns[0], ns
	}
	r.ID = idOf(r, field)
	r.Conclusion = conclusion
	r.Outcome = outcome(conclusion, false)
	var text strings.Builder
	for _, f := range r.Header {
		text.WriteString(folded(f.Text) + "。")
	}
	for _, s := range r.Sections {
		for _, p := range s.Passages {
			text.WriteString(folded(p.Text) + "。")
		}
	}
	found, _ := cite.Provisions(text.String(), cite.Layout{Home: cityOf.FindString(r.Council)})
	for _, f := range found {
		if !slices.Contains(r.Articles, f.Text) {
			r.Articles = append(r.Articles, f.Text)
		}
	}
}
