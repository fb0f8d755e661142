package archive

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A seal breaks where a file was written, came, went or got another name.
func TestSeal(t *testing.T) {
	for name, touch := range map[string]func(dir string) error{
		"written": func(dir string) error { return os.WriteFile(filepath.Join(dir, "a", "x"), []byte("two!"), 0o644) },
		"as long": func(dir string) error {
			f := filepath.Join(dir, "a", "x")
			if err := os.WriteFile(f, []byte("two"), 0o644); err != nil {
				return err
			}
			return os.Chtimes(f, time.Time{}, time.Now().Add(time.Second))
		},
		"come":  func(dir string) error { return os.WriteFile(filepath.Join(dir, "y"), nil, 0o644) },
		"gone":  func(dir string) error { return os.Remove(filepath.Join(dir, "a", "x")) },
		"moved": func(dir string) error { return os.Rename(filepath.Join(dir, "a", "x"), filepath.Join(dir, "a", "z")) },
	} {
		dir := filepath.Join(t.TempDir(), "site")
		if err := os.MkdirAll(filepath.Join(dir, "a"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "a", "x"), []byte("one"), 0o644); err != nil {
			t.Fatal(err)
		}
		if Sealed(dir) {
			t.Fatal("sealed before it was")
		}
		if err := Seal(dir); err != nil || !Sealed(dir) {
			t.Fatal("not sealed", err)
		}
		if err := touch(dir); err != nil || Sealed(dir) {
			t.Errorf("%s: the seal holds (%v)", name, err)
		}
	}
}
