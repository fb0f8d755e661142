package site

import (
	"bytes"
	"encoding/xml"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// sitemap lists the site's pages for search engines (sitemaps.org), where
// the config tells the addresses that the site will have.
func (o Options) sitemap(dir string) error {
	if o.Archive.Config.BaseURL == "" {
		return nil
	}
	var urls []string
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() != "index.html" {
			return err
		}
		rel, err := filepath.Rel(dir, filepath.Dir(p))
		if rel = filepath.ToSlash(rel) + "/"; rel == "./" {
			rel = ""
		}
		urls = append(urls, o.base()+rel)
		return err
	})
	if err != nil {
		return err
	}
	slices.Sort(urls)
	var b bytes.Buffer
	b.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, u := range urls {
		b.WriteString("<url><loc>")
		_ = xml.EscapeText(&b, []byte(u)) // a buffer takes everything
		b.WriteString("</loc></url>\n")
	}
	b.WriteString("</urlset>\n")
	return os.WriteFile(filepath.Join(dir, "sitemap.xml"), b.Bytes(), 0o644)
}

// base is the address of the site, with its slash; "" where it is not known.
func (o Options) base() string {
	if b := o.Archive.Config.BaseURL; b != "" {
		return strings.TrimSuffix(b, "/") + "/"
	}
	return ""
}
