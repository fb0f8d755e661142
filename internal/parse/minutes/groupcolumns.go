package minutes

import "github.com/toshin-archive/toshin/internal/textutil"

// groupHeads reads a line as two or more groups side by side, each over a column of
// its people: 委　員　　　　　　事務局. nil where it is none.
func groupHeads(l line) []word {
	if l.cell != noCell || textutil.Longer(l.text, 60) {
		return nil
	}
	ws := wordsOf(l)
	var heads []word
	for i := 0; i < len(ws); {
		text, end := "", i
		for k := i; k < len(ws) && k < i+4; k++ { // 委　員
			text += ws[k].text
			if isGroup(textutil.Key(text)) {
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
		heads = append(heads, word{text, ws[i].at})
		i = end
	}
	if len(heads) < 2 || heads[1].at-heads[0].at < 14 {
		return nil
	}
	return heads
}

// groupColumns reads a roster of groups side by side one after the other.
func groupColumns(lines []line) []line {
	for i, l := range lines {
		heads := groupHeads(l)
		if heads == nil {
			continue
		}
		out := append([]line{}, lines[:i]...)
		for k, h := range heads {
			head := l
			head.text, head.indent = h.text, 0
			out = append(out, head)
			for _, x := range lines[i+1:] {
				text, at := "", 0
				for _, w := range wordsOf(x) {
					if w.at < h.at-2 && k > 0 || k+1 < len(heads) && w.at >= heads[k+1].at-2 {
						continue
					}
					if text != "" {
						for range max((w.at-at)/2, 1) {
							text += "　"
						}
					}
					text += w.text
					at = w.at + columns(w.text)
				}
				if text != "" {
					y := x
					y.text, y.indent, y.gap = text, 3, 0
					out = append(out, y)
				}
			}
		}
		return out
	}
	return lines
}
