// Package release keeps the publication folder of an archive: every site that
// was published, whole, and which of them is live.
//
//	DIR/current               link to the live release; what the web server serves
//	DIR/releases/000012-1a2b  a whole site with its manifest
//	DIR/previews/BRANCH       sites of other branches
//	DIR/log.jsonl             who published what, and when
//	DIR/lock, DIR/cache, DIR/bin
//
// A release becomes live by one rename. A process that dies at any moment
// leaves the live site as it was, and at most a folder whose name begins with
// a point, which the next publication clears away.
package release

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// Site is a publication folder.
type Site struct{ Dir string }

// Release is one published site. ID is a serial number and the beginning of
// the commit, so IDs sort by age and none is used twice.
type Release struct {
	ID      string    `json:"id"`
	Live    bool      `json:"live"`
	Commit  string    `json:"commit,omitempty"`
	Program string    `json:"program,omitempty"`
	Records int       `json:"records"`
	Files   int       `json:"files"`
	At      time.Time `json:"at"` // when it was made
}

// ErrNone is returned where nothing was published yet, or not that release.
var ErrNone = errors.New("no such release")

const (
	liveName    = "current"
	releasesDir = "releases"
	previewsDir = "previews"
)

// Live is the path of what the web server serves.
func (s Site) Live() string { return filepath.Join(s.Dir, liveName) }

// Cache is where builds for this site keep what the next one can use; name
// parts those that may run at once.
func (s Site) Cache(name string) string { return filepath.Join(s.Dir, "cache", name) }

// Path is the folder of a release.
func (s Site) Path(id string) string { return filepath.Join(s.Dir, releasesDir, id) }

// Lock waits for every other publication to this site. The lock is the
// kernel's: that of a dead process is no lock. waiting is called once where
// another holds it.
func (s Site) Lock(ctx context.Context, waiting func()) (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Join(s.Dir, releasesDir), 0o755); err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	l := flock.New(filepath.Join(s.Dir, "lock"))
	got, err := l.TryLock()
	if err == nil && !got {
		if waiting != nil {
			waiting()
		}
		_, err = l.TryLockContext(ctx, 200*time.Millisecond)
	}
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	return func() { _ = l.Unlock() }, nil
}

// LiveID is the ID of the live release, ErrNone where there is none.
func (s Site) LiveID() (string, error) {
	to, err := os.Readlink(s.Live())
	if errors.Is(err, fs.ErrNotExist) {
		return "", ErrNone
	}
	if err != nil {
		return "", fmt.Errorf("publish: %s is not a link to a release: %w", s.Live(), err)
	}
	return filepath.Base(to), nil
}

// live is the folder of the live release, "" where there is none.
func (s Site) live() string {
	id, err := s.LiveID()
	if err != nil {
		return ""
	}
	return s.Path(id)
}

// List gives the releases, the newest first.
func (s Site) List() ([]Release, error) {
	ids, err := s.ids()
	if err != nil {
		return nil, err
	}
	live, err := s.LiveID()
	if err != nil && !errors.Is(err, ErrNone) {
		return nil, err
	}
	rs := make([]Release, 0, len(ids))
	for i := len(ids) - 1; i >= 0; i-- {
		r := Release{ID: ids[i], Live: ids[i] == live}
		m, err := ReadManifest(s.Path(r.ID))
		if err != nil {
			return nil, err
		}
		r.Commit, r.Program, r.Records, r.Files = m.Commit, m.Program, len(m.Records), len(m.Files)
		if st, err := os.Stat(filepath.Join(s.Path(r.ID), ManifestFile)); err == nil {
			r.At = st.ModTime().UTC().Truncate(time.Second)
		}
		rs = append(rs, r)
	}
	return rs, nil
}

// ids lists the releases by age, the oldest first.
func (s Site) ids() ([]string, error) {
	es, err := os.ReadDir(filepath.Join(s.Dir, releasesDir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	var ids []string
	for _, e := range es {
		if _, ok := serial(e.Name()); ok && e.IsDir() {
			ids = append(ids, e.Name())
		}
	}
	sort.Slice(ids, func(i, j int) bool {
		a, _ := serial(ids[i])
		b, _ := serial(ids[j])
		return a < b
	})
	return ids, nil
}

func serial(id string) (int, bool) {
	n, _, ok := strings.Cut(id, "-")
	v, err := strconv.Atoi(n)
	return v, ok && err == nil && v > 0
}
