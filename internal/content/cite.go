package content

import (
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

// atPassage is what a quotation has more where it is of a passage: what stands
// around a mark. The first that fits counts.
var atPassage = []struct{ before, mark, after string }{
	{"SP  - ", passageMark, "\r\n"},
	{"段落 ", passageMark, ". "},
	{"段落 ", passageMark, "、"},
	{`"locator": "`, passageMark, "\",\n    "},
	{"-", passageMark, ""},
	{"#", passageMark, ""},
	{". 段落の版 ", saidMark, ""},
	{"、段落の版 ", saidMark, ""},
}

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
	return biblio.Of(r, Number(r), biblio.Archive{Title: a.cfg.Title, City: a.cfg.City, BaseURL: a.cfg.BaseURL})
}

func citeParts(s string) (ps []citePart) {
	const common = "passage" // both marks begin with it
	begun := 0               // of what is not in ps yet
	for at := strings.Index(s, common); at >= 0; {
		for _, x := range atPassage {
			if from := at - len(x.before); from >= begun && s[from:at] == x.before && strings.HasPrefix(s[at:], x.mark) && strings.HasPrefix(s[at+len(x.mark):], x.after) {
				to := at + len(x.mark) + len(x.after)
				ps = append(ps, citePart{Text: s[begun:from]}, citePart{Text: s[from:to], At: true})
				begun = to
				break
			}
		}
		next := max(begun, at+len(common))
		if at = strings.Index(s[next:], common); at >= 0 {
			at += next
		}
	}
	return append(ps, citePart{Text: s[begun:]})
}
