package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// hugoVersion is that of the Hugo within toshin (go.mod).
const hugoVersion = "v0.165.0"

// hugo is bare Hugo on the corpus's site: what a site costs without any of
// what toshin does.
type hugo struct{ bin, site, cache, version string }

// newHugo installs Hugo below the repository's .cache, once.
func newHugo(ctx context.Context, repo string, c *corpus) (*hugo, error) {
	bin := filepath.Join(repo, ".cache", "bin", "hugo-"+hugoVersion)
	if _, err := os.Stat(bin); err != nil {
		tell("building Hugo %s, some minutes the first time", hugoVersion)
		tmp, err := os.MkdirTemp("", "hugo-")
		if err != nil {
			return nil, err
		}
		defer os.RemoveAll(tmp)
		if err := command(ctx, tmp, "env", "GOBIN="+tmp, "go", "install", "github.com/gohugoio/hugo@"+hugoVersion); err != nil {
			return nil, err
		}
		b, err := os.ReadFile(filepath.Join(tmp, "hugo"))
		if err != nil {
			return nil, err
		}
		if err := os.MkdirAll(filepath.Dir(bin), 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(bin, b, 0o755); err != nil {
			return nil, err
		}
	}
	version, err := exec.CommandContext(ctx, bin, "version").Output()
	if err != nil {
		return nil, err
	}
	return &hugo{
		bin: bin, site: c.site,
		cache:   filepath.Join(filepath.Dir(c.site), "hugocache"),
		version: strings.Join(strings.Fields(string(version))[:2], " "),
	}, nil
}

// build makes the whole site anew.
func (h *hugo) build(ctx context.Context) (sample, error) {
	for _, made := range []string{"public", "resources", ".hugo_build.lock"} {
		if err := os.RemoveAll(filepath.Join(h.site, made)); err != nil {
			return sample{}, err
		}
	}
	s, _, err := measure(ctx, h.site, h.bin, "--quiet", "--logLevel", "error", "--cacheDir", h.cache)
	return s, err
}
