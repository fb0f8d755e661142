// Package reply reads the written replies (答申) of councils and review boards.
//
// The text is looked at with its layout taken off (view) and cut by what must
// follow what, since most files have lost the line ends of their head: letter
// (head), numbered sections (body), members, annexes and the table of what was
// done when (progress). A ledger sees to it that every character of the source
// comes out exactly once.
package reply

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// parser is the work on one document.
type parser struct {
	*ledger
	rec     *record.Record
	dates   []span // the letter's date fields, cover first
	numbers []span // its number fields, cover first
	subject span   // what the letter is about: …に基づく諮問について（答申）
	title   span   // the inquired case
	count   int    // passages so far
	wovenAt int    // where the members' names are woven with a heading; -1 where they are not

	fieldsAt []int // where the fields of the head begin, as rec.Header
}

// Parse reads d as a reply. It always gives a record: what it has no place for
// is residue, what is damaged stays text with a diagnostic.
func Parse(d *source.Document) *record.Record {
	p := &parser{
		ledger: newLedger(newView(d)),
		rec:    &record.Record{Kind: record.KindReply, Source: d.Source},

		wovenAt: -1,
	}
	start := p.bodyStart()
	p.head(span{0, start.label.from})
	p.body(start, span{start.label.from, len(p.s)})
	for _, free := range p.left(span{0, len(p.s)}) {
		p.discard(free, record.WhyUnplaced)
	}
	p.rec.Residue = p.waste
	p.identify()
	if p.title.empty() { // a council's letter has the case for its subject
		p.title = p.subject
		p.title.to -= len(answerMark.FindString(p.s[p.title.from:p.title.to]))
	}
	p.rec.Title = oneLine(p.text(p.title))
	p.rec.Outcome = outcome(p.rec.Conclusion)
	p.rec.Articles = articles(p.s)
	p.cites()
	p.complain()
	return p.rec
}

// identify settles number, date, fiscal year and ID. The cover comes first: it
// is whole where the letter's spaced glyphs are damaged.
func (p *parser) identify() {
	r, field := p.rec, ""
	for _, sp := range p.numbers {
		if ns := readNumbers(p.s[sp.from:sp.to]); len(ns) > 0 {
			r.Number, r.Numbers, field = ns[0], ns, p.s[sp.from:sp.to]
			break
		}
	}
	for _, sp := range p.dates {
		if d, ok := jadate.First(p.s[sp.from:sp.to]); ok && d.ISO() != "" {
			r.Date, r.FiscalYear = d.ISO(), d.FiscalYear()
			break
		}
	}
	r.ID = idOf(r, field)
}

var answerMark = regexp.MustCompile(`\(答申\)$`)

// complain reports what the source has damaged or left out.
func (p *parser) complain() {
	report := func(code string, at int, args ...any) {
		l := line{n: 0}
		text := ""
		if at >= 0 && len(p.lines) > 0 {
			l = p.lines[p.lineIndex(at)]
			text = clip(p.text(l.span))
		}
		p.rec.Diagnostics = append(p.rec.Diagnostics, diag.At(code, l.n, 0, text, args...))
	}
	if p.rec.Number == "" {
		report("P201", -1)
	}
	if p.rec.Date == "" {
		report("P202", -1)
	}
	if p.rec.Conclusion == "" {
		report("P203", -1)
	}
	for _, sp := range p.dates {
		d, _ := jadate.First(p.s[sp.from:sp.to])
		switch iso := d.ISO(); {
		case iso == "":
			report("P204", sp.from, p.text(sp))
		case iso != p.rec.Date:
			report("P205", sp.from, p.rec.Date, iso)
		}
	}
	for _, sp := range p.numbers {
		if ns := readNumbers(p.s[sp.from:sp.to]); len(p.rec.Numbers) > 0 && !within(ns, p.rec.Numbers) {
			report("P206", sp.from, p.rec.Number, oneLine(p.text(sp)))
		}
	}
	if p.wovenAt >= 0 {
		report("P208", p.wovenAt, strings.Join(p.rec.Members, "、"))
	}
	for _, row := range p.rec.Progress {
		if row.Date == "" {
			p.rec.Diagnostics = append(p.rec.Diagnostics, diag.At("P207", row.Line, 0, clip(oneLine(row.When)), oneLine(row.When)))
		}
	}
}

// within reports whether ns is not empty and part of all; a letter may name
// the numbers of the cover one by one.
func within(ns, all []string) bool {
	has := make(map[string]bool, len(all))
	for _, n := range all {
		has[n] = true
	}
	for _, n := range ns {
		if !has[n] {
			return false
		}
	}
	return len(ns) > 0
}

func clip(s string) string {
	if c := first(s, 100); c != "" {
		return c + "…"
	}
	return s
}

// signs are words that a reply has, with how much they say; minutes quote some
// of them, so that words of meetings count against.
var signs = []struct {
	weight int
	word   *regexp.Regexp
}{
	{4, regexp.MustCompile(`(?:別紙のとおり|次のとおり|下記のとおり)答申(?:します|する|いたします)`)},
	{4, regexp.MustCompile(`(?:審査会|審議会)の(?:結論|意見)`)},
	{3, regexp.MustCompile(`\(答申\)`)},
	{3, regexp.MustCompile(`^.{0,60}?答申(?:書|第|\(|\d|[令平]\d)`)},
	{3, regexp.MustCompile(`諮問庁:|答申日:|事件名:`)},
	{2, regexp.MustCompile(`主文`)},
	{2, regexp.MustCompile(`(?:異議申立て|審査請求)の趣旨`)},
	{-4, regexp.MustCompile(`^.{0,80}?(?:会議録|議事録|議事要旨|会議要旨|議事概要|会議概要)`)},
	{-3, regexp.MustCompile(`(?:開催)?日時|傍聴`)},
	{-3, regexp.MustCompile(`出席(?:者|委員)`)},
}

// Score says how much d reads like a reply by its own words; 5 and more is one.
// It looks at the beginning only.
func Score(d *source.Document) int {
	const most = 6000
	var b strings.Builder
	for _, l := range d.Lines {
		b.WriteString(l.Text)
		b.WriteByte('\n')
		if b.Len() > most {
			break
		}
	}
	text := first(b.String()+" ", most/3)
	if text == "" {
		text = b.String()
	}
	v := newView(&source.Document{Lines: []source.Line{{N: 1, Text: strings.ReplaceAll(text, "\n", " ")}}})
	n := 0
	for _, s := range signs {
		if s.word.MatchString(v.s) {
			n += s.weight
		}
	}
	return n
}
