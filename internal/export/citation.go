package export

import (
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/toshin-archive/toshin/internal/biblio"
)

var spdx = regexp.MustCompile(`^[A-Za-z0-9.+-]+$`)

// cff tells how the whole is quoted, in the Citation File Format 1.2.0
// (https://citation-file-format.github.io/).
func (d *data) cff() []byte {
	c := d.in.Config
	city := c.City
	if city == "" {
		city = c.Title
	}
	f := yaml.MapSlice{
		{Key: "cff-version", Value: "1.2.0"},
		{Key: "message", Value: "この資料を引用するときは、次のように書いてください。"},
		{Key: "type", Value: "dataset"},
		{Key: "title", Value: c.Title},
		{Key: "authors", Value: []yaml.MapSlice{{{Key: "name", Value: city}}}},
		{Key: "version", Value: Version},
	}
	put := func(key, value string) {
		if value != "" {
			f = append(f, yaml.MapItem{Key: key, Value: value})
		}
	}
	put("abstract", c.Description)
	if m := d.modified(); m != "" {
		put("date-released", m[:10])
	}
	if c.BaseURL != "" {
		put("url", d.url("data/"))
	}
	if spdx.MatchString(c.License) {
		put("license", c.License)
	}
	put("license-url", c.LicenseURL)
	b, err := yaml.Marshal(f)
	if err != nil {
		panic("export: " + err.Error()) // strings
	}
	return b
}

// bibtex is the same as BibTeX.
func (d *data) bibtex() []byte {
	c := d.in.Config
	var b strings.Builder
	b.WriteString("@misc{toshin-data")
	field := func(name, value string) {
		if value != "" {
			b.WriteString(",\n  " + name + " = {" + value + "}")
		}
	}
	field("title", biblio.Escape(c.Title))
	if c.City != "" {
		field("author", "{"+biblio.Escape(c.City)+"}")
	}
	if m := d.modified(); m != "" {
		field("year", m[:4])
	}
	field("version", Version)
	if c.BaseURL != "" {
		field("url", d.url("data/"))
	}
	field("note", biblio.Escape(strings.TrimSpace("データ "+c.License)))
	b.WriteString("\n}\n")
	return []byte(b.String())
}
