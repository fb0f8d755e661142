package browser

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/serve"
	"github.com/toshin-archive/toshin/internal/shard"
)

// searchSite is a site of the fixtures and of 24 replies about a library, with
// the search files.
func searchSite(t *testing.T) string {
	rs := fixtures(t)
	outcomes := []string{"妥当", "一部", "取消"}
	for i := range 24 {
		n := fmt.Sprint(101 + i)
		rs = append(rs, &record.Record{Kind: record.KindReply, ID: record.ID("replies/" + n), Source: record.Source{File: "data/records/" + n + ".txt", SHA256: "0", Format: "text"},
			Title: "図書館の記録について その" + n, FiscalYear: 2016 + i%4, Date: fmt.Sprintf("%d-%02d-10", 2016+i%4, 4+i%8),
			Reply: record.Reply{Number: n, Numbers: []string{n}, Outcome: outcomes[i%3], Addressee: []string{"見晴市教育委員会"}, Sections: []record.Section{
				{Kind: "conclusion", Label: "1 結論", Passages: []record.Passage{{ID: "s0001", Text: "非公開としたことは、" + outcomes[i%3] + "である。", Line: 3}}},
				{Kind: "judgement", Label: "2 判断", Passages: []record.Passage{{ID: "s0002", Text: "貸出しの答申と、サーバーの記録。" + strings.Repeat("段落。", 120), Line: 5}, {ID: "s0003", Text: "個人情報の提供。", Line: 6}}}}}})
	}
	return buildOf(t, rs, func(dir string) error {
		ix := filepath.Join(t.TempDir(), "index")
		if _, err := index.Update(context.Background(), ix, kana.Default(), "", rs); err != nil {
			return err
		}
		_, err := shard.Export(context.Background(), ix, filepath.Join(dir, "search", "files"), kana.Default(), kana.Lexicon{"とうしん": {"答申"}, "としょかん": {"図書館"}, "こじん": {"個人"}, "じょうほう": {"情報"}})
		return err
	})
}

// server serves a folder below /sub/path/, and copies of it whose search files are
// spoilt; while down, it answers nothing.
type server struct {
	*httptest.Server
	down atomic.Bool
}

func newServer(t *testing.T, dir string) *server {
	s := &server{}
	files := http.FileServer(http.Dir(dir))
	spoilt := map[string]func(w http.ResponseWriter, r *http.Request, manifest bool) bool{
		"missing": func(w http.ResponseWriter, r *http.Request, manifest bool) bool {
			if !manifest {
				http.NotFound(w, r)
			}
			return !manifest
		},
		"damaged": func(w http.ResponseWriter, r *http.Request, manifest bool) bool {
			if manifest {
				return false
			}
			b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(r.URL.Path)))
			if err != nil {
				http.NotFound(w, r)
				return true
			}
			b[len(b)/2] ^= 1
			w.Write(b)
			return true
		},
		"version": func(w http.ResponseWriter, _ *http.Request, manifest bool) bool {
			if manifest {
				w.Write([]byte(`{"format":1,"records":3}`))
			}
			return manifest
		},
		"nonsense": func(w http.ResponseWriter, _ *http.Request, manifest bool) bool {
			if manifest {
				w.Write([]byte("<html>404"))
			}
			return manifest
		},
	}
	mux := http.NewServeMux()
	mux.Handle("/sub/path/", http.StripPrefix("/sub/path/", files))
	mux.Handle("/once/", http.StripPrefix("/once/", files))
	for name, spoil := range spoilt {
		mux.Handle("/"+name+"/", http.StripPrefix("/"+name+"/", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "sw.js" {
				http.NotFound(w, r) // what is tried is the page, not its cache
				return
			}
			if strings.HasPrefix(r.URL.Path, "search/files/") && spoil(w, r, strings.HasSuffix(r.URL.Path, "manifest.json")) {
				return
			}
			files.ServeHTTP(w, r)
		})))
	}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.down.Load() {
			panic(http.ErrAbortHandler)
		}
		w.Header().Set("Content-Security-Policy", serve.Policy)
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

const (
	query  = `document.querySelector('#q')`
	list   = `document.querySelector('#q-list')`
	status = `document.querySelector('[data-search-status]')`
	items  = `[...document.querySelectorAll('[data-search-results] > li')]`
)

func TestSearchPage(t *testing.T) {
	dir := searchSite(t)
	srv := newServer(t, dir)
	p := newTab(t, srv.URL+"/sub/path/")

	t.Run("idle", func(t *testing.T) {
		p.t = t
		p.open("search/")
		p.until(status + `.dataset.state === 'idle' && document.querySelector('[data-facet]')`)
		p.clean("idle")
	})

	t.Run("results", func(t *testing.T) {
		p.t = t
		p.open("search/?q=" + "貸出し")
		p.done("24")
		p.want(items+`.length`, 10.0)
		p.want(items+`.every(li => li.querySelectorAll('a[href]').length === 1 && li.dataset.record && li.dataset.passage && li.querySelector('mark'))`, true)
		p.want(items+`[0].querySelector('mark').textContent`, "貸出し")
		// Each leads to its passage.
		p.want(`Promise.all(`+items+`.map(async li => { const a = li.querySelector('a'); const h = new DOMParser().parseFromString(await (await fetch(a.href)).text(), 'text/html'); return h.getElementById(new URL(a.href).hash.slice(1)) !== null && a.href.endsWith('#' + li.dataset.passage); })).then(x => x.every(Boolean))`, true)
		p.clean("results")
		p.get(`document.querySelector('[data-page]').click()`)
		p.until(`location.search.includes('page=2') && ` + status + `.textContent.includes('11')`)
		p.want(`document.activeElement.id`, "answers-title")
		p.get(`history.back()`)
		p.until(`!location.search.includes('page') && ` + status + `.textContent.startsWith('24')`)
	})

	t.Run("facets by keyboard", func(t *testing.T) {
		p.t = t
		p.open("search/?q=" + "貸出し")
		p.done("24")
		p.until(`document.querySelector('[data-facet="結論:妥当"]')`)
		p.get(`document.querySelector('[data-facet="結論:妥当"]').focus()`)
		p.press(" ")
		p.done("8")
		p.want(`new URL(location.href).searchParams.get('f')`, "結論:妥当")
		p.want(`document.activeElement.dataset.facet`, "結論:妥当")
		p.want(`document.activeElement.checked`, true)
		p.until(`document.querySelector('[data-facet="年度:2017"]').closest('li').querySelector('.n').textContent === '（2件）'`)
		p.want(`document.querySelector('[data-facet="結論:一部"]').closest('li').querySelector('.n').textContent`, "（8件）")
		p.get(`document.querySelector('[data-facet="年度:2017"]').focus()`)
		p.press(" ")
		p.done("2")
		p.clean("facets")
		p.get(`history.back()`)
		p.done("8")
		p.get(`history.back()`)
		p.done("24")
		p.until(`!document.querySelector('[data-facet]:checked')`)
		p.get(`history.forward()`)
		p.done("8")
		p.get(`document.querySelector('[data-search-chips] button').click()`)
		p.done("24")
	})

	t.Run("all of the state in the address", func(t *testing.T) {
		p.t = t
		p.open("search/?q=貸出し&f=結論:一部&from=平成28年度&to=2018&sort=number&same=1&page=1")
		p.until(status + `.dataset.state === 'done'`)
		p.want(`[document.querySelector('#from').value, document.querySelector('#to').value, document.querySelector('#sort').value, document.querySelector('#same').checked].join()`, "平成28年度,2018,number,true")
		p.want(`document.querySelectorAll('[data-search-chips] button').length`, 4.0)
		p.want(`(ns => ns.length > 2 && ns.every((n, i) => !i || ns[i - 1] < n))(`+items+`.map(li => Number(li.dataset.record.split('/')[1])))`, true)
	})

	t.Run("suggestions", func(t *testing.T) {
		p.t = t
		p.open("search/")
		p.until(`document.querySelector('[data-facet]')`)
		p.get(query + `.focus()`)
		p.typeIn("としょ")
		p.until(query + `.getAttribute('aria-expanded') === 'true'`)
		p.want(list+`.firstChild.firstChild.textContent`, "図書館")
		p.clean("suggestions")
		p.get(query + `.focus()`)
		p.until(`document.activeElement.id === 'q'`)
		p.press("ArrowDown")
		p.want(`document.getElementById(`+query+`.getAttribute('aria-activedescendant')).getAttribute('aria-selected')`, "true")
		p.press("ArrowUp")
		p.want(query+`.hasAttribute('aria-activedescendant')`, false)
		p.press("Escape")
		p.want(query+`.getAttribute('aria-expanded')+`+list+`.hidden+`+query+`.value`, "falsetrueとしょ")
		p.press("ArrowDown")
		p.until(query + `.getAttribute('aria-expanded') === 'true'`)
		p.press("ArrowDown", "Enter")
		p.done("24")
		p.want(query+`.value+new URL(location.href).searchParams.get('q')`, "図書館 図書館 ")
		// Names of filters, then their values.
		p.get(query + `.select()`)
		p.typeIn("結論")
		p.until(list + `.firstChild?.dataset.kind === 'name'`)
		p.press("ArrowDown", "Enter")
		p.until(query + `.value === '結論:' && ` + list + `.firstChild?.dataset.kind === 'value'`)
		p.want(`[...`+list+`.children].some(li => li.firstChild.textContent === '結論:取消' && li.lastChild.textContent === '8件')`, true)
	})

	t.Run("an input method composes", func(t *testing.T) {
		p.t = t
		p.open("search/")
		p.until(`document.querySelector('[data-facet]')`)
		p.get(query + `.focus()`)
		p.get(`void (window.asked = 0, window.toshin.search = (s => (...a) => { window.asked++; return s(...a); })(window.toshin.search))`)
		call(p, input.ImeSetComposition, input.ImeSetCompositionParams{Text: "こじん", SelectionStart: 3, SelectionEnd: 3})
		// The keys belong to the input method; its Enter comes with keyCode 229.
		call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: "rawKeyDown", Key: "Enter", Code: "Enter", WindowsVirtualKeyCode: 229})
		p.want(`new Promise(r => setTimeout(() => r([location.search, window.asked, `+list+`.hidden, `+query+`.value].join()), 600))`, ",0,true,こじん")
		p.typeIn("個人")
		p.done("24")
		p.want(query+`.value`, "個人")
	})

	t.Run("readings", func(t *testing.T) {
		p.t = t
		p.open("search/?q=" + "とうしん")
		p.done("25")
		p.want(`document.querySelector('[data-search-expanded]').textContent.startsWith('「とうしん」を「答申」でも探しました')`, true)
		p.clean("readings")
		p.get(`document.querySelector('[data-search-readings]').click()`)
		p.done("0")
		p.want(`location.search.includes('readings=0')`, true)
	})

	t.Run("nothing found", func(t *testing.T) {
		p.t = t
		p.open("search/?q=" + "貸出し 象徴鰐&f=結論:妥当")
		p.done("0")
		p.until(`document.querySelector('[data-search-none] a')`)
		p.want(`[...document.querySelectorAll('[data-search-none] a')].map(a => a.textContent).join()`, "「象徴鰐」を除いて探す（8件）")
		p.clean("none")
		p.get(`document.querySelector('[data-search-none] a').click()`)
		p.done("8")
	})

	t.Run("a question", func(t *testing.T) { askWhole(t, p) })
	t.Run("notes", func(t *testing.T) {
		p.t = t
		p.open("search/?q=" + `年度:いつか "貸出し`)
		p.done("24")
		p.want(`document.querySelectorAll('[data-search-notes] li').length`, 2.0)
		p.want(`document.querySelector('[data-search-notes]').textContent.includes('年度:いつか')`, true)
		p.clean("notes")
	})

	t.Run("filters alone", func(t *testing.T) { showConclusions(t, p) })
	t.Run("first hits before the count", func(t *testing.T) { showFirstEarly(t, p) })
	t.Run("titles", func(t *testing.T) { suggestTitles(t, p) })
	t.Run("hostile conclusions and titles", func(t *testing.T) { showHostile(t, p) })

	t.Run("hostile words and records", func(t *testing.T) {
		p.t = t
		p.open("search/?q=" + "window.hit&f=種別:会議録&from=%3Cimg%20src=x%20onerror=window.hit=1%3E")
		p.done("1")
		p.want(items+`.every(li => [...li.querySelectorAll('*')].every(e => ['A', 'P', 'SPAN', 'TIME', 'MARK'].includes(e.tagName)))`, true)
		p.clean("hostile")
		p.open("search/?q=" + `%3Cscript%3Ewindow.hit=1%3C/script%3E%22%3E%3Cimg src=x onerror=window.hit=1%3E&f=結論:%3Cb%3E%22「x」&sort=%3Cb%3E&page=%3Ci%3E`)
		p.until(status + `.dataset.state === 'done'`)
		p.want(`(window.hit ?? 0) + document.querySelectorAll('main script, main img').length`, 0.0)
		p.get(query + `.focus()`)
		p.get(query + `.select()`)
		p.typeIn("所管課:")
		p.until(list + `.children.length > 0`)
		p.want(`(window.hit ?? 0) + `+list+`.querySelectorAll('script, img').length`, 0.0)
	})

	t.Run("the record", func(t *testing.T) {
		p.t = t
		p.open("search/?q=" + "サーバ")
		p.done("24")
		p.get(`scrollTo({ top: 400, behavior: 'instant' })`)
		to := p.get(items + `[5].querySelector('a').href`)
		p.get(`void setTimeout(() => ` + items + `[5].querySelector('a').click())`)
		p.until(`document.querySelector('.said mark')`)
		p.want(`location.href`, to)
		p.want(`document.querySelector('.said mark').textContent`, "サーバー")
		p.want(`(r => r.top < innerHeight && r.bottom > 0)(document.querySelector(':target').getBoundingClientRect())`, true)
		p.until(`document.querySelector(':target').getBoundingClientRect().top >= document.querySelector('[data-marks]').getBoundingClientRect().bottom`)
		p.clean("marks")
		p.get(`void setTimeout(() => history.back())`)
		p.until(`document.querySelector('#q') && ` + status + `.dataset.state === 'done' && scrollY > 300`)
		p.want(`document.activeElement.href`, to)
		// In a new tab the words come along too.
		p.get(items + `[3].querySelector('a').dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }))`)
		if _, err := chromedp.Run(p.ctx, chromedp.Navigate(p.get(items+`[3].querySelector('a').href`).(string))); err != nil {
			t.Fatal(err)
		}
		p.until(`document.querySelector('.said mark')`)
		p.get(`document.querySelector('[data-marks] button:last-child').click()`)
		p.want(`document.querySelectorAll('.said mark').length`, 0.0)
	})

	t.Run("by keyboard alone", func(t *testing.T) {
		p.t = t
		p.open("search/?q=" + "貸出し")
		p.done("24")
		p.until(`document.querySelector('[data-facet]')`)
		p.get(`document.activeElement.blur()`)
		seen := map[string]bool{}
		for range 120 {
			p.press("Tab")
			at := p.get(`(e => (e.closest('[data-record]') ? 'hit' : e.id || e.dataset.facet || e.className || e.tagName) + '')(document.activeElement)`).(string)
			seen[at] = true
			if bad := p.get(`(e => { const r = e.getBoundingClientRect(), o = getComputedStyle(e); return e === document.body || e.closest('p, li') && e.tagName === 'A' || r.height >= 24 && r.width >= 24 && (o.outlineStyle !== 'none' || e.tagName === 'SUMMARY') ? '' : e.outerHTML.slice(0, 90) + ' ' + r.width + '×' + r.height + ' ' + o.outlineStyle; })(document.activeElement)`).(string); bad != "" {
				t.Errorf("hard to see or to hit: %s", bad)
			}
			if at == "hit" {
				break
			}
		}
		for _, must := range []string{"skip", "q", "facet-種別-0", "sort", "hit"} {
			if !seen[must] {
				t.Errorf("the keyboard does not reach %s: %v", must, seen)
			}
		}
		p.press("Enter")
		p.until(`location.pathname.includes('/replies/')`)
	})

	t.Run("without a network", func(t *testing.T) {
		p.t = t
		p.open("search/")
		p.until(`navigator.serviceWorker.controller`)
		p.open("search/?q=" + "貸出し")
		p.done("24")
		visited := p.get(items + `[0].dataset.record`).(string)
		p.open(visited + "/")
		p.until(`document.querySelector('.said')`)
		p.open("search/")
		srv.down.Store(true)
		defer srv.down.Store(false)
		p.open("search/?q=" + "貸出し&sort=newest")
		p.done("24")
		p.open(visited + "/")
		p.until(`document.querySelector('.said')`)
		p.open("minutes/h29-2/")
		p.until(`location.search === '?offline=1' && ` + status + `.textContent.length > 20`)
	})

	t.Run("without a network after one visit", func(t *testing.T) {
		p.t = t
		base := p.base
		defer func() { p.base = base }()
		p.base = srv.URL + "/once/"
		p.open("search/?q=" + "貸出し")
		p.done("24")
		p.until(`navigator.serviceWorker.controller`)
		p.get(`(async () => {
			for (let i = 0; i < 1200; i++) {
				const read = performance.getEntriesByType('resource').map((e) => e.name).filter((n) => n.endsWith('.bin') || n.endsWith('.json'));
				const kept = await Promise.all(read.map((n) => caches.match(n)));
				if (read.length > 8 && kept.every(Boolean)) return read.length;
				await new Promise((r) => setTimeout(r, 50));
			}
			throw new Error('not kept');
		})()`)
		srv.down.Store(true)
		defer srv.down.Store(false)
		p.open("search/?q=" + "貸出し&sort=newest")
		p.done("24")
		p.open("search/?q=" + "象徴鰐の答申書")
		p.until(`['done', 'error'].includes(` + status + `.dataset.state)`)
	})

	for name, word := range map[string]string{"missing": "見つかりませんでした", "damaged": "壊れている", "version": "新しくなりました", "nonsense": "壊れている"} {
		t.Run(name, func(t *testing.T) {
			p.t = t
			base := p.base
			defer func() { p.base = base }()
			p.base = srv.URL + "/" + name + "/"
			p.open("search/?q=" + "貸出し")
			p.until(status + `.dataset.state === 'error'`)
			p.want(status+`.textContent.includes('`+word+`')`, true)
			p.want(`document.querySelector('[data-search-fallback] a').getBoundingClientRect().height > 20`, true)
			p.clean(name)
		})
	}
}
