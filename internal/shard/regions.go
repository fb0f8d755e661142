package shard

import "sync"

// Limits of the files of terms, before deflating; docs/shards.md has the sizes
// that come of them.
const (
	listLimit    = 20 << 10
	contextLimit = 16 << 10
	cardLimit    = 16 << 10
	perRegion    = 96 // files a region names
)

// region names the files of a stretch of terms: of each its first term and name.
// A term that fills several files is the first of each.
type region struct {
	Lists    [][2]string `json:"lists"`
	Contexts [][2]string `json:"contexts"`
	Cards    [][2]string `json:"cards"`
}

// cutter gathers parts until a file is full. Each kind of file has one.
type cutter struct {
	limit, size int
	ps          []part
	entries     *[][2]string
	write       func([]part) string
}

func (c *cutter) add(p part, size int) {
	if c.size > 0 && c.size+size > c.limit {
		c.flush()
	}
	c.ps, c.size = append(c.ps, p), c.size+size
}

func (c *cutter) flush() {
	if len(c.ps) > 0 {
		*c.entries = append(*c.entries, [2]string{c.ps[0].text, c.write(c.ps)})
	}
	c.ps, c.size = nil, 0
}

// regions writes all files of terms, and returns first term and name of each region.
func regions(w *store, ts []term, cards map[string][]card) [][2]string {
	g := &group{limit: make(chan struct{}, 2)}
	var all []*region
	var firsts []string
	var r *region
	var cutters [3]*cutter
	files := 0
	begin := func(first string) {
		r = &region{Lists: [][2]string{}, Contexts: [][2]string{}, Cards: [][2]string{}}
		all, firsts, files = append(all, r), append(firsts, first), 0
		kind := func(limit int, into *[][2]string, raw func([]part) []byte) *cutter {
			return &cutter{limit: limit, entries: into, write: func(ps []part) string {
				files++
				n := len(*into)
				g.do(func() string { return w.put(raw(ps)) }, func(name string) { (*into)[n][1] = name })
				return ""
			}}
		}
		cutters = [3]*cutter{
			kind(listLimit, &r.Lists, func(ps []part) []byte { return lists(w, ps) }),
			kind(contextLimit, &r.Contexts, func(ps []part) []byte { return contexts(w, ps) }),
			kind(cardLimit, &r.Cards, func(ps []part) []byte { return w.cards(ps, cards) }),
		}
	}
	end := func() {
		for _, c := range cutters {
			c.flush()
		}
	}
	for i := range ts {
		t := &ts[i]
		if r == nil || files >= perRegion {
			if r != nil {
				end()
			}
			begin(t.text)
		}
		add := func(c *cutter, size int) {
			ps := t.parts(size, c.limit)
			if len(ps) > 1 {
				c.flush()
			}
			for _, p := range ps {
				c.add(p, size/len(ps))
				if len(ps) > 1 {
					c.flush()
				}
			}
		}
		if t.word == "" {
			add(cutters[0], len(t.text)+8+5*len(t.posts)/2)
		}
		if len(t.around) > 0 {
			size := len(t.text) + 12 + len(t.posts) + len(t.around)
			for _, c := range t.contexts {
				size += len(c) + 1
			}
			add(cutters[1], size)
		}
		if cs := cards[t.text]; len(cs) > 0 {
			cutters[2].add(part{text: t.text}, size(cs))
		}
	}
	if r != nil {
		end()
	}
	g.wait()
	root := [][2]string{}
	for i, r := range all {
		root = append(root, [2]string{firsts[i], w.putJSON(r)})
	}
	return root
}

// group runs work beside the caller and hands in the results when it waits.
type group struct {
	limit chan struct{}
	wg    sync.WaitGroup
	mu    sync.Mutex
	then  []func()
}

func (g *group) do(work func() string, done func(string)) {
	g.limit <- struct{}{}
	g.wg.Add(1)
	go func() {
		defer func() { <-g.limit; g.wg.Done() }()
		s := work()
		g.mu.Lock()
		defer g.mu.Unlock()
		g.then = append(g.then, func() { done(s) })
	}()
}

func (g *group) wait() {
	g.wg.Wait()
	for _, f := range g.then {
		f()
	}
}
