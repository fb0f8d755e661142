package export

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

// Tables of so many records that an update goes on from a mark are those made
// anew, sums and all, wherever the change is.
func TestUpdateFromMarks(t *testing.T) {
	meeting := func(n int, text string) *record.Record {
		return &record.Record{Kind: record.KindMinutes, ID: record.ID(fmt.Sprintf("minutes/%04d", n)), Title: text,
			Minutes: record.Minutes{Items: []record.Item{{Sections: []record.Section{{Kind: "text", Passages: []record.Passage{{ID: "s0001", Text: text}}}}}}}}
	}
	var in Input
	for n := range 3*between + 10 {
		in.Records = append(in.Records, meeting(n, fmt.Sprint("本文", n)))
	}
	kept := filepath.Join(t.TempDir(), "data")
	for _, step := range []struct {
		name   string
		change func()
		from   int // records that need not be gone through
	}{
		{"at first", func() {}, 0},
		{"nothing", func() {}, 3 * between},
		{"the last", func() { in.Records[3*between+9] = meeting(3*between+9, "末") }, 3 * between},
		{"one in the middle", func() { in.Records[between+5] = meeting(between+5, "中") }, between},
		{"the first behind a mark", func() { in.Records[2*between] = meeting(2*between, "次") }, 2 * between},
		{"the first", func() { in.Records[0] = meeting(0, "初") }, 0},
		{"one gone", func() { in.Records = slices.Delete(in.Records, 2*between+1, 2*between+2) }, 2 * between},
		{"as many as to a mark", func() { in.Records = in.Records[:between] }, between},
		{"nothing again", func() {}, between},
	} {
		step.change()
		old := readKept(kept + ".parts")
		w := &writer{dir: kept, old: old}
		d := &data{in: in, records: in.Records}
		w.now = make([]part, len(in.Records))
		out, err := w.open()
		if err != nil {
			t.Fatal(err)
		}
		if n, err := w.begin(out, d); err != nil || n != step.from {
			t.Errorf("%s: goes on from %d (%v), want %d", step.name, n, err, step.from)
		}
		out.discard()
		fresh := t.TempDir()
		if _, err := Update(context.Background(), kept, "program", in); err != nil {
			t.Fatal(err)
		}
		if _, err := Write(context.Background(), fresh, in); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"records.csv", "passages.jsonl", sumsName} {
			got, err1 := os.ReadFile(filepath.Join(kept, name))
			want, err2 := os.ReadFile(filepath.Join(fresh, name))
			if err1 != nil || err2 != nil || string(got) != string(want) {
				t.Errorf("%s: %s differs from one made anew (%v %v)", step.name, name, err1, err2)
			}
		}
	}
}
