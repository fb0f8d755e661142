package archive

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// maxDepth of folders below data/records. Real shelves are three deep; a folder
// linked into itself is endless.
const maxDepth = 16

// RecordFiles lists the files below data/records as slash paths relative to the
// archive, sorted. Hidden files and overrides (*.toml) are left out. Links to
// folders are not followed: that is how a loop, or a path out of the archive,
// would come in.
func (a *Archive) RecordFiles() ([]string, []record.Diagnostic, error) {
	root := a.Path(RecordsDir)
	var files []string
	var ds []record.Diagnostic
	err := filepath.WalkDir(root, func(p string, e fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(a.Dir, p)
		slash := filepath.ToSlash(rel)
		if err != nil {
			if p == root {
				return err
			}
			ds = append(ds, diag.InFile(diag.At("R002", 0, 0, "", err), slash))
			return nil
		}
		if strings.HasPrefix(e.Name(), ".") && p != root {
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		switch {
		case e.IsDir() && savedWith(p):
			return fs.SkipDir
		case e.IsDir():
			if strings.Count(slash, "/") > maxDepth {
				ds = append(ds, diag.InFile(diag.At("R003", 0, 0, "", maxDepth), slash))
				return fs.SkipDir
			}
		case e.Type()&fs.ModeSymlink != 0:
			return a.link(p, slash, &files, &ds)
		case e.Type().IsRegular() && filepath.Ext(p) != ".toml" && !litter(e.Name()):
			files = append(files, slash)
		}
		return nil
	})
	if os.IsNotExist(err) {
		return nil, append(ds, diag.InFile(diag.At("A003", 0, 0, ""), RecordsDir)), nil
	}
	if err != nil {
		return nil, ds, fmt.Errorf("read: %w", err)
	}
	sort.Strings(files)
	return files, ds, nil
}

// savedWith reports whether a folder is what a browser put beside a page that was
// saved whole: its images and scripts are no records.
func savedWith(dir string) bool {
	for _, end := range []string{"_files", ".files", "_ファイル"} {
		if stem, ok := strings.CutSuffix(dir, end); ok {
			for _, ext := range []string{".html", ".htm", ".HTM"} {
				if st, err := os.Stat(stem + ext); err == nil && st.Mode().IsRegular() {
					return true
				}
			}
		}
	}
	return false
}

// litter reports whether programs leave a file of that name about: Word's mark of
// a document that is open, Windows' notes on a folder.
func litter(name string) bool {
	return strings.HasPrefix(name, "~$") || strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// link takes a symbolic link to a file inside the archive as that file, and
// reports every other one.
func (a *Archive) link(p, slash string, files *[]string, ds *[]record.Diagnostic) error {
	target, err := filepath.EvalSymlinks(p)
	root, rerr := filepath.EvalSymlinks(a.Dir)
	if err == nil && rerr == nil {
		st, err := os.Stat(target)
		inside := target == root || strings.HasPrefix(target, root+string(filepath.Separator))
		if err == nil && st.Mode().IsRegular() && inside {
			*files = append(*files, slash)
			return nil
		}
	}
	*ds = append(*ds, diag.InFile(diag.At("R004", 0, 0, ""), slash))
	return nil
}
