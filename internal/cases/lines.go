package cases

import (
	"bytes"
	"strings"
)

// heads are the lines on which the tables of a register begin, by the table's name
// (tie, type.case), so that a fault in one can be shown where it stands. What is
// written in another way than [[name]] has no line.
func heads(b []byte) map[string][]int {
	at := map[string][]int{}
	for i, l := range bytes.Split(b, []byte("\n")) {
		s, _, _ := strings.Cut(string(l), "#")
		name, ok := strings.CutPrefix(strings.TrimSpace(s), "[[")
		if name, closed := strings.CutSuffix(name, "]]"); ok && closed {
			name = strings.TrimSpace(name)
			at[name] = append(at[name], i+1)
		}
	}
	return at
}

// nth is the line of the nth table of a name, 0 where there are not as many heads
// as tables.
func nth(lines []int, n, tables int) int {
	if len(lines) != tables {
		return 0
	}
	return lines[n]
}

func (r *Register) locate(at map[string][]int) {
	for i := range r.Ties {
		r.Ties[i].line = nth(at["tie"], i, len(r.Ties))
	}
	for i := range r.Parts {
		r.Parts[i].line = nth(at["part"], i, len(r.Parts))
	}
	for i := range r.Abouts {
		r.Abouts[i].line = nth(at["about"], i, len(r.Abouts))
	}
	for i := range r.Follows {
		r.Follows[i].line = nth(at["followup"], i, len(r.Follows))
	}
}

func locateTypes(ts []*Type, at map[string][]int) {
	all := 0
	for _, t := range ts {
		all += len(t.Applied)
	}
	n := 0
	for i, t := range ts {
		t.line = nth(at["type"], i, len(ts))
		for k := range t.Applied {
			t.Applied[k].line = nth(at["type.case"], n, all)
			n++
		}
	}
}
