package reply

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// folio is a page's number between its dashes, somewhere in a line: in a text that
// lost its line ends the foot of a page stands in the midst of a sentence.
var folio = regexp.MustCompile(`[-－−–—‐―]\s?([0-9０-９]{1,3})\s?[-－−–—‐―]`)

var dashes = []string{"-", "－", "−", "–", "—", "‐", "―"}

// folioAt is one of them: in which line, from where to where.
type folioAt struct{ line, from, to int }

// folios finds the page numbers within lines. That they are such, and no part of
// a house number or a document's mark, is told by their counting on from the
// first page to the last; numbers on lines of their own count along.
func folios(d *source.Document) []folioAt {
	const (
		least  = 3 // that count on
		missed = 2 // pages whose number is lost or stands elsewhere
	)
	var found []folioAt
	within, last := 0, 0
	for i, l := range d.Lines {
		if !slices.ContainsFunc(dashes, func(dash string) bool { return strings.Contains(l.Text, dash) }) {
			continue // the cheap look
		}
		for _, m := range folio.FindAllStringSubmatchIndex(l.Text, -1) {
			n, err := strconv.Atoi(folded(l.Text[m[2]:m[3]]))
			if err != nil || n <= last || n > last+1+missed || !standsAlone(l.Text, m[0], m[1]) {
				continue
			}
			last = n
			if strings.TrimFunc(l.Text, record.IsBlank) == l.Text[m[0]:m[1]] {
				continue // the whole line: unpaged knows it
			}
			within++
			found = append(found, folioAt{i, m[0], m[1]})
		}
	}
	if within < least {
		return nil
	}
	return found
}

// standsAlone tells that no digit, letter or dash goes on beside s[from:to].
func standsAlone(s string, from, to int) bool {
	const wordlike = "-－−0123456789０１２３４５６７８９ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz第号"
	before := []rune(s[max(0, from-4):from])
	if n := len(before); n > 0 && strings.ContainsRune(wordlike, before[n-1]) {
		return false
	}
	return to == len(s) || !strings.ContainsRune(wordlike, runeAt(s, to))
}

// unfolioed takes them out, so that a sentence goes on behind them.
func (v *view) unfolioed(d *source.Document) *source.Document {
	found := folios(d)
	if found == nil {
		return d
	}
	out := *d
	out.Lines = make([]source.Line, 0, len(d.Lines)+len(found))
	v.broken = map[int]bool{}
	for i, l := range d.Lines {
		at := 0
		for len(found) > 0 && found[0].line == i {
			f := found[0]
			found = found[1:]
			v.pages = append(v.pages, record.Residue{Line: l.N, Text: l.Text[f.from:f.to], Why: record.WhyFurniture})
			out.Lines = append(out.Lines, source.Line{N: l.N, Text: l.Text[at:f.from]})
			v.broken[len(out.Lines)] = true
			at = f.to
		}
		l.Text = l.Text[at:]
		out.Lines = append(out.Lines, l)
	}
	return &out
}
