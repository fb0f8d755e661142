package source

import "strings"

// RowLines sets one row of a table as lines of text: the cells separated by
// tabs. Where cells hold several lines each, a row of a label and its value goes
// on under the value, and cells of prose side by side follow one another; the
// text of every line is the source's own.
func RowLines(cells []string) []string {
	var parts [][]string
	for _, c := range cells {
		var ls []string
		for l := range strings.SplitSeq(c, "\n") {
			if l = strings.TrimFunc(l, isBlank); l != "" {
				ls = append(ls, l)
			}
		}
		parts = append(parts, ls)
	}
	for len(parts) > 0 && len(parts[len(parts)-1]) == 0 {
		parts = parts[:len(parts)-1]
	}
	var out []string
	line, open := "", false
	for i, p := range parts {
		if i > 0 && open {
			line += "\t"
		}
		if len(p) == 0 {
			open = open || i == 0
			continue
		}
		line += p[0]
		open = true
		if len(p) > 1 {
			out = append(out, line)
			out = append(out, p[1:]...)
			line, open = "", false
		}
	}
	if strings.TrimFunc(line, isBlank) != "" {
		out = append(out, line)
	}
	return out
}
