package office

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/docx"
	"github.com/toshin-archive/toshin/internal/source/sourcetest"
)

// program is a stand-in for LibreOffice: it is called as that is, and its result
// is a document made here.
func program(t *testing.T, result []byte) string {
	dir := t.TempDir()
	made := filepath.Join(dir, "made")
	script := "#!/bin/sh\necho converting\nprofile=${1#-env:UserInstallation=file://}\n" +
		"grep -q 'BlockUntrustedRefererLinks.*true' \"$profile/user/registrymodifications.xcu\" || exit 4\nwhile [ $# -gt 1 ]; do case $1 in --convert-to) to=$2;; --outdir) out=$2;; esac; shift; done\n" +
		"test -s \"$1\" || exit 3\nfrom=$(basename \"$1\")\n"
	if result != nil {
		script += fmt.Sprintf("cp '%s' \"$out/${from%%.*}.$to\"\n", made)
	} else {
		script += "echo 'Error: source file could not be loaded'\n"
	}
	for name, b := range map[string][]byte{"made": result, "soffice": []byte(script)} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "soffice")
}

var word = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00")

func TestConverted(t *testing.T) {
	f := &Format{To: map[string]source.Format{"docx": docx.Format{}}, Program: program(t, sourcetest.Docx(sourcetest.P("会議録"), nil))}
	defer f.Close()
	for name, b := range map[string][]byte{
		"a.doc": word,
		"a.rtf": []byte(`{\rtf1\ansi x}`),
		"b.doc": []byte(`{\rtf1\ansi x}`), // saved under a wrong name, as Word does
		"a.odt": append([]byte("PK\x03\x04\x14\x00\x00\x08\x00\x00mimetypeapplication/vnd.oasis.opendocument.text"), make([]byte, 300)...),
	} {
		d := source.NewReader(f).Bytes(b, name)[0]
		want := strings.TrimPrefix(filepath.Ext(name), ".")
		if name == "b.doc" {
			want = "rtf"
		}
		if d.Text() != "会議録\n" || d.Source.Format != want || d.Source.Confidence != 0.9 || len(d.Diagnostics) > 0 {
			t.Errorf("%s: %q %+v %+v", name, d.Text(), d.Source, d.Diagnostics)
		}
	}
}

func TestMissingOrFailing(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	d := source.NewReader(&Format{}).Bytes(word, "a.doc")[0]
	if Find() == "" && (len(d.Diagnostics) != 1 || d.Diagnostics[0].Code != "R024" || !d.Failed()) {
		t.Errorf("missing: %+v", d.Diagnostics)
	}
	t.Setenv("PATH", "/usr/bin:/bin")
	f := &Format{Program: program(t, nil)}
	d = source.NewReader(f).Bytes(word, "a.doc")[0]
	if len(d.Diagnostics) != 1 || d.Diagnostics[0].Code != "R025" || !strings.Contains(d.Diagnostics[0].Message, "開けません") {
		t.Errorf("failing: %+v", d.Diagnostics)
	}
	if strings.Contains(fmt.Sprint(d.Diagnostics), os.TempDir()) {
		t.Errorf("a path of this machine: %+v", d.Diagnostics)
	}
}
