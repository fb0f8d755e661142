package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// pairedColumns puts a roster together again that came out column by column: as
// many names as titles, all titles first (市長 / 教育長 / 早乙女　博 / 黛　礼子), or
// all names.
func pairedColumns(lines []line) []line {
	var out []line
	for i := 0; i < len(lines); {
		first := columnKind(lines[i])
		j := sameKind(lines, i, first)
		k := j
		if first != 0 && j-i > 1 && j < len(lines) && lines[j].gap == 0 {
			if second := columnKind(lines[j]); second != 0 && second != first {
				k = sameKind(lines, j, second)
			}
		}
		if n := j - i; k-j == n && n > 1 {
			for m := range n {
				x := lines[i+m]
				x.text += "　" + lines[j+m].text
				x.gap, x.indent = lines[i].gap, lines[i].indent
				out = append(out, x)
			}
			i = k
			continue
		}
		out = append(out, lines[i:max(j, i+1)]...)
		i = max(j, i+1)
	}
	return out
}

// sameKind is the end of the run of lines of one kind that begins at i.
func sameKind(lines []line, i int, kind int) int {
	j := i
	for j < len(lines) && kind != 0 && columnKind(lines[j]) == kind && (j == i || lines[j].gap == 0) {
		j++
	}
	return j
}

// columnKind tells what a line of one cell holds: 1 a title, 2 a name, 0 neither.
func columnKind(l line) int {
	key := textutil.Key(l.text)
	if l.cell != noCell || textutil.Longer(key, 16) || strings.ContainsAny(l.text, "、，,。:：()（）・") {
		return 0
	}
	if before, _, role := roleOf(key); role != "" {
		if before == "" || isTitle(before, role) || isOffice(before) {
			return 1
		}
		return 0
	}
	parts := strings.FieldsFunc(l.text, textutil.IsBlank)
	if len(parts) >= 2 && nameLike(l.text) && !officeName(key) && !orgName(key) && !isGroup(key) {
		return 2
	}
	return 0
}
