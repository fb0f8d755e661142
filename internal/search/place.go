package search

import (
	"slices"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
)

// passages says in which passages the words of a query must stand: those of a
// speaker (発言), of a kind of section (節); all in one (同じ発言).
type passages struct {
	speaker, section *side
	same             bool
}

// side is one of the two filters: values of its column, by name.
type side struct{ any, not map[string]bool }

func newSide(g *group) *side {
	s := &side{}
	for i, v := range g.col.values {
		if g.any != nil {
			s.any = with(s.any, v, g.any[i])
		}
		if g.not != nil {
			s.not = with(s.not, v, g.not[i])
		}
	}
	if g.any != nil && s.any == nil {
		s.any = map[string]bool{}
	}
	return s
}

func with(set map[string]bool, v string, on bool) map[string]bool {
	if set == nil {
		set = map[string]bool{}
	}
	set[v] = on
	return set
}

// allows reports whether a passage that goes by the names may hold the words.
func (s *side) allows(names ...string) bool {
	if s == nil {
		return true
	}
	in := func(set map[string]bool) bool {
		return slices.ContainsFunc(names, func(n string) bool { return set[n] })
	}
	return (s.any == nil || in(s.any)) && !in(s.not)
}

// newPassages is nil where words may stand anywhere.
func newPassages(gs []*group, same bool) *passages {
	p := &passages{same: same}
	for _, g := range gs {
		switch g.name {
		case "発言":
			p.speaker = newSide(g)
		case "節":
			p.section = newSide(g)
		}
	}
	if p.speaker == nil && p.section == nil && !same {
		return nil
	}
	return p
}

// clauseLeaves is what one record has of a clause.
type clauseLeaves struct {
	not    bool
	leaves []*leaf
	idfs   []int
	tiers  []kana.Tier // of each leaf, where its words may stand
}

// allowed tells, place by place of x, whether words count there.
func (p *passages) allowed(x *index.Entry) []bool {
	ok := make([]bool, len(x.Places)+1)
	ok[0] = p.speaker.allows("") && p.section.allows("")
	for i, l := range x.Places {
		ok[i+1] = p.speaker.allows(l.Role, l.Speaker) && p.section.allows(l.Section)
	}
	return ok
}

// narrow leaves of the clauses what stands where it may, and tells where that
// is; ok is false where a clause then fails. words: some clause asks for a word.
func (p *passages) narrow(x *stream, cs []*clauseLeaves, words bool) (keep func(segment int) bool, ok bool) {
	may, together := p.allowed(x.Entry), p.same && words
	key := func(seg int) string {
		if together {
			return x.Segments[seg].Passage
		}
		return ""
	}
	at := make([][]map[string]kana.Tier, len(cs))
	var all map[string]bool
	var unwanted []string
	for k, c := range cs {
		here := map[string]bool{}
		for _, l := range c.leaves {
			tiers := map[string]kana.Tier{}
			for _, ph := range l.all {
				if c.not && ph.tier == kana.Loose {
					continue
				}
				for _, o := range x.find(ph) {
					seg := x.SegmentAt(o.From)
					if s := &x.Segments[seg]; !may[s.Place] || together && s.Place == 0 {
						continue
					}
					tier := ph.tier
					if tier == kana.Exact && !o.Exact {
						tier = kana.Folded
					}
					if t, had := tiers[key(seg)]; !had || tier < t {
						tiers[key(seg)] = tier
					}
					here[key(seg)] = true
				}
			}
			at[k] = append(at[k], tiers)
		}
		switch {
		case c.not && together:
			for id := range here {
				unwanted = append(unwanted, id)
			}
		case c.not == (len(here) > 0):
			return nil, false
		case c.not:
		case all == nil:
			all = here
		default:
			for id := range all {
				if !here[id] {
					delete(all, id)
				}
			}
		}
	}
	for _, id := range unwanted {
		delete(all, id)
	}
	if words && len(all) == 0 {
		return nil, false
	}
	for k, c := range cs {
		if !c.not {
			c.narrow(at[k], all)
		}
	}
	return func(seg int) bool {
		s := &x.Segments[seg]
		return may[s.Place] && (!together || s.Place > 0 && all[s.Passage])
	}, true
}

// narrow drops the leaves that stand at none of the keys, and gives each of the
// others its best tier there.
func (c *clauseLeaves) narrow(at []map[string]kana.Tier, keys map[string]bool) {
	old := *c
	c.leaves, c.idfs, c.tiers = nil, nil, nil
	for i, l := range old.leaves {
		best, any := kana.Loose, false
		for id, t := range at[i] {
			if keys[id] {
				best, any = min(best, t), true
			}
		}
		if any {
			c.leaves, c.idfs, c.tiers = append(c.leaves, l), append(c.idfs, old.idfs[i]), append(c.tiers, best)
		}
	}
}
