package browser

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/toshin-archive/toshin/internal/serve"
)

func evaluate(t *testing.T, ctx context.Context, js string) string {
	t.Helper()
	s, err := chromedp.Run(ctx, chromedp.Evaluate[string]("(async () => String(await ("+js+")))()", chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", js, err)
	}
	return s
}

// until waits for a condition of the page, in steps, five seconds at most.
func until(t *testing.T, ctx context.Context, js string) {
	t.Helper()
	for range 100 {
		if evaluate(t, ctx, js) == "true" {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("never: %s (the page says %s)", js, evaluate(t, ctx, "document.querySelector('[role=status]')?.textContent"))
}

// Picked in a list, set side by side, changed, gone back, given to other
// programs; the address holds the state; axe is content with what it shows.
func TestCompare(t *testing.T) {
	site := http.StripPrefix("/sub/path/", http.FileServer(http.Dir(buildSite(t))))
	mux := http.NewServeMux()
	mux.Handle("/src/", http.StripPrefix("/src/", http.FileServer(http.Dir("../../assets/js"))))
	mux.HandleFunc("/sub/path/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", serve.Policy)
		site.ServeHTTP(w, r)
	})
	srv := httptest.NewServer(mux)
	defer srv.Close()
	ctx := openBrowser(t)
	open := func(path string) {
		if _, err := chromedp.Run(ctx, chromedp.Navigate(srv.URL+"/sub/path/"+path)); err != nil {
			t.Fatal(err)
		}
	}

	open("replies/")
	until(t, ctx, `document.querySelectorAll('[data-pick]').length > 0`)
	evaluate(t, ctx, `document.querySelector('[data-pick="replies/1"]').click()`)
	if got := evaluate(t, ctx, `document.querySelector('[data-basket] a').href`); !strings.HasSuffix(got, "/sub/path/compare/?ids=replies/1") {
		t.Errorf("the basket leads to %s", got)
	}
	open("replies/1/")
	until(t, ctx, `document.querySelector('[data-pick="replies/1"]')?.getAttribute('aria-pressed') === 'true'`)

	open("compare/?ids=replies/1,minutes/h29-2")
	until(t, ctx, `document.querySelectorAll('[data-compare-head] th').length === 3`)
	for _, c := range [][2]string{
		{`document.querySelector('[data-row=conclusion]').dataset.same`, "false"},
		{`document.querySelector('[data-row=conclusion] [data-verdict]').textContent`, "違う"},
		{`document.querySelectorAll('[data-row=conclusion] ins').length`, "0"}, // the other has none to differ from
		{`document.querySelectorAll('[data-row=members] td').length`, "2"},
		{`window.hit === undefined`, "true"}, // the record's markup is text
	} {
		if got := evaluate(t, ctx, c[0]); got != c[1] {
			t.Errorf("%s: %s, want %s", c[0], got, c[1])
		}
	}
	wantBordersInCopy(t, ctx)
	evaluate(t, ctx, `document.querySelector('[data-compare-diff]').click()`)
	until(t, ctx, `document.querySelectorAll('.compare ins').length === 0 && location.search.includes('diff=0')`)
	evaluate(t, ctx, `document.querySelector('[data-compare-rows] input[value=date]').click()`)
	until(t, ctx, `document.querySelector('[data-row=date]').hidden`)
	evaluate(t, ctx, `history.back()`)
	until(t, ctx, `!document.querySelector('[data-row=date]').hidden`)
	evaluate(t, ctx, `document.querySelector('.remove').click()`)
	until(t, ctx, `document.querySelectorAll('[data-compare-head] th').length === 2 && document.activeElement.className === 'remove'`)
	evaluate(t, ctx, `(document.querySelector('#compare-id').value = '第1号', document.querySelector('[data-compare-add]').requestSubmit())`)
	until(t, ctx, `location.search.includes('replies/1') && document.querySelectorAll('[data-compare-head] th').length === 3`)
	evaluate(t, ctx, `(document.querySelector('#compare-id').value = 'replies/404', document.querySelector('[data-compare-add]').requestSubmit())`)
	until(t, ctx, `document.querySelector('[data-compare-status]').textContent.includes('replies/404')`)

	axe := readAxe(t)
	for _, width := range []int64{360, 1280} {
		open("compare/?ids=replies/1,minutes/h29-2")
		until(t, ctx, `document.querySelectorAll('[data-compare-head] th').length === 3`)
		if _, err := chromedp.Run(ctx, chromedp.EmulateViewport(width, 900)); err != nil {
			t.Fatal(err)
		}
		if _, err := chromedp.Run(ctx, chromedp.Evaluate[any](axe+";null")); err != nil {
			t.Fatal(err)
		}
		if got := evaluate(t, ctx, probe); got != "[]" {
			t.Errorf("at %d: %s", width, got)
		}
	}
}

// wantBordersInCopy wants what is copied for Word to have its borders in itself, and
// all cells.
func wantBordersInCopy(t *testing.T, ctx context.Context) {
	t.Helper()
	evaluate(t, ctx, `(navigator.clipboard.write = (items) => items[0].getType('text/html').then((b) => b.text()).then((s) => { window.copied = s; }), 0)`)
	evaluate(t, ctx, `document.querySelector('[data-compare-copy]').click()`)
	until(t, ctx, `!!window.copied`)
	if got := evaluate(t, ctx, `(() => { const d = new DOMParser().parseFromString(window.copied, 'text/html'); const cells = [...d.querySelectorAll('td, th')];
		return [cells.length > 6, cells.every((c) => c.getAttribute('style').includes('border:') || c.getAttribute('style').includes('border: 1px')), d.querySelectorAll('script, link, [class], button').length].join(); })()`); got != "true,true,0" {
		t.Errorf("on the clipboard: %s", got)
	}
}

// Two cases of the sample archive: the words in which their conclusions differ
// are marked until the reader says otherwise, and what only cases have is there.
func TestCompareCases(t *testing.T) {
	srv := httptest.NewServer(http.FileServer(http.Dir(sampleSite(t))))
	defer srv.Close()
	ctx := openBrowser(t)
	if _, err := chromedp.Run(ctx, chromedp.Navigate(srv.URL+"/compare/?ids=cases/h30-shimon-2,cases/r1-shimon-1,cases/h30-shimon-3")); err != nil {
		t.Fatal(err)
	}
	until(t, ctx, `document.querySelectorAll('[data-compare-head] th').length === 4`)
	for _, c := range [][2]string{
		{`document.querySelectorAll('[data-row=conclusion] ins').length > 0`, "true"},
		{`document.querySelectorAll('[data-row=kept] a[href*="replies/h30-3/#c0"]').length`, "2"},
		{`document.querySelector('[data-row=whose]').cells[3].textContent.length > 3`, "true"},
		{`document.querySelectorAll('[data-row=meetings] a[href*="minutes/"]').length`, "5"},
		{`document.querySelectorAll('[data-row=explanation] td a').length > 1`, "true"},
		{`document.querySelector('[data-row=articles]').cells[1].textContent.includes('条例第9条第1項第5号')`, "true"},
	} {
		if got := evaluate(t, ctx, c[0]); got != c[1] {
			t.Errorf("%s: %s, want %s", c[0], got, c[1])
		}
	}
	wantBordersInCopy(t, ctx)
	evaluate(t, ctx, `document.querySelector('[data-compare-diff]').click()`)
	until(t, ctx, `document.querySelectorAll('.compare ins').length === 0 && location.search.includes('diff=0')`)
}

// ownWords marks what only one text has, by words, not by characters, and
// ends on long texts.
func TestCompareWords(t *testing.T) {
	srv := httptest.NewServer(http.FileServer(http.Dir("../../assets/js")))
	defer srv.Close()
	ctx := openBrowser(t)
	if _, err := chromedp.Run(ctx, chromedp.Navigate(srv.URL+"/compare-diff.js")); err != nil {
		t.Fatal(err)
	}
	for _, c := range [][3]string{
		{"第3条の規定により開示する。", "第13条の規定により開示しない。", "3|する"},
		{"同じ文", "同じ文", ""},
		{"", "なにか", ""},
		{"𠮷野を含む", "吉野を含む", "𠮷野"},
	} {
		got := evaluate(t, ctx, `import('/compare-diff.js').then(m => { const s = `+"`"+c[0]+"`"+`; return m.ownWords(s, [`+"`"+c[1]+"`"+`]).map(([a, b]) => s.slice(a, b)).join('|'); })`)
		if got != c[2] {
			t.Errorf("%s / %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
	if got := evaluate(t, ctx, `import('/compare-diff.js').then(m => { const s = 'ああ、亜'.repeat(20000); return m.ownWords(s, [s + '1', '別']).length; })`); got != "0" {
		t.Errorf("a long text against itself: %s", got)
	}
}
