package formats_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/formats"
	. "github.com/toshin-archive/toshin/internal/source/sourcetest"
)

func codes(docs []*source.Document) string {
	var cs []string
	for _, d := range docs {
		for _, x := range d.Diagnostics {
			cs = append(cs, x.Code)
		}
	}
	return strings.Join(cs, " ")
}

// Content decides before the name does, and what it was taken for is told.
func TestDetection(t *testing.T) {
	reader := formats.New()
	defer reader.Close()
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	t.Setenv("PATH", t.TempDir()) // no LibreOffice
	for _, c := range []struct {
		name   string
		b      []byte
		format string
		sure   float64
		codes  string
	}{
		{"a.txt", []byte("会議録\n"), "text", 0.99, ""},
		{"a", []byte("会議録\n"), "text", 0.99, ""},
		{"a.txt", word(meeting), "docx", 1, "R013"},
		{"a.doc", word(meeting), "docx", 1, "R013"},
		{"a.docx", []byte(page(meeting)), "html", 0.98, "R013"},
		{"a.txt", print(meeting), "pdf", 0.95, "R013"},
		{"a.htm", []byte("<p>会議録</p>"), "html", 0.98, ""},
		{"a.md", []byte("会議録"), "md", 0.99, ""},
		{"a.csv", []byte("会議録,\n"), "csv", 0.99, ""},
		{"a.jtd", []byte(ole), "", 0, "R010"},
		{"a.png", []byte("\x89PNG"), "", 0, "R010"},
		{"a.zip", Zip(map[string]string{"a.txt": "会議録"}), "", 0, "R010"},
		{"a.txt", []byte{0x89, 'P', 'N', 'G', 0, 0, 1, 0xff}, "text", 0, "R007"},
		{"a.docx", []byte{}, "", 0, "R005"},
	} {
		docs := reader.Bytes(c.b, c.name)
		s := docs[0].Source
		if s.Format != c.format || c.sure > 0 && s.Confidence != c.sure || codes(docs) != c.codes {
			t.Errorf("%s: %s %v %s, want %s %v %s", c.name, s.Format, s.Confidence, codes(docs), c.format, c.sure, c.codes)
		}
	}
	if got := codes(reader.Bytes([]byte(ole+"W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00"), "a.doc")); got != "R024" && got != "R025" {
		t.Errorf("an old Word file without LibreOffice: %s", got)
	}
}

// The patch beside a file goes with every document of it.
func TestPatchBesideTheFile(t *testing.T) {
	reader := formats.New()
	defer reader.Close()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.csv":      "番号,答申日,件名\n1,令和5年6月1日,灯台\n2,令和5年6月2日,港\n",
		"a.csv.toml": "[[override]]\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	docs := reader.File(filepath.Join(dir, "a.csv"), "data/records/a.csv")
	if len(docs) != 2 || string(docs[1].Patch) != "[[override]]\n" {
		t.Errorf("%d documents: %+v", len(docs), docs)
	}
	if docs := reader.File(dir, "data/records"); codes(docs) != "R001" {
		t.Errorf("a folder: %s", codes(docs))
	}
}
