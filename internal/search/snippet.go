package search

import (
	"sort"

	"github.com/toshin-archive/toshin/internal/index"
)

const (
	before = 24 // characters of a snippet before its first mark
	width  = 120
)

func sortOccs(os []Occurrence) {
	sort.Slice(os, func(i, j int) bool {
		if os[i].From != os[j].From {
			return os[i].From < os[j].From
		}
		return os[i].To < os[j].To
	})
}

// best picks the segment to show: the one with the most weight of words in it,
// a heading's words counting half for what stands under it; a passage before a
// heading, and the first of equals.
func best(x *stream, h scored) int {
	has := make([]map[int]bool, len(h.leaves))
	for i, l := range h.leaves {
		has[i] = map[int]bool{}
		for _, o := range l.occs {
			has[i][x.SegmentAt(o.From)] = true
		}
	}
	at, top := -1, 0
	for n, seg := range x.Segments {
		own, score := false, 0
		for i := range h.leaves {
			if has[i][n] {
				own = true
				score += 4 * (h.worth[i] + 1)
				continue
			}
			for _, w := range seg.Within {
				if has[i][w] {
					score += 2 * (h.worth[i] + 1)
					break
				}
			}
		}
		if !own {
			continue
		}
		if seg.Passage != "" && seg.Class != index.Heading {
			score++
		}
		if score > top {
			at, top = n, score
		}
	}
	return at
}

func (s *Searcher) hit(x *stream, h scored) Hit {
	hit := Hit{Record: x.ID, Title: x.Title, Tier: h.tier.String(), Score: h.score, Kind: x.Kind, Date: x.Date, Marks: [][2]int{}}
	n := best(x, h)
	if n < 0 {
		hit.URL = x.ID.URL()
		return hit
	}
	seg := x.Segments[n]
	hit.Passage, hit.URL = seg.Passage, x.ID.PassageURL(seg.Passage)
	text := []rune(seg.Text)
	marks := s.marks(seg, n, x, h)
	from := 0
	if len(marks) > 0 {
		from = max(0, marks[0][0]-before)
	}
	to := min(len(text), from+width)
	hit.Snippet = string(text[from:to])
	for _, m := range marks {
		if m[0] < to {
			hit.Marks = append(hit.Marks, [2]int{m[0] - from, min(m[1], to) - from})
		}
	}
	return hit
}

// marks of a segment in characters of its text, those that overlap joined.
func (s *Searcher) marks(seg index.Segment, n int, x *stream, h scored) [][2]int {
	spans := s.t.Analyze(seg.Text).Spans
	chars := make([]int, len(seg.Text)+1)
	c := 0
	for i := range seg.Text {
		chars[i] = c
		c++
	}
	chars[len(seg.Text)] = c
	at := map[int]int{}
	for i, p := range spans {
		at[p.Pos] = i
	}
	var ms [][2]int
	for _, l := range h.leaves {
		for _, o := range l.occs {
			if x.SegmentAt(o.From) != n {
				continue
			}
			ms = append(ms, [2]int{chars[spans[at[o.From-seg.Start]].Start], chars[spans[at[o.To-1-seg.Start]].End]})
		}
	}
	sort.Slice(ms, func(i, j int) bool { return ms[i][0] < ms[j][0] || ms[i][0] == ms[j][0] && ms[i][1] < ms[j][1] })
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
