package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

func hasHours(s string) bool { return len(jadate.FindTimes(clip(s, 120))) > 0 }

// dateLine takes a line that is a date, with hours or a place or neither, and
// no label, for the meeting's.
func (h *header) dateLine(l line) bool {
	if h.zone != "" || textutil.Longer(l.text, 80) || strings.HasSuffix(l.text, "。") {
		return false
	}
	d, ok := jadate.First(l.text)
	if ok && d.Start != 0 {
		ok = false
	}
	if !ok || d.Day == 0 && d.Month == 0 || titled(l.text[d.End:]) {
		if h.has("date") && !h.has("venue") && placeLike(l.text) && !titled(l.text) {
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

// opening takes a sentence over up to four lines that tells when and where the
// meeting was held.
func (h *header) opening(i int) (end int, ok bool) {
	if h.zone != "" || h.has("date") {
		return 0, false
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

// when reads the fields that tell when the meeting was held, then what the title
// and the last lines add.
func (p *parser) when() {
	r := p.rec
	for _, f := range p.fields {
		if f.m.field == "date" {
			p.date(f)
		}
	}
	near := p.near()
	if r.Date == "" {
		for _, t := range p.titles {
			if d, ok := jadate.First(t.text); ok && d.Day > 0 {
				p.held(d, t.text[d.Start:d.End], t, near)
			}
		}
	}
	for _, f := range p.fields { // 審議内容(開会 午前9時30分)
		if f.m.field == "body" && r.Start == "" && hasHours(f.m.label) {
			r.Start = jadate.FindHours(f.m.label).From
		}
	}
}

// date reads one field.
func (p *parser) date(f headField) {
	r := p.rec
	text := ""
	for _, l := range f.lines {
		if d, ok := jadate.First(l.text); ok && r.Date == "" && (d.Day > 0 || d.Faults != 0) {
			p.held(d, l.text[d.Start:d.End], l, p.near())
		}
		text += " " + l.text
	}
	if convened(text) {
		p.where(text)
	}
	if strings.Contains(f.m.word, "場所") && r.Venue == "" { // 開催日及び場所
		p.venueIn(f)
	}
	label := f.m.word
	if f.m.word == "開会及び閉会に関する事項" || f.m.word == "開会・閉会" || f.m.word == "開会及び閉会" || f.m.word == "開閉会の日時" {
		label = ""
	}
	h := jadate.FindHours(label + " " + text)
	if h.Faults != 0 && (r.Start == "" || r.End == "") {
		if h.From == "" && h.To == "" || h.Faults&^jadate.OddHour != 0 || r.Start == "" {
			p.fault("P105", f.line.n, f.line.text)
		}
	}
	if r.Start == "" {
		r.Start = h.From
	}
	if r.End == "" {
		r.End = h.To
	}
}

// held takes d for the day of the meeting.
func (p *parser) held(d jadate.Date, at string, l line, near int) {
	if d.Year == 0 && near > 0 {
		d = d.In(near)
	}
	switch {
	case d.Faults&jadate.Impossible != 0:
		p.fault("P102", l.n, l.text, at)
	case d.Faults&jadate.WrongDay != 0:
		p.fault("P103", l.n, l.text, at, d.RealWeekday())
	case d.Faults&jadate.OutOfEra != 0:
		p.fault("P104", l.n, l.text, at)
	}
	if p.rec.Date == "" {
		p.rec.Date = d.ISO()
	}
}

// near is a year that the meeting lies near: of its title, or of its page.
func (p *parser) near() int {
	for _, t := range p.titles {
		if d, ok := jadate.First(t.text); ok && d.Year > 0 {
			return d.Year
		}
		if y, ok := jadate.FindFiscalYear(t.text); ok && y.Year > 0 {
			return y.Year
		}
	}
	if p.rec.Page != nil && len(p.rec.Page.Date) >= 4 {
		n, _ := jadate.Int(p.rec.Page.Date[:4])
		return n
	}
	return 0
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

// closing reads the hour at which the meeting ended from its last words:
// 午前11時45分閉会, (閉会 午後3時).
func (p *parser) closing() {
	r := p.rec
	for i := range r.Items {
		for _, s := range r.Items[i].Sections {
			for _, x := range s.Passages {
				if x.Speaker == nil && !textutil.Longer(x.Text, 40) {
					p.hour(x.Text)
				}
			}
		}
	}
	for _, x := range r.Items {
		for _, l := range x.Labels {
			p.hour(l.Text)
		}
	}
}

func (p *parser) hour(s string) {
	ts := jadate.FindTimes(s)
	if len(ts) != 1 {
		return
	}
	key := textutil.Key(s)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(key, w) {
				return true
			}
		}
		return false
	}
	switch {
	case has("閉会", "散会", "終了", "閉議", "延会"):
		if p.rec.End == "" {
			p.rec.End = ts[0].String()
		}
	case has("開会", "開議", "開始"):
		if p.rec.Start == "" {
			p.rec.Start = ts[0].String()
		}
	}
}

// readHead reads the fields of the head into the record.
func (p *parser) readHead() {
	r := p.rec
	p.when()
	for _, f := range p.fields {
		text := joined(f.lines)
		switch f.m.field {
		case "venue":
			if r.Venue == "" {
				r.Venue = text
			}
		case "observers":
			if r.Observers == "" {
				r.Observers = text
			}
			if r.Observers == "" {
				r.Observers = strings.Trim(f.m.note, "()（）")
			}
		case "handouts":
			r.Handouts = append(r.Handouts, listed(f.lines)...)
		case "attendees", "absentees", "staff", "officers":
			p.attend(f)
		}
	}
	p.title()
	if r.Date == "" {
		p.noDate()
	}
	p.voices.seen = map[string]voice{}
}

// noDate says that there is no day: where a field for it stands, that its words
// are damaged.
func (p *parser) noDate() {
	for _, d := range p.rec.Diagnostics {
		if d.Code == "P102" { // no such day: said already
			return
		}
	}
	for _, f := range p.fields {
		if f.m.field != "date" || len(f.lines) == 0 || strings.Contains(f.m.word, "時間") || strings.Contains(f.m.word, "時刻") {
			continue
		}
		for _, l := range f.lines {
			if strings.Contains(l.text, "年") || strings.Contains(l.text, "月") || strings.Contains(l.text, "日") {
				p.fault("P107", l.n, l.text)
				return
			}
		}
	}
	p.fault("P101", 0, "")
}

func joined(lines []line) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l.text)
	}
	return b.String()
}

// listed takes the entries of a list: one a line or several on one, without the
// bullets and numbers that only set them apart.
func listed(lines []line) []string {
	var out []string
	var style string
	for _, l := range lines {
		var parts []string
		for _, s := range enumerated(l.text) {
			parts = append(parts, papers(s)...)
		}
		for k, s := range parts {
			s = textutil.TrimLeft(strings.TrimLeft(s, "・•○●◇◆■□･※"))
			n, ok := numbered(s)
			switch {
			case ok && (n.n == 1 || n.style == style):
				style, s = n.style, n.rest
			case !ok && k == 0 && len(out) > 0 && wraps(out[len(out)-1], l):
				out[len(out)-1] += s
				continue
			}
			if s != "" && textutil.Key(s) != "なし" {
				out = append(out, s)
			}
		}
	}
	return out
}

// papers cuts a line that names several papers: 次第、資料1 …、資料2 ….
func papers(s string) []string {
	var out []string
	from, depth := 0, 0
	for i, r := range s {
		switch {
		case strings.ContainsRune("(（「", r):
			depth++
		case strings.ContainsRune(")）」", r):
			depth--
		case depth == 0 && strings.ContainsRune("、，／", r):
			before, after := textutil.Trim(s[from:i]), textutil.TrimLeft(s[i+len(string(r)):])
			for _, w := range []string{"資料", "参考", "別紙", "別冊", "当日", "追加", "委員名簿", "名簿"} {
				if strings.HasPrefix(after, w) && before != "" || strings.HasSuffix(before, "次第") {
					out = append(out, before)
					from = i + len(string(r))
					break
				}
			}
		}
	}
	return append(out, textutil.Trim(s[from:]))
}

// wraps reports whether a line of a list goes on with the entry before it.
func wraps(before string, l line) bool {
	return l.gap == 0 && textutil.Longer(before, 30) && strings.ContainsRune("のをはがにと・、", textutil.LastRune(before))
}
