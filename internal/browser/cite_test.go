package browser

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/toshin-archive/toshin/internal/biblio"
)

// The quotation is of the record until a speech's own link is opened; then it
// names the speech and the version of its very words.
func TestQuotationOfASpeech(t *testing.T) {
	srv := httptest.NewServer(http.FileServer(http.Dir(buildSite(t))))
	defer srv.Close()
	ctx := openBrowser(t)
	var want, id, page string
	for _, r := range fixtures(t) {
		if len(r.Items) > 0 && len(r.Items[0].Sections) > 0 && len(r.Items[0].Sections[0].Passages) > 0 {
			p := r.Items[0].Sections[0].Passages[0]
			want, id, page = biblio.PassageVersion(p), p.ID, r.ID.URL()
			break
		}
	}
	if want == "" {
		t.Fatal("the fixtures have no speech")
	}
	if _, err := chromedp.Run(ctx, chromedp.Navigate(srv.URL+"/"+page)); err != nil {
		t.Fatal(err)
	}
	const quotation = `[...document.querySelectorAll('[data-quote-text]')].map((e) => e.innerText).join('\n')`
	until(t, ctx, `document.querySelector('[data-quote-copy]:not([hidden])') !== null`)
	evaluate(t, ctx, `document.querySelectorAll('[data-quote] details').forEach((d) => { d.open = true; })`)
	if got := evaluate(t, ctx, quotation); strings.Contains(got, id) || strings.Contains(got, "段落の版") {
		t.Errorf("of the record:\n%s", got)
	}
	evaluate(t, ctx, `location.hash = '#`+id+`'`)
	until(t, ctx, `document.querySelector('[data-quote-what]').textContent.includes('`+id+`')`)
	got := evaluate(t, ctx, quotation)
	if n := strings.Count(got, "段落の版 "+want); n != 4 {
		t.Errorf("%d of 4 quotations have the version %s:\n%s", n, want, got)
	}
	if strings.ContainsAny(got, "\ue000\ue001") {
		t.Errorf("a place holder is left:\n%s", got)
	}
}
