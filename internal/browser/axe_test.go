package browser

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/toshin-archive/toshin/internal/serve"
)

// kinds are a page of every kind.
var kinds = []string{"", "search/", "coverage/", "changes/", "data/", "compare/", "counts/", "citations/", "words/", "types/", "types/report/", "browse/", "minutes/", "replies/", "cases/", "years/", "years/2017/",
	"agencies/", "outcomes/", "articles/", "minutes/h29-2/", "minutes/h29-5/", "replies/1/", "replies/999/", "cases/h29-shimon-3/", "404.html"}

// Every kind of page, at a phone's and a desk's width, light and dark, is clean
// under axe, asks no other host, says nothing on the console, runs nothing that
// a record says and is not wider than its window. The site stands at a sub-path.
func TestPagesInChromium(t *testing.T) {
	mux := http.NewServeMux()
	files := http.FileServer(http.Dir(buildSite(t)))
	mux.Handle("/sub/path/", http.StripPrefix("/sub/path/", files))
	mux.Handle("/", files) // the page of a missing address is shown at any depth and begins at the host's root
	// Every page works under the policy, which forbids whatever is inline.
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", serve.Policy)
		mux.ServeHTTP(w, r)
	}))
	defer srv.Close()
	axe := readAxe(t)
	ctx := openBrowser(t)
	err := chromedp.Listen(ctx, func(ev any) {
		switch e := ev.(type) {
		case *network.EventRequestWillBeSent:
			if u := e.Request.URL; !strings.HasPrefix(u, srv.URL) && !strings.HasPrefix(u, "data:") {
				t.Errorf("a request to %s", u)
			}
		case *runtime.EventExceptionThrown:
			t.Errorf("exception: %s", e.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			if e.Entry.Source == log.EntrySourceSecurity {
				t.Errorf("the page breaks its policy: %s", e.Entry.Text)
			}
		case *runtime.EventConsoleAPICalled:
			t.Errorf("console: %s", e.Type)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{360, 1280} {
			for _, k := range kinds {
				got, err := look(ctx, srv.URL+"/sub/path/"+k, scheme, width, axe)
				if err != nil {
					t.Fatalf("%s: %v", k, err)
				}
				if got != "" {
					t.Errorf("%s at %d, %s: %s", k, width, scheme, got)
				}
			}
		}
	}
}

// probe gives what is wrong with the page, in words, once nothing on it moves:
// colours on their way from one to another are not what is read.
const probe = `(async () => {
  const bad = [];
  await Promise.race([Promise.allSettled(document.getAnimations().map(a => a.finished)), new Promise(r => setTimeout(r, 5000))]);
  if (window.hit) bad.push('a record ran a script');
  if (document.documentElement.scrollWidth > innerWidth) bad.push('wider than the window: ' + document.documentElement.scrollWidth);
  const r = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']});
  for (const v of r.violations) bad.push(v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' | '));
  return JSON.stringify(bad);
})()`

func look(ctx context.Context, url, scheme string, width int64, axe string) (string, error) {
	if _, err := chromedp.Run(ctx, chromedp.EmulateViewport(width, 900)); err != nil {
		return "", err
	}
	colours := chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		return err
	})
	if _, err := chromedp.Run(ctx, colours); err != nil {
		return "", err
	}
	if _, err := chromedp.Run(ctx, chromedp.Navigate(url)); err != nil {
		return "", err
	}
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[any](axe+";null")); err != nil {
		return "", err
	}
	s, err := chromedp.Run(ctx, chromedp.Evaluate[string](probe, chromedp.EvalAwaitPromise))
	if err != nil {
		return "", err
	}
	var bad []string
	if err := json.Unmarshal([]byte(s), &bad); err != nil {
		return "", fmt.Errorf("%s: %w", s, err)
	}
	return strings.Join(bad, "\n  "), nil
}

func readAxe(t *testing.T) string {
	f, err := os.Open("testdata/axe.min.js.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
