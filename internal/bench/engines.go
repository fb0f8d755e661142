package main

import (
	"fmt"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

// search makes the engine of the built site: the client as one script, as Hugo
// bundles it for the search page, on the site's search files.
func (t *toshin) search(repo string) (*engine, error) {
	r := api.Build(api.BuildOptions{
		EntryPoints: []string{filepath.Join(repo, "assets", "js", "toshin.js")},
		Bundle:      true, MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		Format: api.FormatESModule, Target: api.ES2022,
	})
	if len(r.Errors) > 0 {
		return nil, fmt.Errorf("the client: %s", r.Errors[0].Text)
	}
	srv, err := newServer(filepath.Join(t.archive, "public"), map[string][]byte{"/__toshin.js": r.OutputFiles[0].Contents})
	if err != nil {
		return nil, err
	}
	const open = `const { install } = await import("/__toshin.js"); const t = install(new URL("/search/files/", location.href).href);`
	return &engine{
		name:  "toshin",
		srv:   srv,
		cold:  `async () => { ` + open + ` return (await t.search(QUERY)).total; }`,
		ready: fmt.Sprintf(`async () => { %s await t.search(%q); return 0; }`, open, first),
		warm:  `async () => (await window.toshin.search(QUERY)).total`,
		page:  "/search/?q=QUERY",
	}, nil
}

// search makes Pagefind's engine: what its own page script does, with all that a
// hit shows of the first ten.
func (p *pagefind) search() (*engine, error) {
	srv, err := newServer(p.public, nil)
	if err != nil {
		return nil, err
	}
	const ten = `await Promise.all(s.results.slice(0, 10).map((x) => x.data())); return s.results.length;`
	return &engine{
		name:  "Pagefind",
		srv:   srv,
		cold:  `async () => { const pf = await import("/pagefind/pagefind.js"); const s = await pf.search(QUERY); ` + ten + ` }`,
		ready: fmt.Sprintf(`async () => { window.pf = await import("/pagefind/pagefind.js"); await pf.init(); await pf.search(%q); return 0; }`, first),
		warm:  `async () => { const s = await pf.search(QUERY); ` + ten + ` }`,
	}, nil
}
