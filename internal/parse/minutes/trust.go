package minutes

// trusted learns which labels without a role of their own speak, in notations
// that only take roles: 環境課 or 卯月君 before a sentence, twice or more.
func (p *parser) trusted() {
	n := p.notation
	if n == nil {
		return
	}
	v := p.voices
	count := map[string]int{}
	v.loose = true
	for i, l := range p.lines {
		x, ok := n.at(v, l.text)
		if !ok || v.seen[x.voice.speaker.Label].plain {
			continue
		}
		if x.text != "" && sentence(x.text) || x.text == "" && says(p.lines, i+1) {
			count[x.voice.speaker.Label]++
		}
	}
	v.loose = false
	for label, k := range count {
		if k > 1 {
			v.trust[label] = true
		}
	}
}
