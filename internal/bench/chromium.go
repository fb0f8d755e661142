package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os/exec"
	"strings"
	"time"

	"github.com/chromedp/chromedp"
)

// An engine is a search that a page can import. In its scripts QUERY stands for
// the query as JSON.
type engine struct {
	name string
	srv  *server
	// cold imports the engine and searches, up to the first ten hits with all that
	// is shown of them; its value is their number and, where told, all that match.
	cold string
	// warm is a function that a page has after it was made ready; it searches.
	ready, warm string
	page        string // a page that searches by itself, QUERY in its address; "": none
}

// asked is what a query cost an engine.
type asked struct {
	query      string
	total      int
	sent       []sent // from nothing to the first ten hits
	page       []sent // by the search page as a whole
	cold, warm []time.Duration
}

type browser struct {
	ctx  context.Context
	stop func()
}

func newBrowser(ctx context.Context) (*browser, error) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, fmt.Errorf("no chromium: %w", err)
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, stopAll := chromedp.NewExecAllocator(ctx, opts...)
	ctx, stopTab := chromedp.NewContext(ctx)
	b := &browser{ctx, func() { stopTab(); stopAll() }}
	if _, err := chromedp.Run(ctx, chromedp.Navigate("about:blank")); err != nil {
		b.stop()
		return nil, err
	}
	return b, nil
}

// fresh runs do in a browser context of its own: no cache, no memory.
func (b *browser) fresh(do func(ctx context.Context) error) error {
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	defer cancel()
	ctx, done := context.WithTimeout(ctx, 2*time.Minute)
	defer done()
	return do(ctx)
}

// settle is how long a new window is left alone before anything is timed in it:
// the browser loads pages of its own beside the first (the frame of the window),
// 0.1 s of processor time that no reader's search shares.
const settle = 600 * time.Millisecond

// blank opens an empty page of the engine's server, and lets the window settle.
func (e *engine) blank(ctx context.Context) error {
	if _, err := chromedp.Run(ctx, chromedp.Navigate(e.srv.url+"/__blank")); err != nil {
		return err
	}
	_, err := chromedp.Run(ctx, chromedp.Sleep(settle))
	return err
}

// ask has an engine answer one query, runs times from nothing and runs times warm.
func (b *browser) ask(e *engine, q query, runs int) (asked, error) {
	a := asked{query: q.Text}
	text, err := json.Marshal(q.Text)
	if err != nil {
		return a, err
	}
	script := func(s string) string { return strings.ReplaceAll(s, "QUERY", string(text)) }
	timed := func(ctx context.Context, s string) (time.Duration, int, error) {
		v, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64](script(`(async () => { const t = performance.now(); const n = await (`+s+`)(); return [performance.now() - t, n]; })()`), chromedp.EvalAwaitPromise))
		if err != nil || len(v) != 2 {
			return 0, 0, fmt.Errorf("%s, %s: %w", e.name, q.Text, err)
		}
		return time.Duration(v[0] * float64(time.Millisecond)), int(v[1]), nil
	}
	for range runs {
		err := b.fresh(func(ctx context.Context) error {
			if err := e.blank(ctx); err != nil {
				return err
			}
			e.srv.reset()
			took, n, err := timed(ctx, e.cold)
			a.cold, a.total = append(a.cold, took), n
			a.sent = e.srv.count()
			return err
		})
		if err != nil {
			return a, err
		}
		err = b.fresh(func(ctx context.Context) error {
			if err := e.blank(ctx); err != nil {
				return err
			}
			if _, _, err := timed(ctx, e.ready); err != nil {
				return err
			}
			took, _, err := timed(ctx, e.warm)
			a.warm = append(a.warm, took)
			return err
		})
		if err != nil {
			return a, err
		}
	}
	if e.page == "" {
		return a, nil
	}
	return a, b.fresh(func(ctx context.Context) error {
		e.srv.reset()
		address := e.srv.url + strings.ReplaceAll(e.page, "QUERY", url.QueryEscape(q.Text))
		if _, err := chromedp.Run(ctx, chromedp.Navigate(address)); err != nil {
			return err
		}
		if _, err := chromedp.Run(ctx, chromedp.WaitReady(chromedp.CSS("[data-search-status][data-state=done]"))); err != nil {
			return fmt.Errorf("the search page, %s: %w", q.Text, err)
		}
		a.page = e.srv.count()
		return nil
	})
}
