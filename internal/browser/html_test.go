package browser

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	toshin "github.com/toshin-archive/toshin"
	"github.com/toshin-archive/toshin/internal/pipeline"
	"github.com/toshin-archive/toshin/internal/scaffold"
)

const base = "https://example.jp/sub/"

// sampleSite builds the sample archive as it would be published.
func sampleSite(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "city")
	if err := scaffold.Write(dir, toshin.Sample); err != nil {
		t.Fatal(err)
	}
	b, err := pipeline.Build(context.Background(), pipeline.Options{Source: dir, BaseURL: strings.TrimSuffix(base, "/")})
	if err != nil || !b.Done {
		t.Fatalf("the sample archive is not built: %v", err)
	}
	return filepath.Join(dir, "public")
}

// Every page of the sample archive is sound HTML and says of itself what
// readers, screen readers, search engines and feeds need.
func TestPagesAreSound(t *testing.T) {
	root := sampleSite(t)
	var urls []string
	titles := map[string]string{}
	err := filepath.WalkDir(root, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(p) != ".html" {
			return err
		}
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, p)
		name := filepath.ToSlash(rel)
		for _, fault := range append(misnested(b), unsound(name, b)...) {
			t.Errorf("%s: %s", name, fault)
		}
		if name != "404.html" {
			urls = append(urls, base+strings.TrimSuffix(name, "index.html"))
		}
		doc, err := goquery.NewDocumentFromReader(bytes.NewReader(b))
		if err != nil {
			return err
		}
		if title := doc.Find("title").Text(); titles[title] != "" {
			t.Errorf("%s and %s have one title: %s", name, titles[title], title)
		} else {
			titles[title] = name
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(urls) < 100 {
		t.Errorf("%d pages only", len(urls))
	}
	listed := append([]string(nil), elements(t, filepath.Join(root, "sitemap.xml"), "loc")...)
	slices.Sort(urls)
	if !slices.Equal(urls, listed) {
		t.Errorf("the sitemap lists %d pages of %d", len(listed), len(urls))
	}
	for _, feed := range []string{"feed.xml", "minutes/feed.xml", "replies/feed.xml"} {
		ids := elements(t, filepath.Join(root, filepath.FromSlash(feed)), "id")
		seen := map[string]bool{}
		for _, id := range ids {
			if seen[id] || !strings.HasPrefix(id, base) {
				t.Errorf("%s: id %s", feed, id)
			}
			seen[id] = true
		}
		if len(ids) < 6 {
			t.Errorf("%s has %d ids", feed, len(ids))
		}
	}
}

// elements are the texts of all elements of that name in an XML file.
func elements(t *testing.T, file, name string) []string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for d := xml.NewDecoder(bytes.NewReader(b)); ; {
		tok, err := d.Token()
		if err == io.EOF {
			return texts
		}
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if s, ok := tok.(xml.StartElement); ok && s.Name.Local == name {
			var text string
			if err := d.DecodeElement(&text, &s); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			texts = append(texts, text)
		}
	}
}

// unsound is what is wrong with a page as a document.
func unsound(name string, b []byte) (faults []string) {
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(b))
	if err != nil {
		return []string{err.Error()}
	}
	want := func(ok bool, format string, args ...any) {
		if !ok {
			faults = append(faults, fmt.Sprintf(format, args...))
		}
	}
	one := func(selector string) *goquery.Selection {
		s := doc.Find(selector)
		want(s.Length() == 1, "%d of %s", s.Length(), selector)
		return s.First()
	}
	want(bytes.HasPrefix(b, []byte("<!doctype html>")), "no doctype")
	want(one("html").AttrOr("lang", "") == "ja", "no language")
	want(strings.TrimSpace(one("head > title").Text()) != "", "no title")
	d := one("head > meta[name=description]").AttrOr("content", "")
	want(strings.TrimSpace(d) != "" && len([]rune(d)) <= 160, "description %q", d)
	one("main")
	one("h1")
	one("body > header")
	one("body > footer")
	want(doc.Find("body > a.skip[href='#main']").Length() == 1, "no skip link")
	if name != "404.html" {
		u := base + strings.TrimSuffix(name, "index.html")
		want(one("link[rel=canonical]").AttrOr("href", "") == u, "canonical")
		if !strings.HasPrefix(name, "about") && !strings.HasPrefix(name, "help") {
			var ld map[string]any
			err := json.Unmarshal([]byte(one("script[type='application/ld+json']").Text()), &ld)
			want(err == nil && ld["@context"] == "https://schema.org" && ld["name"] != "" && ld["url"] == u, "JSON-LD: %v %v", err, ld)
		}
	}
	ids := map[string]bool{}
	doc.Find("[id]").Each(func(_ int, s *goquery.Selection) {
		id := s.AttrOr("id", "")
		want(id != "" && !ids[id] && !strings.ContainsAny(id, " \t"), "id %q", id)
		ids[id] = true
	})
	doc.Find("[aria-labelledby],[for],[aria-describedby]").Each(func(_ int, s *goquery.Selection) {
		for _, a := range []string{"aria-labelledby", "for", "aria-describedby"} {
			for id := range strings.FieldsSeq(s.AttrOr(a, "")) {
				want(ids[id], "%s points at %s", a, id)
			}
		}
	})
	navs := map[string]bool{}
	doc.Find("nav").Each(func(_ int, s *goquery.Selection) {
		label := s.AttrOr("aria-label", s.AttrOr("aria-labelledby", ""))
		want(label != "" && !navs[label], "nav %q", label)
		navs[label] = true
	})
	doc.Find("a,button,h1,h2,h3,h4,th,summary,dt").Each(func(_ int, s *goquery.Selection) {
		want(strings.TrimSpace(s.Text()) != "", "an empty %s", goquery.NodeName(s))
	})
	doc.Find("img:not([alt]),th:not([scope]),[style],[onclick],font,center").Each(func(_ int, s *goquery.Selection) {
		want(false, "%s", goquery.NodeName(s))
	})
	doc.Find("time").Each(func(_ int, s *goquery.Selection) {
		want(len(s.AttrOr("datetime", "")) == len("2006-01-02"), "time %q", s.AttrOr("datetime", ""))
	})
	doc.Find(".passage").Each(func(_ int, s *goquery.Selection) {
		id := s.AttrOr("id", "")
		want(len(id) == 5 && id[0] == 's' && s.Find("a[href='#"+id+"']").Length() == 1, "passage %q without its link", id)
	})
	want(path.Ext(name) == ".html", "name")
	return faults
}

// voids have no end tag.
var voids = strings.Fields("area base br col embed hr img input link meta source track wbr")

// blocks may not stand in a paragraph: the parser would end it before them.
var blocks = strings.Fields("address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul")

// misnested finds tags that do not pair, attributes given twice, links in links
// and blocks in paragraphs: what a browser mends without a word.
func misnested(b []byte) (faults []string) {
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	var open []string
	for z := html.NewTokenizer(bytes.NewReader(b)); ; {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				fault("open at the end: %v", open)
			}
			return faults
		case html.StartTagToken, html.SelfClosingTagToken:
			tok := z.Token()
			attrs := map[string]bool{}
			for _, a := range tok.Attr {
				if attrs[a.Key] {
					fault("<%s> has %s twice", tok.Data, a.Key)
				}
				attrs[a.Key] = true
			}
			if slices.Contains(blocks, tok.Data) && slices.Contains(open, "p") {
				fault("<%s> in <p>", tok.Data)
			}
			if tok.Data == "a" && slices.Contains(open, "a") {
				fault("<a> in <a>")
			}
			if !slices.Contains(voids, tok.Data) {
				open = append(open, tok.Data)
			}
		case html.EndTagToken:
			name := z.Token().Data
			if len(open) == 0 || open[len(open)-1] != name {
				fault("</%s> after %v", name, open)
				return faults
			}
			open = open[:len(open)-1]
		}
	}
}
