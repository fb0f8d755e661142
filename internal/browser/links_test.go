package browser

import (
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// Every link of every page leads to a file, and to a place in it, without
// JavaScript and wherever the folder stands; headings go down one by one.
func TestLinksAndHeadings(t *testing.T) {
	root := buildSite(t)
	pages := map[string]*goquery.Document{}
	err := filepath.WalkDir(root, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(p) != ".html" {
			return err
		}
		f, err := os.Open(p)
		if err != nil {
			return err
		}
		defer f.Close()
		rel, _ := filepath.Rel(root, p)
		pages[filepath.ToSlash(rel)], err = goquery.NewDocumentFromReader(f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, need := range []string{"index.html", "search/index.html", "coverage/index.html", "minutes/h29-2/index.html",
		"replies/1/index.html", "cases/h29-shimon-3/index.html", "years/2017/index.html", "articles/jorei-9-1-5/index.html", "404.html"} {
		if pages[need] == nil {
			t.Errorf("there is no %s", need)
		}
	}
	for name, doc := range pages {
		if name != "404.html" { // it is shown at any depth and cannot be relative
			checkLinks(t, root, name, doc, pages)
		}
		level := 0
		doc.Find("h1,h2,h3,h4,h5,h6").Each(func(_ int, h *goquery.Selection) {
			n := int(goquery.NodeName(h)[1] - '0')
			if n > level+1 {
				t.Errorf("%s: h%d after h%d: %s", name, n, level, h.Text())
			}
			level = n
		})
		if n := doc.Find("h1").Length(); n != 1 {
			t.Errorf("%s has %d h1", name, n)
		}
	}
}

func checkLinks(t *testing.T, root, name string, doc *goquery.Document, pages map[string]*goquery.Document) {
	doc.Find("[href],[src],form[action]").Each(func(_ int, s *goquery.Selection) {
		for _, attr := range []string{"href", "src", "action"} {
			v, ok := s.Attr(attr)
			if !ok {
				continue
			}
			u, err := url.Parse(v)
			if err != nil || u.IsAbs() || strings.HasPrefix(v, "/") {
				t.Errorf("%s: %q is not relative", name, v)
				continue
			}
			to := path.Join(path.Dir(name), u.Path)
			switch {
			case u.Path == "":
				to = name
			case strings.HasSuffix(u.Path, "/"):
				to = path.Join(to, "index.html")
			}
			if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(to))); err != nil {
				t.Errorf("%s: %q leads nowhere", name, v)
			} else if d := pages[to]; u.Fragment != "" && d.Find("[id='"+u.Fragment+"']").Length() != 1 {
				t.Errorf("%s: %q has no such place", name, v)
			}
		}
	})
}

// Of a withheld record the site tells the number and the reason's kind.
func TestWithheldShowsNothing(t *testing.T) {
	root := buildSite(t)
	held := false
	err := filepath.WalkDir(root, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		if strings.Contains(string(b), "himitsu") || strings.Contains(p, "h29-4") {
			t.Errorf("%s tells of the withheld record", p)
		}
		held = held || strings.Contains(string(b), "公開の条件がまだ満たされていません")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if !held {
		t.Error("coverage does not list the withheld record")
	}
}
