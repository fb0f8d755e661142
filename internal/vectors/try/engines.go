package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"time"

	"github.com/chromedp/chromedp"

	toshin "github.com/toshin-archive/toshin"
	"github.com/toshin-archive/toshin/internal/search"
)

// askBleve asks as toshin search does.
func askBleve(ctx context.Context, as []*archive) ([][][]hit, error) {
	var out [][][]hit
	for _, a := range as {
		s, err := search.Open(a.index, a.table, a.lexicon)
		if err != nil {
			return nil, err
		}
		var answers [][]hit
		for _, q := range a.queries() {
			if err := ctx.Err(); err != nil {
				s.Close()
				return nil, err
			}
			res, err := s.Search(q, search.Options{Limit: len(a.rows)})
			if err != nil {
				s.Close()
				return nil, err
			}
			var hits []hit
			for _, h := range res.Hits {
				hits = append(hits, hit{h.Record, h.Tier, h.Score})
			}
			answers = append(answers, hits)
		}
		out = append(out, answers)
		if err := s.Close(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

const timeout = 10 * time.Minute

// script asks each archive's queries through the page's own entry.
const script = `(async () => {
  const { install } = await import("/js/toshin.js"), out = [];
  for (const a of await fetch("/queries.json").then((r) => r.json())) {
    const t = install(new URL(a.base, location.href)), answers = [];
    for (const q of a.queries) answers.push((await t.search(q, { limit: a.queries.length })).hits.map(({ record, tier, score }) => ({ record, tier, score })));
    out.push(answers);
  }
  return JSON.stringify(out);
})()`

// askBrowser serves the search files and the client on loopback and asks in Chromium.
func askBrowser(ctx context.Context, as []*archive) ([][][]hit, error) {
	scripts, err := fs.Sub(toshin.Assets, "assets/js")
	if err != nil {
		return nil, err
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		return nil, fmt.Errorf("%w: make vectors installs it", err)
	}
	type asked struct {
		Base    string   `json:"base"`
		Queries []string `json:"queries"`
	}
	var all []asked
	mux := http.NewServeMux()
	for n, a := range as {
		base := fmt.Sprintf("/%d/", n)
		mux.Handle(base, http.StripPrefix(base, http.FileServer(http.Dir(a.out))))
		all = append(all, asked{base, a.queries()})
	}
	blob, err := json.Marshal(all)
	if err != nil {
		return nil, err
	}
	mux.HandleFunc("/queries.json", func(w http.ResponseWriter, _ *http.Request) { w.Write(blob) })
	mux.Handle("/js/", http.StripPrefix("/js/", http.FileServerFS(scripts)))
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte("<!doctype html><meta charset=utf-8><title>vectors</title>"))
	})
	srv := httptest.NewServer(mux)
	defer srv.Close()
	profile, err := os.MkdirTemp("", "vectors")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(profile)
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium), chromedp.NoSandbox,
		chromedp.UserDataDir(profile), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	ctx, stop := chromedp.NewExecAllocator(ctx, opts...)
	defer stop()
	ctx, closeTab := chromedp.NewContext(ctx)
	defer closeTab()
	if _, err := chromedp.Run(ctx, chromedp.Navigate(srv.URL+"/")); err != nil {
		return nil, err
	}
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string](script, chromedp.EvalAwaitPromise))
	if err != nil {
		return nil, err
	}
	var out [][][]hit
	if err := json.Unmarshal([]byte(text), &out); err != nil {
		return nil, err
	}
	return out, nil
}
