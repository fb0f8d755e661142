// Package toshin holds the files that the program carries within it: the
// layouts and assets of the site, the sample archive and the guides that init copies.
package toshin

import "embed"

// Assets are the site's layouts, styles and scripts. An archive's own layouts/
// and assets/ win over these, file by file.
//
//go:embed all:layouts all:assets
var Assets embed.FS

// Sample is the sample archive: the records of a made-up city.
//
//go:embed config.toml all:data all:content
var Sample embed.FS

// Guides are what staff read; init puts them beside the sample.
//
//go:embed docs/staff.ja.md docs/overrides.ja.md
var Guides embed.FS
