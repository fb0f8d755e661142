package reply

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/jadate"
)

// complain reports what the source has damaged or left out.
func (p *parser) complain() {
	report := func(code string, at int, args ...any) {
		l := line{n: 0}
		text := ""
		if at >= 0 && len(p.lines) > 0 {
			l = p.lines[p.lineIndex(at)]
			text = clip(p.text(l.span))
		}
		p.rec.Diagnostics = append(p.rec.Diagnostics, diag.At(code, l.n, 0, text, args...))
	}
	if p.rec.Number == "" {
		report("P201", -1)
	}
	if p.rec.Date == "" {
		report("P202", -1)
	}
	if p.rec.Conclusion == "" {
		report("P203", -1)
	}
	for _, sp := range p.dates {
		d, _ := jadate.First(p.s[sp.from:sp.to])
		switch iso := d.ISO(); {
		case iso == "":
			report("P204", sp.from, p.text(sp))
		case iso != p.rec.Date:
			report("P205", sp.from, p.rec.Date, iso)
		}
	}
	for _, sp := range p.numbers {
		if ns := readNumbers(p.s[sp.from:sp.to]); len(p.rec.Numbers) > 0 && !within(ns, p.rec.Numbers) {
			report("P206", sp.from, p.rec.Number, oneLine(p.text(sp)))
		}
	}
	if p.wovenAt >= 0 {
		report("P208", p.wovenAt, strings.Join(p.rec.Members, "、"))
	}
	for _, row := range p.rec.Progress {
		if row.Date == "" {
			p.rec.Diagnostics = append(p.rec.Diagnostics, diag.At("P207", row.Line, 0, clip(oneLine(row.When)), oneLine(row.When)))
		}
	}
}

// within reports whether ns is not empty and part of all; a letter may name
// the numbers of the cover one by one.
func within(ns, all []string) bool {
	has := make(map[string]bool, len(all))
	for _, n := range all {
		has[n] = true
	}
	for _, n := range ns {
		if !has[n] {
			return false
		}
	}
	return len(ns) > 0
}

func clip(s string) string {
	if c := first(s, 100); c != "" {
		return c + "…"
	}
	return s
}
