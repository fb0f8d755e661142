package reply

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
)

// A passage is what a search result links to: a sub-item with its text, or a run
// of paragraphs. In characters.
const (
	longHeading = 120  // headings of items, one below the other, beyond which the next one stands alone
	longPassage = 600  // a paragraph beyond it begins a new passage
	longLine    = 1500 // a line beyond it is cut at a sentence end or a blank
	longestLine = 4000 // a line without either is cut behind a comma or a bracket
)

// pageTail begins what a web page has below its text.
var pageTail = regexp.MustCompile(`^(?:このページ(?:に関する|について|の)|お問い?合わ?せ(?:先)?|関連(?:情報|ページ|ファイル|リンク)|PDFファイルの閲覧|PDFの閲覧|AdobeReader|ページの先頭|本文ここまで)`)

// itemMark begins a sub-item: (1), (ア), ア, イ, ①, a, (a), and (1 where the closing
// bracket is lost.
var itemMark = regexp.MustCompile(`^(?:\(\d{1,2}\)?|\([一二三四五六七八九十]{1,3}\)|[⑴-⒇]|\([ア-ン]\)?|[ア-ン](?:[^ァ-ヴー]|$)|[①-⑳]|\([a-z]\)|[a-z][^a-zA-Z]|\d{1,2}[.．、)])`)

// passages cuts sp into passages.
func (p *parser) passages(sp span) []record.Passage {
	var out []record.Passage
	var cur span
	flush := func() {
		if text := p.take(cur); text != "" {
			p.count++
			out = append(out, record.Passage{ID: fmt.Sprintf("s%04d", p.count), Text: text, Line: p.lineAt(cur.from)})
		}
		cur = span{}
	}
	size, headed := 0, false
	for i, l := range p.within(sp) {
		s := p.s[l.from:l.to]
		if n := pageNumberAt(s); n > 0 { // …妥当である。-8-
			p.discard(span{l.from + n, l.to}, record.WhyFurniture)
			l.to, s = l.from+n, s[:n]
		}
		switch {
		case furniture.MatchString(s):
			flush()
			p.discard(l.span, record.WhyFurniture)
			continue
		case endOfReply.MatchString(s):
			flush()
			p.discard(l.span, record.WhyBoilerplate)
			continue
		case pageTail.MatchString(s): // the web page around it goes on to the end
			flush()
			p.discard(span{l.from, sp.to}, record.WhyChrome)
			return out
		}
		for _, part := range p.sentences(l.span) {
			s := p.s[part.from:part.to]
			n := utf8.RuneCountInString(s)
			item := part.from == l.from && i >= 0 && itemMark.MatchString(s)
			if !cur.empty() && (item && (!headed || size > longHeading) || size+n > longPassage && (!headed || size > longPassage)) {
				flush()
			}
			if cur.empty() {
				cur.from, size = part.from, 0
			}
			cur.to = part.to
			size += n
			// an item that is only a heading keeps what follows
			headed = item && n < 60 && !strings.HasSuffix(s, "。")
		}
	}
	flush()
	return out
}

// pageNumberAt tells where behind the last sentence of s a page's number stands.
func pageNumberAt(s string) int {
	if !strings.HasSuffix(s, "-") {
		return 0
	}
	if i := strings.LastIndex(s, "。"); i >= 0 && furniture.MatchString(s[i+len("。"):]) {
		return i + len("。")
	}
	return 0
}

// sentences cuts a line that is too long for one passage behind sentence ends,
// or, in tables run together, at blanks.
func (p *parser) sentences(sp span) []span {
	if utf8.RuneCountInString(p.s[sp.from:sp.to]) <= longLine {
		return []span{sp}
	}
	var parts []span
	from, n := sp.from, 0
	for i, r := range p.s[sp.from:sp.to] {
		at := sp.from + i + utf8.RuneLen(r)
		n++
		if at >= sp.to {
			break
		}
		if n >= longPassage && r == '。' || n >= longLine && p.gap(at) ||
			n >= longestLine && strings.ContainsRune("、」）)】", r) {
			parts = append(parts, span{from, at})
			from, n = at, 0
		}
	}
	return append(parts, span{from, sp.to})
}
