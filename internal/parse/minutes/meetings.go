package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// Meetings are the places in d.Lines at which the minutes of another meeting begin:
// a title with its body, of another round than the one before, with a day and a place
// or people of its own below it, and sentences between the two. None where the file
// holds one meeting.
func Meetings(d *source.Document) []int {
	lines := split(d)
	var begins []int // in lines
	last := number{}
	lastTitle := ""
	for i, l := range lines {
		if !strings.Contains(l.text, "回") && !strings.Contains(l.text, "録") || !opensMeeting(lines, i) {
			continue
		}
		n, _, ok := round(l.text, "回")
		title := textutil.Key(l.text)
		if len(begins) > 0 {
			spoke := false
			for _, x := range lines[begins[len(begins)-1]+1 : i] {
				spoke = spoke || strings.HasSuffix(x.text, "。")
			}
			if !spoke || title == lastTitle || ok && n == last.n || !ok && !namesGenre(l.text) || l.gap == 0 && !l.page {
				continue
			}
		}
		last.n, lastTitle = n, title
		begins = append(begins, i)
	}
	if len(begins) < 2 {
		return nil
	}
	var at []int
	k := 0
	for i, l := range d.Lines {
		for k+1 < len(begins) && l.N == lines[begins[k+1]].n && l.Why == "" {
			at = append(at, i)
			k++
		}
	}
	return at
}

// opensMeeting reports whether line i is a title with the labels of a head below it.
func opensMeeting(lines []line, i int) bool {
	l := lines[i]
	if textutil.Longer(l.text, 60) || strings.HasSuffix(l.text, "。") || l.cell == otherCell || !titled(l.text) || !hasBody(l.text) {
		return false
	}
	labels := map[string]bool{}
	for k := i + 1; k < len(lines) && k < i+12; k++ {
		m, ok := matchLabel(clip(lines[k].text, 200))
		if !ok {
			continue
		}
		if m.field == "date" && (hasDate(m.value) || k+1 < len(lines) && hasDate(clip(lines[k+1].text, 200))) || m.field == "venue" || m.field == "attendees" {
			labels[m.field] = true
		}
	}
	return labels["date"] && len(labels) > 1
}
