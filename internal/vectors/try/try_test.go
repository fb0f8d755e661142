package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The analyzer's own table and, where it lies beside, the project's: every row, on both engines.
func TestTables(t *testing.T) {
	for _, file := range []string{"../../kana/testdata/vectors.tsv", "../../kana/testdata/blind.tsv", "../../../../shared/search/kana-dev.tsv"} {
		if _, err := os.Stat(file); err != nil {
			t.Logf("not here: %s", file)
			continue
		}
		var out strings.Builder
		if err := run(context.Background(), &out, []string{file}); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(out.String(), "\n"); n != 1 {
			t.Errorf("%s", out.String())
		}
		t.Logf("%s: %s", filepath.Base(file), out.String()[strings.LastIndex(out.String(), "vectors: "):])
	}
}

// A table that is wrong in each way that a row can be fails row by row.
func TestBites(t *testing.T) {
	table := filepath.Join(t.TempDir(), "wrong.tsv")
	rows := []string{
		"width\t答申\t諮問の件\tmatch\tnot there",
		"width\t答申\t答申の件\tmatch\tthere",
		"overfold\t諮問\t諮問の件\tnomatch\tthere",
		"overfold\t諮問\t指紋の件\tnomatch\tnot there",
		"may\t諮問\t答申の件\tmay\tnever counts",
		"rank\t京都\t東京都の事例\tmatch\tupside down",
		"rank\t京都\t京都府の事例\tlower\tupside down",
		"rank\t大阪\t大阪の事例\tmatch\tas it should",
		"rank\t大阪\t京都の事例\tlower\tnot found",
	}
	if err := os.WriteFile(table, []byte(strings.Join(rows, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := run(context.Background(), &out, []string{table}); err != nil {
		t.Fatal(err)
	}
	const want = "vectors: bleve match 3/4 guards 1/2 rank 1/2; browser match 3/4 guards 1/2 rank 1/2\n"
	if !strings.HasSuffix(out.String(), want) || strings.Count(out.String(), "\n") != 7 {
		t.Errorf("got\n%swant 6 failures and\n%s", out.String(), want)
	}
}
