package release

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Entry is a line of the site's log: who did what, and when.
type Entry struct {
	Time    time.Time `json:"time"`
	Action  string    `json:"action"` // publish, rollback, prune
	Release string    `json:"release,omitempty"`
	Commit  string    `json:"commit,omitempty"`
	By      string    `json:"by,omitempty"` // the account that ran it
}

// Log adds a line to DIR/log.jsonl. The log is for the town's own eyes; it lies
// beside the site, never in it.
func (s Site) Log(e Entry) error {
	b, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("publish: log: %w", err)
	}
	f, err := os.OpenFile(filepath.Join(s.Dir, "log.jsonl"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("publish: log: %w", err)
	}
	_, err = f.Write(append(b, '\n'))
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fmt.Errorf("publish: log: %w", err)
	}
	return nil
}
