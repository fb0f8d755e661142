// Package citation ties what a record mentions (引用) to the record of the
// archive that is meant. Only ties that are certain are made: one record, and
// no other, fits the number, the body and the day that the mention gives.
package citation

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// Resolve sets To in the citations of records, where the archive has what they
// mention. Records that share an ID are never meant: staff have to say first
// which of them is true.
func Resolve(records []*record.Record) {
	s := newShelf(records)
	for _, r := range records {
		for i := range r.Cites {
			r.Cites[i].To = s.meant(r, &r.Cites[i])
		}
	}
}

// Within leaves, in the citations of the public records, only ties to one another:
// a tie to what is withheld would name it in every file and picture. What stands in
// the text stays, and is listed as what the archive does not have.
func Within(public []*record.Record) {
	out := make(map[record.ID]bool, len(public))
	for _, r := range public {
		out[r.ID] = true
	}
	for _, r := range public {
		for i := range r.Cites {
			if !out[r.Cites[i].To] {
				r.Cites[i].To = ""
			}
		}
	}
}

// shelf finds records by what a mention may give of them.
type shelf struct {
	byNumber  map[string][]*record.Record // replies
	byDate    map[string][]*record.Record // replies
	byInquiry map[string][]*record.Record // replies, by number and by day of an inquiry they answer
	byMeeting map[string][]*record.Record // minutes, by day
}

func newShelf(records []*record.Record) *shelf {
	s := &shelf{map[string][]*record.Record{}, map[string][]*record.Record{}, map[string][]*record.Record{}, map[string][]*record.Record{}}
	claims := map[record.ID]int{}
	for _, r := range records {
		claims[r.ID]++
	}
	for _, r := range records {
		switch {
		case claims[r.ID] > 1:
		case r.Kind == record.KindMinutes:
			add(s.byMeeting, r.Date, r)
		default:
			add(s.byDate, r.Date, r)
			for _, n := range r.Numbers {
				add(s.byNumber, n, r)
				if short := strings.TrimLeft(n, "令平"); short != n {
					add(s.byNumber, short, r) // 令2-6 is also cited as 2-6
				}
			}
			for _, q := range r.Inquiries {
				add(s.byInquiry, digits(q.Number), r)
				add(s.byInquiry, q.Date, r)
			}
		}
	}
	return s
}

func add(m map[string][]*record.Record, key string, r *record.Record) {
	if key == "" || len(m[key]) > 0 && m[key][len(m[key])-1] == r {
		return
	}
	m[key] = append(m[key], r)
}

// meant is the one record that c, a mention in r, can mean; "" where there is
// none, or more than one.
func (s *shelf) meant(r *record.Record, c *record.Cite) record.ID {
	switch kindOf(c) {
	case "reply":
		if c.Number == "" {
			return only(s.byDate[c.Date], r, c)
		}
		id := only(s.byNumber[c.Number], r, c)
		if id == "" && c.Council == "" && strings.Contains(c.Number, "-") {
			// A number with its 年度 is a name that bodies of a city rarely share.
			id = onlyOf(s.byNumber[c.Number], r, c, func(*record.Record) bool { return true })
		}
		return id
	case "inquiry":
		if c.Number == "" {
			return only(s.byInquiry[c.Date], r, &record.Cite{Council: c.Council})
		}
		return only(s.byInquiry[digits(c.Number)], r, &record.Cite{Council: c.Council})
	case "meeting":
		return only(s.byMeeting[c.Date], r, c)
	}
	return ""
}

// kindOf is what c points at, by its own words where no kind is given.
func kindOf(c *record.Cite) string {
	switch {
	case c.Kind != "":
		return c.Kind
	case strings.Contains(c.Text, "答申"):
		return "reply"
	case strings.Contains(c.Text, "諮問"):
		return "inquiry"
	}
	return ""
}

// only is the one candidate of the body that c names, or of r's own.
func only(candidates []*record.Record, r *record.Record, c *record.Cite) record.ID {
	body := c.Council
	if body == "" {
		body = r.Council
	}
	return onlyOf(candidates, r, c, func(x *record.Record) bool { return sameBody(body, x.Council) })
}

func onlyOf(candidates []*record.Record, r *record.Record, c *record.Cite, fits func(*record.Record) bool) record.ID {
	var id record.ID
	for _, x := range candidates {
		switch {
		case x == r, !fits(x):
			continue
		case x.Date > r.Date && r.Date != "": // what is still to come cannot be cited
			continue
		case c.Date != "" && x.Date != "" && c.Date != x.Date:
			continue
		case id != "":
			return ""
		}
		id = x.ID
	}
	return id
}

// sameBody compares bodies, one of which may go with the city's name before it.
func sameBody(a, b string) bool {
	return a != "" && b != "" && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}

// digits are the figures of a number as written, half width: 諮問第６４号 → 64.
func digits(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case '０' <= c && c <= '９':
			return c - '０' + '0'
		case '0' <= c && c <= '9':
			return c
		}
		return -1
	}, s)
}
