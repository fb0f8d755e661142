package content

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"sort"

	"github.com/toshin-archive/toshin/internal/archive"
)

// bodyDir holds the templates of bodies, below layouts.
const bodyDir = "_body"

// templates are the parsed bodies with a sum over their sources and the program:
// a changed template changes every page.
type templates struct {
	set *template.Template
	sum [sha256.Size]byte
}

func loadTemplates(layouts []fs.FS, program string) (*templates, error) {
	sources := map[string]string{}
	for i := len(layouts) - 1; i >= 0; i-- {
		names, err := fs.Glob(layouts[i], path.Join(bodyDir, "*.html"))
		if err != nil {
			return nil, err
		}
		for _, n := range names {
			b, err := fs.ReadFile(layouts[i], n)
			if err != nil {
				return nil, err
			}
			sources[path.Base(n)] = string(b)
		}
	}
	names := make([]string, 0, len(sources))
	for n := range sources {
		names = append(names, n)
	}
	sort.Strings(names)
	t := &templates{set: template.New("").Funcs(funcs)}
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00", program)
	for _, n := range names {
		if _, err := t.set.New(n).Parse(sources[n]); err != nil {
			return nil, &archive.LayoutError{Err: fmt.Errorf("%s/%s: %w", bodyDir, n, err)}
		}
		fmt.Fprintf(h, "%s\x00%s\x00", n, sources[n])
	}
	h.Sum(t.sum[:0])
	return t, nil
}

// render writes the bytes of p's file to b: front matter, then body.
func (t *templates) render(b *bytes.Buffer, p *page) error {
	enc := json.NewEncoder(b)
	enc.SetIndent("", " ")
	if err := enc.Encode(p.Front); err != nil {
		return fmt.Errorf("%s: %w", p.URL, err)
	}
	if p.Body == "" {
		return nil
	}
	front := b.Len()
	if err := t.set.ExecuteTemplate(b, p.Body+".html", p.Data); err != nil {
		return &archive.LayoutError{Err: fmt.Errorf("%s: %w", p.URL, err)}
	}
	body := b.Bytes()[front:]
	done := bars(body)
	if braces := []byte("{{"); bytes.Contains(done, braces) { // they would begin a shortcode of Hugo's, wherever they stand
		done = bytes.ReplaceAll(done, braces, []byte("{&#123;"))
	}
	if !bytes.Equal(done, body) {
		b.Truncate(front)
		b.Write(done)
	}
	return nil
}

// sumOf identifies all that decides p's bytes.
func (t *templates) sumOf(p *page) (string, error) {
	h := sha256.New()
	h.Write(t.sum[:])
	enc := json.NewEncoder(h)
	decides := []any{p.URL, p.Body, p.Front, p.Data}
	if p.Key != nil {
		decides = []any{p.URL, p.Body, "key", p.Key}
	}
	for _, v := range decides {
		if err := enc.Encode(v); err != nil {
			return "", fmt.Errorf("%s: %w", p.URL, err)
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:16]), nil
}
