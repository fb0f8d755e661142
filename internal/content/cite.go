package content

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/biblio"
	"github.com/toshin-archive/toshin/internal/record"
)

// citeView is one way to quote a record. Parts with At stand only in the
// quotation of a passage; the browser (assets/js/cite.js) shows them and puts
// the passage's ID where passageMark is.
type citeView struct {
	Name, Label, File, Media string
	Parts                    []citePart
}

type citePart struct {
	Text string
	At   bool
}

const (
	// Letters only, which no form of quotation escapes. Characters of the private
	// use area would not do: records have them (外字).
	passageMark = "passageHere"
	saidMark    = "passageVersionHere"
)

// atPassage is what a quotation has more where it is of a passage.
var atPassage = regexp.MustCompile(strings.ReplaceAll(`SP  - @\r\n|段落 @(?:\. |、)|"locator": "@",\n {4}|[-#]@|(?:\. |、)段落の版 `+saidMark, "@", passageMark))

var citeLabels = map[string]string{"bibtex": "BibTeX", "ris": "RIS（EndNote、Zotero など）", "csl": "CSL-JSON"}

func (a *atlas) citesFor(r *record.Record) []citeView {
	e := a.entry(r).At(record.Passage{ID: passageMark})
	e.Said = saidMark
	vs := []citeView{{Name: "ja", Label: "論文などの書き方", File: ".txt", Media: "text/plain", Parts: citeParts(e.Japanese())}}
	for _, f := range biblio.Formats {
		vs = append(vs, citeView{Name: f.Name, Label: citeLabels[f.Name], File: f.File, Media: f.Media, Parts: citeParts(f.Write(e))})
	}
	return vs
}

func (a *atlas) entry(r *record.Record) biblio.Entry {
	return biblio.Of(r, numberOf(r), biblio.Archive{Title: a.cfg.Title, City: a.cfg.City, BaseURL: a.cfg.BaseURL})
}

func citeParts(s string) (ps []citePart) {
	at := 0
	for _, m := range atPassage.FindAllStringIndex(s, -1) {
		ps = append(ps, citePart{Text: s[at:m[0]]}, citePart{Text: s[m[0]:m[1]], At: true})
		at = m[1]
	}
	return append(ps, citePart{Text: s[at:]})
}
