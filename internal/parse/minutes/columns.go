package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// columns reads a head whose labels all stand before their values, as some
// tables come out: the values are given to the labels in their order, each to
// the one that it fits best.
func (h *header) columns(i int) (end int, ok bool) {
	var ms []labelMatch
	j := i
	for ; j < len(h.lines); j++ {
		m, is := matchLabel(h.lines[j].text)
		if !is || m.value != "" || m.field == "body" || m.word == "委員" || m.word == "開会" || m.word == "閉会" || len(ms) > 0 && (m.deco == "") != (ms[0].deco == "") {
			break
		}
		ms = append(ms, m)
	}
	date := -1
	for k, m := range ms {
		if m.field == "date" && date < 0 {
			date = k
		}
	}
	if len(ms) < 3 || date < 0 || date == len(ms)-1 {
		return 0, false
	}
	labels := h.lines[i:j]
	from := j
	for ; j < len(h.lines) && j < from+60; j++ {
		if m, is := matchLabel(h.lines[j].text); is && m.field != "" && m.deco == ms[0].deco && m.value == "" || h.speaks(j) || sentence(h.lines[j].text) {
			break
		}
	}
	values := h.lines[from:j]
	if len(values) < len(ms) {
		return 0, false
	}
	for k, m := range ms {
		h.open(labels[k], m)
	}
	base := len(h.fields) - len(ms)
	for v, k := range assign(ms, values) {
		h.cur = &h.fields[base+k]
		h.zone = ms[k].field
		h.apart(values[v])
	}
	h.zone = "other"
	return j, true
}

// apart adds a value that does not stand under its label: it has a field of its
// own, so that the head keeps the order of the source.
func (h *header) apart(l line) {
	if h.zone == "agenda" {
		for _, part := range enumerated(l.text) {
			x := l
			x.text = part
			h.enter(x, part)
		}
		return
	}
	h.cur.lines = append(h.cur.lines, l)
	h.rec.Header = append(h.rec.Header, record.Field{Name: h.cur.m.field, Text: l.text, Line: l.n})
}

// assign gives each value a label, in order, none left out, so that they fit
// best together. It returns the label of each value.
func assign(ms []labelMatch, values []line) []int {
	const bad = -1 << 20
	best := make([][]int, len(values))
	step := make([][]bool, len(values))
	for v := range values {
		best[v], step[v] = make([]int, len(ms)), make([]bool, len(ms))
		for k := range ms {
			score := bad
			switch {
			case v == 0 && k == 0:
				score = 0
			case v > 0 && k == 0:
				score = best[v-1][0]
			case v > 0:
				score = best[v-1][k]
				if best[v-1][k-1] >= score {
					score, step[v][k] = best[v-1][k-1], true
				}
			}
			best[v][k] = score + suits(ms[k].field, values[v].text)
		}
	}
	out := make([]int, len(values))
	for v, k := len(values)-1, len(ms)-1; v >= 0; v-- {
		out[v] = k
		if step[v][k] {
			k--
		}
	}
	return out
}

// suits says how well a value fits a field: 3 well, 0 not at all.
func suits(field, s string) int {
	key := textutil.Key(s)
	people := strings.Contains(key, "委員") || strings.Contains(key, "会長") || strings.Contains(key, "長") && !strings.Contains(key, "室")
	none := key == "なし" || key == "無" || key == "無し"
	_, isDate := jadate.First(s)
	_, listed := numbered(s)
	switch field {
	case "date":
		if isDate || len(jadate.FindTimes(s)) > 0 {
			return 3
		}
	case "venue":
		if placeLike(s) && !isDate {
			return 3
		}
	case "attendees", "staff", "officers":
		if people {
			return 2
		}
	case "absentees":
		if people || none {
			return 2
		}
	case "observers":
		if _, n := jadate.Leading(key); none || n > 0 && (strings.HasSuffix(key, "人") || strings.HasSuffix(key, "名")) {
			return 3
		}
	case "agenda":
		if listed || strings.HasSuffix(key, "について") {
			return 3
		}
	case "handouts":
		if strings.Contains(key, "資料") {
			return 3
		}
	case "openness":
		if strings.HasSuffix(key, "公開") {
			return 3
		}
	}
	return 0
}
