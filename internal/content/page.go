package content

import (
	"path"
	"strings"
)

// page is one page of the site before it is written.
type page struct {
	URL   string // relative to the site's root, "" for the home page, else ending in "/"
	Body  string // name of the template in layouts/_body; "" where Hugo's layout does it all
	Front front
	Data  any // for the body's template; must marshal to JSON with all that the template reads

	// Key, where not nil, decides Front and Data as well as they do themselves,
	// and fill makes them: a page that stays as it was need not be made to see that.
	Key  any
	fill func(*page)
}

// made is the page with its front matter and data.
func (p *page) made() *page {
	if p.fill == nil {
		return p
	}
	q := *p
	q.fill(&q)
	return &q
}

// front is the front matter that the layouts read.
type front struct {
	Title       string         `json:"title"`
	Description string         `json:"description,omitempty"`
	URL         string         `json:"url,omitempty"`
	Date        string         `json:"date,omitempty"` // ISO
	Layout      string         `json:"layout,omitempty"`
	Type        string         `json:"type"`
	Outputs     []string       `json:"outputs,omitempty"`
	Sitemap     map[string]any `json:"sitemap,omitempty"`
	Params      params         `json:"params"`
}

type params struct {
	Root   string `json:"root"`             // from this page to the site's root: "", "../", "../../"
	Nav    string `json:"nav,omitempty"`    // the entry of the main navigation that it belongs to
	Feed   string `json:"feed,omitempty"`   // its feed, relative to the root
	JSONLD string `json:"jsonld,omitempty"` // schema.org, as JSON
	Record string `json:"record,omitempty"` // ID
	Kind   string `json:"kind,omitempty"`   // minutes, reply; for feeds
}

// root leads from the page at url to the site's root.
func root(url string) string {
	return strings.Repeat("../", strings.Count(url, "/"))
}

// file is where the page stands in the content folder. Sections have an
// _index, so that Hugo makes no pages of its own for them.
func (p *page) file() string {
	switch url := strings.TrimSuffix(p.URL, "/"); {
	case url == "":
		return "_index.html"
	case p.Front.Layout == "section":
		return path.Join(url, "_index.html")
	default:
		return url + ".html"
	}
}
