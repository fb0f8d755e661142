package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// nameNext reports whether the token behind the one at hand was taken for a name.
func (b *reader) nameNext() bool {
	return b.at >= 0 && b.at+1 < len(b.kinds) && b.kinds[b.at+1] == name
}

// trailing reports whether someone is named and nobody else comes behind the token at
// hand: then it is of who was named.
func (b *reader) trailing() bool {
	if !b.named() || b.at < 0 {
		return false
	}
	for _, k := range b.kinds[b.at:] {
		if k == name {
			return false
		}
	}
	return true
}

// behind takes what stands behind a name for where a member comes from, or for the
// title of anybody else.
func (b *reader) behind(s string) {
	switch {
	case b.kind() == body || b.committee() && wordOf(textutil.Key(s)) == "":
		if b.cur.Affiliation != "" {
			b.cur.Affiliation += "　"
		}
		b.cur.Affiliation += s
	case b.cur.Title == "":
		b.cur.Title = s
	default:
		b.cur.Title += "　" + s
	}
}

// municipal reports whether a title is that of the head of a town.
func municipal(word string) bool {
	switch word {
	case "市長", "町長", "村長", "区長", "知事", "副市長", "副町長", "副村長", "副区長", "教育長":
		return true
	}
	return false
}

// namedIn reports whether a bracket holds nothing but a name.
func (b *reader) namedIn(t token) bool {
	inner := textutil.Trim(strings.Trim(t.text, "()（）"))
	_, _, role := roleOf(textutil.Key(inner))
	return t.note && role == "" && nameLike(inner) && !profession(inner) && !status(textutil.Key(inner)) && !textutil.Longer(inner, 6) && !textutil.Longer(textutil.Key(inner), 5) && !b.committee() && !isOffice(textutil.Key(inner))
}

// kind is what the token at hand was taken for.
func (b *reader) kind() kind {
	if b.at >= 0 {
		return b.kinds[b.at]
	}
	return aside
}

// bodyOf takes s for the body or the office of who is being read.
func (b *reader) bodyOf(s string) {
	if b.named() {
		b.flush()
	}
	if b.cur.Affiliation != "" {
		b.cur.Affiliation += "　"
	}
	b.cur.Affiliation += s
	if !b.committee() { // 環境課　石巻課長、山根係長; members come from places of their own
		b.office = b.cur.Affiliation
	}
}
