package site

import (
	"encoding/json"
	"os"
	"path/filepath"
)

type object = map[string]any

// manifest is the write stage's list of its pages, with their sums.
const manifest = ".manifest.json"

// config makes Hugo's configuration from the archive's. The base URL goes
// in as a parameter only: every link of the pages is relative, so the site works
// wherever it is put.
func (o Options) config(dest string) ([]byte, error) {
	c := o.Archive.Config
	settings := object{
		"baseURL":                    "/",
		"title":                      c.Title,
		"locale":                     c.Language,
		"defaultContentLanguage":     "ja",
		"languages":                  object{"ja": object{"locale": c.Language}},
		"publishDir":                 dest,
		"cacheDir":                   filepath.Join(o.WorkDir, "cache"),
		"resourceDir":                "resources",
		"disableKinds":               []string{"taxonomy", "term", "rss", "sitemap"},
		"enableRobotsTXT":            true,
		"build":                      object{"noJSConfigInAssets": true}, // nothing is written into the archive
		"disableHugoGeneratorInject": true,
		"pluralizeListTitles":        false,
		"capitalizeListTitles":       false,
		"timeout":                    "300s",
		"security":                   object{"allowContent": []string{".*"}}, // the bodies are finished HTML, made by the write stage
		"mediaTypes":                 object{"application/atom+xml": object{"suffixes": []string{"xml"}}},
		"outputFormats":              object{"feed": object{"mediaType": "application/atom+xml", "baseName": "feed", "isPlainText": false}},
		"outputs":                    object{"home": []string{"html", "feed"}, "section": []string{"html"}, "page": []string{"html"}},
		"params": object{
			"base": o.base(), "description": c.Description, "city": c.City,
			"preview": o.Preview, "contact": c.Contact, "license": c.License, "licenseurl": c.LicenseURL,
		},
		"module": object{"mounts": o.mounts()},
	}
	if !ownLayouts(o.Archive.Path("layouts")) {
		settings["summaryLength"] = 1 // the program's layouts show no summaries, which Hugo makes of every page
	}
	return json.MarshalIndent(settings, "", " ")
}

// mounts lays the archive's own folders over those of the program: the first
// that has a file wins.
func (o Options) mounts() []object {
	var ms []object
	add := func(source, target string, files ...string) {
		if _, err := os.Stat(source); err != nil {
			return
		}
		m := object{"source": source, "target": target}
		if files != nil {
			m["files"] = files
		}
		ms = append(ms, m)
	}
	work, _ := filepath.Abs(o.WorkDir)
	content, _ := filepath.Abs(o.ContentDir)
	add(o.Archive.Path("layouts"), "layouts", "! _body/**")
	add(filepath.Join(work, "layouts"), "layouts", "! _body/**")
	add(o.Archive.Path("assets"), "assets")
	add(filepath.Join(work, "assets"), "assets")
	add(content, "content", "! "+manifest)
	add(o.Archive.Path("content"), "content", "! **.html")
	ms = append(ms, object{"source": filepath.Join(work, dataFolder), "target": "data"})
	return ms
}
