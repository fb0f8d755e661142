package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/parallel"
	"github.com/toshin-archive/toshin/internal/record"
)

// parsedDir, in the cache, keeps what was read from each file, so that a build
// after a change in one reads that one. It holds what may not go out, too, and
// is for the owner's eyes.
const parsedDir = "parsed"

// parsed is what came of one document of a file.
type parsed struct {
	Key         string // of its source (record.Source.Key)
	Failed      bool
	Dossier     *gate.Dossier
	Record      *record.Record
	Diagnostics []record.Diagnostic // where there is no record
}

// buckets share the files, so that a change writes a small part of them all.
const buckets = 64

// parsedFiles is what earlier runs read, by the file's name. Nil keeps nothing.
type parsedFiles struct {
	dir    string
	common string // sum of all but the file itself that decides what is read from it
	old    [buckets]map[string]parsedFile

	mu  sync.Mutex
	now [buckets]map[string]parsedFile
	new [buckets]bool // the bucket has changed
}

type parsedFile struct {
	Sum  string
	Docs []parsed
}

// openParsed loads what is kept. What cannot be read is as good as not there.
func openParsed(a *archive.Archive, jobs int) *parsedFiles {
	p := &parsedFiles{dir: a.CachePath(parsedDir)}
	h := sha256.New()
	sign := program()
	if sign == "" {
		return nil
	}
	fmt.Fprintln(h, sign)
	for _, top := range []string{archive.ConfigFile, "data"} {
		err := filepath.WalkDir(a.Path(top), func(file string, e fs.DirEntry, err error) error {
			if err != nil {
				if errors.Is(err, fs.ErrNotExist) {
					return nil
				}
				return err
			}
			if file == a.Path(archive.RecordsDir) {
				return fs.SkipDir
			}
			if !e.Type().IsRegular() || file == a.Path(archive.AuditFile) { // what is written of decisions decides nothing
				return nil
			}
			b, err := os.ReadFile(file)
			fmt.Fprintf(h, "%s %d\n%s", file, len(b), b)
			return err
		})
		if err != nil {
			return nil // a register that cannot be read is a fault told elsewhere
		}
	}
	p.common = hex.EncodeToString(h.Sum(nil))
	parallel.All(jobs, buckets, func(i int) {
		p.now[i] = map[string]parsedFile{}
		f, err := os.Open(p.bucketFile(i))
		if err != nil {
			return
		}
		defer f.Close()
		if gob.NewDecoder(f).Decode(&p.old[i]) != nil {
			p.old[i] = nil
		}
	})
	return p
}

func (p *parsedFiles) bucketFile(i int) string {
	return filepath.Join(p.dir, fmt.Sprintf("%02d.gob", i))
}

func bucketOf(name string) int {
	h := fnv.New32a()
	io.WriteString(h, name)
	return int(h.Sum32() % buckets)
}

// sum identifies all that decides what is read from the file; "" where it
// cannot be kept: what stands beside a record has a say in it.
func (p *parsedFiles) sum(osPath, name string) string {
	if p == nil {
		return ""
	}
	if _, err := os.Lstat(osPath + gate.SidecarExt); !errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	f, err := os.Open(osPath)
	if err != nil {
		return ""
	}
	defer f.Close()
	h := sha256.New()
	fmt.Fprintln(h, p.common, path.Clean(name))
	if _, err := io.Copy(h, f); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}

// get is what was read from the file of that sum.
func (p *parsedFiles) get(name, sum string) ([]parsed, bool) {
	if sum == "" {
		return nil, false
	}
	i := bucketOf(name)
	f, ok := p.old[i][name]
	if !ok || f.Sum != sum {
		return nil, false
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now[i][name] = f
	return f.Docs, true
}

// put keeps docs, if their diagnostics can be written down.
func (p *parsedFiles) put(name, sum string, docs []parsed) {
	if sum == "" {
		return
	}
	for _, d := range docs {
		if !plain(d.Diagnostics) || d.Record != nil && !plain(d.Record.Diagnostics) {
			return
		}
	}
	i := bucketOf(name)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now[i][name] = parsedFile{sum, docs}
	p.new[i] = true
}

// plain reports that the texts' arguments are of kinds that gob knows.
func plain(ds []record.Diagnostic) bool {
	for _, d := range ds {
		for _, a := range d.Args {
			switch a.(type) {
			case string, int:
			default:
				return false
			}
		}
	}
	return true
}

// save writes the buckets that changed. It must come before anything changes
// the records.
func (p *parsedFiles) save(jobs int) error {
	if p == nil {
		return nil
	}
	if err := os.MkdirAll(p.dir, 0o700); err != nil {
		return err
	}
	return parallel.Do(context.Background(), jobs, buckets, func(i int) error {
		if p.new[i] || len(p.now[i]) != len(p.old[i]) {
			return p.write(i)
		}
		return nil
	})
}

func (p *parsedFiles) write(i int) error {
	tmp := p.bucketFile(i) + ".tmp"
	f, err := os.OpenFile(tmp, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(gob.NewEncoder(f).Encode(p.now[i]), f.Close()); err != nil {
		return err
	}
	return os.Rename(tmp, p.bucketFile(i))
}
