// Package office reads what only LibreOffice can: Word files from before 2007,
// RTF, OpenDocument and old Excel. Each is converted to the format of today and
// read as that. LibreOffice is never required; where it is missing, a diagnostic
// says what to do.
package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/toshin-archive/toshin/internal/source"
)

// kinds are what is converted, and to what.
var kinds = []struct {
	name, ext, to string
	looks         func(b []byte) bool
}{
	{"doc", ".doc .dot", "docx", func(b []byte) bool { return source.CFBHas(b, "WordDocument") }},
	{"rtf", ".rtf", "docx", func(b []byte) bool { return bytes.HasPrefix(b, []byte(`{\rtf`)) }},
	{"odt", ".odt .ott", "docx", func(b []byte) bool {
		return source.ZipHas(b[:min(len(b), 256)], "mimetypeapplication/vnd.oasis.opendocument.text")
	}},
	{"xls", ".xls", "xlsx", func(b []byte) bool { return source.CFBHas(b, "Workbook") || source.CFBHas(b, "Book") }},
	{"ods", ".ods", "xlsx", func(b []byte) bool {
		return source.ZipHas(b[:min(len(b), 256)], "mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
	}},
}

// slowest is the longest that one conversion may take.
const slowest = 2 * time.Minute

// Format is all of these.
type Format struct {
	// To reads the results, by their ending without the point.
	To map[string]source.Format
	// Program is LibreOffice; empty: it is looked for.
	Program string

	one sync.Mutex // LibreOffice converts one file at a time
	own string     // the folder with its profile, once there is one
}

// Close removes what is kept between conversions.
func (f *Format) Close() error {
	f.one.Lock()
	defer f.one.Unlock()
	if f.own == "" {
		return nil
	}
	own := f.own
	f.own = ""
	return os.RemoveAll(own)
}

// Name of the formats together; a document says which one it is.
func (*Format) Name() string { return "office" }

// Looks knows each kind by its content.
func (*Format) Looks(b []byte, ext string) float64 {
	for _, k := range kinds {
		if k.looks(b) {
			return source.Surely
		}
	}
	for _, k := range kinds {
		if source.Has(k.ext, ext) {
			return source.ByName - 0.1
		}
	}
	return 0
}

// Read converts b and reads the result.
func (f *Format) Read(b []byte, name string) []*source.Document {
	k := kinds[0]
	for _, x := range kinds {
		if x.looks(b) {
			k = x
			break
		}
		if source.Has(x.ext, strings.ToLower(filepath.Ext(name))) {
			k = x
		}
	}
	docs := f.convert(b, k.name, k.to)
	for _, d := range docs {
		d.Source.Format = k.name
		if d.Source.Confidence == 0 || d.Source.Confidence > 0.9 {
			d.Source.Confidence = 0.9 // another program's reading stands between
		}
	}
	return docs
}

func (f *Format) convert(b []byte, kind, to string) []*source.Document {
	program := f.Program
	if program == "" {
		program = Find()
	}
	if program == "" {
		return source.Fault("R024", "."+kind)
	}
	f.one.Lock()
	defer f.one.Unlock()
	out, err := f.fresh(program, b, kind, to)
	if err != nil {
		return source.Fault("R025", "."+kind, err)
	}
	return f.To[to].Read(out, "converted."+to)
}

// fresh converts b in a folder of its own, with the profile that the conversions
// share: making one takes as long as a conversion. One that a conversion failed
// with is thrown away.
func (f *Format) fresh(program string, b []byte, from, to string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "toshin-office-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if f.own == "" {
		if f.own, err = os.MkdirTemp("", "toshin-office-"); err != nil {
			return nil, err
		}
		if err := profile(f.own); err != nil {
			return nil, errors.Unwrap(err)
		}
	}
	out, err := run(program, dir, f.own, b, from, to)
	if err != nil {
		os.RemoveAll(f.own)
		f.own = ""
	}
	return out, err
}

// run has the program convert b in dir, and nothing else: see [profile].
func run(program, dir, own string, b []byte, from, to string) ([]byte, error) {
	in := filepath.Join(dir, "record."+from)
	if err := os.WriteFile(in, b, 0o600); err != nil {
		return nil, errors.Unwrap(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), slowest)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "-env:UserInstallation=file://"+filepath.ToSlash(own), "--headless", "--norestore", "--nolockcheck",
		"--convert-to", to, "--outdir", dir, in)
	cmd.Dir = dir
	whole(cmd)
	cmd.WaitDelay = 5 * time.Second
	said, err := cmd.CombinedOutput()
	if ctx.Err() != nil {
		return nil, fmt.Errorf("no answer within %v", slowest)
	}
	out, readErr := os.ReadFile(filepath.Join(dir, "record."+to))
	switch {
	case readErr == nil && len(out) <= source.MaxBytes:
		return out, nil
	case err != nil:
		return nil, err
	}
	return nil, errors.New(lastLine(strings.ReplaceAll(string(said), dir, "")))
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	if l := strings.TrimSpace(lines[len(lines)-1]); l != "" {
		return l
	}
	return "no result"
}

// Needs reports whether a file of that name is read by LibreOffice alone.
func Needs(name string) bool {
	for _, k := range kinds {
		if source.Has(k.ext, strings.ToLower(filepath.Ext(name))) {
			return true
		}
	}
	return false
}

// Find looks for LibreOffice where it is installed; "" where it is not.
func Find() string {
	for _, name := range []string{"soffice", "libreoffice"} {
		if p, err := exec.LookPath(name); err == nil {
			return p
		}
	}
	var places []string
	switch runtime.GOOS {
	case "darwin":
		places = []string{"/Applications/LibreOffice.app/Contents/MacOS/soffice"}
	case "windows":
		for _, env := range []string{"ProgramFiles", "ProgramFiles(x86)"} {
			if dir := os.Getenv(env); dir != "" {
				places = append(places, filepath.Join(dir, "LibreOffice", "program", "soffice.com"))
			}
		}
	}
	for _, p := range places {
		if st, err := os.Stat(p); err == nil && !st.IsDir() {
			return p
		}
	}
	return ""
}
