package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// another reports whether line i of the proceedings is the title of another
// meeting: body and round, not those of this record, with a day or place of its
// own below it.
func (p *parser) another(lines []line, i int) bool {
	l := lines[i]
	if i == 0 || textutil.Longer(l.text, 60) || strings.HasSuffix(l.text, "。") || l.cell != noCell || !strings.Contains(l.text, "回") && !strings.Contains(l.text, "録") {
		return false
	}
	if !titled(l.text) || !hasBody(l.text) || textutil.Key(l.text) == textutil.Key(p.rec.Title) {
		return false
	}
	if n, _, ok := round(l.text, "回"); ok && n == p.rec.Ordinal || !ok && !namesGenre(l.text) {
		return false
	}
	labels := map[string]bool{}
	for k := i + 1; k < len(lines) && k < i+12; k++ {
		m, ok := matchLabel(lines[k].text)
		if ok && m.field == "date" && (hasDate(m.value) || k+1 < len(lines) && hasDate(lines[k+1].text)) || ok && (m.field == "venue" || m.field == "attendees") {
			labels[m.field] = true
		}
	}
	return labels["date"] && len(labels) > 1
}

func namesGenre(s string) bool {
	for _, g := range genres {
		if strings.Contains(textutil.Key(s), g) {
			return true
		}
	}
	return false
}
