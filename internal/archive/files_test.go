package archive

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What browsers, Word and Windows leave beside records is none of them.
func TestLitterIsNoRecord(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{
		"会議録.html", "会議録_files/logo.png", "会議録_files/a.js", "答申_files/答申.txt",
		"~$答申.docx", "Thumbs.db", "desktop.ini", "a.txt.toml", ".DS_Store", "a.txt",
	} {
		p := filepath.Join(dir, RecordsDir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files, ds, err := (&Archive{Dir: dir}).RecordFiles()
	want := "data/records/a.txt data/records/会議録.html data/records/答申_files/答申.txt"
	if err != nil || len(ds) > 0 || strings.Join(files, " ") != want {
		t.Errorf("%v %v %v", files, ds, err)
	}
}
