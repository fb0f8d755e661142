package browser

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// All of comparing is done by keyboard: picked in a list, opened, one more named, a
// row left out, one taken away, and the focus never lost.
func TestCompareByKeyboard(t *testing.T) {
	srv := httptest.NewServer(http.FileServer(http.Dir(sampleSite(t))))
	defer srv.Close()
	p := newTab(t, srv.URL+"/")
	// to presses Tab until what the selector means has the focus.
	to := func(selector string) {
		t.Helper()
		for range 300 {
			p.press("Tab")
			if p.get("document.activeElement.matches(`"+selector+"`)") == true {
				return
			}
		}
		t.Fatalf("Tab never comes to %s", selector)
	}

	p.open("replies/")
	p.until(`document.querySelectorAll('[data-pick]').length > 0`)
	to(`[data-pick="replies/11"]`)
	p.press(" ")
	p.until(`document.activeElement.matches('[data-pick="replies/11"][aria-pressed=true]')`)
	to(`[data-basket] a`)
	p.press("Enter")
	p.until(`location.pathname.endsWith('/compare/') && document.querySelectorAll('[data-compare-head] th').length === 2`)
	to(`#compare-id`)
	p.typeIn("第14号")
	p.press("Enter")
	p.until(`document.querySelectorAll('[data-compare-head] th').length === 3 && location.search.includes('replies/14')`)
	to(`[data-compare-rows] > summary`)
	p.press("Enter")
	to(`[data-compare-rows] input[value=date]`)
	p.press(" ")
	p.until(`document.querySelector('[data-row=date]').hidden && document.activeElement.value === 'date'`)
	to(`.remove`)
	p.press("Enter")
	p.until(`document.querySelectorAll('[data-compare-head] th').length === 2 && document.activeElement !== document.body`)
}
