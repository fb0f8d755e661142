package gate

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/scaffold"
	"github.com/toshin-archive/toshin/internal/source"
)

// unfilled looks for the first line that still has what a new record says to
// write there. A council approves what is written, never the form.
func unfilled(lines []source.Line) record.Diagnostic {
	prompts := scaffold.Prompts()
	for _, l := range lines {
		for at, rest := 0, l.Text; ; {
			open := strings.Index(rest, "（")
			if open < 0 {
				break
			}
			at, rest = at+open, rest[open:]
			shut := strings.Index(rest, "）")
			if shut < 0 {
				break
			}
			if p := rest[:shut+len("）")]; prompts[p] {
				return diag.At("G012", l.N, utf8.RuneCountInString(l.Text[:at])+1, l.Text, p)
			}
			at, rest = at+len("（"), rest[len("（"):]
		}
	}
	return record.Diagnostic{}
}
