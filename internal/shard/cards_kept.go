package shard

import (
	"bufio"
	"encoding/binary"
	"errors"
	"os"
)

// The kept cards: of each term its text, the number of its cards, and these: the
// ordinal and six strings. Numbers are varints; a string stands behind its length.

// readCards lists the cards of each term whose records are still the same, by
// their ordinals of now (see merger.to).
func readCards(name string, to []int32) (map[string][]card, error) {
	file, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	s := string(file) // all strings are of this one
	bad := false
	num := func() int {
		v, n := 0, 0
		for {
			if n == len(s) || n > 6 {
				bad = true
				return 0
			}
			v |= int(s[n]&127) << (7 * n)
			if n++; s[n-1] < 128 {
				s = s[n:]
				return v
			}
		}
	}
	str := func() string {
		n := num()
		if n > len(s) {
			bad = true
			return ""
		}
		x := s[:n]
		s = s[n:]
		return x
	}
	all := map[string][]card{}
	for len(s) > 0 && !bad {
		term := str()
		n := num()
		var cs []card
		for i := 0; i < n && !bad; i++ {
			c := card{num(), str(), str(), str(), str(), str(), str()}
			if c.n >= len(to) {
				bad = true
			} else if c.n = int(to[c.n]); c.n != gone {
				cs = append(cs, c)
			}
		}
		all[term] = cs
	}
	if bad {
		return nil, errors.New(name + ": the kept cards are cut off")
	}
	return all, nil
}

func writeCards(name string, all []cardsOf) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, runBuffer)
	var b []byte
	for i := range all {
		b = all[i].append(b[:0])
		w.Write(b) // Flush tells
	}
	return errors.Join(w.Flush(), f.Close())
}

// append writes the cards as they are kept.
func (of *cardsOf) append(b []byte) []byte {
	str := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	str(of.term)
	b = binary.AppendUvarint(b, uint64(len(of.cards)))
	for _, c := range of.cards {
		b = binary.AppendUvarint(b, uint64(c.n))
		for _, s := range []string{c.id, c.title, c.date, c.kind, c.passage, c.excerpt} {
			str(s)
		}
	}
	return b
}
