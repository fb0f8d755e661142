package site

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"
	hugoconfig "github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
)

// grace is how long Hugo may take to return after it has given up. It needs
// milliseconds; see errStuck.
const grace = 5 * time.Second

// errStuck: when ten pages have failed, Hugo ends its workers, and the loop that
// hands them pages may then wait for ever (v0.165.0, Site.renderPages). What
// the pages failed on is lost with it.
var errStuck = errors.New("ten pages or more could not be made")

// render makes the pages in dest. Where Hugo got stuck on failing layouts, one
// page of each kind is tried alone for an error that says what is wrong.
func (o Options) render(dest string) error {
	if err := os.MkdirAll(dest, 0o755); err != nil {
		return err
	}
	err := o.hugo(dest)
	if !errors.Is(err, errStuck) {
		return err
	}
	if err := room(dest); err != nil {
		return err
	}
	alone, cause := filepath.Join(o.WorkDir, "alone"), error(nil)
	defer os.RemoveAll(alone)
	p := o
	p.ContentDir = filepath.Join(alone, "content")
	for _, file := range samples(o.ContentDir) {
		if cause = copyFile(o.ContentDir, p.ContentDir, file); cause == nil {
			cause = p.hugo(filepath.Join(alone, "public"))
		}
		if cause != nil && !errors.Is(cause, errStuck) {
			return cause
		}
		if err := os.RemoveAll(alone); err != nil {
			return err
		}
	}
	return err
}

// room tries whether the disk takes a page at all.
func room(dir string) error {
	probe := filepath.Join(dir, "probe")
	err := os.WriteFile(probe, make([]byte, 1<<20), 0o644)
	return errors.Join(err, os.RemoveAll(probe))
}

// samples is the first page of every folder of dir, relative to it.
func samples(dir string) []string {
	var files []string
	seen := map[string]bool{}
	_ = filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(p) != ".html" {
			return nil // what cannot be listed cannot be tried
		}
		rel, _ := filepath.Rel(dir, p)
		if folder := filepath.Dir(rel); folder == "." || !seen[folder] {
			seen[folder] = true
			files = append(files, rel)
		}
		return nil
	})
	return files
}

func copyFile(from, to, name string) error {
	b, err := os.ReadFile(filepath.Join(from, name))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(filepath.Join(to, name)), 0o755); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(to, name)); err != nil && !errors.Is(err, fs.ErrNotExist) { // it may be a site's, too
		return err
	}
	return os.WriteFile(filepath.Join(to, name), b, 0o644)
}

// finish builds the sites, but does not wait for a Hugo that waits for itself.
func finish(sites *hugolib.HugoSites) error {
	done := make(chan error, 1)
	go func() {
		defer sites.Close()
		done <- sites.Build(hugolib.BuildCfg{NoBuildLock: true})
	}()
	select {
	case err := <-done:
		return err
	case <-sites.Done(): // it gave up
	}
	select {
	case err := <-done:
		return err
	case <-time.After(grace):
		return errStuck
	}
}

// hugo renders the pages into the folder dest.
func (o Options) hugo(dest string) error {
	file := filepath.Join(o.WorkDir, "hugo.json")
	config, err := o.config(dest)
	if err != nil {
		return err
	}
	if err := os.WriteFile(file, config, 0o644); err != nil {
		return err
	}
	log := o.Log
	if log == nil {
		log = io.Discard
	}
	flags := hugoconfig.New()
	flags.Set("workingDir", o.WorkDir)
	flags.Set("publishDir", dest)
	logger := loggers.New(loggers.Options{StdOut: log, StdErr: log, Level: logg.LevelWarn, DistinctLevel: logg.LevelWarn})
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Flags: flags, Fs: hugofs.Os, Filename: file, Environment: "production", Logger: logger,
		Environ: []string{"TOSHIN=1"}, // a HUGO_… of the machine must not change the site; an empty list would mean the machine's
	})
	if err != nil {
		return err
	}
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs: configs, Fs: hugofs.NewFrom(hugofs.Os, configs.LoadingInfo.BaseConfig),
		StdOut: log, StdErr: log, LogLevel: logg.LevelWarn,
	})
	if err != nil {
		return err
	}
	return finish(sites)
}
