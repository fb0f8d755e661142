package search

import (
	"cmp"
	"slices"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
)

const (
	before = 24 // characters of a snippet before its first mark
	width  = 120
)

// excerpt is a piece of a record (index.Segment), analyzed by itself.
type excerpt struct {
	text string
	x    *kana.Text
	s    *stream
}

func (s *Searcher) excerpt(text string) *excerpt {
	return &excerpt{text, s.t.Analyze(text), newStream(index.NewPiece(s.t, text))}
}

// has reports whether the phrase that made the leaf's tier stands in the piece.
func (e *excerpt) has(l *leaf) bool { return len(e.s.find(l.phrase)) > 0 }

// has reports whether the leaf's words stand in the piece: of words that may stand
// only in some places any phrase of theirs will do, for the best may stand elsewhere.
func (h *scored) has(x *excerpt, l *leaf) bool {
	if h.keep == nil {
		return x.has(l)
	}
	return slices.ContainsFunc(l.all, func(p *phrase) bool { return len(x.s.find(p)) > 0 })
}

// show picks the segment and the piece to show: the one with the most weight of
// words in it, a heading's words counting half for what stands under it; the
// first of equals. -1: none has any, a match that reaches over two pieces.
func (s *Searcher) show(e *index.Entry, h *scored) (segment int, piece *excerpt) {
	if len(h.leaves) == 0 {
		return s.opening(e, h.in)
	}
	headed := make([]map[int]bool, len(h.leaves))
	if len(h.leaves) > 1 {
		for i, l := range h.leaves {
			headed[i] = map[int]bool{}
			for n := range e.Segments {
				if h.keep == nil && e.Segments[n].Class == index.Heading && s.excerpt(e.Segments[n].Text()).has(l) {
					headed[i][n] = true
				}
			}
		}
	}
	segment, top := -1, 0
	shown := e.Shown
	if h.keep != nil {
		shown = func(yield func(n, k int) bool) {
			e.Shown(func(n, k int) bool { return !h.keep(n) || yield(n, k) })
		}
	}
	shown(func(n, k int) bool {
		x := s.excerpt(e.Segments[n].Pieces[k])
		own, score := false, 0
		for i, l := range h.leaves {
			if h.has(x, l) {
				own = true
				score += 4 * (h.idfs[i] + 1)
			} else if slices.ContainsFunc(e.Segments[n].Within, func(w int) bool { return headed[i][w] }) {
				score += 2 * (h.idfs[i] + 1)
			}
		}
		if own && score > top {
			segment, piece, top = n, x, score
		}
		return segment < 0 || len(h.leaves) > 1
	})
	if segment < 0 {
		shown(func(n, k int) bool {
			if k == 0 {
				x := s.excerpt(e.Segments[n].Text())
				if slices.ContainsFunc(h.leaves, func(l *leaf) bool { return h.has(x, l) }) {
					segment, piece = n, x
				}
			}
			return segment < 0
		})
	}
	return segment, piece
}

// openings are the kinds of section that tell most of a record, the best first.
var openings = []string{"結論", "結果"}

// opening is what a record shows that no word found: its conclusion, else where its
// text begins, among the passages that the query asks for.
func (s *Searcher) opening(e *index.Entry, in *passages) (segment int, piece *excerpt) {
	var may []bool
	if in != nil {
		may = in.allowed(e)
	}
	segment, best := -1, len(openings)+1
	for n, g := range e.Segments {
		if g.Place == 0 || g.Class == index.Aside || may != nil && !may[g.Place] {
			continue
		}
		rank := slices.Index(openings, e.Places[g.Place-1].Section)
		if rank < 0 {
			rank = len(openings)
		}
		if rank < best {
			segment, best = n, rank
		}
	}
	if segment < 0 {
		return -1, nil
	}
	return segment, s.excerpt(e.Segments[segment].Pieces[0])
}

func (s *Searcher) hit(e *index.Entry, h *scored) Hit {
	hit := Hit{Record: e.ID, URL: e.ID.URL(), Title: e.Title, Tier: h.tier.String(), Score: h.score, Kind: e.Kind, Date: e.Date, Marks: [][2]int{}}
	n, x := s.show(e, h)
	if n < 0 {
		return hit
	}
	hit.Passage = e.Segments[n].Passage
	hit.URL = e.ID.PassageURL(hit.Passage)
	text, marks := []rune(x.text), x.marks(h)
	from := 0
	if len(marks) > 0 {
		from = max(0, marks[0][0]-before)
	}
	to := min(len(text), from+width)
	hit.Snippet = string(text[from:to])
	hit.Clipped = [2]bool{from > 0, to < len(text)}
	for _, m := range marks {
		if m[0] < to {
			hit.Marks = append(hit.Marks, [2]int{m[0] - from, min(m[1], to) - from})
		}
	}
	return hit
}

// marks are where the words stand, in characters of the text, those that meet
// joined.
func (e *excerpt) marks(h *scored) [][2]int {
	chars := make([]int, len(e.text)+1)
	c := 0
	for i := range e.text {
		chars[i] = c
		c++
	}
	chars[len(e.text)] = c
	at := map[int]int{}
	for i, p := range e.x.Spans {
		at[p.Pos] = i
	}
	var ms [][2]int
	for _, l := range h.leaves {
		for _, p := range l.all {
			for _, o := range e.s.find(p) {
				ms = append(ms, [2]int{chars[e.x.Spans[at[o.From]].Start], chars[e.x.Spans[at[o.To-1]].End]})
			}
		}
	}
	slices.SortFunc(ms, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	var out [][2]int
	for _, m := range ms {
		if k := len(out); k > 0 && m[0] <= out[k-1][1] {
			out[k-1][1] = max(out[k-1][1], m[1])
		} else {
			out = append(out, m)
		}
	}
	return out
}
