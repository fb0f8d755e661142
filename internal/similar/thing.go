package similar

import (
	"slices"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/record"
)

// Thing is what is compared: a reply, or a case with the replies given to it.
type Thing struct {
	ID    record.ID // cases/h30-shimon-3 for a case
	Own   []record.ID
	Parts []Part // what all its features come from
}

// Part is a reply as a whole, Item 0, or an item of minutes, counted from 1.
type Part struct {
	Record record.ID
	Item   int
}

// OfReply is the thing that a reply is.
func OfReply(id record.ID) Thing {
	return Thing{ID: id, Own: []record.ID{id}, Parts: []Part{{Record: id}}}
}

// OfCase is the thing that a case is.
func OfCase(c *cases.Case) Thing {
	t := Thing{ID: record.ID(c.ID), Own: c.Replies}
	for _, s := range c.Steps {
		t.Parts = append(t.Parts, Part{s.Meeting, s.Item + 1})
	}
	for _, id := range c.Replies {
		t.Parts = append(t.Parts, Part{Record: id})
	}
	return t
}

// Kind of a feature.
type Kind byte

// Kinds of features. Of each the index has a field of its own.
const (
	Term      Kind = iota // a word that stands in the text more than once
	TitleTerm             // a word of the title
	Article               // 条例第9条第1項第5号
	Cited                 // ID of a reply that it leans on; a reply leans on itself, so that it shares this with who leans on it
	Kinds     int  = iota
)

// Feature is what two things may share. Text is never empty.
type Feature struct {
	Kind Kind
	Text string
}

// Version of the features: it is raised when they become others of the same
// record, so that the index has them anew.
const Version = 1

// FeaturesOf are those of a part of r, each once, in no order.
func FeaturesOf(r *record.Record, item int) []Feature {
	var fs []Feature
	add := func(k Kind, s string) {
		if f := (Feature{k, s}); s != "" && !slices.Contains(fs, f) {
			fs = append(fs, f)
		}
	}
	title, articles, sections := r.Title, r.Articles, r.Sections
	if item > 0 {
		it := &r.Items[item-1]
		title, articles, sections = it.Title, cases.ArticlesOf(r, item-1), it.Sections
	} else {
		add(Cited, string(r.ID))
		for _, c := range r.Cites {
			add(Cited, string(c.To))
		}
	}
	for _, a := range articles {
		add(Article, a)
	}
	words(title, func(w string) { add(TitleTerm, w) })
	times := map[string]int{}
	for _, s := range sections {
		switch s.Kind { // what only tells what the parties say is not the case
		case "conclusion", "judgement", "request", "explanation", "opinion", "deliberation", "decision":
			for _, p := range s.Passages {
				words(p.Text, func(w string) {
					if times[w]++; times[w] == 2 {
						fs = append(fs, Feature{Term, w})
					}
				})
			}
		}
	}
	return fs
}

// before is the order in which features of one weight are told: longer words say
// more.
func before(a, b Feature) int {
	if a.Kind != b.Kind {
		return int(b.Kind) - int(a.Kind)
	}
	if x, y := utf8.RuneCountInString(a.Text), utf8.RuneCountInString(b.Text); a.Kind <= TitleTerm && x != y {
		return y - x
	}
	if a.Text < b.Text {
		return -1
	}
	return 1
}
