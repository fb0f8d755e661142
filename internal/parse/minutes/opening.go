package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// dateLine takes a line that is a date, with hours or a place or neither, and
// no label, for the meeting's.
func (h *header) dateLine(l line) bool {
	if h.zone != "" || textutil.Longer(l.text, 80) || strings.HasSuffix(l.text, "。") {
		return false
	}
	if part, rest := bracketHead(l.text); subMeeting.MatchString(part) { // 〔第１分科会〕令和６年…
		if d, ok := jadate.First(rest); ok && d.Start == 0 {
			a, b := l, l
			a.text, b.text = textutil.Trim(l.text[:len(l.text)-len(rest)]), rest
			b.gap, b.cut = 0, true
			h.plain("", a)
			return h.dateLine(b)
		}
	}
	d, ok := jadate.First(l.text)
	if ok && d.Start != 0 {
		ok = false
	}
	if !ok || d.Day == 0 && d.Month == 0 || titled(l.text[d.End:]) {
		if h.has("date") && !h.has("venue") && placeLike(l.text) && (!titled(l.text) || roomLike(l.text)) {
			h.plain("venue", l)
			return true
		}
		if h.has("date") {
			if ts := jadate.FindTimes(l.text); len(ts) > 0 && ts[0].Start == 0 {
				h.plain("date", l)
				return true
			}
		}
		return false
	}
	end := d.End
	for _, t := range jadate.FindTimes(l.text) {
		end = max(end, t.End)
	}
	rest := textutil.TrimLeft(l.text[end:])
	if place := strings.TrimLeft(rest, "～~〜・、 　"); placeLike(place) && len(l.text)-len(place) < len(l.text) {
		a, b := l, l
		a.text, b.text = textutil.Trim(l.text[:len(l.text)-len(place)]), place
		b.gap, b.cut = 0, true
		h.plain("date", a)
		h.plain("venue", b)
		return true
	}
	if textutil.Longer(rest, 12) {
		return false
	}
	h.plain("date", l)
	return true
}

// roomLike reports whether a line ends as a room or a house does, and names no round.
func roomLike(s string) bool {
	return strings.ContainsRune("室館階場", textutil.LastRune(s)) && !strings.Contains(s, "年度") && !hasRound(s)
}

// bracketHead parts a bracket at the head of s from what stands behind it.
func bracketHead(s string) (inner, rest string) {
	if s == "" || !strings.ContainsRune(opening, textutil.FirstRune(s)) {
		return "", s
	}
	i := strings.IndexAny(clip(s, 60), closing)
	if i < 0 {
		return "", s
	}
	w := len(string(textutil.FirstRune(s[i:])))
	return textutil.Key(strings.TrimLeft(s[:i], opening)), textutil.TrimLeft(s[i+w:])
}

// opening takes a sentence over up to four lines that tells when and where the
// meeting was held.
func (h *header) opening(i int) (end int, ok bool) {
	if h.zone != "" || h.has("date") {
		return 0, false
	}
	if i == h.start && len(h.titles) == 0 && !strings.ContainsAny(h.lines[i].text, "、を。") {
		return 0, false // the title itself
	}
	text, raw := "", ""
	for k := i; k < len(h.lines) && k < i+4; k++ {
		l := h.lines[k]
		if k > i && (l.gap > 0 || titled(l.text) && !strings.HasSuffix(l.text, "。")) {
			return 0, false
		}
		text += l.text
		if k > i {
			raw += "\n"
		}
		raw += l.text
		if textutil.Longer(text, 200) {
			return 0, false
		}
		if strings.HasSuffix(l.text, "。") || strings.HasSuffix(l.text, "した") {
			d, is := jadate.First(text)
			if !is || d.Day == 0 || !convened(text) {
				return 0, false
			}
			x := h.lines[i]
			x.text = text
			h.plain("date", x)
			h.rec.Header[len(h.rec.Header)-1].Text = raw
			return k + 1, true
		}
	}
	return 0, false
}

func convened(s string) bool {
	for _, w := range []string{"開催した", "開催しました", "招集", "開会した", "開いた", "開かれた"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// openingLine takes 午前10時1分開会, and the sentence that tells when and where the
// meeting was held.
func (h *header) openingLine(l line) bool {
	key := textutil.Key(l.text)
	if hasHours(l.text) && !textutil.Longer(l.text, 24) {
		for _, w := range []string{"開会", "開議", "開始", "開式"} {
			if strings.Contains(key, w) {
				h.plain("date", l)
				return true
			}
		}
	}
	if h.zone != "" || textutil.Longer(l.text, 160) || h.has("date") {
		return false
	}
	if !convened(l.text) {
		return false
	}
	if d, ok := jadate.First(l.text); !ok || d.Day == 0 {
		return false
	}
	h.plain("date", l)
	return true
}

// where reads the place from …を市役所において開催した.
func (p *parser) where(s string) {
	for _, w := range []string{"において", "で開催", "に招集", "にて"} {
		before, _, ok := strings.Cut(s, w)
		if !ok {
			continue
		}
		i := strings.LastIndexAny(before, "、をは")
		if k := strings.LastIndex(before, "より"); k > i { // 午後1時より議事堂において
			i = k + len("よ")
		}
		if i < 0 {
			continue
		}
		_, rest, _ := strings.Cut(before[i:], string(textutil.FirstRune(before[i:])))
		if rest != "" && !textutil.Longer(rest, 40) && p.rec.Venue == "" {
			p.rec.Venue = textutil.Trim(rest)
			return
		}
	}
}

// venueIn reads the place behind the date in one field for both.
func (p *parser) venueIn(f headField) {
	for _, l := range f.lines {
		end := 0
		if d, ok := jadate.First(l.text); ok {
			end = d.End
		}
		for _, t := range jadate.FindTimes(l.text) {
			end = max(end, t.End)
		}
		rest := textutil.TrimLeft(strings.TrimLeft(textutil.TrimLeft(l.text[end:]), "～~〜、・まで"))
		if placeLike(rest) {
			p.rec.Venue = rest
			return
		}
	}
}
