package browser

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// tab is a page in Chromium that a test works with as a reader does. What a page
// must never do (ask another host, throw, break its policy) fails the test.
type tab struct {
	t    *testing.T
	ctx  context.Context
	axe  string
	base string // address of the site, with its final slash
}

func newTab(t *testing.T, base string) *tab {
	t.Helper()
	ctx := openBrowser(t)
	p := &tab{t, ctx, readAxe(t), base}
	host := base[:strings.Index(base[8:], "/")+9]
	err := chromedp.Listen(ctx, func(ev any) {
		switch e := ev.(type) {
		case *network.EventRequestWillBeSent:
			if u := e.Request.URL; !strings.HasPrefix(u, host) && !strings.HasPrefix(u, "data:") {
				t.Errorf("a request to %s", u)
			}
		case *runtime.EventExceptionThrown:
			t.Errorf("exception: %s", e.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			if e.Entry.Source == log.EntrySourceSecurity {
				t.Errorf("the page breaks its policy: %s", e.Entry.Text)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	p.size(1280)
	return p
}

func (p *tab) size(width int64) {
	p.t.Helper()
	if _, err := chromedp.Run(p.ctx, chromedp.EmulateViewport(width, 900)); err != nil {
		p.t.Fatal(err)
	}
}

func (p *tab) open(path string) {
	p.t.Helper()
	if _, err := chromedp.Run(p.ctx, chromedp.Navigate(p.base+path)); err != nil {
		p.t.Fatalf("%s: %v", path, err)
	}
}

// get is what a JavaScript expression comes to, awaited, as JSON has it.
func (p *tab) get(js string) any {
	p.t.Helper()
	s, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](`(async () => JSON.stringify(await (`+js+`) ?? null))()`, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %v", js, err)
	}
	var v any
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		p.t.Fatal(err)
	}
	return v
}

// patience is how long a page may take to come to what a test waits for: on a cold
// machine with two cores, shared with others, Chromium alone may take half a minute.
const patience = time.Minute

// until waits for a condition.
func (p *tab) until(js string) {
	p.t.Helper()
	end := time.Now().Add(patience)
	for time.Now().Before(end) {
		v, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool](`!!(`+js+`)`))
		if err == nil && v {
			return
		}
		time.Sleep(40 * time.Millisecond)
	}
	p.t.Fatalf("never came: %s; the page says %v", js, p.get(`[location.href, document.querySelector('[data-search-status]')?.dataset.state, document.querySelector('main')?.innerText.slice(0, 600),
		performance.getEntriesByType('resource').filter((e) => e.responseStatus !== 200).map((e) => [e.name, e.responseStatus, e.workerStart])]`))
}

// done waits for a finished search with so many hits.
func (p *tab) done(total string) {
	p.t.Helper()
	p.until(`(s => s && s.dataset.state === 'done' && s.dataset.total === '` + total + `')(document.querySelector('[data-search-status]'))`)
}

func (p *tab) want(js string, want any) {
	p.t.Helper()
	if got := p.get(js); got != want {
		p.t.Errorf("%s: %v, want %v", js, got, want)
	}
}

// clean wants the page as it is now to be right under axe, at both widths.
func (p *tab) clean(state string) {
	p.t.Helper()
	if _, err := chromedp.Run(p.ctx, chromedp.Evaluate[any](p.axe+";null")); err != nil {
		p.t.Fatal(err)
	}
	for _, w := range []int64{360, 1280} {
		p.size(w)
		s, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](probe, chromedp.EvalAwaitPromise))
		if err != nil {
			p.t.Fatal(err)
		}
		if s != "[]" {
			p.t.Errorf("%s at %d: %s", state, w, s)
		}
	}
}

func call[P any](p *tab, c cdp.Command[P, cdp.Empty], v P) {
	p.t.Helper()
	if _, err := chromedp.Run(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, v)
		return err
	})); err != nil {
		p.t.Fatal(err)
	}
}

// keys are those that the tests press, by name.
var keys = map[string]int64{"Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "ArrowUp": 38, "ArrowDown": 40}

// press presses and lets go of keys.
func (p *tab) press(names ...string) {
	p.t.Helper()
	for _, n := range names {
		text := map[string]string{"Enter": "\r", " ": " "}[n]
		call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: "keyDown", Key: n, Code: strings.ReplaceAll(n, " ", "Space"), WindowsVirtualKeyCode: keys[n], Text: text})
		call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: "keyUp", Key: n, Code: strings.ReplaceAll(n, " ", "Space"), WindowsVirtualKeyCode: keys[n]})
	}
}

// typeIn types text into what has the focus.
func (p *tab) typeIn(text string) {
	p.t.Helper()
	call(p, input.InsertText, input.InsertTextParams{Text: text})
}
