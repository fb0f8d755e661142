package serve

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long a folder must be quiet before a change counts: an editor
// writes a file in several steps, a copied folder arrives file by file.
const settle = 300 * time.Millisecond

// Watch calls changed after files below any of paths changed, never twice at
// once, until ctx ends. Folders that come later are watched too.
func Watch(ctx context.Context, paths []string, changed func()) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer w.Close()
	for _, p := range paths {
		add(w, p)
	}
	var quiet <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return nil
		case e := <-w.Events:
			if e.Op&^fsnotify.Chmod == 0 || !below(e.Name, paths) {
				continue
			}
			if e.Op.Has(fsnotify.Create) {
				add(w, e.Name)
			}
			quiet = time.After(settle)
		case <-w.Errors:
			// An overflow means that something changed.
			quiet = time.After(settle)
		case <-quiet:
			quiet = nil
			changed()
		}
	}
}

// add watches p and the folders below it. What cannot be watched is left out:
// the next build reads everything anyway.
func add(w *fsnotify.Watcher, p string) {
	st, err := os.Stat(p)
	if err != nil || !st.IsDir() {
		// Editors replace a file by renaming, so the folder is what to watch; it
		// also shows a file that is not there yet.
		_ = w.Add(filepath.Dir(p))
		return
	}
	_ = filepath.WalkDir(p, func(q string, e fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		if e.IsDir() {
			_ = w.Add(q)
		}
		return nil
	})
}

// below reports whether name is one of paths or lies in one: a file is watched
// through its folder, where the tool's own output may lie beside it.
func below(name string, paths []string) bool {
	for _, p := range paths {
		if rel, err := filepath.Rel(p, name); err == nil && filepath.IsLocal(rel) {
			return true
		}
	}
	return false
}
