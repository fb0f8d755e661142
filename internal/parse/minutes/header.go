package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// genres are the words of a title that say what kind of paper it is.
var genres = strings.Fields("会議録 議事録 議事要旨 会議要旨 議事概要 審議概要 会議概要 委員会記録 審議会記録 会議記録 会議要録 議事要録 会議結果 審議会結果 速記録")

// head reads the lines up to the proceedings and returns the rest.
func (p *parser) head() []line {
	fields := &p.rec.Header
	zone, deco, n := "", "", 0
	labelled, numberStyle := false, ""
	for i := 0; i < len(p.lines); i++ {
		l := p.lines[i]
		if isChrome(l.text) || isFurniture(l.text) {
			why := record.WhyChrome
			if isFurniture(l.text) {
				why = record.WhyFurniture
			}
			p.residue(l, why)
			continue
		}
		if id, date, size := pageLine(l.text); size > 0 && zone != "handouts" {
			p.pageField(l, id, date, size)
			continue
		}
		if m, ok := matchLabel(l.text); ok && p.mayLabel(m, l, zone, deco, n) {
			if m.field == "body" || m.field == "agenda" && m.value == "" && zone != "" && len(p.rec.Agenda) > 0 && p.proceeds(i+1) {
				*fields = append(*fields, record.Field{Label: l.text, Line: l.n})
				return p.lines[i+1:]
			}
			if !labelled {
				labelled, deco = true, m.deco
			}
			zone, n = m.field, m.n
			if m.field == "" {
				zone = "other"
			}
			f := record.Field{Name: m.field, Label: m.label, Line: l.n}
			if zone == "agenda" {
				*fields = append(*fields, f)
				if m.value != "" {
					p.announce(l, m.value, &numberStyle)
				}
				continue
			}
			f.Text = m.value
			*fields = append(*fields, f)
			continue
		}
		if p.speaks(i) || labelled && p.opens(l, zone) {
			return p.lines[i:]
		}
		switch {
		case zone == "agenda":
			if !p.announce(l, l.text, &numberStyle) {
				return p.lines[i:]
			}
		case zone != "":
			f := &(*fields)[len(*fields)-1]
			if f.Name == "page" {
				return p.lines[i:]
			}
			if f.Text != "" {
				f.Text += "\n"
			}
			f.Text += l.text
		case len(p.titles) < 4 && titled(l.text):
			p.titles = append(p.titles, l)
			*fields = append(*fields, record.Field{Name: "title", Text: l.text, Line: l.n})
		default:
			if len(p.titles) == 0 && i < 3 && !sentence(l.text) {
				p.titles = append(p.titles, l)
				*fields = append(*fields, record.Field{Name: "title", Text: l.text, Line: l.n})
				continue
			}
			return p.lines[i:]
		}
	}
	return nil
}

// mayLabel keeps the lines of a list from being taken for labels: in a list, a
// label must be set as the first one was.
func (p *parser) mayLabel(m labelMatch, l line, zone, deco string, n int) bool {
	switch zone {
	case "":
		return true
	case "agenda", "handouts":
		if m.field == "agenda" && zone == "handouts" && m.deco == deco {
			return true
		}
		if m.deco != deco || n > 1 && m.n > 0 && m.n != n+1 {
			return false
		}
		return l.indent == 0 || m.value == ""
	case "attendees", "absentees", "staff", "officers":
		// a roster's own headings stay in its text
		if m.word == "委員" || m.word == "実施機関" && m.value == "" {
			return false
		}
	}
	return true
}

// proceeds reports whether what follows is speech or a heading already
// announced, so that a second 議事 opens the proceedings.
func (p *parser) proceeds(i int) bool {
	return i < len(p.lines) && (p.speaks(i) || p.repeats(p.lines[i].text))
}

// speaks reports whether line i begins a speech.
func (p *parser) speaks(i int) bool {
	if p.notation == nil {
		return false
	}
	x, ok := p.notation.at(p.voices, p.lines[i].text)
	if !ok {
		return false
	}
	if x.text != "" || i+1 >= len(p.lines) {
		return sentence(x.text)
	}
	return sentence(p.lines[i+1].text)
}

// opens reports whether l belongs to the proceedings though no label says so.
func (p *parser) opens(l line, zone string) bool {
	if len(p.rec.Agenda) > 0 && p.repeats(l.text) {
		return true
	}
	switch zone {
	case "openness", "observers", "next":
		return false
	case "agenda":
	default:
		if key := textutil.Key(l.text); key == "開会" || key == "(開会)" {
			return true
		}
	}
	return textutil.Longer(l.text, 40) && strings.HasSuffix(l.text, "。") || textutil.Key(l.text) == "開会" && zone == "agenda" && len(p.rec.Agenda) > 0
}

// repeats reports whether text says again what the agenda has announced.
func (p *parser) repeats(text string) bool {
	if textutil.Longer(text, 120) {
		return false
	}
	title := titleKey(text)
	for _, a := range p.rec.Agenda {
		if title != "" && title == titleKey(a.Label) {
			return true
		}
	}
	return false
}

func (p *parser) pageField(l line, id, date string, size int) {
	if p.rec.Page == nil {
		p.rec.Page = &record.Page{}
	}
	f := record.Field{Name: "page", Text: l.text, Line: l.n}
	if id != "" {
		f.Label, f.Text = textutil.Trim(l.text[:size]), l.text[size:]
		p.rec.Page.ID = textutil.Key(id)
	}
	if date != "" {
		p.rec.Page.Date = date
	}
	// before the title's field where it stands between two labels is no matter:
	// fields keep the order of the source, and a value never goes on behind it
	p.rec.Header = append(p.rec.Header, f)
}

// announce adds one line of the agenda; false where it is none.
func (p *parser) announce(l line, text string, style *string) bool {
	agenda := &p.rec.Agenda
	num, ok := numbered(text)
	if ok && *style == "" {
		*style = num.style
	}
	if !ok && *style != "" && len(*agenda) > 0 {
		if _, _, _, tag := caseAt(text); !tag {
			if l.gap > 0 && sentence(text) {
				return false
			}
			last := &(*agenda)[len(*agenda)-1]
			last.Label += "\n" + text
			last.Title += text
			return true
		}
	}
	rest := text
	a := record.AgendaItem{Label: text, Line: l.n}
	if ok {
		a.Number, rest = num.text, num.rest
	}
	id, kind, title, _ := caseAt(rest)
	a.Case, a.Title = id, title
	a.Kind = kindOf(title, kind)
	*agenda = append(*agenda, a)
	return true
}

// titleKey is a heading without its number, for comparison.
func titleKey(s string) string {
	if n, ok := numbered(s); ok {
		s = n.rest
	}
	return textutil.Key(s)
}

func titled(s string) bool {
	if textutil.Longer(s, 80) || strings.HasSuffix(s, "。") {
		return false
	}
	if strings.Contains(s, "第") && strings.Contains(s, "回") || strings.Contains(s, "年度") {
		return true
	}
	for _, g := range genres {
		if strings.Contains(s, g) {
			return true
		}
	}
	for _, g := range []string{"審議会", "審査会", "委員会", "協議会", "会議"} {
		if strings.HasSuffix(s, g) {
			return true
		}
	}
	return false
}
