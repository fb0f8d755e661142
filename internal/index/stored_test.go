package index

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

// Located or not, an entry is the same; records that are gone have none.
func TestLocate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	reply := func(n int, title string) *record.Record {
		return &record.Record{Kind: record.KindReply, ID: record.ID(fmt.Sprintf("replies/%d", n)), Title: title}
	}
	var rs []*record.Record
	for n := range 3 * batchSize / 2 {
		rs = append(rs, reply(n, fmt.Sprintf("第%d号の答申", n)))
	}
	for _, rs := range [][]*record.Record{rs, append(rs[2:len(rs):len(rs)], reply(1, "図書館の利用"))} {
		if _, err := Update(context.Background(), dir, kana.Default(), "", rs); err != nil {
			t.Fatal(err)
		}
	}
	x, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	asked := map[record.ID]*Entry{}
	for _, id := range x.Order {
		if asked[id], err = x.Entry(id); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Locate(); err != nil {
		t.Fatal(err)
	}
	if len(asked) != len(rs)-1 || len(x.at) != len(asked) || asked["replies/1"].Title != "図書館の利用" {
		t.Fatalf("%d entries, %d places, of %d records: %+v", len(asked), len(x.at), len(rs)-1, asked["replies/1"])
	}
	for id, want := range asked {
		if got, err := x.Entry(id); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v: %v", id, got, want, err)
		}
	}
	if _, err := x.Entry("replies/0"); err == nil {
		t.Error("a record that is gone has an entry")
	}
}

// Many small updates leave a bounded number of segments.
func TestSegmentsStayFew(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	var rs []*record.Record
	for n := range 130 {
		rs = append(rs, &record.Record{Kind: record.KindReply, ID: record.ID(fmt.Sprint("replies/", n)), Title: "答申"})
		if _, err := Update(context.Background(), dir, kana.Default(), "", rs); err != nil {
			t.Fatal(err)
		}
	}
	files, err := filepath.Glob(filepath.Join(dir, "store", "*.zap"))
	if err != nil || len(files) == 0 || len(files) > 110 {
		t.Errorf("%d segments of %d updates: %v", len(files), len(rs), err)
	}
}
