// Package archive is the folder that toshin works on: config.toml, data/ and
// content/. It finds the files; what they say is read by the stages.
package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/pelletier/go-toml/v2"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// Archive is an opened archive folder.
type Archive struct {
	Dir    string // absolute
	Cache  string // absolute; where the tool keeps what it makes for itself, CacheDir in Dir unless told otherwise
	Config Config
}

// Config is config.toml. Every key has a default, so an empty file will do.
type Config struct {
	Title       string    `toml:"title"`       // of the site
	Description string    `toml:"description"` // one sentence for the home page and for search engines
	City        string    `toml:"city"`
	BaseURL     string    `toml:"base_url"` // where the site will stand; empty: canonical links are left out
	Language    string    `toml:"language"` // BCP 47, default ja
	Contact     string    `toml:"contact"`  // the office to ask
	License     string    `toml:"license"`  // SPDX name or a sentence
	LicenseURL  string    `toml:"license_url"`
	Councils    []Council `toml:"council"`
	Names       Names     `toml:"names"`
	Offices     []Office  `toml:"office"`
}

// Names is the policy for names of members and officials: publish, roles-only,
// or until (with a day).
type Names struct {
	Members   string         `toml:"members"`
	Officials string         `toml:"officials"`
	Until     toml.LocalDate `toml:"until"`
}

// Office is a contact of the municipality itself: not personal information.
type Office struct {
	Name      string   `toml:"name"`
	Telephone []string `toml:"telephone"`
	Mail      []string `toml:"mail"` // addresses, or whole domains (example.lg.jp)
	Address   []string `toml:"address"`
}

// Council is a body whose records the archive holds. Key is the ASCII part of
// its records' IDs where an archive holds several bodies with equal numbers.
type Council struct {
	Name string `toml:"name"`
	Key  string `toml:"key"`
}

// RecordsDir and the other folders, relative to the archive.
const (
	ConfigFile       = "config.toml"
	RecordsDir       = "data/records"
	ApprovalsFile    = "data/approvals.toml"
	WithdrawalsFile  = "data/withdrawals.toml"
	AcknowledgedFile = "data/acknowledged.toml"
	ReadingsFile     = "data/readings.tsv"
	GaijiFile        = "data/gaiji.tsv" // 外字: what the office's own characters stand for
	AuditFile        = "data/audit.jsonl"
	ContentDir       = "content"
	CacheDir         = ".toshin" // what the tool makes for itself: the index, generated content
)

// Open reads dir's config.toml. A fault in the config is a diagnostic; an error
// is the machine's: dir is not there, or cannot be read.
func Open(dir string) (*Archive, []record.Diagnostic, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("archive: %w", err)
	}
	a := &Archive{Dir: abs, Cache: filepath.Join(abs, CacheDir), Config: Config{Language: "ja", Title: "答申・会議録アーカイブ"}}
	b, err := os.ReadFile(a.Path(ConfigFile))
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Stat(abs); err != nil {
			return nil, nil, fmt.Errorf("archive: %w", err)
		}
		return a, []record.Diagnostic{diag.InFile(diag.At("A001", 0, 0, "", abs), ConfigFile)}, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("archive: %w", err)
	}
	if d := DecodeTOML(b, ConfigFile, &a.Config, false); d != nil {
		return a, []record.Diagnostic{*d}, nil
	}
	return a, nil, nil
}

// Path is a slash path below the archive as a path of this machine.
func (a *Archive) Path(slash string) string { return filepath.Join(a.Dir, filepath.FromSlash(slash)) }

// CachePath is a slash path below the cache as a path of this machine.
func (a *Archive) CachePath(slash string) string {
	return filepath.Join(a.Cache, filepath.FromSlash(slash))
}

// Sub is a folder of the archive as a file system; it may not be there.
func (a *Archive) Sub(slash string) fs.FS { return os.DirFS(a.Path(slash)) }

// CouncilKey returns the ASCII key of the council with that name, "" where the
// config gives none.
func (c *Config) CouncilKey(name string) string {
	for _, k := range c.Councils {
		if k.Name == name {
			return k.Key
		}
	}
	return ""
}
