package shard

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

func made(n int, text string) *record.Record {
	return &record.Record{Kind: record.KindReply, ID: record.ID(fmt.Sprintf("replies/%d", n)), Date: "2020-01-02",
		Reply: record.Reply{Sections: []record.Section{{Kind: "text", Passages: []record.Passage{{ID: "s0001", Text: text}}}}}}
}

// An index that was updated gives the same files as one built at once.
func TestUpdatedAsRebuilt(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	files := func(name string, steps ...[]*record.Record) map[string]string {
		ix, out := filepath.Join(dir, name), filepath.Join(dir, name+"-out")
		for _, rs := range steps {
			if _, err := index.Update(ctx, ix, kana.Default(), "", rs); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := Export(ctx, ix, out, kana.Default(), nil); err != nil {
			t.Fatal(err)
		}
		m := map[string]string{}
		err := filepath.WalkDir(out, func(p string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			b, err := os.ReadFile(p)
			m[strings.TrimPrefix(p, out)] = string(b)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	a, b, b2, c := made(1, "見晴市の防犯カメラ"), made(2, "図書館の本"), made(2, "図書館のサーバー"), made(3, "第12条の答申")
	updated := files("updated", []*record.Record{a, b}, []*record.Record{b2, c})
	rebuilt := files("rebuilt", []*record.Record{c, b2})
	if len(rebuilt) < 5 || !reflect.DeepEqual(updated, rebuilt) {
		t.Errorf("updated: %d files, rebuilt: %d, not the same", len(updated), len(rebuilt))
	}
}
