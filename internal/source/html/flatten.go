package html

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/docx/numfmt"
)

// blocks are the elements that stand on lines of their own.
const blocks = "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption legend option"

// state of the walk.
type state struct {
	chrome  bool
	heading int
	pre     bool
}

// flow gathers lines.
type flow struct {
	p        *page
	lines    []line
	b        strings.Builder
	readings []record.Reading
	space    bool // a blank is due before the next text
	cur      state
}

func (p *page) flatten() {
	f := &flow{p: p}
	f.walk(p.root, state{chrome: !p.whole})
	f.end()
	p.lines = f.lines
}

// end closes the line.
func (f *flow) end() {
	text := strings.TrimRight(f.b.String(), " \t\n")
	f.b.Reset()
	f.space = false
	if strings.TrimFunc(text, record.IsBlank) == "" {
		return
	}
	f.lines = append(f.lines, line{text, f.cur.heading, f.cur.chrome, f.readings})
	f.readings = nil
}

// gap sets a blank line, never two.
func (f *flow) gap() {
	if n := len(f.lines); n > 0 && f.lines[n-1].text != "" {
		f.lines = append(f.lines, line{chrome: f.cur.chrome})
	}
}

func (f *flow) children(n *html.Node, s state) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.walk(c, s)
	}
}

func (f *flow) walk(n *html.Node, s state) {
	switch n.Type {
	case html.TextNode:
		f.text(n.Data, s)
		return
	case html.ElementNode:
	case html.DocumentNode:
		f.children(n, s)
		return
	default:
		return
	}
	if unseen(n) {
		return
	}
	if covered(n) {
		f.p.covered++
		return
	}
	switch {
	case f.p.main[n]:
		s.chrome = false
	case f.p.drop[n], framed(n):
		s.chrome = true
	case f.p.whole && !s.chrome && has("ul ol table div", n.Data):
		if text, in, links := linked(n); links >= 4 && in*10 > text*7 {
			s.chrome = true // a menu
		}
	}
	if n.Data == "a" {
		f.p.links++
	}
	switch n.Data {
	case "br":
		f.cur = s
		if f.b.Len() == 0 {
			f.gap()
		}
		f.end()
		return
	case "img":
		f.image(n, s)
		return
	case "input":
		return
	case "ruby":
		f.ruby(n, s)
		return
	case "table":
		f.end()
		f.cur = s
		f.table(n, s)
		return
	case "ol":
		f.end()
		f.list(n, s)
		return
	case "pre":
		s.pre = true
	case "hr":
		f.end()
		f.cur = s
		f.gap()
		return
	}
	if !has(blocks, n.Data) {
		f.children(n, s)
		return
	}
	f.end()
	if len(n.Data) == 2 && n.Data[0] == 'h' {
		s.heading = int(n.Data[1] - '0')
		f.cur = s
		f.gap()
	}
	f.cur = s
	f.children(n, s)
	f.end()
}

// text adds words; HTML's own blanks are one each, the ideographic space and the
// no-break space are text's layout and stay.
func (f *flow) text(t string, s state) {
	if f.b.Len() == 0 {
		f.cur = s
	}
	if s.pre {
		for i, l := range strings.Split(strings.ReplaceAll(t, "\r\n", "\n"), "\n") {
			if i > 0 {
				if f.b.Len() == 0 {
					f.gap()
				}
				f.end()
			}
			f.b.WriteString(l)
		}
		return
	}
	for _, r := range t {
		switch r {
		case ' ', '\t', '\n', '\r', '\f':
			f.space = f.b.Len() > 0
			continue
		}
		if f.space {
			// a line end between two Japanese characters is no blank
			last, _ := utf8.DecodeLastRuneInString(f.b.String())
			if !strings.ContainsRune(t, '\n') || last < 0x2000 || r < 0x2000 {
				f.b.WriteByte(' ')
			}
			f.space = false
		}
		f.b.WriteRune(r)
	}
}

// image stands for a character in old pages (外字); larger ones are counted.
func (f *flow) image(n *html.Node, s state) {
	alt := strings.TrimSpace(attr(n, "alt"))
	if r, size := utf8.DecodeRuneInString(alt); size > 0 && size == len(alt) && r >= 0x2e80 {
		f.text(alt, s)
		return
	}
	if !s.chrome && alt != "" {
		f.p.pictures++
	}
}

// ruby keeps the base as text and what stands over it as a reading.
func (f *flow) ruby(n *html.Node, s state) {
	base := ""
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.ElementNode && (c.Data == "rt" || c.Data == "rtc"):
			if kana := strings.TrimSpace(content(c)); base == "" {
				f.text(kana, s) // over nothing
			} else if kana != "" {
				f.read(record.Reading{Text: base, Kana: kana})
			}
			base = ""
		case c.Type == html.ElementNode && c.Data == "rp":
		default:
			base += strings.TrimSpace(content(c))
			f.walk(c, s)
		}
	}
}

// read keeps a reading with the line of its base, which a block in the base has
// ended already.
func (f *flow) read(r record.Reading) {
	of := &f.readings
	if f.b.Len() == 0 {
		for i := range f.lines {
			if l := &f.lines[len(f.lines)-1-i]; l.text != "" {
				of = &l.readings
				break
			}
		}
	}
	*of = append(*of, r)
}

func content(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(content(c))
	}
	return b.String()
}

var ownNumber = regexp.MustCompile(`^[\s　]*(?:[（(]?[0-9０-９一二三四五六七八九十]+[)）.．、　 ]|[①-⑳⑴-⒇]|第[0-9０-９一二三四五六七八九十]+(?:[　 .．、]|$)|[（(][ア-ンa-zA-Z]|[ア-ン][　 .．、])`)

// list numbers the items as a browser does, unless the page writes numbers of
// its own.
func (f *flow) list(n *html.Node, s state) {
	next, err := strconv.Atoi(attr(n, "start"))
	if err != nil {
		next = 1
	}
	format := map[string]string{"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}[attr(n, "type")]
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || c.Data != "li" || unseen(c) {
			f.walk(c, s)
			continue
		}
		if v, err := strconv.Atoi(attr(c, "value")); err == nil {
			next = v
		}
		f.end()
		if !ownNumber.MatchString(content(c)) && !strings.Contains(strings.ToLower(attr(n, "style")+attr(n, "class")), "none") && !s.chrome {
			f.cur = s
			f.b.WriteString(numfmt.Number(format, next) + ". ")
		}
		next++
		f.children(c, s) // not as a block: the number stands on its line
		f.end()
	}
}

// table sets rows as lines, unless the table only lays out the page.
func (f *flow) table(n *html.Node, s state) {
	var rows []*html.Node
	layout := false
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode || unseen(c) {
				continue
			}
			switch c.Data {
			case "caption":
				f.walk(c, s)
			case "tr":
				rows = append(rows, c)
			case "thead", "tbody", "tfoot":
				walk(c)
			}
		}
	}
	walk(n)
	for m := range n.Descendants() {
		if m.Type == html.ElementNode && (has("table h1 h2 h3 main", m.Data) || f.p.main[m]) {
			layout = true
			break
		}
	}
	if layout || attr(n, "role") == "presentation" {
		f.children(n, s)
		f.end()
		return
	}
	for _, r := range rows {
		var cells []string
		var readings []record.Reading
		for c := r.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode || c.Data != "td" && c.Data != "th" || unseen(c) {
				continue
			}
			in := &flow{p: f.p}
			in.children(c, s)
			in.end()
			var b strings.Builder
			for _, l := range in.lines {
				b.WriteString(l.text)
				if c.Data != "th" || utf8.RuneCountInString(l.text) > 16 { // a heading broken over two lines is one: 出席者<br>氏名
					b.WriteByte('\n')
				}
				readings = append(readings, l.readings...)
			}
			cells = append(cells, b.String())
		}
		for _, t := range source.RowLines(cells) {
			f.lines = append(f.lines, line{text: t, chrome: s.chrome, readings: readings})
			readings = nil
		}
	}
	f.cur = s
	f.gap()
}
