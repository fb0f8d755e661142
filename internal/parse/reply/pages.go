package reply

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

var (
	// pageLine is a page's number on a line of its own.
	pageLine = regexp.MustCompile(`^(?:-\d{1,3}-|\d{1,3}/\d{1,3}|[Pp]age:?\d{1,3}:?)$`)
	// contentsLine is a line of a table of contents: 1 審査会の結論 ....... 1
	contentsLine = regexp.MustCompile(`(?:[.・…‥·]{4,}|…{2,})\(?-?\d{1,3}-?\)?$`)
)

// pageDates is a line of a web page that tells its own number and day, among the
// first lines: ページID 1007175　更新日 平成29年12月14日.
var pageDates = regexp.MustCompile(`^(?:ページ(?:番号|ID):?\d+)?(?:(?:最終)?更新日|公開日|掲載日|登録日|作成日):?(?:(?:平成|令和)[\d元]{1,2}年|\d{4}年)\d{1,2}月\d{1,2}日(?:更新)?(?:印刷.{0,8})?$`)

const topLines = 30

// unpaged takes the lines out that the pages have and the text has not, so that
// a sentence goes on over a page's end. They are residue.
func (v *view) unpaged(d *source.Document) *source.Document {
	out := *d
	copied := false
	drop := func(i int) {
		if !copied {
			out.Lines, copied = append([]source.Line(nil), d.Lines...), true
		}
		l := d.Lines[i]
		v.pages = append(v.pages, record.Residue{Line: l.N, Text: tidy(l.Text), Why: record.WhyFurniture})
		out.Lines[i].Text = ""
	}
	count := map[string]int{}
	page := make([]bool, len(d.Lines))
	contents := false
	for i, l := range d.Lines {
		const most = 200 // bytes of such a line
		if len(l.Text) > most {
			continue
		}
		s := folded(l.Text)
		count[s]++
		if i < topLines && pageDates.MatchString(s) {
			drop(i)
			v.pages[len(v.pages)-1].Why = record.WhyChrome
			continue
		}
		if i < topLines && s == "(公印省略)" {
			drop(i)
			v.pages[len(v.pages)-1].Why = record.WhyBoilerplate
			continue
		}
		page[i] = pageLine.MatchString(s)
		if page[i] || contentsLine.MatchString(s) {
			contents = contents || !page[i]
			drop(i)
		}
	}
	for _, i := range append(bareNumbers(d), runningHeads(d)...) {
		page[i] = true
		drop(i)
	}
	above, below := neighbours(d)
	for i, l := range d.Lines {
		if len(l.Text) > 120 || l.Text == "" || out.Lines[i].Text == "" {
			continue
		}
		s := folded(l.Text)
		// A running head stands again and again next to the pages' numbers.
		running := s != "" && count[s] > 1 && (above[i] >= 0 && page[above[i]] || below[i] >= 0 && page[below[i]]) && strings.Contains(s, "答申")
		if running || contents && s == "目次" {
			drop(i)
		}
	}
	return &out
}

// neighbours are the lines with text next above and below each line, -1 where there
// is none.
func neighbours(d *source.Document) (above, below []int) {
	above, below = make([]int, len(d.Lines)), make([]int, len(d.Lines))
	last := -1
	for i, l := range d.Lines {
		above[i] = last
		if tidy(l.Text) != "" {
			last = i
		}
	}
	last = -1
	for i := len(d.Lines) - 1; i >= 0; i-- {
		below[i] = last
		if tidy(d.Lines[i].Text) != "" {
			last = i
		}
	}
	return above, below
}

// bareNumbers finds the page numbers that have no marks: all the lines that are
// a number, where they count 1, 2, 3 … a page's lines apart. Numbers in the middle of
// the paper are pages' alone, however many there are.
func bareNumbers(d *source.Document) []int {
	const (
		page   = 15 // lines of the shortest page
		short  = 8  // and where three or more count on
		middle = 20 // columns of blanks before the number
	)
	var found, centred []int
	for i, l := range d.Lines {
		if len(l.Text) > 120 || !bareNumber.MatchString(folded(l.Text)) {
			continue
		}
		found = append(found, i)
		if columns(l.Text[:strings.IndexFunc(l.Text, func(r rune) bool { return !record.IsBlank(r) })]) >= middle {
			centred = append(centred, i)
		}
	}
	if len(centred) > 0 {
		found = centred
	}
	shortest, last := page, -1
	for n, i := range found {
		if s := folded(d.Lines[i].Text); s != strconv.Itoa(n+1) || i-last < short || i+1 < len(d.Lines) && headsSection(folded(d.Lines[i+1].Text)) {
			return nil
		}
		shortest = min(shortest, i-last)
		last = i
	}
	if least := 2; len(centred) == 0 && (len(found) < least || len(found) == least && shortest < page) {
		return nil
	}
	return found
}

// headsSection tells that s is nothing but the words of a section's heading, to
// which a number of its own line belongs.
func headsSection(s string) bool {
	for _, row := range headingWords {
		if word := row.word.FindString(s); word != "" && word == s {
			return true
		}
	}
	return false
}
