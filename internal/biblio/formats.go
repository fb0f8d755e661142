package biblio

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// Formats are the forms that programs read, by name.
var Formats = []struct {
	Name, File, Media string
	Write             func(Entry) string
}{
	{"bibtex", ".bib", "application/x-bibtex", Entry.BibTeX},
	{"ris", ".ris", "application/x-research-info-systems", Entry.RIS},
	{"csl", ".csl.json", "application/vnd.citationstyles.csl+json", Entry.CSL},
}

// note is what no field of the formats has a place for.
func (e Entry) note() string {
	var parts []string
	for _, s := range []string{e.Genre + " " + e.Number, e.place(), "版 " + e.Version, e.said()} {
		if s = strings.TrimSpace(s); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ". ")
}

var bibtexEscapes = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`, "#", `\#`, "$", `\$`, "_", `\_`, "^", `\^{}`, "~", `\~{}`)

// Escape is s as it stands between the braces of a BibTeX field.
func Escape(s string) string { return bibtexEscapes.Replace(s) }

// BibTeX is an @misc entry in UTF-8, as biber and recent BibTeX styles read it.
// The address goes in as it is: the url field takes no escapes.
func (e Entry) BibTeX() string {
	var b strings.Builder
	fmt.Fprintf(&b, "@misc{%s", e.Key())
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, ",\n  %s = {%s}", name, value)
		}
	}
	field("title", bibtexEscapes.Replace(e.Title))
	if e.Body != "" {
		field("author", "{"+bibtexEscapes.Replace(e.Body)+"}") // a body: its name is not to be parted
	}
	if y, m, d, ok := e.day(); ok {
		field("year", strconv.Itoa(y))
		field("month", strconv.Itoa(m))
		field("day", strconv.Itoa(d))
	}
	field("howpublished", bibtexEscapes.Replace(e.Archive.Title))
	field("url", e.URL())
	field("note", bibtexEscapes.Replace(e.note()))
	b.WriteString("\n}\n")
	return b.String()
}

// RIS is a record of type GOVDOC; lines end in CRLF, as its definition has it.
func (e Entry) RIS() string {
	var b strings.Builder
	tag := func(name, value string) {
		if value != "" || name == "ER" {
			fmt.Fprintf(&b, "%s  - %s\r\n", name, oneLine(value))
		}
	}
	tag("TY", "GOVDOC")
	tag("ID", e.Key())
	tag("TI", e.Title)
	tag("AU", e.Body)
	if y, m, d, ok := e.day(); ok {
		tag("PY", strconv.Itoa(y))
		tag("DA", fmt.Sprintf("%04d/%02d/%02d", y, m, d))
	}
	tag("PB", e.Archive.City)
	tag("DB", e.Archive.Title)
	tag("SP", e.Passage)
	tag("UR", e.URL())
	tag("N1", e.note())
	tag("ER", "")
	return b.String()
}

// CSL is an item of CSL-JSON in an array, as Zotero and pandoc read it.
func (e Entry) CSL() string {
	item := map[string]any{"id": e.Key(), "type": "report", "title": e.Title, "genre": e.Genre, "language": "ja", "URL": e.URL(), "note": e.note()}
	put := func(key, value string) {
		if value != "" {
			item[key] = value
		}
	}
	put("number", e.Number)
	put("publisher", e.Archive.City)
	put("archive", e.Archive.Title)
	put("locator", e.Passage)
	if e.Body != "" {
		item["author"] = []map[string]string{{"literal": e.Body}}
	}
	if y, m, d, ok := e.day(); ok {
		item["issued"] = map[string][][]int{"date-parts": {{y, m, d}}}
	}
	b, err := json.MarshalIndent([]any{item}, "", "  ")
	if err != nil {
		panic("biblio: " + err.Error()) // strings and numbers
	}
	return string(b) + "\n"
}

func (e Entry) day() (y, m, d int, ok bool) {
	n, err := fmt.Sscanf(e.Date, "%d-%d-%d", &y, &m, &d)
	return y, m, d, err == nil && n == 3
}
