package diag

import "github.com/toshin-archive/toshin/internal/record"

// Example is a case in which a diagnostic is told, about the made-up 見晴市. The
// page of all codes (docs/diagnostics.ja.md) is made from these.
type Example struct {
	File         string
	Line, Column int
	Text         string
	Args         []any
	Mend         string // how the place reads once it is mended; "" where the hint says all
}

// examples has one a code.
var examples = []map[string]Example{readExamples, formatExamples, parseExamples, gateExamples, moreExamples}

func exampleOf(code string) (Example, bool) {
	for _, t := range examples {
		if x, ok := t[code]; ok {
			return x, true
		}
	}
	return Example{}, false
}

// diagnostic is the example as the program tells it.
func (x Example) diagnostic(code string) record.Diagnostic {
	return InFile(At(code, x.Line, x.Column, x.Text, x.Args...), x.File)
}
