// Package difftest holds the browser's search to toshin search, in a real
// browser, over generated queries.
package difftest

import (
	"context"
	"encoding/json"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/toshin-archive/toshin/internal/search"
)

var (
	n     = flag.Int("queries", 500, "queries to generate")
	seed  = flag.Int64("seed", 1, "of the queries")
	whole = flag.Bool("whole", false, "ask every archive all -queries, not the larger ones a part of them")
)

// batch is how many queries are asked of one page in Chromium.
const batch = 250

const root = "../.."

// asked is a query with its options, by their names in the browser.
type asked struct {
	Q string         `json:"q"`
	O search.Options `json:"-"`
	J map[string]any `json:"o"`
}

// withOptions gives each query options of every kind in turn.
func withOptions(qs []string) (as []asked) {
	for i, q := range qs {
		o := search.Options{Sort: search.Sorts[i%4], Facets: i%3 == 0, Same: i%7 == 0, NoReadings: i%11 == 0, Offset: i % 5 / 3 * 4, Limit: 10}
		as = append(as, asked{q, o, map[string]any{"sort": o.Sort, "facets": o.Facets, "same": o.Same, "readings": !o.NoReadings, "offset": o.Offset, "limit": o.Limit}})
	}
	return as
}

func TestBrowserAgrees(t *testing.T) {
	for _, a := range []struct {
		name           string
		archive        func() *built
		share, scanned int // of -queries: asked of both, compared with a scan
	}{{"sample", sampleArchive, 1, 4}, {"made", madeArchive, 2, 4}, {"real", realArchive, 10, 20}} {
		t.Run(a.name, func(t *testing.T) {
			b := a.archive()
			if b == nil {
				t.Logf("no records beside the repository: %s", realRecords)
				return
			}
			s := b.open(t)
			if *whole {
				a.share, a.scanned = 1, 4
			}
			exact(t, b, s, *n/a.scanned)
			agree(t, b, s, *n/a.share)
		})
	}
}

// agree asks both the same and compares all that they answer.
func agree(t *testing.T, b *built, s *search.Searcher, n int) {
	qs := withOptions(newQueries(*seed, b).many(n))
	want := make([]*search.Result, len(qs))
	found := 0
	for i, q := range qs {
		var err error
		if want[i], err = s.Search(q.Q, q.O); err != nil {
			t.Fatal(err)
		}
		if want[i].Total > 0 {
			found++
		}
	}
	if found < len(qs)/2 {
		t.Errorf("only %d of %d queries find anything", found, len(qs))
	}
	if _, err := os.Stat("/usr/bin/chromium"); err != nil {
		t.Logf("no browser here: %v", err)
		return
	}
	var got []any
	bad, early := 0, 0
	for part := range slices.Chunk(qs, batch) {
		answers, n := inBrowser(t, b.files(t), part)
		got, early = append(got, answers...), early+n
	}
	for i, q := range qs {
		if !reflect.DeepEqual(got[i], normal(t, want[i])) {
			if bad++; bad <= 5 {
				g, _ := json.Marshal(got[i])
				w, _ := json.Marshal(want[i])
				t.Errorf("%q %v:\n browser %s\n bleve   %s", q.Q, q.J, g, w)
			}
		}
	}
	t.Logf("%d records, %d queries, %d found something, %d answered early, %d differ", len(b.records), len(qs), found, early, bad)
}

// normal is a result as its JSON has it.
func normal(t *testing.T, r any) any {
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// inBrowser gives the answers, and how many came early: their hits must be those of
// the answer that follows.
func inBrowser(t *testing.T, data string, qs []asked) (answers []any, early int) {
	text := evaluate(t, data, qs, `(async () => {
  const { install } = await import("/sub/js/toshin.js"), t = install(new URL("/sub/search/data/", location.href)), answers = [];
  let n = 0;
  for (const q of await fetch("/queries.json").then((r) => r.json())) {
    let first = null;
    const a = await t.search(q.q, { ...q.o, early: (res) => { first = res; n++; } });
    if (first && (JSON.stringify(first.hits) !== JSON.stringify(a.hits) || first.total > a.total)) throw new Error("early " + q.q + JSON.stringify([q.o, first.hits, a.hits]));
    answers.push(a);
  }
  return JSON.stringify({ answers, n });
})()`)
	var got struct {
		Answers []any
		N       int
	}
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	return got.Answers, got.N
}

// evaluate gives what js comes to, run in Chromium beside the client's modules
// (/sub/js/), the search files in data and the queries (/queries.json).
func evaluate(t *testing.T, data string, qs any, js string) string {
	t.Helper()
	blob, err := json.Marshal(qs)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/sub/js/", http.StripPrefix("/sub/js/", http.FileServer(http.Dir(filepath.Join(root, "assets/js")))))
	mux.Handle("/sub/search/data/", http.StripPrefix("/sub/search/data/", http.FileServer(http.Dir(data))))
	mux.HandleFunc("/queries.json", func(w http.ResponseWriter, _ *http.Request) { w.Write(blob) })
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte("<!doctype html><meta charset=utf-8><title>search</title>"))
	})
	srv := httptest.NewServer(mux)
	defer srv.Close()
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath("/usr/bin/chromium"), chromedp.NoSandbox,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	actx, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	defer stop()
	ctx, cancel := chromedp.NewContext(actx)
	defer cancel()
	ctx, cancel2 := context.WithTimeout(ctx, 5*time.Minute)
	defer cancel2()
	if _, err := chromedp.Run(ctx, chromedp.Navigate(srv.URL+"/")); err != nil {
		t.Fatal(err)
	}
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string](js, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return text
}
