// Package site is the last stage (サイト生成): pages, layouts and assets → a
// complete new site, put in the place of the old one at once.
//
// Hugo runs inside the program, as a library. Its library and not its command
// is called, so that faults come back as errors and nothing is printed.
package site

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"

	"github.com/toshin-archive/toshin/internal/archive"
)

// Options of a build.
type Options struct {
	Archive    *archive.Archive
	ContentDir string // what the write stage made
	WorkDir    string // for Hugo's configuration and the unpacked layouts; the tool owns it
	LayoutFS   fs.FS  // with layouts/ and assets/ in it; the archive's own win, file by file
	OutDir     string
	Log        io.Writer // what Hugo says; nil: dropped

	// Fill adds what the site has besides pages, such as the search files, to
	// the new folder before it takes the old one's place. It may be nil.
	Fill func(dir string) error
}

// Stats of a build.
type Stats struct {
	Files int
	Bytes int64
}

// Build makes the site in a folder beside OutDir and then swaps the two. After
// an error, or a kill at any moment, the old site stands.
func Build(ctx context.Context, o Options) (Stats, error) {
	s, err := build(ctx, o)
	if err != nil {
		return s, fmt.Errorf("site: %w", err)
	}
	return s, nil
}

func build(ctx context.Context, o Options) (Stats, error) {
	out, err := filepath.Abs(o.OutDir)
	if err != nil {
		return Stats{}, err
	}
	if err := recoverSwap(out); err != nil {
		return Stats{}, err
	}
	fresh := out + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return Stats{}, err
	}
	defer os.RemoveAll(fresh)
	if err := unpack(o.LayoutFS, o.WorkDir); err != nil {
		return Stats{}, err
	}
	if err := o.hugo(fresh); err != nil {
		return Stats{}, err
	}
	if o.Fill != nil {
		if err := o.Fill(fresh); err != nil {
			return Stats{}, err
		}
	}
	if err := ctx.Err(); err != nil {
		return Stats{}, err
	}
	s, err := measure(fresh)
	if err != nil {
		return s, err
	}
	return s, swap(fresh, out)
}

// hugo renders the pages into the folder dest.
func (o Options) hugo(dest string) error {
	file := filepath.Join(o.WorkDir, "hugo.json")
	if err := o.writeConfig(file, dest); err != nil {
		return err
	}
	log := o.Log
	if log == nil {
		log = io.Discard
	}
	flags := config.New()
	flags.Set("workingDir", o.WorkDir)
	flags.Set("publishDir", dest)
	logger := loggers.New(loggers.Options{StdOut: log, StdErr: log, Level: logg.LevelWarn, DistinctLevel: logg.LevelWarn})
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Flags: flags, Fs: hugofs.Os, Filename: file, Environment: "production", Logger: logger,
		Environ: []string{}, // a HUGO_… of the machine must not change the site
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
	defer sites.Close()
	return sites.Build(hugolib.BuildCfg{NoBuildLock: true})
}

func measure(dir string) (s Stats, err error) {
	err = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		i, err := e.Info()
		if err == nil {
			s.Files++
			s.Bytes += i.Size()
		}
		return err
	})
	return s, err
}
