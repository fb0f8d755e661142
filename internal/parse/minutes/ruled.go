package minutes

import "github.com/toshin-archive/toshin/internal/textutil"

// word is a run without blanks and the column of the page at which it begins.
type word struct {
	text string
	at   int
}

// wordsOf are the words of a line; two columns for a full-width glyph. A line longer
// than any print has none.
func wordsOf(l line) []word {
	if textutil.Longer(l.text, 160) {
		return nil
	}
	var out []word
	at, from, start := l.indent*2/3, -1, 0
	for i, r := range l.text {
		switch {
		case textutil.IsBlank(r) && from >= 0:
			out = append(out, word{l.text[from:i], start})
			from = -1
		case !textutil.IsBlank(r) && from < 0:
			from, start = i, at
		}
		if at++; r > 0x7f {
			at++
		}
	}
	if from >= 0 {
		out = append(out, word{l.text[from:], start})
	}
	return out
}

// columnHeadsOf reads a line as the heads over a roster that blanks set in columns:
// 番号　氏　名　　　所　属　　　役職. nil where it is none.
func columnHeadsOf(l line) []word {
	ws := wordsOf(l)
	var heads []word
	named := false
	for i := 0; i < len(ws); {
		text, end := "", i
		for k := i; k < len(ws) && k < i+4; k++ { // 氏　名
			text += ws[k].text
			if _, ok := rosterColumns[textutil.Key(text)]; ok {
				end = k + 1
			}
		}
		if end == i {
			return nil
		}
		text = ""
		for k := i; k < end; k++ {
			text += ws[k].text
		}
		named = named || rosterColumns[textutil.Key(text)] == "name"
		heads = append(heads, word{text, ws[i].at})
		i = end
	}
	if len(heads) < 3 || !named {
		return nil
	}
	return heads
}

// ruled sets the lines below heads over columns as the rows of a table, each word in
// the column above which it begins. A roster that follows (欠席者) goes on with the
// columns of the one before, carried, where its words begin at them.
func (p *parser) ruled(lines []line) (out []line, carried map[int]string) {
	heads := p.overRoster
	for i, l := range lines {
		if l.cell != noCell {
			return lines, nil
		}
		if hs := columnHeadsOf(l); hs != nil {
			heads, p.overRoster = hs, hs
			out = append(out, inColumns(l, hs)...)
			continue
		}
		ws := wordsOf(l)
		if heads == nil || !fitsColumns(ws, heads) {
			if i == 0 {
				heads = nil
			}
			out = append(out, l)
			continue
		}
		if i == 0 {
			carried = map[int]string{}
			for k, h := range heads {
				carried[k] = rosterColumns[textutil.Key(h.text)]
			}
		}
		out = append(out, inColumns(l, heads)...)
	}
	return out, carried
}

// inColumns parts a line at its columns.
func inColumns(l line, heads []word) []line {
	var out []line
	col := -1
	for _, w := range wordsOf(l) {
		k := 0
		for k+1 < len(heads) && heads[k+1].at <= w.at {
			k++
		}
		if k == col {
			out[len(out)-1].text += "　" + w.text
			continue
		}
		x := l
		x.text, x.cell, x.col = w.text, otherCell, k
		if col < 0 {
			x.cell = firstCell
		}
		col = k
		out = append(out, x)
	}
	return out
}

// fitsColumns reports whether most heads have a word that begins right below them.
func fitsColumns(ws, heads []word) bool {
	n := 0
	for _, h := range heads {
		for _, w := range ws {
			if w.at == h.at {
				n++
				break
			}
		}
	}
	return n*3 >= len(heads)*2
}
