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
	"sort"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// parser is the work on one document.
type parser struct {
	*ledger
	rec      *record.Record
	dates    []span       // the letter's date fields, cover first
	numbers  []span       // its number fields, cover first
	subject  span         // what the letter is about: …に基づく諮問について（答申）
	title    span         // the inquired case
	count    int          // passages so far
	ruling   bool         // it is a ruling (裁決書), not a reply to an inquiry
	cases    bool         // the body deals with several cases one by one
	paren    bool         // the sections are numbered (1), (2)
	items    bool         // the cases are named, and have items for sections
	style    byte         // how the sections' numbers are written, see styleOf
	edges    map[int]bool // where the text below a heading begins
	notCites []span       // fields of the head and rows of the table, whose mentions are its own
	asked    []span       // annexes that list the inquiries, where the letter names none
	wovenAt  int          // where the members' names are woven with a heading; -1 where they are not

	fieldsAt []int // where the fields of the head begin, as rec.Header
}

// Parse reads d as a reply. It always gives a record: what it has no place for
// is residue, what is damaged stays text with a diagnostic.
func Parse(d *source.Document) *record.Record {
	p := &parser{
		ledger: newLedger(newView(d)),
		rec:    &record.Record{Kind: record.KindReply, Source: d.Source},

		wovenAt: -1,
		edges:   map[int]bool{},
	}
	p.ruling = strings.Contains(first(p.s+strings.Repeat(" ", 30), 30), "裁決書") || strings.HasPrefix(p.s, "決定書")
	p.unwrap()
	p.upright()
	p.rejoinNumbers()
	p.recut()
	start := p.bodyStart()
	p.head(span{0, start.label.from})
	p.body(start, span{start.label.from, len(p.s)})
	if len(p.rec.Inquiries) == 0 && start.verdict { // the letter's sentence is the conclusion
		p.rec.Inquiries = inquiries(first(p.s[start.label.from:], 120))
	}
	for _, free := range p.left(span{0, len(p.s)}) {
		p.discard(free, record.WhyUnplaced)
	}
	p.rec.Residue = append(p.waste, p.pages...)
	sort.SliceStable(p.rec.Residue, func(i, j int) bool { return p.rec.Residue[i].Line < p.rec.Residue[j].Line })
	for _, x := range p.pages { // the running head
		if p.rec.Council == "" && strings.Contains(x.Text, "答申") {
			p.rec.Council = councilWord.FindString(folded(x.Text))
		}
	}
	p.identify()
	if p.title.empty() || p.cases && !p.subject.empty() { // a council's letter has the case for its subject
		p.title = p.subject
		p.title.to -= len(answerMark.FindString(p.s[p.title.from:p.title.to]))
	}
	p.titleNumber()
	p.toldInquiries()
	p.caseNumbers()
	p.rec.Inquiries = pair(p.rec.Inquiries)
	p.rec.Title = oneLine(p.text(p.title))
	p.rec.Outcome = outcome(p.rec.Conclusion, p.bound())
	p.articles()
	p.cites()
	p.complain()
	return p.rec
}

var answerMark = regexp.MustCompile(`\((?:答申|回答|意見|意見書|建議|提言)\)$`)

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
	if r.Date == "" && len(p.dates) == 0 {
		if r.Date = decidedOn(r.Progress); r.Date != "" {
			if d, ok := jadate.First(r.Date); ok {
				r.FiscalYear = d.FiscalYear()
			}
		}
	}
	r.ID = idOf(r, field)
}
