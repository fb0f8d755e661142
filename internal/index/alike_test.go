package index

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/similar"
)

// The walk over the index gives the features of the records that are in it now,
// and no others: of replies, of the items of minutes that are asked for, after one
// came, one changed and one went.
func TestAlike(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	reply := func(n int, title, judgement string) *record.Record {
		r := &record.Record{Kind: record.KindReply, ID: record.ID(fmt.Sprintf("replies/%d", n)), Title: title, Articles: []string{"条例第7条第2号"}, Cites: []record.Cite{{To: "replies/1"}}}
		r.Sections = []record.Section{{Kind: "judgement", Passages: []record.Passage{{Text: judgement}}}}
		return r
	}
	minutes := &record.Record{Kind: record.KindMinutes, ID: "minutes/h30-1", Articles: []string{"条例第9条"}}
	minutes.Items = []record.Item{
		{Title: "開会宣言"}, {Title: "灯台監視映像の利用", Sections: []record.Section{{Kind: "explanation", Passages: []record.Passage{{Text: "条例第９条により、監視映像は監視映像である。"}}}}},
	}
	first := []*record.Record{reply(1, "灯台点検記録", "見積書と見積書"), reply(2, "水門操作日誌", "操作日誌は操作日誌"), reply(3, "消えた題名", "消えた単語の消えた単語"), minutes}
	then := []*record.Record{first[0], reply(2, "別件名簿", "点検業者と点検業者"), minutes, reply(4, "渡船運航日誌", "乗船名簿の乗船名簿")}
	parts := func(r *record.Record) []int {
		if r.Kind == record.KindMinutes {
			return []int{2}
		}
		return []int{0}
	}
	for _, rs := range [][]*record.Record{first, then} {
		if _, err := UpdateSummed(context.Background(), dir, kana.Default(), "", rs, nil, parts); err != nil {
			t.Fatal(err)
		}
		x, err := OpenReader(dir)
		if err != nil {
			t.Fatal(err)
		}
		got, err := x.Alike()
		if err != nil {
			t.Fatal(err)
		}
		x.Close()
		want := similar.NewTable()
		var all []similar.Part
		for _, r := range rs {
			for _, item := range parts(r) {
				p := similar.Part{Record: r.ID, Item: item}
				all = append(all, p)
				for _, f := range similar.FeaturesOf(r, item) {
					want.Add(f.Kind, []byte(f.Text), p)
				}
			}
		}
		for _, p := range append(all, similar.Part{Record: "replies/3"}, similar.Part{Record: minutes.ID, Item: 1}) {
			if g, w := got.Features(p), want.Features(p); !reflect.DeepEqual(g, w) {
				t.Errorf("%v: %v, want %v", p, g, w)
			}
		}
		if fs := got.Features(similar.Part{Record: minutes.ID, Item: 2}); len(fs) != 3 {
			t.Errorf("of the item: %v, want its article, title and word", fs)
		}
	}
}

// An index without parts to compare has nothing that is alike.
func TestAlikeOfNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	r := &record.Record{Kind: record.KindReply, ID: "replies/1", Title: "灯台点検記録"}
	if _, err := Update(context.Background(), dir, kana.Default(), "", []*record.Record{r}); err != nil {
		t.Fatal(err)
	}
	x, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	got, err := x.Alike()
	if err != nil {
		t.Fatal(err)
	}
	if fs := got.Features(similar.Part{Record: r.ID}); fs != nil {
		t.Errorf("%v", fs)
	}
}
