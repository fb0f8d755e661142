package gate

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/gate/redact"
	"github.com/toshin-archive/toshin/internal/record"
)

// SidecarExt is what the name of the file beside a record ends with: that of
// a.txt is a.txt.toml.
const SidecarExt = ".toml"

// sidecar is the file beside a record: what staff say of that one document.
type sidecar struct {
	Redact []struct {
		Text    string         `toml:"text"`    // what to take out, as written
		Pattern string         `toml:"pattern"` // or a regular expression
		Lines   []int          `toml:"lines"`   // only where it begins in these lines
		Reason  string         `toml:"reason"`  // shown to readers
		By      string         `toml:"by"`
		On      toml.LocalDate `toml:"on"`
	} `toml:"redact"`
	Acknowledge []Acknowledgement `toml:"acknowledge"`
	// Corrections of fields are not the gate's; package parse knows them.
	Override any `toml:"override"`
}

// readSidecar reads the file beside the record at osPath, named name in the
// archive. A fault in it keeps the record in: what it was to hide would go out.
func readSidecar(osPath, name string) ([]redact.Rule, []Acknowledgement, []record.Diagnostic) {
	file := name + SidecarExt
	b, err := os.ReadFile(osPath + SidecarExt)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, []record.Diagnostic{diag.InFile(diag.At("G029", 0, 0, "", cause(err)), file)}
	}
	var s sidecar
	if d := archive.DecodeTOML(b, file, &s, true); d != nil {
		return nil, nil, []record.Diagnostic{diag.InFile(diag.At("G029", d.Line, d.Column, d.Text, d.Args...), file)}
	}
	var ds []record.Diagnostic
	lack := func(line int, heading, key string) {
		ds = append(ds, diag.InFile(diag.At("G031", line, 1, heading, heading, key), file))
	}
	var rules []redact.Rule
	lines := headings(b, "[[redact]]")
	for i, x := range s.Redact {
		r := redact.Rule{Text: x.Text, Pattern: x.Pattern, Lines: x.Lines, Reason: x.Reason, By: x.By, File: file, Line: at(lines, i)}
		if !isZero(x.On) {
			r.On = x.On.String()
		}
		for _, need := range []struct{ key, value string }{
			{"text", x.Text + x.Pattern}, {"reason", x.Reason}, {"by", x.By}, {"on", r.On},
		} {
			if strings.TrimSpace(need.value) == "" {
				lack(r.Line, "[[redact]]", need.key)
			}
		}
		rules = append(rules, r)
	}
	acks, faults := checkAcknowledgements(s.Acknowledge, headings(b, "[[acknowledge]]"), "[[acknowledge]]", file)
	return rules, acks, append(ds, faults...)
}

// Orphans reports files beside records that are not there any more. A renamed
// record would go out without its redactions, so this stops the build.
func Orphans(a *archive.Archive, files []string) ([]record.Diagnostic, error) {
	have := map[string]bool{}
	for _, f := range files {
		have[f] = true
	}
	var ds []record.Diagnostic
	err := fs.WalkDir(a.Sub(archive.RecordsDir), ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			if p == "." && errors.Is(err, fs.ErrNotExist) {
				return fs.SkipAll
			}
			return nil // the stage read tells of it
		}
		if strings.HasPrefix(e.Name(), ".") && p != "." {
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		name := archive.RecordsDir + "/" + p
		if of, ok := strings.CutSuffix(name, SidecarExt); ok && !e.IsDir() && !have[of] {
			ds = append(ds, diag.InFile(diag.At("G030", 0, 0, "", of), name))
		}
		return nil
	})
	return ds, err
}

// cause drops the path from an error of package os.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// headings gives the lines (1-based) of a register's headings.
func headings(b []byte, heading string) []int {
	var ns []int
	for i, l := range strings.Split(string(b), "\n") {
		if strings.HasPrefix(strings.TrimSpace(l), heading) {
			ns = append(ns, i+1)
		}
	}
	return ns
}

func at(lines []int, i int) int {
	if i < len(lines) {
		return lines[i]
	}
	return 0
}
