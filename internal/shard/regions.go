package shard

import (
	"crypto/sha256"
	"encoding/binary"
)

// Limits of the files of terms; docs/shards.md has the sizes that come of them.
const (
	listLimit    = 24 << 10
	contextLimit = 19 << 10
	cardLimit    = 19 << 10
	perRegion    = 128 // files of lists and contexts that a region names
)

// region names the files of a stretch of terms: of each its first term and name.
// A term that fills several files is the first of each.
type region struct {
	first    string
	Lists    [][2]string `json:"lists"`
	Contexts [][2]string `json:"contexts"`
	Cards    [][2]string `json:"cards"`
}

// regions writes the files of lists and contexts as rows come, and then those of
// cards.
type regions struct {
	w        *store
	g        *group
	all      []*region
	files    int // of the region at hand
	lists    cutter[part]
	contexts cutter[part]
}

func newRegions(w *store) *regions {
	r := &regions{w: w, g: newGroup()}
	r.lists = cutter[part]{limit: listLimit, flush: func(ps []part) { r.file(&r.now().Lists, "lists", ps, lists) }}
	r.contexts = cutter[part]{limit: contextLimit, flush: func(ps []part) { r.file(&r.now().Contexts, "contexts", ps, contexts) }}
	return r
}

func (r *regions) now() *region { return r.all[len(r.all)-1] }

// add takes the next term's row.
func (r *regions) add(x *row) {
	mark := mark(x.text)
	list := part{text: x.text, count: x.count, to: x.count, body: append([]byte{}, x.posts...)}
	listSize, contextSize := len(x.text)+8+5*x.count/2, 0
	if x.arounds > 0 {
		contextSize = len(x.text) + 12 + x.count + x.arounds + x.names()
	}
	if len(r.all) == 0 || r.files >= perRegion || r.files >= perRegion/2 && isCut(mark, listSize+contextSize, 64<<10) {
		r.end()
		r.all, r.files = append(r.all, &region{first: x.text, Lists: [][2]string{}, Contexts: [][2]string{}, Cards: [][2]string{}}), 0
	}
	add(&r.lists, list, listSize, mark)
	if x.arounds > 0 {
		list.body, list.arounds = append([]byte{}, x.around...), x.arounds
		add(&r.contexts, list, contextSize, mark)
	}
}

// add puts a term into files: one of those that go to one file together, or
// several by itself.
func add(c *cutter[part], p part, size int, mark uint32) {
	if size <= c.limit {
		c.add(p, size, mark)
		return
	}
	c.end()
	per := perPart(p.count, size, c.limit)
	for from := 0; from < p.count; from += per {
		p.from, p.to = from, min(from+per, p.count)
		c.flush([]part{p})
	}
}

func (r *regions) end() {
	r.lists.end()
	r.contexts.end()
}

// file writes a file of lists or contexts.
func (r *regions) file(into *[][2]string, kind string, ps []part, raw func(*store, []part) []byte) {
	r.files++
	r.entry(into, ps[0].text, func() string {
		return r.w.once(key(kind, ps), func() []byte { return raw(r.w, ps) })
	})
}

// entry puts a file's first term and, once it is written beside the caller, its
// name into a region.
func (r *regions) entry(into *[][2]string, first string, name func() string) {
	n := len(*into)
	*into = append(*into, [2]string{first, ""})
	r.g.do(func() func() {
		name := name()
		return func() { (*into)[n][1] = name }
	})
}

// key names what goes into a file.
func key(kind string, ps []part) [sha256.Size]byte {
	h := sha256.New()
	h.Write([]byte(kind))
	var b []byte
	for _, p := range ps {
		b = binary.AppendUvarint(b[:0], uint64(len(p.text)))
		b = append(b, p.text...)
		for _, n := range []int{p.count, p.from, p.to, len(p.body)} {
			b = binary.AppendUvarint(b, uint64(n))
		}
		h.Write(b)
		h.Write(p.body)
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// write closes the files, writes those of cards, which are in order of their terms,
// and returns first term and name of each region.
func (r *regions) write(cards []cardsOf) [][2]string {
	r.end()
	for i, x := range r.all {
		c := cutter[cardsOf]{limit: cardLimit, flush: func(cs []cardsOf) {
			r.entry(&x.Cards, cs[0].term, func() string {
				b := []byte("cards")
				for i := range cs {
					b = cs[i].append(b)
				}
				return r.w.once(sha256.Sum256(b), func() []byte { return r.w.cards(cs) })
			})
		}}
		for len(cards) > 0 && (i+1 == len(r.all) || cards[0].term < r.all[i+1].first) {
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
