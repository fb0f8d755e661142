package shard

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"github.com/toshin-archive/toshin/internal/index"
)

// Limits of the files of terms; docs/shards.md has the sizes that come of them.
const (
	termLimit = 20 << 10
	cardLimit = 40 << 10
	perRegion = 128 // files of terms that a region names
)

// region names the files of a stretch of terms: of each its first term and name.
// What of a term is too long for a file with others has files of its own.
type region struct {
	first string
	Terms [][2]string      `json:"terms"`
	Long  map[string]*long `json:"long"`
	Cards [][2]string      `json:"cards"`
}

// long are the names of a term's own files, in order of its postings.
type long struct {
	Lists    []string `json:"lists,omitempty"`
	Contexts []string `json:"contexts,omitempty"`
}

// regions writes the files of terms as rows come, and then those of cards.
type regions struct {
	w     *store
	g     *group
	all   []*region
	files int // of the region at hand
	terms cutter[part]
}

func newRegions(w *store) *regions {
	r := &regions{w: w, g: newGroup()}
	r.terms = cutter[part]{limit: termLimit, flush: func(ps []part) {
		r.files++
		entry(r.g, &r.now().Terms, ps[0].text, func() string { return r.file(ps) })
	}}
	return r
}

func (r *regions) now() *region { return r.all[len(r.all)-1] }

// add takes the next term's row.
func (r *regions) add(x *row) {
	mark := mark(x.text)
	p := part{text: x.text, count: x.count, to: x.count, posts: append([]byte{}, x.posts...)}
	list, contexts := len(x.text)+4+5*x.count/2, 0
	if x.arounds > 0 {
		p.arounds, p.around = x.arounds, append([]byte{}, x.around...)
		contexts = x.count + x.arounds + x.names()
	}
	if len(r.all) == 0 || r.files >= perRegion || r.files >= perRegion/2 && isCut(mark, list+contexts, 64<<10) {
		r.terms.end()
		r.all, r.files = append(r.all, &region{first: x.text, Terms: [][2]string{}, Long: map[string]*long{}, Cards: [][2]string{}}), 0
	}
	if list+contexts > termLimit {
		l := &long{}
		if contexts > 0 {
			r.long(&l.Contexts, part{text: p.text, count: p.count, arounds: p.arounds, around: p.around}, contexts)
			p.arounds, p.around, contexts = 0, nil, 0
		}
		if list > termLimit {
			r.long(&l.Lists, p, list)
		}
		r.now().Long[x.text] = l
		if list > termLimit {
			return
		}
	}
	r.terms.add(p, list+contexts, mark)
}

// long writes files of one term alone.
func (r *regions) long(into *[]string, p part, size int) {
	per := perPart(p.count, size, termLimit)
	for from := 0; from < p.count; from += per {
		p.from, p.to = from, min(from+per, p.count)
		at := p
		n := len(*into)
		*into = append(*into, "")
		r.files++
		r.g.do(func() func() {
			name := r.file([]part{at})
			return func() { (*into)[n] = name }
		})
	}
}

// file writes a file of terms, and returns its name.
func (r *regions) file(ps []part) string {
	return r.w.once(r.w.key(ps), func() [][]byte { return terms(ps, r.w.letters) })
}

// entry puts a file's first term and, once it is written beside the caller, its
// name into a region.
func entry(g *group, into *[][2]string, first string, name func() string) {
	n := len(*into)
	*into = append(*into, [2]string{first, ""})
	g.do(func() func() {
		name := name()
		return func() { (*into)[n][1] = name }
	})
}

// key names what goes into a file.
func (w *store) key(ps []part) [sha256.Size]byte {
	h := sha256.New()
	h.Write([]byte("terms" + w.letters.String()))
	var b []byte
	for _, p := range ps {
		b = binary.AppendUvarint(b[:0], uint64(len(p.text)))
		b = append(b, p.text...)
		for _, n := range []int{p.count, p.from, p.to, len(p.posts), len(p.around)} {
			b = binary.AppendUvarint(b, uint64(n))
		}
		h.Write(b)
		h.Write(p.posts)
		h.Write(p.around)
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// write closes the files, writes those of cards and returns first term and name of
// each region.
func (r *regions) write(cards []cardsOf) [][2]string {
	r.terms.end()
	slices.SortFunc(cards, func(a, b cardsOf) int { return cmp.Compare(a.key(), b.key()) })
	for i, x := range r.all {
		c := cutter[cardsOf]{limit: cardLimit, flush: func(cs []cardsOf) {
			entry(r.g, &x.Cards, cs[0].key(), func() string {
				b := []byte("cards" + r.w.letters.String())
				for i := range cs {
					b = cs[i].append(b)
				}
				return r.w.once(sha256.Sum256(b), func() [][]byte { return [][]byte{r.w.cards(cs)} })
			})
		}}
		for len(cards) > 0 && (i+1 == len(r.all) || cards[0].key() < r.all[i+1].first) {
			if n := size(cards[0].cards); n > 0 {
				c.add(cards[0], n, mark(cards[0].term))
			}
			cards = cards[1:]
		}
		c.end()
	}
	r.g.wait()
	root := [][2]string{}
	for _, x := range r.all {
		root = append(root, [2]string{x.first, r.w.putJSON(x)})
	}
	return root
}

// key is what the term's cards are found by: those of a word stand beside the pair
// that speaks for it, which a search for it reads.
func (of *cardsOf) key() string {
	if !isCompound(of.term) {
		return of.term
	}
	units := []rune(wordOf(of.term))
	rep := index.Representative(units)
	return string(units[rep]) + "\t" + string(units[rep+1]) + "\t" + string(units)
}
