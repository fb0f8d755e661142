package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// kind is what a word of a roster is taken for.
type kind uint8

const (
	aside kind = iota // what is no word: brackets
	name              // a name, or the family's
	given             // goes on with the name before it
	post              // a post or a quality
	body              // a body, an office, a place
	kinds
)

const never = -1 << 10

// segment takes the words of a piece for names, posts and bodies so that all of
// them together are most likely: what each looks like (shape.go), what may follow
// what, how wide the blanks are, and what the whole document tells of the word:
// who speaks, and what stands in its column (votes).
func (r *roster) segment(ts []token) []kind {
	out := make([]kind, len(ts))
	var best [kinds]int
	from := make([][kinds]kind, len(ts))
	prev := -1 // the word before
	for i, t := range ts {
		if t.note {
			continue
		}
		shapes := r.shapes(t, prev < 0)
		var next [kinds]int
		for k := name; k < kinds; k++ {
			next[k] = never
			if prev < 0 {
				if k != given {
					next[k] = shapes[k]
				}
				continue
			}
			for j := name; j < kinds; j++ {
				if s := best[j] + follows(j, k, ts[prev], t, i-prev > 1) + shapes[k]; s > next[k] {
					next[k], from[i][k] = s, j
				}
			}
		}
		best, prev = next, i
	}
	if prev < 0 {
		return out
	}
	last := name
	for k := name; k < kinds; k++ {
		if best[k] > best[last] {
			last = k
		}
	}
	for i := prev; i >= 0; i-- {
		if !ts[i].note {
			out[i] = last
			last = from[i][last]
		}
	}
	return out
}

// shapes are the points of a word for each kind.
func (r *roster) shapes(t token, first bool) (s [kinds]int) {
	key := strings.TrimLeft(textutil.Key(t.text), "◎○〇◯●△▲☆★※*・")
	s[name], s[post], s[body] = nameShape(key), postShape(key), bodyShape(key)
	if r.p.names[key] {
		s[name] += 6
	}
	if before, _, role := roleOf(key); role != "" && before != "" && !isTitle(before, role) && nameShape(before) > 2 { // 荻生課長 is both
		s[name] = max(s[name], s[post], nameShape(before))
	}
	v := r.votes[key]
	if key == r.prior {
		v -= 4
	}
	s[name] += v
	s[post] -= v
	s[body] -= v
	s[given] = s[name]
	if isSurname(key) {
		s[given] -= 2
	}
	if n := textutil.Runes(key); n > 4 {
		s[given] -= 4
	} else if n < 4 {
		s[given]++
	}
	return s
}

// follows says how well a word of kind k goes behind one of kind j. apart tells
// that a bracket stands between them.
func follows(j, k kind, a, b token, apart bool) int {
	switch {
	case k == given && (j == post || j == body || apart):
		return never
	case k == given && j == given:
		if textutil.Longer(a.text, 1) && textutil.Longer(b.text, 1) {
			return -6
		}
		return 0
	case k == given: // behind a family's name
		if textutil.Longer(a.text, 3) {
			return -3
		}
		return 2
	case k == name && (j == name || j == given):
		if apart {
			return 0
		}
		if b.gap > 2 {
			return -1
		}
		return -3
	case k == name:
		return 1
	case k == post && j == body:
		return 1
	case k == body && (j == name || j == given):
		return -1
	case k == body && j == body, k == post && j == post:
		return -1
	case k == body && j == post:
		return -2
	}
	return 0
}

// columnVotes looks at the words that stand one above the other in the lines of a
// roster: what most of a column look like speaks for each of them. Points are for a
// name, negative against it.
func columnVotes(lines []line) map[string]int {
	columns, votes := map[int][]string{}, map[string]int{}
	for _, l := range lines {
		if l.cell != noCell || strings.ContainsAny(l.text, "、，:：") || textutil.Longer(l.text, 80) {
			continue
		}
		for _, w := range wordsOf(l) {
			if !strings.ContainsAny(w.text, "()（）") {
				columns[w.at] = append(columns[w.at], textutil.Key(w.text))
			}
		}
	}
	for _, words := range columns {
		if len(words) < 2 {
			continue
		}
		sum := 0
		for _, w := range words {
			sum += max(-6, min(6, nameShape(w)-max(postShape(w), bodyShape(w))))
		}
		mean := sum / len(words)
		for _, w := range words {
			votes[w] += max(-5, min(5, mean))
		}
	}
	return votes
}
