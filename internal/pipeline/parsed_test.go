package pipeline

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/toshin-archive/toshin"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/record"
)

// What is kept of a file is what reading it again would give, and is not used
// once the file, a register or what stands beside it has changed.
func TestParsedIsKept(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, toshin.Sample); err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(dir, "data", "records", "bad.txt")
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(bad, "買い物\n大根\n")
	look := func(keep bool) (told string, kept int) {
		t.Helper()
		c, err := Check(context.Background(), Options{Source: dir, keep: keep})
		if err != nil {
			t.Fatal(err)
		}
		var english []record.Diagnostic
		for _, d := range c.Diagnostics {
			english = append(english, diag.In("en", d)) // from its arguments
		}
		b, err := json.Marshal([]any{c.Records, english, c.Gate.Verdicts, states(c.Gate.Verdicts)})
		if err != nil {
			t.Fatal(err)
		}
		if c.parsed != nil {
			for i := range c.parsed.now {
				if !c.parsed.new[i] {
					kept += len(c.parsed.now[i])
				}
			}
		}
		return string(b), kept
	}
	plain, _ := look(false)
	if first, kept := look(true); first != plain || kept != 0 {
		t.Errorf("the first run found %d files kept", kept)
	}
	again, kept := look(true)
	if again != plain {
		t.Error("what was kept is not what was read")
	}
	if kept < 29 {
		t.Errorf("%d files only are kept", kept)
	}
	write(bad, "")
	fresh, _ := look(false)
	if got, _ := look(true); got != fresh || got == plain {
		t.Error("a changed file is read as it was")
	}
	write(bad+gate.SidecarExt, "[[redact]]\ntext = \"大根\"\nreason = \"x\"\nby = \"y\"\non = 2020-01-01\n")
	fresh, _ = look(false)
	if got, _ := look(true); got != fresh {
		t.Error("what stands beside a file is not seen")
	}
	write(filepath.Join(dir, "config.toml"), "title = \"別の題\"\n")
	fresh, _ = look(false)
	if got, _ := look(true); got != fresh {
		t.Error("a changed config is not seen")
	}
}

func states(vs []gate.Verdict) (s []gate.State) {
	for _, v := range vs {
		s = append(s, v.State)
	}
	return s
}
