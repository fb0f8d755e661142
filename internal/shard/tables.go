package shard

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/toshin-archive/toshin/internal/kana"
)

// common are the blocks whose characters nearly every text and query keeps to. The
// rest of the folding table is two thirds of it and is read where a character
// of another block comes up. assets/js/tables.js has the same.
var common = [][2]rune{{0, 0x24F}, {0x370, 0x3FF}, {0x2000, 0x206F}, {0x2100, 0x22FF}, {0x2460, 0x26FF}, {0x3000, 0x30FF}, {0x4E00, 0x9FFF}, {0xFF00, 0xFFEF}}

func isCommon(r rune) bool {
	for _, b := range common {
		if r >= b[0] && r <= b[1] {
			return true
		}
	}
	return false
}

// tables makes the folding table: a file, in base64, of the common blocks with all rules but
// most spellings (spelling.go), and the rows of the other blocks (kana.Table.Export:
// rows of gap, length and what the code points fold to).
func (w *store) tables(t *kana.Table) (commonTable, rareFile string, err error) {
	b, err := t.Export()
	if err != nil {
		return "", "", err
	}
	x := map[string]json.RawMessage{}
	var chars string
	if err := json.Unmarshal(b, &x); err != nil {
		return "", "", err
	}
	if err := json.Unmarshal(x["chars"], &chars); err != nil {
		return "", "", err
	}
	var rows [2]strings.Builder
	var ends [2]rune
	end := rune(0)
	for l := range strings.Lines(chars) {
		f := strings.SplitN(l, ",", 3)
		gap, err := strconv.ParseInt(f[0], 36, 32)
		if err != nil || len(f) < 3 {
			return "", "", fmt.Errorf("a row of the folding table: %q", l)
		}
		n, err := strconv.ParseInt(f[1], 36, 32)
		if err != nil {
			return "", "", fmt.Errorf("a row of the folding table: %q: %w", l, err)
		}
		from := end + rune(gap)
		end = from + rune(n)
		for at := from; at < end; {
			to := at + 1
			for to < end && isCommon(to) == isCommon(at) {
				to++
			}
			k := 1
			if isCommon(at) {
				k = 0
			}
			fmt.Fprintf(&rows[k], "%s,%s,%s", strconv.FormatInt(int64(at-ends[k]), 36), strconv.FormatInt(int64(to-at), 36), f[2])
			ends[k], at = to, to
		}
	}
	x["chars"] = w.json(rows[0].String())
	left, spelled, err := w.spelling(x["words"])
	if err != nil {
		return "", "", err
	}
	if err := w.stems(x, &spelled); err != nil {
		return "", "", err
	}
	x["words"], x["spelling"] = w.json(left), w.json(spelled)
	// Every search needs it, and before all else: it stands in the manifest.
	return base64.StdEncoding.EncodeToString(w.plain.pack(w.json(x))), w.put([]byte(rows[1].String())), nil
}

// lexiconLimit is the size of a file of readings before deflating.
const lexiconLimit = 6 << 10

// lexicon is what the manifest says of the readings.
type lexicon struct {
	Short string      `json:"short"` // those of one kana, as a file has them
	Pairs string      `json:"pairs"` // the two kana that others begin with: 「かいん」 is かい and かん
	Files [][2]string `json:"files"` // first kana and file of each
}

// lexicon writes the readings (kana.Lexicon.Write), cut between first characters.
func (w *store) lexicon(lex kana.Lexicon) (lexicon, error) {
	var b strings.Builder
	x := lexicon{Files: [][2]string{}}
	if err := lex.Write(&b); err != nil {
		return x, err
	}
	byFirst := map[rune]*strings.Builder{}
	seconds := map[rune][]rune{}
	for l := range strings.Lines(b.String()) {
		r := []rune(l)
		if r[1] == '\t' {
			x.Short += l
			continue
		}
		if byFirst[r[0]] == nil {
			byFirst[r[0]] = &strings.Builder{}
		}
		byFirst[r[0]].WriteString(l)
		seconds[r[0]] = append(seconds[r[0]], r[1])
	}
	var pairs []string
	part, from := "", rune(0)
	flush := func() {
		if part != "" {
			x.Files = append(x.Files, [2]string{string(from), w.put([]byte(part))})
		}
		part = ""
	}
	for _, f := range slices.Sorted(maps.Keys(byFirst)) {
		slices.Sort(seconds[f])
		pairs = append(pairs, string(f)+string(slices.Compact(seconds[f])))
		s := byFirst[f].String()
		if len(part)+len(s) > lexiconLimit {
			flush()
		}
		if part == "" {
			from = f
		}
		part += s
	}
	flush()
	x.Pairs = strings.Join(pairs, " ")
	return x, nil
}
