package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// announce adds one line of the agenda; false where it is none.
func (h *header) announce(l line, text string) bool {
	parts := enumerated(text)
	if len(parts) == 1 {
		parts = abreast(text)
	}
	for k, part := range parts {
		if !h.announceOne(l, part) {
			if k == 0 {
				return false
			}
			l.text = part
			h.plain("", l)
		}
		l.gap = 0
	}
	return true
}

func (h *header) announceOne(l line, text string) bool {
	agenda := &h.rec.Agenda
	if elsewhere(text) { // 別添のとおり
		f := &h.rec.Header[len(h.rec.Header)-1]
		if h.cur != nil && f.Name == "agenda" && f.Text == "" {
			f.Text = text
		} else {
			h.rec.Header = append(h.rec.Header, record.Field{Text: text, Line: l.n})
		}
		return true
	}
	body := strings.TrimLeft(text, "•・ 　")
	num, ok := numbered(body)
	_, _, _, tag := caseAt(body)
	if ok && h.style == "" {
		h.style = num.style
	}
	_, _, headed := topic(body)
	headed = headed || wholeHeading(body)
	if !ok && !tag && !headed && len(*agenda) > 0 && len(body) == len(text) && bracketHeading(text) == "" && (h.style != "" || l.indent > h.cur.line.indent) {
		last := &(*agenda)[len(*agenda)-1]
		fresh := l.gap > 0 && h.style == "" || wholeHeading(last.Title) && l.indent > h.entry || last.Case != "" && l.indent == h.entry && !h.wraps(last.Label) || kindFirst(text) || strings.HasSuffix(last.Title, "について") && strings.HasSuffix(text, "について")
		if l.gap > 0 && sentence(text) {
			return false
		}
		if last.Line >= h.cur.line.n && !fresh {
			last.Label += "\n" + text
			if s := textutil.FirstRune(text); !strings.ContainsRune(opening, s) && !sentence(text) && !strings.HasSuffix(last.Title, "】") {
				last.Title += text
			}
			return true
		}
	}
	rest := body
	a := record.AgendaItem{Label: text, Line: l.n}
	if ok {
		a.Number, rest = num.text, num.rest
	} else if tag {
		// under a heading of its kind: 2 報告案件 / 【報告案件1】
		if n := len(*agenda); n > 0 && groupKind((*agenda)[n-1].Title) != "" || n > 0 && (*agenda)[n-1].Case != "" && (*agenda)[n-1].Number != "" && h.style != "" {
			a.Number = (*agenda)[n-1].Number
		}
	}
	if n, after, ok := topic(rest); ok && a.Number == "" {
		a.Number, rest = n, after
	} else if inner := bracketHeading(rest); inner != "" && !tag {
		rest = inner
	}
	id, kind, title, _ := caseAt(rest)
	title, _ = departmentTail(title)
	a.Case, a.Title = id, strings.ReplaceAll(title, "\n", "　")
	a.Kind = kindOf(title, kind)
	if a.Kind == "" {
		a.Kind = h.inherited(num)
	}
	*agenda = append(*agenda, a)
	h.entry = l.indent
	return true
}

// wholeHeading reports whether a line is one of the usual headings: 開会, 議事, 閉会.
func wholeHeading(s string) bool {
	key := textutil.Key(s)
	for _, h := range headingWords {
		if key == h {
			return true
		}
	}
	return false
}

// kindFirst reports whether a line begins with the kind of its matter: 報告事項 ….
func kindFirst(s string) bool {
	i := strings.IndexFunc(s, textutil.IsBlank)
	return i > 0 && groupKind(s[:i]) != ""
}

// wraps reports whether an entry of the agenda may go on below: print broke it
// off, or it ends in a particle.
func (h *header) wraps(label string) bool {
	if i := strings.LastIndexByte(label, '\n'); i >= 0 {
		label = label[i+1:]
	}
	return textutil.Longer(label, 29) || strings.ContainsRune("のをはがにとで・、（(", textutil.LastRune(label))
}

// enter announces a line; what cannot be announced stays in the head as it is.
func (h *header) enter(l line, text string) {
	if !h.announce(l, text) {
		l.text = text
		h.plain("", l)
	}
}

// elsewhere reports whether a line only says that the list stands elsewhere.
func elsewhere(s string) bool {
	key := textutil.Key(s)
	return !textutil.Longer(key, 14) && (strings.HasPrefix(key, "別") || strings.HasPrefix(key, "下記") || strings.HasPrefix(key, "次の")) && strings.HasSuffix(key, "のとおり")
}

// inherited is the kind of the heading above: 1 諮問事項 / (1) … .
func (h *header) inherited(num number) string {
	below := map[string]bool{num.style: true}
	for k := len(h.rec.Agenda) - 1; k >= 0 && k > len(h.rec.Agenda)-60; k-- {
		a := h.rec.Agenda[k]
		n, ok := numbered(strings.TrimLeft(a.Label, "•・ 　"))
		if ok && below[n.style] {
			continue
		}
		if kind := groupKind(a.Title); kind != "" || !ok {
			return kind
		}
		below[n.style] = true
	}
	return ""
}

// groupKind is the kind of a heading that has its matters below it: 諮問事項, 報告案件.
func groupKind(title string) string {
	key := strings.Trim(textutil.Key(title), opening+closing)
	for _, k := range []string{"諮問", "報告", "議案", "協議", "審議"} {
		for _, tail := range []string{"事項", "案件", "議題", "事件", ""} {
			if key == k+tail || tail != "" && strings.HasSuffix(key, k+tail) && !textutil.Longer(key, 10) {
				return k
			}
		}
	}
	return ""
}

// topic reads 議題１ at the head of an agenda's line: a number, no case.
func topic(s string) (n, rest string, ok bool) {
	body := strings.TrimLeft(s, opening)
	after, ok := "", false
	for _, w := range []string{"議題", "日程第", "次第", "議事", "審議事項その"} {
		if after, ok = cutSpaced(body, w); ok {
			break
		}
	}
	if !ok {
		return "", s, false
	}
	t := strings.TrimLeft(textutil.TrimLeft(after), "(（")
	digits := t[:len(t)-len(strings.TrimLeftFunc(t, textutil.IsDigit))]
	if digits == "" || len(digits) > 6 {
		return "", s, false
	}
	rest = t[len(digits):]
	r := textutil.FirstRune(rest)
	if rest != "" && !textutil.IsBlank(r) && !strings.ContainsRune(closing+":：.．", r) {
		return "", s, false
	}
	rest = textutil.TrimLeft(strings.TrimLeft(rest, closing+":：.．"))
	if body != s && rest != "" && strings.ContainsRune(closing, textutil.LastRune(rest)) && strings.Count(rest, "（")+strings.Count(rest, "(") < 1+strings.Count(s[:len(s)-len(body)], "（") {
		rest = textutil.Trim(strings.TrimSuffix(rest, string(textutil.LastRune(rest)))) // 【議題1　…】
	}
	return textutil.Key(digits), rest, true
}

// enumerated cuts a list that stands on one line at its numbers: (1) … (2) … .
func enumerated(s string) []string {
	first, ok := numbered(s)
	if !ok || first.n != 1 {
		return []string{s}
	}
	var parts []string
	want := map[string]int{first.style: 2}
	from := 0
	prev := ' '
	for i, r := range s {
		if i > 0 && (textutil.IsBlank(prev) || prev == '。' || prev == '、' || prev == '；' || prev == ';' || (r == '(' || r == '（') && headsPart(s[from:i])) {
			if n, is := numbered(s[i:]); is && n.rest != "" && (n.n == want[n.style] || want[n.style] == 0 && n.n == 1) && textutil.Trim(s[from:i]) != "" {
				parts = append(parts, textutil.Trim(s[from:i]))
				from, want[n.style] = i, n.n+1
			}
		}
		prev = r
	}
	return append(parts, s[from:])
}

// headsPart reports whether a part of a list is a usual heading, so that its first
// entry may follow at once: 2 議題（1）….
func headsPart(s string) bool {
	n, ok := numbered(textutil.Trim(s))
	return ok && wholeHeading(n.rest)
}

// announcement reads a run of headings before the first speech that nothing
// labels: it is the agenda where it stands there whole.
func (h *header) announcement(i int) (end int, ok bool) {
	l := h.lines[i]
	if h.zone == "agenda" || h.zone == "handouts" || !h.heading(l) || l.cell != noCell {
		return 0, false
	}
	n, is := numbered(l.text)
	if !is || n.n != 1 {
		return 0, false
	}
	opened := textutil.Key(n.rest) == "開会" || textutil.Key(n.rest) == "あいさつ" || textutil.Key(n.rest) == "挨拶"
	if !opened {
		if m, is := matchLabel(l.text); is && m.field != "agenda" || l.gap == 0 {
			return 0, false
		}
	}
	first := titleKey(l.text)
	j := i + 1
	last := n
	for ; j < len(h.lines) && (h.heading(h.lines[j]) || h.lines[j].gap == 0 && h.lines[j].indent > l.indent && !textutil.Longer(h.lines[j].text, 40) && !sentence(h.lines[j].text) && !h.speaks(j)); j++ {
		x := h.lines[j]
		if titleKey(x.text) == first || bracketHeading(x.text) != "" && titleKey(bracketHeading(x.text)) == first || h.speaks(j) {
			break
		}
		if k, is := numbered(x.text); is && k.style == n.style {
			last = k
		}
	}
	if j-i < 2 || j >= len(h.lines) || h.goesOn(j, last) {
		return 0, false
	}
	if x := h.lines[j]; !h.speaks(j) && titleKey(x.text) != first && titleKey(bracketHeading(x.text)) != first && !stage(x.text) {
		return 0, false
	}
	h.rec.Header = append(h.rec.Header, record.Field{Name: "agenda", Line: l.n})
	h.fields = append(h.fields, headField{at: len(h.rec.Header) - 1, m: labelMatch{field: "agenda"}, line: line{n: l.n}})
	h.cur, h.zone, h.style, h.from = &h.fields[len(h.fields)-1], "agenda", "", -1
	for ; i < j; i++ {
		h.enter(h.lines[i], h.lines[i].text)
	}
	return j, true
}

// repeats reports whether text says again what the agenda has announced.
func (p *parser) repeats(text string) bool {
	if textutil.Longer(text, 120) {
		return false
	}
	title := titleKey(text)
	inner := titleKey(bracketHeading(text))
	_, after, _ := topic(text) // 議題1　…
	headed := textutil.Key(after)
	for _, a := range p.rec.Agenda {
		k := titleKey(a.Label)
		if k != "" && (k == title || k == inner || k == headed) {
			return true
		}
	}
	return false
}

// titleKey is a heading without its number, for comparison.
func titleKey(s string) string {
	s = strings.TrimLeft(s, "•・ 　")
	if n, ok := numbered(s); ok {
		s = n.rest
	}
	return textutil.Key(s)
}
