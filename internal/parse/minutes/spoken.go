package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// spoken are the family names by which members speak: 安積 of ○安積委員. They part
// names from titles in the head where nothing else does.
func (p *parser) spoken() map[string]bool {
	m := map[string]bool{}
	if p.notation == nil {
		return m
	}
	for _, l := range p.lines {
		x, ok := p.notation.at(p.voices, l.text)
		if !ok || x.voice.speaker.Name == "" {
			continue
		}
		switch x.voice.speaker.Role {
		case "chair", "vice-chair", "member":
			if n := x.voice.speaker.Name; !textutil.Longer(n, 4) && textutil.Longer(n, 1) {
				m[n] = true
			}
		}
	}
	return m
}

// spokenIn is the family name that begins key and speaks in the proceedings, where
// what follows it is a title; "" for none.
func (b *reader) spokenIn(key string) string {
	best := ""
	for i := range key {
		if i > 12 {
			break
		}
		if i > 0 && b.p.names[key[:i]] {
			rest := key[i:]
			before, _, role := roleOf(rest)
			chairs := role == "chair" || role == "vice-chair" // 米子委員長 goes on with a name, PTA連合会長 does not
			if role != "" && role != "member" && (before != "" && !chairs || chairs && textutil.Longer(before, 2) || facility(rest)) || strings.HasSuffix(rest, "代表") {
				best = key[:i]
			}
		}
	}
	return best
}

// facility reports whether a title is that of the head of a place, so that what
// stands before it is the place's name unless it is known for a family's.
func facility(word string) bool {
	switch word {
	case "小学校長", "中学校長", "高校長", "高等学校長", "幼稚園長", "保育園長", "保育所長", "警察署長", "保健所長", "公民館長", "図書館長", "支店長", "営業所長", "事業所長", "消防署長", "署長", "校長", "園長", "所長", "支所長":
		return true
	}
	return false
}
