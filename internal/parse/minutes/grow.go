package minutes

import "strings"

// growing joins the lines of one long text as they come. Adding to a string
// copies it each time, and minutes without speakers are one passage of megabytes.
type growing struct {
	b    *strings.Builder
	text string
}

// add is s with more behind it; quick where s is what add gave last.
func (g *growing) add(s string, more ...string) string {
	if g.b == nil || g.text != s { // equal strings of one place are equal at a glance
		g.b = &strings.Builder{}
		g.b.WriteString(s)
	}
	for _, m := range more {
		g.b.WriteString(m)
	}
	g.text = g.b.String()
	return g.text
}
