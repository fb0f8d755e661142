package release

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/toshin-archive/toshin/internal/record"
)

// Withdrawn is why a release may not be brought back as a matter of course: it
// holds records that the live one no longer has, or has with more blacked out.
type Withdrawn struct {
	ID      string
	Records []record.ID
}

func (w *Withdrawn) Error() string {
	return fmt.Sprintf("publish: release %s has %d records that were taken off since", w.ID, len(w.Records))
}

// Rollback makes an older release live; id "" is the one before the live one.
// It errs with *Withdrawn where that would bring back what was taken off since,
// unless again is set. The caller holds the lock.
func (s Site) Rollback(id string, again bool) (*Release, error) {
	live, err := s.LiveID()
	if err != nil {
		return nil, err
	}
	if id == "" {
		if id, err = s.before(live); err != nil {
			return nil, err
		}
	}
	if _, ok := serial(id); !ok {
		return nil, fmt.Errorf("%s: %w", id, ErrNone)
	}
	m, err := ReadManifest(s.Path(id))
	if err != nil {
		return nil, err
	}
	if !again {
		now, err := ReadManifest(s.Path(live))
		if err != nil {
			return nil, err
		}
		if gone := missing(m, now); len(gone) > 0 {
			return nil, &Withdrawn{id, gone}
		}
	}
	if err := s.point(id); err != nil {
		return nil, err
	}
	return &Release{ID: id, Live: true, Commit: m.Commit, Program: m.Program, Records: len(m.Records), Files: len(m.Files)}, nil
}

func (s Site) before(live string) (string, error) {
	ids, err := s.ids()
	if err != nil {
		return "", err
	}
	for i, id := range ids {
		if id == live && i > 0 {
			return ids[i-1], nil
		}
	}
	return "", ErrNone
}

// missing lists the records of m that now does not have, or has with more
// redactions.
func missing(m, now *Manifest) []record.ID {
	have := map[record.ID]Record{}
	for _, r := range now.Records {
		have[r.ID] = r
	}
	var gone []record.ID
	for _, r := range m.Records {
		if n, ok := have[r.ID]; !ok || n.Redactions > r.Redactions {
			gone = append(gone, r.ID)
		}
	}
	return gone
}

// Prune removes the oldest releases until keep stand; the live one always
// stays. The caller holds the lock. It returns what it removed.
func (s Site) Prune(keep int) ([]string, error) {
	ids, err := s.ids()
	if err != nil {
		return nil, err
	}
	live, err := s.LiveID()
	if err != nil && !errors.Is(err, ErrNone) {
		return nil, err
	}
	var gone []string
	for _, id := range ids {
		if len(ids)-len(gone) <= max(keep, 1) {
			break
		}
		if id == live {
			continue
		}
		// Renamed first: a release that is half gone must not look like one.
		dying := filepath.Join(s.Dir, releasesDir, scratch+id)
		if err := os.Rename(s.Path(id), dying); err != nil {
			return gone, fmt.Errorf("publish: %w", err)
		}
		if err := os.RemoveAll(dying); err != nil {
			return gone, fmt.Errorf("publish: %w", err)
		}
		gone = append(gone, id)
	}
	return gone, nil
}
