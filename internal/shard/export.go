package shard

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/parallel"
	"github.com/toshin-archive/toshin/internal/record"
)

// export is one export under way. A record's ordinal is its place in order.
type export struct {
	r *index.Reader
	t *kana.Table
	w *store

	forms map[string]bool // words of the lexicon

	dir string // for what will be kept
	old *state

	order     []record.ID // oldest first
	to        []int32     // ordinal in old → ordinal now, or gone
	from      []int32     // ordinal now → in old, or gone
	sameTexts bool        // the texts' dictionary is that of old
	texts     deflater

	records []keptRecord
	folders []string
	runs    []string // files
	words   *suggestions
}

// number counts the records from the oldest on, so that a new one, which mostly is
// the newest, moves no other.
func (x *export) number() {
	n := len(x.r.Order)
	x.order, x.from = make([]record.ID, n), make([]int32, n)
	now := make(map[record.ID]int32, n)
	for i, id := range x.r.Order {
		x.order[n-1-i] = id
	}
	for i, id := range x.order {
		now[id], x.from[i] = int32(i), gone
	}
	x.to = make([]int32, len(x.old.Records))
	for i, k := range x.old.Records {
		x.to[i] = gone
		if n, ok := now[k.ID]; ok && x.r.Docs[k.ID].Fingerprint == k.Fingerprint {
			x.to[i], x.from[n] = n, int32(i)
		}
	}
	x.records = make([]keptRecord, n)
	x.texts.level = 8
}

// read reads what an earlier export has not: new records become runs, and texts
// where they are not the same. Each worker takes a stretch of whole folders.
func (x *export) read(ctx context.Context, batchBytes int) error {
	folders := (len(x.order) + perFolder - 1) / perFolder
	x.folders = make([]string, folders)
	workers := max(1, min(runtime.GOMAXPROCS(0), folders))
	fresh := 0
	for _, was := range x.from {
		fresh += bit(was == gone)
	}
	if fresh > len(x.order)/8 {
		if err := x.r.Locate(); err != nil {
			return err
		}
	}
	errs := make([]error, workers)
	runs := make([][]string, workers)
	var wg sync.WaitGroup
	for i := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			v := newInverter(min(batchBytes, bytesOfRecord*fresh) / workers)
			v.reset()
			flush := func() {
				if len(v.held) > 0 && errs[i] == nil {
					name := x.kept(fmt.Sprintf("run-%d-%d", i, len(runs[i])))
					runs[i] = append(runs[i], name)
					errs[i] = v.spill(name)
				}
				v.reset()
			}
			for f := folders * i / workers; f < folders*(i+1)/workers && errs[i] == nil; f++ {
				errs[i] = x.folder(ctx, f, v)
				if v.size() > batchBytes/workers {
					flush()
				}
			}
			flush()
		}()
	}
	wg.Wait()
	for _, r := range runs {
		x.runs = append(x.runs, r...)
	}
	return errors.Join(errs...)
}

// bytesOfRecord is about what a record takes in a batch.
const bytesOfRecord = 64 << 10

// spill writes the batch as a run.
func (b *batch) spill(name string) error {
	w, err := newRun(name)
	if err != nil {
		return err
	}
	var r row
	b.write(func(text string, l *list) {
		r.set(text, l)
		w.add(&r)
	})
	return w.close()
}

// folder reads the records of a folder of texts as far as need be, and writes it.
func (x *export) folder(ctx context.Context, f int, v *inverter) error {
	var texts []aText
	for n := f * perFolder; n < min((f+1)*perFolder, len(x.order)); n++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		id := x.order[n]
		k, was := &x.records[n], x.from[n]
		if was != gone {
			*k = x.old.Records[was]
			at := fmt.Sprintf("%s/%d.bin", x.old.Folders[was/perFolder], was%perFolder)
			if x.sameTexts && x.w.has(at) {
				texts = append(texts, aText{name: k.Text, at: at})
				continue
			}
		}
		e, err := x.r.Entry(id)
		if err != nil {
			return err
		}
		if was == gone {
			v.add(n, e)
		}
		file := x.texts.pack(x.w.text(e))
		*k = keptRecord{ID: id, Fingerprint: x.r.Docs[id].Fingerprint, Text: hash(file)}
		for _, s := range e.Segments {
			for _, p := range s.Pieces {
				k.Bytes += int64(len(p))
			}
		}
		texts = append(texts, aText{name: k.Text, file: file})
	}
	x.folders[f] = x.w.folder(texts)
	return nil
}

// terms merges what was kept with the runs: the files of all terms, and their
// regions.
func (x *export) terms(ctx context.Context, k Keep) ([][2]string, error) {
	m := &merger{to: x.to}
	defer m.close()
	if len(x.old.Records) > 0 {
		c, err := openRun(filepath.Join(k.Dir, rowsFile))
		if err != nil {
			return nil, err
		}
		m.runs, m.old = append(m.runs, c), c
	}
	for _, name := range x.runs {
		c, err := openRun(name)
		if err != nil {
			return nil, err
		}
		m.runs = append(m.runs, c)
	}
	all, err := newRun(x.kept(rowsFile))
	if err != nil {
		return nil, err
	}
	regions := newRegions(x.w)
	defer regions.g.wait()
	var cs []candidate
	x.words = newSuggestions(len(x.order))
	err = m.each(func(r *row) error {
		at := all.n
		all.add(r)
		switch {
		case r.text[0] == suggestionMark[0]:
			x.words.add(r.text[len(suggestionMark):], r.count)
			return nil
		case !isCompound(r.text):
			regions.add(r)
		}
		if likely := r.likely(len(x.order), x.forms); likely > 0 {
			cs = append(cs, candidate{r.text, r.count, likely, at, int(all.n - at)})
		}
		return ctx.Err()
	})
	if err = errors.Join(err, all.close()); err != nil {
		return nil, err
	}
	cards, err := x.cards(ctx, k, cs)
	if err != nil {
		return nil, err
	}
	fs := regions.write(cards)
	return fs, x.w.bad // what writing them came to
}

// cards are those of the candidates that are dealt some.
func (x *export) cards(ctx context.Context, k Keep, cs []candidate) ([]cardsOf, error) {
	var size int64
	for _, r := range x.records {
		size += r.Bytes
	}
	made := map[string][]card{}
	if len(x.old.Records) > 0 {
		var err error
		if made, err = readCards(filepath.Join(k.Dir, cardsFile), x.to); err != nil {
			return nil, err
		}
	}
	f, err := os.Open(x.kept(rowsFile))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	cs = deal(cs, len(x.order), size)
	all := make([]cardsOf, len(cs))
	err = parallel.Do(ctx, runtime.GOMAXPROCS(0), len(cs), func(i int) error {
		b := make([]byte, cs[i].size)
		if _, err := f.ReadAt(b, cs[i].at); err != nil {
			return err
		}
		var r row
		if err := r.framed(b); err != nil {
			return err
		}
		ns := best(readPosts(nil, r.count, r.posts))
		all[i] = cardsOf{cs[i].text, make([]card, len(ns))}
		for k, n := range ns {
			all[i].cards[k].n = int(n)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	missing := map[int32][]string{} // terms by record
	for i := range all {
		of := &all[i]
		old := made[of.term]
		for j, c := range of.cards {
			for len(old) > 0 && old[0].n < c.n {
				old = old[1:]
			}
			if len(old) > 0 && old[0].n == c.n {
				of.cards[j] = old[0]
			} else {
				missing[int32(c.n)] = append(missing[int32(c.n)], of.term)
			}
		}
	}
	made, err = x.make(ctx, missing)
	if err != nil {
		return nil, err
	}
	for i := range all {
		for j, c := range all[i].cards {
			for _, m := range made[all[i].term] {
				if m.n == c.n {
					all[i].cards[j] = m
				}
			}
		}
	}
	return all, writeCards(x.kept(cardsFile), all)
}

// make makes cards of the terms that each record is to show.
func (x *export) make(ctx context.Context, terms map[int32][]string) (map[string][]card, error) {
	made := map[string][]card{}
	var mu sync.Mutex
	var bad error
	fail := func(err error) {
		mu.Lock()
		defer mu.Unlock()
		bad = errors.Join(bad, err)
	}
	plain := x.t.WithWords(nil) // where words begin decides nothing here
	g := newGroup()
	for n, ts := range terms {
		if ctx.Err() != nil {
			break
		}
		g.do(func() func() {
			e, err := x.r.Entry(x.order[n])
			if err != nil {
				fail(err)
				return func() {}
			}
			cs := makeCards(plain, n, e, ts)
			mu.Lock()
			defer mu.Unlock()
			for term, c := range cs {
				made[term] = append(made[term], c)
			}
			return func() {}
		})
	}
	g.wait()
	return made, errors.Join(bad, ctx.Err())
}
