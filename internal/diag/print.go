package diag

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/toshin-archive/toshin/internal/record"
)

// words of a printed diagnostic that are not in its entry.
var words = map[string]map[string]string{
	"ja": {"error": "誤り", "warning": "注意", "info": "お知らせ", "hint": "直し方", "more": "ほか %d 件、同じ指摘があります。",
		"elsewhere": "ほか %d ファイルに、同じ指摘が %d 件あります。ファイルを指定するか --json を付けると、全部見られます。"},
	"en": {"error": "error", "warning": "warning", "info": "note", "hint": "hint", "more": "and %d more of the same",
		"elsewhere": "%d more files have the same (%d in all); name a file, or use --json, to see them"},
}

// perCode bounds how often one code is printed in full for one file: the tenth
// reads like the third, and the one that matters drowns.
const perCode = 3

// perRun bounds, by severity, in how many files one code is told of: a habit of
// writing is in every file of an archive.
var perRun = map[record.Severity]int{record.Error: 50, record.Warning: 10, record.Info: 5}

// eachOne is printed however often it comes: each finding of personal
// information must be looked at.
const eachOne = "G040"

// Print writes ds as a compiler does: where, how bad, code, what; the line with
// a caret; what to do. Files with errors stand first, then those with warnings,
// else in their order; so do the errors of a file.
func Print(w io.Writer, lang string, ds []record.Diagnostic) {
	word := words[lang]
	if word == nil {
		word = words["ja"]
	}
	files := map[string]int{}     // by code: those told of
	untold := map[string][2]int{} // by code: files and diagnostics not told of
	var codes []record.Diagnostic // one of each code in untold, in order
	for _, group := range byFile(ds) {
		count := map[string]int{}
		for _, d := range group {
			count[d.Code]++
		}
		for code := range count {
			files[code]++
		}
		done := map[string]int{}
		for _, d := range group {
			done[d.Code]++
			n, all := done[d.Code], d.Code == eachOne
			switch {
			case !all && files[d.Code] > perRun[d.Severity]:
				if n == 1 {
					u := untold[d.Code]
					if u[0] == 0 {
						codes = append(codes, d)
					}
					untold[d.Code] = [2]int{u[0] + 1, u[1] + count[d.Code]}
				}
			case all || n <= perCode:
				printOne(w, word, In(lang, d))
			}
			if rest := count[d.Code] - perCode; !all && n == perCode && rest > 0 && files[d.Code] <= perRun[d.Severity] {
				fmt.Fprintf(w, "%s: %s %s: "+word["more"]+"\n", d.File, word[string(d.Severity)], d.Code, rest)
			}
		}
	}
	for _, d := range codes {
		u := untold[d.Code]
		fmt.Fprintf(w, "%s %s: "+word["elsewhere"]+"\n", word[string(d.Severity)], d.Code, u[0], u[1])
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

// byFile groups ds by file: those with errors first, then those with warnings,
// else in the order in which files first appear; each group from errors to
// notes, then by line.
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
	sort.SliceStable(groups, func(i, j int) bool {
		return severityOrder[groups[i][0].Severity] < severityOrder[groups[j][0].Severity]
	})
	return groups
}
