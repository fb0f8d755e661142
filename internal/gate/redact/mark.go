package redact

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// The marks that staff write. Word processors make full-width brackets, colons
// and slashes of what is typed, so those do as well.
var (
	opening = regexp.MustCompile(`[\[［]{2}[ 　]*墨消し[ 　]*(?:[:：]([^\[\]［］\n]*))?[\]］]{2}`)
	closing = regexp.MustCompile(`[\[［]{2}[ 　]*[/／][ 　]*(?:墨消し)?[ 　]*[\]］]{2}`)
	// what was surely meant as one of these
	damaged = regexp.MustCompile(`[\[［]{2}[ 　]*墨消し|[\[［][ 　]*墨消し[ 　]*[:：]|[\[［]{1,2}[ 　]*[/／][ 　]*(?:墨消し)?[ 　]*[\]］]{1,2}`)
)

// marked reports whether the lines may hold a mark at all. Nearly none do.
func marked(lines []source.Line) bool {
	for _, l := range lines {
		if strings.Contains(l.Text, "墨消し") || strings.Contains(l.Text, "[/") || strings.Contains(l.Text, "／") && damaged.MatchString(l.Text) {
			return true
		}
	}
	return false
}

// Marked reports whether s has such a mark, whole or damaged. Where nothing
// takes marks out (see [Mask]) it must not go out.
func Marked(s string) bool {
	return opening.MatchString(s) || closing.MatchString(s) || damaged.MatchString(s)
}

// event is a mark in the text.
type event struct {
	from, to int
	open     bool
	reason   string
}

// marks finds the stretches between marks. A redaction within another belongs
// to the outer one; one that is never closed reaches to the end.
func (t *text) marks() ([]span, []record.Diagnostic) {
	events, ds := t.events()
	var spans []span
	depth := 0
	var s span
	for _, e := range events {
		switch {
		case e.open && depth == 0:
			_, line, column := t.at(e.from)
			s = span{from: e.from, Redaction: Redaction{Line: line, Column: column, Reason: e.reason}}
			if e.reason == "" {
				ds = append(ds, t.fault("G023", e.from))
			}
			depth = 1
		case e.open:
			ds = append(ds, t.fault("G022", e.from, s.Line))
			depth++
		case depth == 0:
			ds = append(ds, t.fault("G021", e.from))
		default:
			if depth--; depth == 0 {
				s.to = e.to
				spans = append(spans, s)
			}
		}
	}
	if depth > 0 {
		ds = append(ds, t.fault("G020", s.from))
		s.to = len(t.s)
		spans = append(spans, s)
	}
	return spans, ds
}

// events are the marks in the order of the text. A damaged one is a fault: what
// it was meant to hide would go out.
func (t *text) events() ([]event, []record.Diagnostic) {
	var es []event
	var ds []record.Diagnostic
	whole := map[int]bool{}
	for _, m := range opening.FindAllStringSubmatchIndex(t.s, -1) {
		e := event{from: m[0], to: m[1], open: true}
		if m[2] >= 0 {
			e.reason = clean(t.s[m[2]:m[3]])
		}
		whole[m[0]] = true
		es = append(es, e)
	}
	for _, m := range closing.FindAllStringIndex(t.s, -1) {
		whole[m[0]] = true
		es = append(es, event{from: m[0], to: m[1]})
	}
	for _, m := range damaged.FindAllStringIndex(t.s, -1) {
		if !whole[m[0]] {
			ds = append(ds, t.fault("G024", m[0]))
		}
	}
	sortEvents(es)
	return es, ds
}
