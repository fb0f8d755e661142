package diag

import (
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/toshin-archive/toshin/internal/record"
)

// words of a printed diagnostic that are not in its entry.
var words = map[string]map[string]string{
	"ja": {"error": "誤り", "warning": "注意", "info": "お知らせ", "hint": "直し方", "more": "ほか %d 件、同じ指摘があります。"},
	"en": {"error": "error", "warning": "warning", "info": "note", "hint": "hint", "more": "and %d more of the same"},
}

// perCode bounds how often one code is printed in full for one file: the tenth
// reads like the third, and the one that matters drowns.
const perCode = 3

// eachOne is printed however often it comes: each finding of personal
// information must be looked at.
const eachOne = "G040"

// Print writes ds as a compiler does: where, how bad, code, what; the line with
// a caret; what to do. Errors stand first within a file; files keep their order.
func Print(w io.Writer, lang string, ds []record.Diagnostic) {
	word := words[lang]
	if word == nil {
		word = words["ja"]
	}
	for _, group := range byFile(ds) {
		count := map[string]int{}
		for _, d := range group {
			count[d.Code]++
			if count[d.Code] > perCode && d.Code != eachOne {
				continue
			}
			printOne(w, word, In(lang, d))
		}
		for _, d := range group {
			if n := count[d.Code]; n > perCode && d.Code != eachOne {
				fmt.Fprintf(w, "%s: %s %s: "+word["more"]+"\n", d.File, word[string(d.Severity)], d.Code, n-perCode)
				count[d.Code] = 0
			}
		}
	}
}

func printOne(w io.Writer, word map[string]string, d record.Diagnostic) {
	place := d.File
	if d.Line > 0 {
		place += fmt.Sprintf(":%d", d.Line)
		if d.Column > 0 {
			place += fmt.Sprintf(":%d", d.Column)
		}
	}
	fmt.Fprintf(w, "%s: %s %s: %s\n", place, word[string(d.Severity)], d.Code, d.Message)
	if d.Text != "" && d.Line > 0 {
		text, caret := excerpt(d.Text, d.Column)
		fmt.Fprintf(w, "%6d | %s\n", d.Line, text)
		if d.Column > 0 {
			fmt.Fprintf(w, "       | %s^\n", caret)
		}
	}
	if d.Hint != "" {
		fmt.Fprintf(w, "         %s: %s\n", word["hint"], d.Hint)
	}
}

// excerptWidth is how much of a line is shown: the joined heads of some replies
// are a thousand characters long.
const excerptWidth = 60

// excerpt cuts line around column (1-based, in characters) and gives the blanks
// that bring a caret under it. Blanks are as wide as the text above them.
func excerpt(line string, column int) (text, caret string) {
	rs := []rune(strings.Map(func(c rune) rune {
		if c == '\t' || c < 0x20 || c == 0x7f {
			return ' '
		}
		return c
	}, line))
	from := 0
	if column > excerptWidth*2/3 {
		from = column - excerptWidth/3
	}
	from = min(from, len(rs))
	to := min(len(rs), from+excerptWidth)
	text = string(rs[from:to])
	width := 0
	cond := runewidth.Condition{EastAsianWidth: true}
	for _, c := range rs[from:max(from, min(to, column-1))] {
		width += cond.RuneWidth(c)
	}
	if from > 0 {
		text, width = "…"+text, width+cond.RuneWidth('…')
	}
	if to < len(rs) {
		text += "…"
	}
	return text, strings.Repeat(" ", width)
}

// byFile groups ds by file in the order in which files first appear, each group
// from errors to notes, then by line.
func byFile(ds []record.Diagnostic) [][]record.Diagnostic {
	at := map[string]int{}
	var groups [][]record.Diagnostic
	for _, d := range ds {
		i, ok := at[d.File]
		if !ok {
			i = len(groups)
			at[d.File] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], d)
	}
	for _, g := range groups {
		sortDiagnostics(g)
	}
	return groups
}
