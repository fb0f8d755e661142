package minutes

import "slices"

// chosen is what the notation was chosen from.
type chosen struct {
	lines []line
	inner []interiorAt
	known int // how many names
}

// notate chooses the notation, unless the lines and the names known are those
// that it was chosen from: most papers need no mending.
func (p *parser) notate() {
	c := &p.chosen
	same := c.lines != nil && slices.Equal(c.lines, p.lines)
	if !same {
		c.lines, c.inner = slices.Clone(p.lines), interiors(p.lines)
	}
	if !same || c.known != len(p.voices.roster) {
		c.known = len(p.voices.roster)
		p.notation = choose(p.lines, c.inner, p.voices)
	}
}
