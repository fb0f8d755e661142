package site

import (
	"errors"
	"path/filepath"
	"testing"
)

// A site never takes the place of anything but a site.
func TestPlace(t *testing.T) {
	dir := t.TempDir()
	archive := filepath.Join(dir, "city")
	write(t, filepath.Join(archive, "data", "records", "a.txt"), "会議録")
	write(t, filepath.Join(dir, "letters", "dear.txt"), "だれかの大事なファイル")
	write(t, filepath.Join(dir, "www", "index.html"), "前のサイト")
	for out, ok := range map[string]bool{
		"city/public": true, "city/.toshin/serve": true, "www": true, "new/site": true,
		"": false, "city": false, "city/data": false, "city/data/records/site": false, "city/content": false, "letters": false,
	} {
		if _, err := place(filepath.Join(dir, out), archive); ok != (err == nil) || !ok && !errors.Is(err, ErrPlace) {
			t.Errorf("%q: %v", out, err)
		}
	}
}
