// Package cases ties records into cases (案件) and cases to types (類型): what
// was asked, in which meetings it was dealt with, what was replied, what came
// of the conditions, and under which approved type it was handled.
//
// Only certain ties are made. Staff tie and part by data/cases.toml; what looks
// alike and is not certain is proposed to them, never made.
package cases

import (
	"fmt"
	"sort"

	"github.com/toshin-archive/toshin/internal/record"
)

// Case is one 諮問案件 or 報告案件 through the meetings that dealt with it, with
// the replies given to it.
type Case struct {
	ID         string // cases/h29-shimon-3
	Label      string // 諮問案件3
	Kind       string // one of record.ItemKinds
	Title      string
	Council    string
	Department string
	FiscalYear int
	Steps      []Step // the oldest first; never empty
	Replies    []record.ID
	Outcome    string  // of the last meeting
	About      []About // what staff say it is about
	ByStaff    []Tie   // the ties that staff made
}

// URL is the case's page, relative to the site's root.
func (c *Case) URL() string { return c.ID + "/" }

// Open reports that the case was carried over and not taken up since.
func (c *Case) Open() bool { return c.Outcome == "継続" && len(c.Replies) == 0 }

// Last is the day of the last meeting that dealt with it, ISO.
func (c *Case) Last() string { return c.Steps[len(c.Steps)-1].Date }

// Step is one meeting that dealt with a case: Item of the minutes Meeting,
// counted from 0.
type Step struct {
	Meeting record.ID
	Item    int
	Date    string // ISO
	Outcome string
}

// Set is the cases of an archive, the one dealt with last first.
type Set struct {
	Cases   []*Case
	byID    map[string]*Case
	byItem  map[item]*Case
	byReply map[record.ID][]*Case
}

type item struct {
	meeting record.ID
	n       int
}

// OfItem is the case of an item, nil where it has none.
func (s *Set) OfItem(meeting record.ID, n int) *Case { return s.byItem[item{meeting, n}] }

// OfReply are the cases that a reply answers.
func (s *Set) OfReply(id record.ID) []*Case { return s.byReply[id] }

// Get is the case of that ID, nil where there is none.
func (s *Set) Get(id string) *Case { return s.byID[id] }

// Tied ties records, in any order, with what staff say. key gives the ASCII
// part of a body's IDs, as in the archive's config.
func Tied(records []*record.Record, reg *Register, key func(council string) string) *Set {
	s := &Set{byID: map[string]*Case{}, byItem: map[item]*Case{}, byReply: map[record.ID][]*Case{}}
	if reg == nil {
		reg = &Register{}
	}
	rs := append([]*record.Record(nil), records...)
	sort.SliceStable(rs, func(i, j int) bool {
		if rs[i].Date != rs[j].Date {
			return rs[i].Date < rs[j].Date
		}
		return rs[i].ID < rs[j].ID
	})
	t := tier{Set: s, reg: reg, key: key, used: map[string]bool{}, found: newFinder()}
	for _, r := range rs {
		if r.Kind == record.KindMinutes {
			t.meeting(r)
		}
	}
	for _, r := range rs {
		if r.Kind == record.KindReply {
			t.answer(r)
		}
	}
	for _, a := range reg.Abouts {
		if c := s.Get(a.Case); c != nil {
			c.About = append(c.About, a)
		}
	}
	sort.SliceStable(s.Cases, func(i, j int) bool { return s.Cases[i].Last() > s.Cases[j].Last() })
	return s
}

// itemRef names an item in the register: minutes/h30-1#諮問案件1.
func itemRef(meeting record.ID, label string) string {
	return fmt.Sprintf("%s#%s", meeting, half(label))
}
