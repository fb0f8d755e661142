package browser

import (
	"bytes"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// Every picture of the sample archive has beside it, in its section, a table and
// a file that is there; whatever a part of the picture leads to, the table leads
// to as well. A page of every body that has pictures is clean under axe.
func TestPictures(t *testing.T) {
	root := sampleSite(t)
	shown := map[string]string{} // a page by the kind of its picture
	err := fs.WalkDir(os.DirFS(root), ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(p) != ".html" {
			return err
		}
		b, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(p)))
		if err != nil {
			return err
		}
		doc, err := goquery.NewDocumentFromReader(bytes.NewReader(b))
		if err != nil {
			return err
		}
		doc.Find("main svg[role=group]").Each(func(_ int, svg *goquery.Selection) {
			section := svg.Closest("section")
			if svg.HasClass("graph") { // the small picture stands in a section, the large one beside that of its table
				if next := section.NextFiltered("section"); path.Dir(p) == "citations" && next.Length() == 1 {
					section = section.AddSelection(next)
				}
			}
			tables := section.Find("table a[href]")
			inTable := tables.Map(func(_ int, a *goquery.Selection) string { return a.AttrOr("href", "") })
			svg.Find("a").Each(func(_ int, a *goquery.Selection) {
				if href := a.AttrOr("href", ""); !slices.Contains(inTable, href) && path.Dir(p) != "citations" {
					t.Errorf("%s: %s is in the picture and in no table", p, href)
				}
			})
			if tables.Length() == 0 {
				t.Errorf("%s: a picture without a table", p)
			}
			file := section.Find("a[download]").FilterFunction(func(_ int, a *goquery.Selection) bool {
				name := filepath.Join(root, filepath.FromSlash(path.Dir(p)), filepath.FromSlash(a.AttrOr("href", "")))
				_, err := os.Stat(name)
				return strings.HasSuffix(name, ".csv") && err == nil
			})
			if file.Length() == 0 {
				t.Errorf("%s: a picture without a file of its figures", p)
			}
			kind, _, _ := strings.Cut(p, "/")
			shown[kind+" "+svg.AttrOr("class", "chart")] = path.Dir(p) + "/"
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"counts chart", "counts course", "citations graph", "replies graph", "cases graph"} {
		if shown[kind] == "" {
			t.Errorf("the sample has no %s", kind)
		}
	}

	srv := httptest.NewServer(http.FileServer(http.Dir(root)))
	defer srv.Close()
	axe, ctx := readAxe(t), openBrowser(t)
	pages := []string{"types/tokei/", "types/report/", "cases/h30-shimon-3/"}
	for _, p := range shown {
		pages = append(pages, p)
	}
	slices.Sort(pages)
	for _, p := range slices.Compact(pages) {
		for scheme, width := range map[string]int64{"light": 1280, "dark": 360} { // all bodies in all ways: TestPagesInChromium
			if got, err := look(ctx, srv.URL+"/"+p, scheme, width, axe); err != nil || got != "" {
				t.Errorf("%s at %d, %s: %s %v", p, width, scheme, got, err)
			}
		}
	}
}
