package shard

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The words that are written with more or fewer kana (rule 13) are half of the
// folding table, and most queries have none of them. They are cut between first
// characters, and a filter of the pairs of characters that they begin with tells
// of nearly all queries that they need none. assets/js/kana-spelling.js has the
// same.
const (
	spellingLimit = 4 << 10 // of a file before deflating
	filterBits    = 1 << 14
)

// spelling is what the folding table says of such words.
type spelling struct {
	Filter string      `json:"filter"` // base64 of filterBits bits
	Files  [][2]string `json:"files"`  // first character and file of each
	Stems  string      `json:"stems"`  // file of first, last and apart: compounds as 取[り]扱[い]
	Ends   string      `json:"ends"`   // characters that the ways of first end with
	Begins string      `json:"begins"` // characters that the ways of last begin with
}

// stems moves the parts of compounds out of the folding table x into a file. Who
// has none of the characters with which one part ends before one with which another
// begins, needs none of them.
func (w *store) stems(x map[string]json.RawMessage, s *spelling) error {
	var first, last []string
	for name, into := range map[string]*[]string{"first": &first, "last": &last} {
		if err := json.Unmarshal(x[name], into); err != nil {
			return fmt.Errorf("the folding table's %s: %w", name, err)
		}
	}
	s.Stems = w.putJSON(map[string]json.RawMessage{"first": x["first"], "last": x["last"], "apart": x["apart"]})
	ends, begins := map[rune]bool{}, map[rune]bool{}
	for _, row := range first {
		for _, way := range waysOf(row) {
			r := []rune(way)
			ends[r[len(r)-1]] = true
		}
	}
	for _, row := range last {
		for _, way := range waysOf(row) {
			begins[[]rune(way)[0]] = true
		}
	}
	s.Ends, s.Begins = string(slices.Sorted(maps.Keys(ends))), string(slices.Sorted(maps.Keys(begins)))
	for _, name := range []string{"first", "last", "apart"} {
		x[name] = json.RawMessage("[]")
	}
	return nil
}

// spelling writes the files: rows of ways to write a word, as the folding table
// has them (kana.Table.Export), in its order. Rows with a way of one character stay
// in the table as well.
func (w *store) spelling(words json.RawMessage) (left []string, s spelling, err error) {
	var rows []string
	if err := json.Unmarshal(words, &rows); err != nil {
		return nil, s, fmt.Errorf("the folding table's words: %w", err)
	}
	left = []string{}
	filter := make([]byte, filterBits/8)
	byFirst := map[rune][]int{} // places of rows
	for i, row := range rows {
		short := false
		for _, way := range waysOf(row) {
			r := []rune(way)
			if of := byFirst[r[0]]; len(of) == 0 || of[len(of)-1] != i {
				byFirst[r[0]] = append(of, i)
			}
			if len(r) < 2 {
				short = true
				continue
			}
			for _, bit := range filterOf(r[0], r[1]) {
				filter[bit/8] |= 1 << (bit % 8)
			}
		}
		if short {
			left = append(left, row)
		}
	}
	var part []int
	var size int
	var from rune
	flush := func() {
		slices.Sort(part)
		part = slices.Compact(part)
		texts := make([]string, len(part))
		for i, k := range part {
			texts[i] = rows[k]
		}
		s.Files = append(s.Files, [2]string{string(from), w.putJSON(texts)})
		part, size = nil, 0
	}
	for _, r := range slices.Sorted(maps.Keys(byFirst)) {
		n := 0
		for _, i := range byFirst[r] {
			n += len(rows[i]) + 3
		}
		if size > 0 && size+n > spellingLimit {
			flush()
		}
		if size == 0 {
			from = r
		}
		part, size = append(part, byFirst[r]...), size+n
	}
	flush()
	s.Filter = base64.StdEncoding.EncodeToString(filter)
	return left, s, nil
}

// filterOf are the bits of a pair of characters.
func filterOf(a, b rune) (bits [4]uint32) {
	h := uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA6B
	for i := range bits {
		bits[i] = h % filterBits
		h = (h ^ h>>15) * 0x2C1B3C6D
	}
	return bits
}

// waysOf lists the ways of a row: between blanks, or with and without each part
// in brackets (申[し]出).
func waysOf(row string) []string {
	if strings.Contains(row, " ") {
		return strings.Fields(row)
	}
	before, behind, ok := strings.Cut(row, "[")
	if !ok {
		return []string{row}
	}
	part, behind, _ := strings.Cut(behind, "]")
	var ways []string
	for _, tail := range waysOf(behind) {
		ways = append(ways, before+tail, before+part+tail)
	}
	return ways
}
