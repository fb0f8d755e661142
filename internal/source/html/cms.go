package html

import (
	"regexp"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"github.com/toshin-archive/toshin/internal/source"
)

// systems are content systems by how their pages are built. A new one is a row:
// where the main part is, which parts of it are the page's and not the record's.
// They are tried in order; the first whose main part is there, is taken.
var systems = []struct {
	name string // by the names it gives its elements
	main string
	drop string
}{
	{"mol", "#mol_contents, .mol_contents", ".mol_attachfileblock_pdf, #mol_inquiry, .mol_inquiry"},
	{"tmp", "#tmp_contents", "#tmp_update, #tmp_inquiry, #tmp_pankuzu, #tmp_social, .plugin, #tmp_feedback, .update_wrap"},
	{"main_body", "#main_header, #content_header, #main_body", "#section_footer, #footer_plugin, .adobe_reader"},
	{"contents-in", "#contents-in, #contentsIn", "#contact, .contact"},
	{"voice", "#voice, #readarea, #rs_read, #readspeaker_area", ""},
	{"ss-page", "main article.body, #main .body, .article-body, .main-box .body", "footer, .addon-body-footer"},
	{"joruri", ".contentGpArticleArticle, #pageBody, .contentPage .body", ".tools, .rank, .inquiry"},
	{"entry", ".entry-content, .post-content, .entry-body", ".sharedaddy, .post-navigation"},
	{"honbun", "#honbun, .honbun, #main_honbun, #wysiwyg, .wysiwyg_area, #detail, #detailArea", ""},
}

// structure are the elements that any page may mark its main part with, the
// surest first.
var structure = []string{
	"main", "[role=main]", "article",
	"#main-contents, #maincontents, #main_contents, #mainContents, #main-content, #maincontent, #main_content, #mainContent",
	"#contents_main, #contentsMain, #contents-main, #contents_area, #contentsArea",
	"#contents, #content, .contents, .content", "#main, .main, #mainArea, #main_area", "#center, #centerArea",
}

// frames are parts of a page that are never the record's, by the element.
const frames = "nav aside footer button dialog"

// roles are the same by their ARIA role.
const roles = "navigation search banner contentinfo complementary menu menubar toolbar"

// frameWords are words in an element's id or class that say it frames the page.
var frameWords = words(`breadcrumb breadcrumbs pankuzu topicpath topicspath crumb crumbs crumbslist sns social share
	inquiry toiawase otoiawase contact contactus toi adobe adobereader getreader enquete enq questionnaire feedback
	rating pagetop totop gotop backtotop related kanren ranking banner banners sidebar sidenav navi nav gnav gnavi lnav lnavi
	subnav menu gmenu skip skiplink fontsize fontsizes readspeaker recommend recommendation searchbox sitesearch
	pageinfo printbtn printlink calendar`)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

var wordOf = regexp.MustCompile(`[A-Z]?[a-z]+|[A-Z]+|[0-9]+`)

// framed reports whether the element is of the page's frame.
func framed(n *html.Node) bool {
	if has(frames, n.Data) || has(roles, attr(n, "role")) {
		return true
	}
	if n.Data == "form" {
		// old systems wrap the whole page in one
		text, _, _ := linked(n)
		return text < 400
	}
	if n.Data == "body" || n.Data == "html" || n.Data == "main" || n.Data == "article" || n.Data == "table" {
		return false
	}
	for _, name := range strings.Fields(attr(n, "id") + " " + attr(n, "class")) {
		if frameWords[strings.ToLower(strings.NewReplacer("-", "", "_", "").Replace(name))] {
			return true
		}
		for _, w := range wordOf.FindAllString(name, -1) {
			if frameWords[strings.ToLower(w)] && len(w) > 3 {
				return true
			}
		}
	}
	return false
}

func has(list, s string) bool { return source.Has(list, s) }

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// find are the elements of the page that the selector names; those inside of
// another one are left out.
func find(root *html.Node, selector string) []*html.Node {
	sel, err := cascadia.ParseGroup(selector)
	if err != nil {
		panic("html: " + selector + ": " + err.Error()) // a row of a table here is misspelt
	}
	var out []*html.Node
	for _, n := range cascadia.QueryAll(root, sel) { // in the order of the page
		if k := len(out); k == 0 || !within(n, out[k-1]) {
			out = append(out, n)
		}
	}
	return out
}

func within(n, o *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == o {
			return true
		}
	}
	return false
}
