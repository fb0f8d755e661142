package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// oncePerson takes who is named twice among the members (議長氏名 above the list of
// all) for one, with the title that either gives.
func oncePerson(as []record.Attendee) []record.Attendee {
	at := map[string]int{}
	var out []record.Attendee
	for _, a := range as {
		key := a.Group + "\x00" + textutil.Key(a.Name)
		if k, ok := at[key]; ok && a.Name != "" && a.Absent == out[k].Absent && (a.Title == "" || out[k].Title == "") && a.Affiliation == "" {
			if out[k].Title == "" {
				out[k].Title = a.Title
			}
			continue
		}
		at[key] = len(out)
		out = append(out, a)
	}
	return out
}

// alreadyThere gives the titles of those whom a roster above has named to them, under
// whatever heading they stand, and returns the others.
func (p *parser) alreadyThere(as []record.Attendee) []record.Attendee {
	var out []record.Attendee
next:
	for _, a := range as {
		for i := range p.rec.Attendees {
			b := &p.rec.Attendees[i]
			if a.Name != "" && textutil.Key(a.Name) == textutil.Key(b.Name) && !b.Absent && b.Group != a.Group && strings.HasSuffix(b.Group, "委員") && b.Title == "" {
				b.Title = a.Title
				continue next
			}
		}
		out = append(out, a)
	}
	return out
}

// presiding are the labels of the one who presides, who is among the members too.
var presiding = map[string]bool{"議長": true, "議長の氏名": true, "議長氏名": true, "委員長の氏名": true, "座長の氏名": true}

// presidesAs is the title in a label: 会長 of 議長（会長）氏名, 委員長 of 委員長氏名.
func presidesAs(label string) string {
	if n, ok := numbered(label); ok { // ７．議長の氏名
		label = n.rest
	}
	key := strings.TrimRight(textutil.Key(label), ":")
	if i, j := strings.IndexByte(key, '('), strings.IndexByte(key, ')'); i > 0 && j > i {
		if _, _, role := roleOf(key[i+1 : j]); role == "chair" && !strings.Contains(key[i:j], "・") {
			return key[i+1 : j]
		}
		key = key[:i]
	}
	return strings.TrimSuffix(strings.TrimSuffix(key, "氏名"), "の")
}
