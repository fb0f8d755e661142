package main

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// rows writes them to a file.
func (t *toshin) rows(ss searches, file string) error {
	kind, err := kinds(filepath.Join(t.archive, "public", filepath.FromSlash(searchFolder)))
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(rows(ss, kind)), 0o644)
}

// rows lists every request of every query, for whoever looks for what to save:
//
//	QUERY	REQUESTS	BYTES
//		KIND	BYTES	PATH
func rows(ss searches, kind func(path string) string) string {
	var b strings.Builder
	for _, a := range ss {
		fmt.Fprintf(&b, "%s\t%d\t%d\t%d found\n", a.query, len(a.sent), total(a.sent), a.total)
		for _, s := range a.sent {
			fmt.Fprintf(&b, "\t%s\t%d\t%s\n", kind(s.path), s.bytes, s.path)
		}
	}
	return b.String()
}

// kinds tells of the search files in dir what each holds (docs/shards.md): the
// key below which the manifest or a region names it.
func kinds(dir string) (func(path string) string, error) {
	by := map[string]string{}
	b, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	if err != nil {
		return nil, err
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, err
	}
	for key, v := range m {
		name(by, key, v)
	}
	for file, key := range by {
		if key != "regions" {
			continue
		}
		var r map[string]any
		if raw, err := inflated(filepath.Join(dir, file+".bin")); err != nil || json.Unmarshal(raw, &r) != nil {
			continue // a first term, which is no file
		}
		for key, v := range r {
			name(by, key, v)
		}
	}
	return func(p string) string {
		if key, ok := by[path.Base(path.Dir(p))]; ok { // a text, whose folder has the name
			return key
		}
		return by[strings.TrimSuffix(path.Base(p), ".bin")]
	}, nil
}

// name notes key for all strings in v.
func name(by map[string]string, key string, v any) {
	switch v := v.(type) {
	case string:
		by[v] = key
	case []any:
		for _, x := range v {
			name(by, key, x)
		}
	case map[string]any:
		for _, x := range v {
			name(by, key, x)
		}
	}
}

// inflated is what a search file holds behind its first four bytes.
func inflated(file string) ([]byte, error) {
	b, err := os.ReadFile(file)
	if err != nil || len(b) < 12 {
		return nil, fmt.Errorf("%s: no search file: %w", file, err)
	}
	return io.ReadAll(flate.NewReader(bytes.NewReader(b[4:])))
}
