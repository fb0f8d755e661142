package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"github.com/toshin-archive/toshin/internal/record"
)

// page is the work on one web page.
type page struct {
	root     *html.Node
	head     string // <title>
	main     map[*html.Node]bool
	drop     map[*html.Node]bool
	whole    bool // no main part was found
	links    int
	pictures int
	covered  int // stretches of black letters on black
	lines    []line
}

// line is a line of the page's text.
type line struct {
	text     string
	heading  int
	chrome   bool
	readings []record.Reading
}

// newPage finds the main part: by a system's rules, else by structure. A part
// counts only if it holds a fair share of the text that is no link; of several
// like it (articles of a list) none is the record.
func newPage(root *html.Node) *page {
	p := &page{root: root, main: map[*html.Node]bool{}, drop: map[*html.Node]bool{}}
	all := prose(root)
	p.head = titleOf(root)
	take := func(ns []*html.Node, share float64) bool {
		n := 0
		for _, m := range ns {
			n += prose(m)
		}
		if n == 0 || float64(n) < share*float64(all) {
			return false
		}
		for _, m := range ns {
			p.main[m] = true
		}
		return true
	}
	for _, s := range systems {
		if !take(find(root, s.main), 0.3) {
			continue
		}
		if s.drop != "" {
			for _, n := range find(root, s.drop) {
				p.drop[n] = true
			}
		}
		return p
	}
	for _, s := range structure {
		if ns := find(root, s); len(ns) == 1 && take(ns, 0.5) {
			return p
		}
	}
	p.whole = true
	return p
}

// prose counts the characters of n's text that stand outside links and frames.
func prose(n *html.Node) int {
	count := 0
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			for _, r := range n.Data {
				if !record.IsBlank(r) {
					count++
				}
			}
			return
		case n.Type == html.ElementNode && (unseen(n) || n.Data == "a" || framed(n)):
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return count
}

// linked counts the characters of n's text and of its links, and the links.
func linked(n *html.Node) (text, inLinks, links int) {
	var walk func(n *html.Node, in bool)
	walk = func(n *html.Node, in bool) {
		if n.Type == html.ElementNode {
			if unseen(n) {
				return
			}
			if n.Data == "a" && attr(n, "href") != "" {
				in = true
				links++
			}
		}
		if n.Type == html.TextNode {
			for _, r := range n.Data {
				if !record.IsBlank(r) {
					text++
					if in {
						inLinks++
					}
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, in)
		}
	}
	walk(n, false)
	return text, inLinks, links
}

// unseen reports whether an element is not shown, by what it is or by its own
// attributes. What a style sheet hides cannot be known here, and is kept.
func unseen(n *html.Node) bool {
	if has("script style noscript template head title meta link iframe object embed svg math canvas audio video select textarea datalist noframes rp", n.Data) {
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			s := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

var (
	ground = regexp.MustCompile(`background(?:-color)?:[^;]*?(?:#000(?:000)?(?:[^0-9a-f]|$)|black|rgb\(0,0,0\))`)
	ink    = regexp.MustCompile(`(?:^|;)color:([^;]*)`)
)

// covered reports whether an element's own style sets black letters on black:
// they look blacked out (墨消し), and can be copied.
func covered(n *html.Node) bool {
	s := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	if s == "" || !ground.MatchString(s) {
		return false
	}
	m := ink.FindStringSubmatch(s)
	return m == nil || has("black #000 #000000 rgb(0,0,0) inherit", m[1])
}

func titleOf(root *html.Node) string {
	for _, n := range find(root, "head title") {
		if n.FirstChild != nil {
			return strings.Join(strings.Fields(n.FirstChild.Data), " ")
		}
	}
	return ""
}
