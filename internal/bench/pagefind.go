package main

import (
	"context"
	"os"
	"path/filepath"
)

const pagefindVersion = "1.6.0"

// pagefind indexes the site that bare Hugo built.
type pagefind struct{ bin, public string }

// newPagefind installs Pagefind below the repository's .cache, once.
func newPagefind(ctx context.Context, repo string, c *corpus) (*pagefind, error) {
	dir := filepath.Join(repo, ".cache", "pagefind-"+pagefindVersion)
	bin := filepath.Join(dir, "node_modules", ".bin", "pagefind")
	if _, err := os.Stat(bin); err != nil {
		tell("installing Pagefind %s", pagefindVersion)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, err
		}
		if err := command(ctx, dir, "npm", "install", "--no-save", "--no-audit", "--no-fund", "pagefind@"+pagefindVersion); err != nil {
			return nil, err
		}
	}
	return &pagefind{bin, filepath.Join(c.site, "public")}, nil
}

// index makes Pagefind's files beside the pages.
func (p *pagefind) index(ctx context.Context) (sample, error) {
	if err := os.RemoveAll(filepath.Join(p.public, "pagefind")); err != nil {
		return sample{}, err
	}
	s, _, err := measure(ctx, p.public, p.bin, "--site", p.public)
	return s, err
}
