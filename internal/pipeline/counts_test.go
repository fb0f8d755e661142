package pipeline

import (
	"context"
	"html"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/search"
)

var counted = regexp.MustCompile(`href="\.\./search/\?([^"]+)">(\d+)件`)

// Every number on the page of counts is how many records the search finds that
// it leads to.
func TestCountsAreWhatSearchFinds(t *testing.T) {
	dir := t.TempDir()
	o := Options{Source: "../..", Cache: filepath.Join(dir, "cache"), Out: filepath.Join(dir, "public")}
	b, err := Build(context.Background(), o)
	if err != nil || !b.Done {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join(o.Out, "counts", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	s, _, err := Searcher(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	links := counted.FindAllStringSubmatch(string(page), -1)
	if len(links) < 20 {
		t.Fatalf("%d numbers", len(links))
	}
	types := 0
	for _, m := range links {
		v, err := url.ParseQuery(html.UnescapeString(m[1]))
		if err != nil {
			t.Fatal(err)
		}
		var q []string // f=結論:妥当 asks for the whole value (docs/search-language.md)
		for _, f := range v["f"] {
			name, value, _ := strings.Cut(f, ":")
			if name == "類型" {
				types++
			}
			q = append(q, name+`:="`+value+`"`)
		}
		res, err := s.Search(strings.Join(q, " "), search.Options{Limit: 1})
		if want, _ := strconv.Atoi(m[2]); err != nil || res.Total != want {
			t.Errorf("%s: %d records, the page says %d (%v)", q, res.Total, want, err)
		}
	}
	if types == 0 {
		t.Error("no type is counted")
	}
}
