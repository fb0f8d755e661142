package release

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sort"

	"github.com/toshin-archive/toshin/internal/biblio"
	"github.com/toshin-archive/toshin/internal/parallel"
	"github.com/toshin-archive/toshin/internal/record"
)

// ManifestFile stands in the site's root, so that a copy on any host can be
// checked against it.
const ManifestFile = "manifest.json"

// manifestFormat is raised when a name below changes its meaning.
const manifestFormat = 1

// Manifest tells what a release was made of and what it holds. It has no clock:
// the same commit and program give the same bytes.
type Manifest struct {
	Format  int      `json:"format"`
	Program string   `json:"program"`          // toshin's version
	Commit  string   `json:"commit,omitempty"` // of the archive's repository
	Records []Record `json:"records"`          // in order of ID
	Files   []File   `json:"files"`            // in order of path, the manifest left out
}

// Record is a published record and the SHA-256 of its published form, of which
// the first half is the version that its page and the data files name.
type Record struct {
	ID         record.ID `json:"id"`
	SHA256     string    `json:"sha256"`
	Redactions int       `json:"redactions,omitempty"` // stretches taken out of it
}

// File is a file of the site. Path has slashes, Bytes is its size.
type File struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
}

// NewManifest describes a site of these public records; redactions tells how
// many stretches were taken out of one.
func NewManifest(program, commit string, public []*record.Record, redactions func(record.ID) int) *Manifest {
	m := &Manifest{Format: manifestFormat, Program: program, Commit: commit, Records: make([]Record, len(public)), Files: []File{}}
	parallel.All(runtime.GOMAXPROCS(0), len(public), func(i int) {
		r := public[i]
		m.Records[i] = Record{r.ID, biblio.Sum(r), redactions(r.ID)}
	})
	sort.Slice(m.Records, func(i, j int) bool { return m.Records[i].ID < m.Records[j].ID })
	return m
}

// seal lists the files of dir and writes the manifest there. older is a release
// that dir may share files with, "" for none.
func (m *Manifest) seal(dir, older string) error {
	files, err := list(dir, sumsOf(older))
	if err != nil {
		return err
	}
	m.Files = files
	b, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if err := os.WriteFile(filepath.Join(dir, ManifestFile), append(b, '\n'), 0o644); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	return nil
}

// ReadManifest reads the manifest of a published folder. ErrNone: there is none.
func ReadManifest(dir string) (*Manifest, error) {
	b, err := os.ReadFile(filepath.Join(dir, ManifestFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", dir, ErrNone)
	}
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	var m Manifest
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, fmt.Errorf("publish: %s: %w", filepath.Join(dir, ManifestFile), err)
	}
	if m.Format != manifestFormat {
		return nil, fmt.Errorf("publish: %s: format %d, this program knows %d", dir, m.Format, manifestFormat)
	}
	return &m, nil
}

// Fault is a file that is not as the manifest says: "missing", "changed" or
// "extra".
type Fault struct {
	Path string `json:"path"`
	What string `json:"what"`
}

// Verify holds a published folder against its manifest, in order of path.
func Verify(dir string) (*Manifest, []Fault, error) {
	dir, err := filepath.EvalSymlinks(dir) // the live site is a link
	if err != nil {
		return nil, nil, fmt.Errorf("publish: %w", err)
	}
	m, err := ReadManifest(dir)
	if err != nil {
		return nil, nil, err
	}
	files, err := list(dir, noSums) // each is read, whatever it shares
	if err != nil {
		return nil, nil, err
	}
	have := map[string]File{}
	for _, f := range files {
		have[f.Path] = f
	}
	var faults []Fault
	for _, want := range m.Files {
		got, ok := have[want.Path]
		delete(have, want.Path)
		switch {
		case !ok:
			faults = append(faults, Fault{want.Path, "missing"})
		case got != want:
			faults = append(faults, Fault{want.Path, "changed"})
		}
	}
	for p := range have {
		faults = append(faults, Fault{p, "extra"})
	}
	sort.Slice(faults, func(i, j int) bool { return faults[i].Path < faults[j].Path })
	return m, faults, nil
}
