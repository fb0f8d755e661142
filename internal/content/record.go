package content

import (
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/record"
)

// recordData is what the bodies minutes and reply read.
type recordData struct {
	*record.Record
	Root       string
	Number     string // 答申第216号, 平成29年度第2回
	Heading    string
	Body       string // the council with its division
	Agency     string
	Announced  []agendaRow
	Groups     []group
	Cases      []*caseView             // by item; nil where it is of none
	Own        []*caseView             // of a reply
	Types      []*typeView             // that the reply founded
	Follow     map[string][]followView // by condition
	Lead       *record.Section
	LeadID     string
	Cited      []Link
	CitedBy    []Link
	Graph      *graphView // nil where the lists tell as much
	Left       int        // records that the picture has no room for
	Approval   *approval
	Redacted   int  // stretches taken out
	NoNames    bool // roles stand in the place of names
	Laws       []Link
	Original   []record.Field
	Older      *Link
	Newer      *Link
	Quotations []citeView
	Address    string // absolute; "" without base_url
}

type agendaRow struct {
	record.AgendaItem
	Anchor string
}

// group is the attendees under one heading.
type group struct {
	Name    string
	Present []record.Attendee
	Absent  []record.Attendee
}

type approval struct {
	Council, Decided, Meeting, Item, Condition, Met string
	Link                                            string
}

func (a *atlas) recordPage(r, older, newer *record.Record) page {
	d := recordData{
		Root: root(r.ID.URL()), Own: a.ofReply(r.ID), Types: a.typesFoundedBy(r.ID), CitedBy: a.citedBy(r.ID),
		Cited: a.citesOf(r), Approval: a.approvalOf(r), Laws: lawsOf(r.Articles), NoNames: a.noNames,
		Older: linkOrNil(older), Newer: linkOrNil(newer),
	}
	for i := range r.Items {
		d.Cases = append(d.Cases, a.ofItem(r.ID, i))
	}
	for _, c := range r.Conditions {
		if d.Follow == nil {
			d.Follow = map[string][]followView{}
		}
		d.Follow[c.ID] = a.follow[string(r.ID)+"#"+c.ID]
	}
	d.Graph, d.Left = a.near(r.ID)
	if v := a.verdicts[r.ID]; v != nil {
		d.Redacted = v.Redacted
	}
	p := page{URL: r.ID.URL(), Body: "minutes", Key: recordKey{a.sums.Of(r), a.cfg, d}}
	if r.Kind == record.KindReply {
		p.Body = "reply"
	}
	p.fill = func(p *page) { a.fillRecord(p, r, d) }
	return p
}

// recordKey decides a record's page: the record, the archive's settings, and what
// others say of the record. fillRecord must read nothing else.
type recordKey struct {
	Sum      string
	Settings *archive.Config
	Of       recordData
}

// fillRecord makes what follows from the record and the settings alone.
func (a *atlas) fillRecord(p *page, r *record.Record, d recordData) {
	d.Record, d.Number, d.Heading = r, Number(r), titleOf(r)
	d.Body, d.Agency = strings.TrimSpace(r.Council+" "+r.Division), agencyOf(r)
	d.Announced, d.Groups, d.Original = agendaOf(r), groupsOf(r), originalOf(r)
	d.Address = a.absolute(p.URL)
	if !a.bare {
		d.Quotations = a.citesFor(r)
	}
	for i := range r.Sections {
		if s := &r.Sections[i]; s.Kind == "conclusion" && len(s.Passages) > 0 {
			d.LeadID = s.Passages[0].ID
			if i == 0 {
				d.Lead = s
			}
			break
		}
	}
	p.Data = &d
	nav, feed := "minutes", "minutes/"
	if r.Kind == record.KindReply {
		nav, feed = "replies", "replies/"
	}
	p.Front = front{
		Title: strings.TrimSpace(pageTitle(r)), Description: describe(r), URL: p.URL, Date: r.Date,
		Layout: "page", Type: "record",
		Params: params{Root: d.Root, Nav: nav, Feed: feed, JSONLD: a.recordLD(r), Record: string(r.ID), Kind: string(r.Kind)},
	}
}

// pageTitle names the page in a browser's tab, a feed or a list of results.
func pageTitle(r *record.Record) string {
	t := titleOf(r)
	if n := Number(r); r.Kind == record.KindReply && !strings.Contains(t, n) {
		return n + " " + t
	}
	return t
}

// describe says in a sentence what the record is about.
func describe(r *record.Record) string {
	if r.Kind == record.KindReply {
		if r.Conclusion != "" {
			return clip(oneLine(r.Conclusion), 120)
		}
		return clip(titleOf(r), 120)
	}
	var titles []string
	for _, it := range r.Items {
		if it.Title != "" {
			titles = append(titles, strings.TrimSpace(it.Case+" "+it.Title))
		}
	}
	return clip(oneLine(strings.TrimSpace(seireki(r.Date)+" "+strings.Join(titles, "、"))), 120)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func clip(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

func linkOrNil(r *record.Record) *Link {
	if r == nil {
		return nil
	}
	l := linkTo(r)
	return &l
}

// agendaOf leads from what was announced to what was dealt with: by the case,
// else by the number together with the title, else by either alone where only
// one item has it, else to the first of that number.
func agendaOf(r *record.Record) []agendaRow {
	var rows []agendaRow
	for _, g := range r.Agenda {
		row := agendaRow{AgendaItem: g}
		for _, same := range []func(record.Item) bool{
			func(it record.Item) bool { return g.Case != "" && it.Case == g.Case },
			func(it record.Item) bool {
				return g.Number != "" && it.Number == g.Number && cases.Alike(it.Title, g.Title)
			},
			func(it record.Item) bool { return cases.Alike(it.Title, g.Title) },
			func(it record.Item) bool { return g.Number != "" && it.Number == g.Number },
		} {
			if i := only(r.Items, same); i >= 0 {
				row.Anchor = ItemAnchor(i)
				break
			}
		}
		// Several cases under one number of the agenda: the way to the first.
		if i := slices.IndexFunc(r.Items, func(it record.Item) bool { return g.Number != "" && it.Number == g.Number }); row.Anchor == "" && i >= 0 {
			row.Anchor = ItemAnchor(i)
		}
		rows = append(rows, row)
	}
	return rows
}

// only is the index of the one item that is the same, -1 where none or several
// are.
func only(items []record.Item, same func(record.Item) bool) int {
	at := -1
	for i, it := range items {
		if same(it) {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

func groupsOf(r *record.Record) []group {
	var gs []group
	index := map[string]int{}
	for _, p := range r.Attendees {
		i, ok := index[p.Group]
		if !ok {
			i = len(gs)
			index[p.Group] = i
			gs = append(gs, group{Name: p.Group})
		}
		if p.Absent {
			gs[i].Absent = append(gs[i].Absent, p)
		} else {
			gs[i].Present = append(gs[i].Present, p)
		}
	}
	return gs
}

// originalOf is the head as written, less the fields that say nothing.
func originalOf(r *record.Record) []record.Field {
	var fs []record.Field
	for _, f := range r.Header {
		if f.Label != "" || strings.TrimSpace(f.Text) != "" {
			fs = append(fs, f)
		}
	}
	return fs
}
