package record

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
)

// Piece is a run of source text that the record carries as written.
type Piece struct {
	Line  int    // 1-based line of the file, 0 where it is not known
	Where string // JSON path, or residue:<why>
	Text  string
}

// Pieces lists the fields of r that carry source text as written, in no
// particular order. Fields read from them (date, outcome, conclusion, members …)
// are not listed: their source is in a piece already.
func (r *Record) Pieces() []Piece {
	var ps []Piece
	add := func(line int, where string, texts ...string) {
		if t := strings.Join(texts, ""); strings.TrimSpace(t) != "" {
			ps = append(ps, Piece{line, where, t})
		}
	}
	for i, f := range r.Header {
		add(f.Line, fmt.Sprintf("header[%d].label", i), f.Label)
		add(f.Line, fmt.Sprintf("header[%d].text", i), f.Text)
	}
	for i, a := range r.Agenda {
		add(a.Line, fmt.Sprintf("agenda[%d]", i), a.Label)
	}
	section := func(where string, ss []Section) {
		for j, s := range ss {
			w := fmt.Sprintf("%ssections[%d]", where, j)
			add(s.Line, w+".label", s.Label)
			for k, p := range s.Passages {
				w := fmt.Sprintf("%s.passages[%d]", w, k)
				if p.Speaker != nil {
					add(p.Line, w+".speaker", p.Speaker.Mark, p.Speaker.Label)
				}
				add(p.Line, w+".text", p.Text)
			}
		}
	}
	for i, it := range r.Items {
		w := fmt.Sprintf("items[%d].", i)
		for j, h := range it.Labels {
			add(h.Line, fmt.Sprintf("%slabels[%d]", w, j), h.Text)
		}
		section(w, it.Sections)
	}
	section("", r.Sections)
	for i, p := range r.Progress {
		// apart: where the page wove its columns they are not adjacent
		add(p.Line, fmt.Sprintf("progress[%d].when", i), p.When)
		add(p.Line, fmt.Sprintf("progress[%d].text", i), p.Text)
	}
	for _, x := range r.Residue {
		add(x.Line, "residue:"+x.Why, x.Text)
	}
	return ps
}

// Account compares r with source, the lines it was read from joined with "\n":
// every non-blank character
// of source must stand in r's pieces exactly as often as in source, and every
// line of a piece must be part of the source. It returns what does not add up,
// nil where nothing is lost and nothing was made up.
func (r *Record) Account(source string) []string {
	src, flow := stripBlanks(source), r.flow(source)
	count := map[rune]int{}
	for _, c := range src {
		count[c]++
	}
	var faults []string
	for _, p := range r.Pieces() {
		for _, c := range stripBlanks(p.Text) {
			count[c]--
		}
		if strings.HasSuffix(p.Where, ".speaker") {
			continue // mark and label are not adjacent in the source: 【委員】
		}
		for _, l := range strings.Split(p.Text, "\n") {
			if l = stripBlanks(l); !strings.Contains(src, l) && !strings.Contains(flow, l) {
				faults = append(faults, fmt.Sprintf("%s (line %d) is not in the source: %q", p.Where, p.Line, clip(l)))
			}
		}
	}
	var lost, extra []string
	for c, n := range count {
		switch {
		case n > 0:
			lost = append(lost, fmt.Sprintf("%c×%d", c, n))
		case n < 0:
			extra = append(extra, fmt.Sprintf("%c×%d", c, -n))
		}
	}
	sort.Strings(lost)
	sort.Strings(extra)
	if len(lost) > 0 {
		faults = append(faults, "lost: "+clip(strings.Join(lost, " ")))
	}
	if len(extra) > 0 {
		faults = append(faults, "held twice: "+clip(strings.Join(extra, " ")))
	}
	return faults
}

// flow is the source without its page furniture: a sentence that a page number
// breaks off goes on behind it.
func (r *Record) flow(source string) string {
	lines := strings.Split(source, "\n")
	for i, l := range lines {
		lines[i] = stripBlanks(l)
	}
	// by its place where source begins with the file's first line: what is furniture
	// there may be text elsewhere
	at, away, drawn := map[int]bool{}, map[string]bool{}, false
	for _, x := range r.Residue {
		if x.Why != WhyFurniture {
			continue
		}
		if l := stripBlanks(x.Text); x.Line >= 1 && x.Line <= len(lines) && lines[x.Line-1] == l {
			at[x.Line-1] = true
		} else {
			away[l] = true
		}
		drawn = drawn || strings.IndexFunc(x.Text, IsRule) == 0
	}
	if len(at)+len(away) == 0 {
		return ""
	}
	var b strings.Builder
	for i, l := range lines {
		if !at[i] && !away[l] {
			if drawn { // a row's cells follow each other without the borders between
				l = strings.Map(func(c rune) rune {
					if IsRule(c) {
						return -1
					}
					return c
				}, l)
			}
			b.WriteString(l)
		}
	}
	return b.String()
}

// IsRule reports whether c is a glyph that draws the borders of a table (┌─┬│).
func IsRule(c rune) bool { return c >= 0x2500 && c <= 0x257f }

func clip(s string) string {
	if r := []rune(s); len(r) > 120 {
		return string(r[:120]) + "…"
	}
	return s
}

// IsBlank reports whether c is layout rather than text.
func IsBlank(c rune) bool {
	return unicode.IsSpace(c) || c == '\u3000' || c == '\u00a0' || c == '\ufeff' || c == '\u200b'
}

func stripBlanks(s string) string {
	return strings.Map(func(c rune) rune {
		if IsBlank(c) {
			return -1
		}
		return c
	}, s)
}
