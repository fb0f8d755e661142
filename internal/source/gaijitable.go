package source

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// Gaiji is the archive's table of its own characters (外字表, data/gaiji.tsv): what
// each private-use character stands for, in all files, in those of a folder, in
// one, or at one place only. A nil table knows none.
type Gaiji struct {
	file    string
	rows    []gaijiRow // the narrowest first
	inLines map[string]bool
}

// gaijiRow is one row of the table.
type gaijiRow struct {
	n            int // line in the table
	written      string
	code         rune
	text, reason string
	place        string // "" everywhere, a folder with its slash, or a file
	line, col    int    // in the file; 0: any
}

// longest a row's text may be: a character with all its marks, or what an office
// put into one square (㈱).
const longestGaiji = 8

// ReadGaiji reads the table b, whose name in the archive is file. A row: code,
// right character, reason and, if it holds there only, the place; separated by
// tabs. Lines with # say nothing. A row that cannot be used is a diagnostic.
func ReadGaiji(b []byte, file string) (*Gaiji, []record.Diagnostic) {
	g := &Gaiji{file: file, inLines: map[string]bool{}}
	var ds []record.Diagnostic
	text := strings.TrimPrefix(string(b), "\ufeff")
	first := map[string]int{}
	for _, l := range Split(text) {
		if strings.TrimFunc(l.Text, isBlank) == "" || strings.HasPrefix(l.Text, "#") {
			continue
		}
		row, why := gaijiOf(l)
		key := fmt.Sprint(row.code, row.place, row.line, row.col)
		if n := first[key]; why == "" && n > 0 {
			why = fmt.Sprintf("%d 行目と同じ符号、同じ場所です", n)
		}
		if why != "" {
			ds = append(ds, diag.InFile(diag.At("R037", l.N, 1, l.Text, why), file))
			continue
		}
		first[key] = l.N
		if row.line > 0 {
			g.inLines[row.place] = true
		}
		g.rows = append(g.rows, row)
	}
	sort.SliceStable(g.rows, func(i, j int) bool {
		a, b := g.rows[i], g.rows[j]
		switch {
		case (a.col > 0) != (b.col > 0):
			return a.col > 0
		case (a.line > 0) != (b.line > 0):
			return a.line > 0
		}
		return len(a.place) > len(b.place)
	})
	return g, ds
}

// gaijiOf reads a row; why says what is wrong with it.
func gaijiOf(l Line) (row gaijiRow, why string) {
	f := strings.Split(l.Text, "\t")
	for i := range f {
		f[i] = strings.TrimFunc(f[i], isBlank)
	}
	if len(f) < 3 || f[1] == "" || f[2] == "" {
		return row, "符号、正しい字、わけの三つを、タブで区切って書きます"
	}
	row = gaijiRow{n: l.N, written: f[0], text: f[1], reason: f[2]}
	if len(f) > 3 {
		row.place = f[3]
		for range 2 { // file:line:column
			head, tail, ok := cutLast(row.place, ":")
			n, err := strconv.Atoi(tail)
			if !ok || err != nil || n < 1 {
				break
			}
			row.place, row.line, row.col = head, n, row.line
		}
	}
	if row.code = codeOf(f[0]); row.code == 0 {
		return row, "符号は U+E000 か SJIS F040 の形で書きます"
	}
	if !IsPrivate(row.code) && row.col == 0 {
		return row, "外字（U+E000〜U+F8FF など）でない字は、場所を「ファイル:行:文字目」まで書きます"
	}
	if utf8.RuneCountInString(row.text) > longestGaiji || strings.ContainsFunc(row.text, func(r rune) bool {
		return IsPrivate(r) || r == utf8.RuneError || unicode.IsSpace(r) || unicode.IsControl(r)
	}) {
		return row, "正しい字は、外字でない普通の字で書きます"
	}
	return row, ""
}

func cutLast(s, sep string) (head, tail string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// codeOf reads U+E000, SJIS F040, or the character itself; 0 for neither.
func codeOf(s string) rune {
	up := strings.ToUpper(s)
	if h, ok := strings.CutPrefix(up, "U+"); ok {
		if n, err := strconv.ParseUint(h, 16, 32); err == nil && n > ' ' && n <= unicode.MaxRune {
			return rune(n)
		}
		return 0
	}
	if h, ok := strings.CutPrefix(up, "SJIS"); ok {
		n, err := strconv.ParseUint(strings.TrimSpace(h), 16, 16)
		if b := []byte{byte(n >> 8), byte(n)}; err == nil && nextShiftJIS(b) == 2 {
			if own := ownShiftJIS(b); own != "" {
				return []rune(own)[0]
			}
		}
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s); n == len(s) && n > 1 {
		return r
	}
	return 0
}

// find is the narrowest row for c at that place of the file name; column 0 asks
// for those that hold for the whole line.
func (g *Gaiji) find(c rune, name string, line, col int) (gaijiRow, bool) {
	if g == nil {
		return gaijiRow{}, false
	}
	for _, r := range g.rows {
		if r.code == c && (r.line == 0 || r.line == line) && (r.col == 0 || r.col == col) && r.holdsIn(name) {
			return r, true
		}
	}
	return gaijiRow{}, false
}

func (r gaijiRow) holdsIn(name string) bool {
	return r.place == "" || r.place == name || strings.HasSuffix(r.place, "/") && strings.HasPrefix(name, r.place)
}

// concerns reports whether a line may have any character for the table.
func (g *Gaiji) concerns(text, name string, line int) bool {
	if strings.ContainsFunc(text, func(c rune) bool { return c >= 0xe000 && (IsPrivate(c) || c == utf8.RuneError) }) {
		return true
	}
	if g == nil || !g.inLines[name] {
		return false
	}
	for _, r := range g.rows {
		if r.place == name && r.line == line {
			return true
		}
	}
	return false
}

// apply puts the right characters into a text of which only the line is known.
func (g *Gaiji) apply(text, name string, line int) string {
	if g == nil || !strings.ContainsFunc(text, IsPrivate) {
		return text
	}
	var b strings.Builder
	for _, c := range text {
		if row, ok := g.find(c, name, line, 0); ok {
			b.WriteString(row.text)
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// unfit are diagnostics of rows made for a place of the file name where no such
// character is: the file has changed since.
func (g *Gaiji) unfit(name string, fit []int) (ds []record.Diagnostic) {
	if g == nil || !g.inLines[name] {
		return nil
	}
	done := map[int]bool{}
	for _, n := range fit {
		done[n] = true
	}
	for _, r := range g.rows {
		if r.place == name && r.col > 0 && !done[r.n] {
			ds = append(ds, diag.InFile(diag.At("R038", r.n, 1, "", r.written, fmt.Sprintf("%s:%d:%d", name, r.line, r.col)), g.file))
		}
	}
	return ds
}
