package pipeline

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/toshin-archive/toshin/internal/export"
)

// The sample archive's export: every row is valid under its schema, the CSV
// says what the JSON Lines say, the sums are right, nothing withheld is in it,
// and a second run gives the same bytes.
func TestExportSample(t *testing.T) {
	dir := t.TempDir()
	o := Options{Source: "../..", Cache: filepath.Join(dir, "cache")}
	c, s, err := Export(context.Background(), o, filepath.Join(dir, "a"))
	if err != nil || c.Untrue || s.Records != len(c.Gate.Public) || s.Passages == 0 {
		t.Fatalf("%+v %v", s, err)
	}
	if _, _, err := Export(context.Background(), o, filepath.Join(dir, "b")); err != nil {
		t.Fatal(err)
	}
	a := filepath.Join(dir, "a")
	for _, name := range []string{"records", "passages", "cases", "types", "citations"} {
		rows := readLines(t, filepath.Join(a, name+".jsonl"))
		if len(rows) == 0 && name != "types" {
			t.Errorf("%s has no row", name)
		}
		schema, err := jsonschema.NewCompiler().Compile(filepath.Join(a, "schema", name+".schema.json"))
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range rows {
			if err := schema.Validate(r); err != nil {
				t.Errorf("%s, row %d: %v", name, i+1, err)
			}
		}
		compareCSV(t, filepath.Join(a, name+".csv"), rows)
	}
	withheld := map[string]bool{}
	for _, v := range c.Gate.Verdicts {
		withheld[string(v.ID)] = !v.Public
	}
	for _, r := range readLines(t, filepath.Join(a, "records.jsonl")) {
		if withheld[r.(map[string]any)["issueID"].(string)] {
			t.Errorf("a withheld record: %v", r)
		}
	}
	compareSums(t, a, filepath.Join(dir, "b"))
}

// An export never goes over a folder of somebody's, and takes out what an
// earlier one left.
func TestExportClear(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "手紙.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := export.Clear(dir); !errors.Is(err, export.ErrForeign) {
		t.Errorf("got %v", err)
	}
	old := filepath.Join(dir, "replies", "9.json")
	if err := errors.Join(os.Mkdir(filepath.Dir(old), 0o755), os.WriteFile(old, []byte("{}"), 0o644),
		os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte("00  replies/9.json\n00  ../x\n"), 0o644)); err != nil {
		t.Fatal(err)
	}
	if err := export.Clear(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(old); err == nil {
		t.Error("the earlier export's record is still there")
	}
	if _, err := os.Stat(filepath.Join(dir, "手紙.txt")); err != nil {
		t.Error("somebody's file is gone")
	}
}

func readLines(t *testing.T, path string) (rows []any) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 16<<20)
	for sc.Scan() {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(sc.Bytes()))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		rows = append(rows, v)
	}
	return rows
}

func compareCSV(t *testing.T, path string, rows []any) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, ok := bytes.CutPrefix(b, []byte("\ufeff"))
	if !ok {
		t.Errorf("%s has no BOM", path)
	}
	got, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil || len(got) != len(rows)+1 {
		t.Fatalf("%s: %d lines for %d rows, %v", path, len(got), len(rows), err)
	}
	for i, r := range rows {
		for k, name := range got[0] {
			want := ""
			switch v := r.(map[string]any)[name].(type) {
			case nil:
			case []any:
				var vs []string
				for _, x := range v {
					vs = append(vs, x.(string))
				}
				want = strings.Join(vs, "\n\n")
			case json.Number:
				want = v.String()
			default:
				want = fmt.Sprint(v)
			}
			// csv reads \r\n within quotes as \n, as RFC 4180 writers make it
			if got[i+1][k] != want && !(want == "0" && got[i+1][k] == "") {
				t.Errorf("%s, row %d, %s: %q, want %q", path, i+1, name, got[i+1][k], want)
			}
		}
	}
}

func compareSums(t *testing.T, a, b string) {
	t.Helper()
	x, err1 := os.ReadFile(filepath.Join(a, "SHA256SUMS"))
	y, err2 := os.ReadFile(filepath.Join(b, "SHA256SUMS"))
	if err := errors.Join(err1, err2); err != nil || !bytes.Equal(x, y) {
		t.Errorf("two runs differ: %v", err)
	}
	for line := range strings.Lines(string(x)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		f, err := os.ReadFile(filepath.Join(a, name))
		if got := sha256.Sum256(f); err != nil || hex.EncodeToString(got[:]) != sum {
			t.Errorf("%s: %v, not the sum that is told", name, err)
		}
	}
}
