// Command groonga tries tables of vectors on Groonga (Debian's groonga-bin), the
// best of the shelf beside our own: bigrams, its newest NFKC normalizer, every
// unify option that keeps the guards.
//
//	make groonga FILE=table.tsv
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/toshin-archive/toshin/internal/vectors"
)

// Left out, as each breaks guards: unify_kana_voiced_sound_mark (バス, パス),
// unify_kana_prolonged_sound_mark (ケーキ, けえき), remove_symbol (1.5, 15).
const normalizer = `NormalizerNFKC150("unify_kana", true, "unify_hyphen_and_prolonged_sound_mark", true, "unify_middle_dot", true, "unify_katakana_v_sounds", true, "unify_katakana_bu_sound", true, "unify_alphabet_diacritical_mark", true)`

func main() {
	match, matches, kept, guards := 0, 0, 0, 0
	for _, file := range os.Args[1:] {
		if err := try(file, &match, &matches, &kept, &guards); err != nil {
			fmt.Fprintf(os.Stderr, "groonga: %s: %v\n", file, err)
			os.Exit(1)
		}
	}
	fmt.Printf("vectors: groonga match %d/%d guards %d/%d\n", match, matches, kept, guards)
}

func try(file string, match, matches, kept, guards *int) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	rows, err := vectors.Read(f)
	f.Close()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "groonga")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	found, err := ask(filepath.Join(dir, "db"), rows)
	if err != nil {
		return err
	}
	for i, r := range rows {
		switch r.Expect {
		case vectors.Match:
			*matches++
			if found[i] {
				*match++
			}
		case vectors.NoMatch:
			*guards++
			if !found[i] {
				*kept++
			}
		}
	}
	return nil
}

// ask reports for each row whether its query finds its own text.
func ask(db string, rows []vectors.Row) ([]bool, error) {
	var in strings.Builder
	in.WriteString("table_create Docs TABLE_NO_KEY\ncolumn_create Docs text COLUMN_SCALAR Text\n")
	fmt.Fprintf(&in, "table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer '%s'\n", normalizer)
	in.WriteString("column_create Terms docs COLUMN_INDEX|WITH_POSITION Docs text\nload --table Docs\n[\n")
	for i, r := range rows {
		b, err := json.Marshal(map[string]string{"text": r.Text})
		if err != nil {
			return nil, err
		}
		in.Write(b)
		if i < len(rows)-1 {
			in.WriteByte(',')
		}
		in.WriteByte('\n')
	}
	in.WriteString("]\n")
	for _, r := range rows {
		q, err := json.Marshal(r.Query)
		if err != nil {
			return nil, err
		}
		filter := strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace("text @ " + string(q))
		fmt.Fprintf(&in, "select Docs --filter '%s' --output_columns _id --limit -1\n", filter)
	}
	cmd := exec.Command("groonga", "-n", db)
	cmd.Stdin, cmd.Stderr = strings.NewReader(in.String()), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) < len(rows) {
		return nil, fmt.Errorf("%d answers to %d queries", len(lines), len(rows))
	}
	lines = lines[len(lines)-len(rows):]
	found := make([]bool, len(rows))
	for i, l := range lines {
		var a []json.RawMessage
		if err := json.Unmarshal([]byte(l), &a); err != nil || len(a) < 2 {
			continue // it says that the query is none
		}
		var sets [][]json.RawMessage
		if json.Unmarshal(a[1], &sets) != nil || len(sets) == 0 {
			continue
		}
		for _, hit := range sets[0][min(2, len(sets[0])):] {
			var id []int
			if json.Unmarshal(hit, &id) == nil && len(id) == 1 && id[0] == i+1 {
				found[i] = true
			}
		}
	}
	return found, nil
}
