package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"unicode"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/reading"
	"github.com/toshin-archive/toshin/internal/record"
)

// words is what the archive's own vocabulary adds to the analyzer.
type words struct {
	table   *kana.Table
	lexicon kana.Lexicon
	salt    string // what the analysis of a text depends on besides the text
}

// vocabulary reads the words once for all stages that need them.
func (c *Checked) vocabulary() (*words, error) {
	var err error
	if c.words == nil {
		c.words, err = vocabulary(c.Archive, c.Gate.Public, c.publicSums())
	}
	return c.words, err
}

// vocabulary reads the words of the public records, and the corrections that
// staff wrote in data/readings.tsv.
func vocabulary(a *archive.Archive, public []*record.Record, sums record.Sums) (*words, error) {
	b, err := os.ReadFile(a.Path(archive.ReadingsFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("index: %w", err)
	}
	corrections, err := reading.Corrections(string(b))
	if err != nil {
		return nil, fmt.Errorf("index: %s: %w", archive.ReadingsFile, err)
	}
	corrections = spoken(append(ruby(public), corrections...), public)
	table := kana.Default()
	builder := reading.NewBuilder(table)
	ds := make([]reading.Document, len(public))
	for i, r := range public {
		ds[i] = reading.Document{Sum: sums.Of(r), Texts: texts(r)}
	}
	known := &reading.Known{}
	if sign := program(); sign != "" {
		known = reading.OpenKnown(a.CachePath("stretches"), fmt.Sprint(kana.Version, " ", sign))
	}
	if err := builder.AddAll(known, ds); err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	res, err := builder.BuildWith(reading.OpenCache(a.CachePath("readings")), corrections)
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	return &words{table.WithWords(res.Words), res.Lexicon, res.Key}, nil
}

// foresee reads the morphological dictionary while the gate judges, where the
// files that were parsed just now have words that no build has seen. Nothing waits
// for it: where the words are needed, whoever loads the dictionary does.
func (c *Checked) foresee(fresh []*record.Record) {
	const some = 100 // more have new words for sure
	b := reading.NewBuilder(kana.Default())
	for _, r := range fresh[:min(some, len(fresh))] {
		texts(r)(b.Add)
	}
	go func() { b.Warm(reading.OpenCache(c.Archive.CachePath("readings"))) }()
}

// ruby are the readings that the public records themselves give. What staff
// write comes after and wins.
func ruby(public []*record.Record) (cs []reading.Correction) {
	for _, r := range public {
		for _, x := range r.Readings {
			if c, ok := reading.Ruby(x.Text, x.Kana); ok {
				cs = append(cs, c)
			}
		}
	}
	return cs
}

// spoken leaves out corrections for words with kana in them that no public
// record has: the lexicon goes out with the site, and staff write the readings
// of withheld names there too. Words of kanji alone enter it only where a record
// has them.
func spoken(cs []reading.Correction, public []*record.Record) []reading.Correction {
	open := map[int]bool{} // corrections not met yet
	for i, c := range cs {
		if strings.ContainsFunc(c.Written, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
			open[i] = true
		}
	}
	for _, r := range public {
		if len(open) == 0 {
			break
		}
		for _, p := range r.Pieces() {
			for i := range open {
				if strings.Contains(p.Text, cs[i].Written) {
					delete(open, i)
				}
			}
		}
	}
	var out []reading.Correction
	for i, c := range cs {
		if !open[i] {
			out = append(out, c)
		}
	}
	return out
}

// texts are what the words of r are read from.
func texts(r *record.Record) func(yield func(string)) {
	return func(yield func(string)) {
		sections := func(ss []record.Section) {
			for _, s := range ss {
				yield(s.Label)
				for _, p := range s.Passages {
					yield(p.Text)
				}
			}
		}
		yield(r.Title)
		sections(r.Sections)
		for _, it := range r.Items {
			yield(it.Title)
			sections(it.Sections)
		}
	}
}
