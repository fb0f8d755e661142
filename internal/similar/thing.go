package similar

import "github.com/toshin-archive/toshin/internal/record"

// Thing is what is compared: a reply, or a case with the replies given to it.
type Thing struct {
	ID       record.ID // cases/h30-shimon-3 for a case
	own      []record.ID
	titles   []string
	articles []string
	cites    []record.ID
	terms    map[string]int // words of the text, by how often they stand there
}

// New is a thing that nothing is said of yet.
func New(id record.ID, title string) *Thing {
	return &Thing{ID: id, titles: []string{title}, terms: map[string]int{}}
}

// Replies are the things that the replies among rs are.
func Replies(rs []*record.Record) []*Thing {
	var replies []*record.Record
	for _, r := range rs {
		if r.Kind == record.KindReply {
			replies = append(replies, r)
		}
	}
	ts := make([]*Thing, len(replies))
	each(len(ts), func() func(int) { return func(i int) { ts[i] = ofReply(replies[i]) } })
	return ts
}

func ofReply(r *record.Record) *Thing {
	t := New(r.ID, r.Title)
	t.own, t.articles = []record.ID{r.ID}, r.Articles
	for _, c := range r.Cites {
		if c.To != "" && c.To != r.ID {
			t.cites = append(t.cites, c.To)
		}
	}
	t.Say(r.Sections)
	return t
}

// Answer puts to a case a reply that was given to it.
func (t *Thing) Answer(r *Thing) {
	t.own, t.titles = append(t.own, r.own...), append(t.titles, r.titles...)
	t.cites = append(t.cites, r.cites...)
	t.Name(r.articles)
	for w, n := range r.terms {
		t.terms[w] += n
	}
}

// Name puts articles of law to it.
func (t *Thing) Name(articles []string) {
	t.articles = append(t.articles[:len(t.articles):len(t.articles)], articles...)
}

// Say puts to it what sections say; of those that only tell what the parties
// say, nothing.
func (t *Thing) Say(ss []record.Section) {
	for _, s := range ss {
		switch s.Kind {
		case "conclusion", "judgement", "request", "explanation", "opinion", "deliberation", "decision":
			for _, p := range s.Passages {
				words(p.Text, func(w string) { t.terms[w]++ })
			}
		}
	}
}
