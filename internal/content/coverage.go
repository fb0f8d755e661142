package content

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

// series is a run of numbers that a body gave: the meetings of a 年度, or its
// replies. What is missing between them is not in the archive.
type series struct {
	Name  string // as the page heads it: the body
	Kind  string // minutes, replies
	Rows  []seriesRow
	Count int

	prefix string // of its IDs
}

// seriesRow is one 年度 of a series, or all of it where the numbers run on
// through the years. Numbers are in order.
type seriesRow struct {
	Year int // 0 where the row is not of one 年度
	Have []slot
	Lack []span
	Held []slot
}

// slot is one number. A held one has a reason, and a link only where a notice
// stands in its place.
type slot struct {
	Number int
	Text   string // instead of the number, where there is none
	URL    string
	Reason string // code of the diagnostic; the templates have the words
}

// span is a run of numbers, both ends in it.
type span struct{ From, To int }

func (s span) Single() bool { return s.From == s.To }
func (s span) Size() int    { return s.To - s.From + 1 }

// numbered splits a slug into its series, 年度 and number: unei-h29-2 → unei, 2017, 2
// (and h29-2 has no series: what looks like a 年度 is one).
var numbered = regexp.MustCompile(`^(?:(.*?)-)??(?:([mtshr])([0-9]+)-)?([0-9]+)$`)

type place struct {
	series string
	year   int
	n      int
	ok     bool
}

func placeOf(id record.ID) place {
	m := numbered.FindStringSubmatch(id.Slug())
	if m == nil {
		return place{}
	}
	p := place{series: m[1], ok: true}
	p.n, _ = strconv.Atoi(m[4])
	if m[2] != "" {
		y, _ := strconv.Atoi(m[3])
		p.year = jadate.YearOf(m[2], y)
	}
	return p
}

// labelOfID says what an ID stands for where the record itself may not be
// shown: 平成29年度第2回, 第216号.
func labelOfID(id record.ID) string {
	p := placeOf(id)
	unit := "第%d号"
	if id.Folder() == "minutes" {
		unit = "第%d回"
	}
	switch {
	case !p.ok:
		return ""
	case p.year > 0:
		return nendoShort(p.year) + fmt.Sprintf(unit, p.n)
	}
	return fmt.Sprintf(unit, p.n)
}

// coverage tells for every series what the archive has, lacks and withholds.
// Of a withheld record only its ID is used, and its body where the archive
// names that body anyway.
func (a *atlas) coverage() []series {
	type key struct{ kind, body, prefix string }
	rows := map[key]map[int]*seriesRow{}
	count := map[key]int{}
	known := a.bodies()
	notes := map[record.ID]bool{}
	for _, n := range a.notes {
		notes[n.ID] = true
	}
	for i := range a.all {
		v := &a.all[i]
		p := placeOf(v.ID)
		k := key{kind: v.ID.Folder(), prefix: p.series}
		if known[v.Council] {
			k.body = v.Council
		}
		if rows[k] == nil {
			rows[k] = map[int]*seriesRow{}
		}
		w := rows[k][p.year]
		if w == nil {
			w = &seriesRow{Year: p.year}
			rows[k][p.year] = w
		}
		if r := a.byID[v.ID]; v.Public && r != nil {
			count[k]++
			w.Have = append(w.Have, slots(r, p)...)
		} else if !v.Public {
			h := held(v, p)
			if notes[v.ID] {
				h.URL = v.ID.URL()
			}
			w.Held = append(w.Held, h)
		}
	}
	var all []series
	for k, years := range rows {
		s := series{Kind: k.kind, Name: k.body, prefix: k.prefix, Count: count[k]}
		for _, w := range years {
			sortSlots(w.Have)
			sortSlots(w.Held)
			s.Rows = append(s.Rows, *w)
		}
		sort.Slice(s.Rows, func(i, j int) bool { return s.Rows[i].Year < s.Rows[j].Year })
		lacks(&s)
		slices.Reverse(s.Rows)
		all = append(all, s)
	}
	slices.SortFunc(all, func(x, y series) int {
		return cmp.Or(cmp.Compare(x.Kind, y.Kind), cmp.Compare(y.Count, x.Count), cmp.Compare(x.Name, y.Name), cmp.Compare(x.prefix, y.prefix))
	})
	return all
}

// bodies are those that the archive names: in its config, or in a record that
// goes out.
func (a *atlas) bodies() map[string]bool {
	known := map[string]bool{}
	for _, c := range a.cfg.Councils {
		known[c.Name] = true
	}
	for _, r := range a.byID {
		known[r.Council] = true
	}
	return known
}

// slots are the numbers that r answers to; one without a number where its ID
// has none.
func slots(r *record.Record, p place) []slot {
	url := r.ID.URL()
	if !p.ok {
		return []slot{{Text: Number(r) + " " + seireki(r.Date), URL: url}}
	}
	var ss []slot
	for _, n := range r.Numbers {
		if i, err := strconv.Atoi(n); err == nil && p.year == 0 {
			ss = append(ss, slot{Number: i, URL: url})
		}
	}
	if ss == nil {
		ss = []slot{{Number: p.n, URL: url}}
	}
	return ss
}

func held(v *gate.Verdict, p place) slot {
	s := slot{Number: p.n}
	if !p.ok {
		s.Text = v.ID.Slug()
	}
	if len(v.Reasons) > 0 {
		s.Reason = v.Reasons[0].Code
	}
	return s
}

func sortSlots(ss []slot) {
	sort.Slice(ss, func(i, j int) bool {
		if ss[i].Number != ss[j].Number {
			return ss[i].Number < ss[j].Number
		}
		return natural(ss[i].Text, ss[j].Text)
	})
}

// lacks finds the gaps. Rounds that begin anew each 年度 begin at 1; those that
// run on through the years, and replies without a 年度, begin at the first one
// the archive knows of. Rows are in order of their years.
func lacks(s *series) {
	anew := false
	top := 0
	for i := range s.Rows {
		lo, hi := bounds(&s.Rows[i])
		if i == 0 && lo > 0 && lo <= 3 || i > 0 && lo > 0 && lo <= top {
			anew = true
		}
		top = max(top, hi)
	}
	next := 0
	for i := range s.Rows {
		w := &s.Rows[i]
		from := next
		if anew && w.Year > 0 {
			from = 1
		}
		lo, hi := bounds(w)
		if lo == 0 {
			continue
		}
		if from == 0 {
			from = lo
		}
		known := map[int]bool{}
		for _, x := range append(append([]slot(nil), w.Have...), w.Held...) {
			known[x.Number] = true
		}
		for n := from; n <= hi; n++ {
			if known[n] {
				continue
			}
			if k := len(w.Lack); k > 0 && w.Lack[k-1].To == n-1 {
				w.Lack[k-1].To = n
			} else {
				w.Lack = append(w.Lack, span{n, n})
			}
		}
		next = hi + 1
	}
}

// bounds are the lowest and the highest number that the row knows of; 0 where
// it knows of none.
func bounds(w *seriesRow) (lo, hi int) {
	for _, ss := range [][]slot{w.Have, w.Held} {
		for _, s := range ss {
			if s.Number > 0 && (lo == 0 || s.Number < lo) {
				lo = s.Number
			}
			hi = max(hi, s.Number)
		}
	}
	return lo, hi
}

func (a *atlas) withheld() int {
	n := 0
	for _, v := range a.all {
		if !v.Public {
			n++
		}
	}
	return n
}

func (a *atlas) coveragePage() page {
	const url = "coverage/"
	redacted, places := a.redacted()
	return page{URL: url, Body: "coverage",
		Data: map[string]any{"Root": root(url), "Series": a.coverage(), "Minutes": len(a.minutes), "Replies": len(a.replies),
			"Withheld": a.withheld(), "Unapproved": a.count(gate.Withheld, ""), "Held": a.count(gate.Held), "Embargoed": a.count(gate.Embargoed),
			"Withdrawn": a.count(gate.Withdrawn), "Redacted": redacted, "Places": places, "Cases": len(a.cases), "Contact": a.cfg.Contact},
		Front: a.listFront(url, "coverage", "", "page")}
}

// listFront is the front matter of a page of lists; the layouts have its title
// by key where title is empty.
func (a *atlas) listFront(url, nav, title, layout string) front {
	t := title
	if t == "" {
		t = pageTitles[strings.TrimSuffix(url, "/")]
	}
	return front{Title: t, URL: url, Layout: layout, Type: "list",
		Params: params{Root: root(url), Nav: nav, JSONLD: a.pageLD(url, t)}}
}
