package content

import (
	"sort"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/record"
)

// atlas is the whole archive as its pages see it: what goes out, in order, and
// what is tied to what.
type atlas struct {
	cfg      *archive.Config
	version  string
	minutes  []*record.Record // newest first
	replies  []*record.Record // newest first
	verdicts map[record.ID]*gate.Verdict
	all      []gate.Verdict
	notes    []gate.Notice
	noNames  bool // roles stand in the place of names
	set      *cases.Set
	cases    []*caseView // the one dealt with last first
	views    map[*cases.Case]*caseView
	types    []*typeView
	follow   map[string][]followView   // by condition: replies/h30-3#c01
	cites    map[record.ID][]record.ID // public records that a record cites, see neighbours
	citing   map[record.ID][]record.ID // and those that cite it
	byID     map[record.ID]*record.Record
	shelves  []shelf
	sums     record.Sums
	bare     bool
}

func newAtlas(in Input) *atlas {
	a := &atlas{sums: in.Sums, cfg: &in.Config, version: in.Version, verdicts: map[record.ID]*gate.Verdict{}, byID: map[record.ID]*record.Record{}}
	a.all, a.notes = in.Result.Verdicts, in.Result.Notices
	a.noNames = in.Result.NoMembers || in.Result.NoOfficials
	a.all = append(a.all[:len(a.all):len(a.all)], gone(a.all, a.notes)...)
	for i := range a.all {
		if v := &a.all[i]; v.Public {
			a.verdicts[v.ID] = v
		}
	}
	for _, r := range in.Result.Public {
		a.byID[r.ID] = r
		if r.Kind == record.KindMinutes {
			a.minutes = append(a.minutes, r)
		} else {
			a.replies = append(a.replies, r)
		}
	}
	newestFirst(a.minutes)
	newestFirst(a.replies)
	if a.bare = in.Bare; a.bare {
		a.set = &cases.Set{}
	} else {
		a.neighbours()
		a.tie(in.Cases, in.Tied)
		a.typeViews(in.Types)
	}
	a.shelve()
	return a
}

// newestFirst orders records by date, those of a day by their ID as people
// count (216 after 29), later numbers first.
func newestFirst(rs []*record.Record) {
	sort.Slice(rs, func(i, j int) bool {
		if rs[i].Date != rs[j].Date {
			return rs[i].Date > rs[j].Date
		}
		return natural(string(rs[j].ID), string(rs[i].ID))
	})
}

// fed is how many records a feed shows.
const fed = 30

// newest lists the files of the records that a feed may show: the newest, and
// whatever is of the same day as the last of them. rs are in their order.
func newest(rs []*record.Record) []string {
	var files []string
	for i, r := range rs {
		if i >= fed && r.Date != rs[fed-1].Date {
			break
		}
		p := page{URL: r.ID.URL()}
		files = append(files, p.file())
	}
	return files
}

// natural reports that a comes before b, runs of digits compared as numbers.
func natural(a, b string) bool {
	for a != "" && b != "" {
		da, db := digits(a), digits(b)
		if da > 0 && db > 0 {
			na, nb := trimZeros(a[:da]), trimZeros(b[:db])
			if len(na) != len(nb) {
				return len(na) < len(nb)
			}
			if na != nb {
				return na < nb
			}
			a, b = a[da:], b[db:]
			continue
		}
		if a[0] != b[0] {
			return a[0] < b[0]
		}
		a, b = a[1:], b[1:]
	}
	return len(a) < len(b)
}

func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

func trimZeros(s string) string {
	for len(s) > 1 && s[0] == '0' {
		s = s[1:]
	}
	return s
}

// citedBy leads to the records that lean on one: replies first, then minutes.
func (a *atlas) citedBy(id record.ID) (ls []Link) {
	for _, kind := range []record.Kind{record.KindReply, record.KindMinutes} {
		for _, c := range a.citing[id] {
			if r := a.byID[c]; r.Kind == kind {
				ls = append(ls, linkTo(r))
			}
		}
	}
	return ls
}

// Link is a way to another page; URL is relative to the site's root.
type Link struct {
	URL   string
	Title string
	Note  string
}

func linkTo(r *record.Record) Link {
	return Link{URL: r.ID.URL(), Title: titleOf(r), Note: Number(r)}
}

// pages lists every page of the site.
func (a *atlas) pages() []page {
	var ps []page
	ps = append(ps, a.homePage(), a.searchPage(), a.coveragePage(), a.changesPage())
	if !a.bare {
		ps = append(ps, a.dataPage(), a.comparePage(), a.countsPage(), a.graphPage())
		ps = append(ps, a.casePages()...)
		ps = append(ps, a.typePages()...)
	}
	for _, rs := range [][]*record.Record{a.minutes, a.replies} {
		for i, r := range rs {
			ps = append(ps, a.recordPage(r, at(rs, i+1), at(rs, i-1)))
		}
	}
	ps = append(ps, a.notices()...)
	ps = append(ps, a.listPages()...)
	ps = append(ps, a.shelfPages()...)
	return ps
}

func at(rs []*record.Record, i int) *record.Record {
	if i < 0 || i >= len(rs) {
		return nil
	}
	return rs[i]
}
