package similar

import "github.com/toshin-archive/toshin/internal/record"

// Thing is what is compared: a reply, or a case with the replies given to it.
type Thing struct {
	ID       record.ID // cases/h30-shimon-3 for a case
	Own      []record.ID
	Titles   []string
	Articles []string
	Cites    []record.ID
	Text     []record.Passage // that says what it is about and how it was decided
}

// Reply is the thing that a reply is.
func Reply(r *record.Record) Thing {
	t := Thing{ID: r.ID}
	t.Add(r)
	return t
}

// Add puts a reply to a case.
func (t *Thing) Add(r *record.Record) {
	t.Own = append(t.Own, r.ID)
	t.Titles = append(t.Titles, r.Title)
	t.Articles = append(t.Articles, r.Articles...)
	for _, c := range r.Cites {
		if c.To != "" && c.To != r.ID {
			t.Cites = append(t.Cites, c.To)
		}
	}
	for _, s := range r.Sections {
		t.AddSection(s)
	}
}

// AddSection puts to it what a section says, unless it only tells what the
// parties say.
func (t *Thing) AddSection(s record.Section) {
	switch s.Kind {
	case "conclusion", "judgement", "request", "explanation", "opinion", "deliberation", "decision":
		t.Text = append(t.Text, s.Passages...)
	}
}
