package similar

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/parse"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source/formats"
)

func reply(id, title, judgement string, articles ...string) *record.Record {
	r := &record.Record{Kind: record.KindReply, ID: record.ID("replies/" + id), Title: title, Articles: articles}
	r.Sections = []record.Section{{Kind: "judgement", Passages: []record.Passage{{Text: judgement}}}}
	return r
}

// of finds the neighbours of the replies rs.
func of(rs []*record.Record) map[record.ID][]Match {
	t := NewTable()
	var ts []Thing
	for _, r := range rs {
		if r.Kind != record.KindReply {
			continue
		}
		for _, f := range FeaturesOf(r, 0) {
			t.Add(f.Kind, []byte(f.Text), Part{Record: r.ID})
		}
		ts = append(ts, OfReply(r.ID))
	}
	return t.Of(ts, nil)
}

// What two have in common is told, the weightiest first; what all have says
// nothing; the neighbours do not depend on the order of the records.
func TestOf(t *testing.T) {
	rs := []*record.Record{
		reply("1", "灯台点検記録の公開について", "点検業者の見積書の単価表は、点検業者の見積書の単価表である", "条例第7条第2号"),
		reply("2", "灯台点検記録の一部公開について", "点検業者の見積書と単価表は、点検業者の見積書と単価表である", "条例第7条第2号"),
		reply("3", "水門操作日誌について", "操作日誌の操作日誌", "条例第7条第2号"),
	}
	for i := range 9 {
		rs = append(rs, reply(fmt.Sprint("9", i), "別のことについて", "なにもない", "条例第7条第2号"))
	}
	rs[2].Cites = []record.Cite{{To: "replies/90"}}
	got := of(rs)
	if m := got["replies/1"]; len(m) == 0 || m[0].ID != "replies/2" || len(m[0].Terms) == 0 || m[0].Terms[0] != "灯台点検記録" {
		t.Errorf("of 1: %+v", m)
	}
	if m := got["replies/3"]; len(m) == 0 || m[0].ID != "replies/90" || !m[0].Leans {
		t.Errorf("of 3, which leans on 90: %+v", m)
	}
	back := make([]*record.Record, len(rs))
	for i, r := range rs {
		back[len(rs)-1-i] = r
	}
	if !reflect.DeepEqual(got, of(back)) {
		t.Error("the order of the records tells")
	}
}

func TestWords(t *testing.T) {
	var ws []string
	words("見守りセンサー及び防犯カメラ・ＬＧＷＡＮに係る個人情報又は第十二条", func(w string) { ws = append(ws, w) })
	got := strings.Join(ws, " ")
	if got != "センサー 防犯カメラ lgwan 個人情報" && got != "センサー カメラ lgwan 個人情報" {
		t.Errorf("%q", got)
	}
}

// Neighbours of real replies, judged by eye (testdata/judged.tsv: reply,
// neighbour, 1 where a researcher would want it). The length of a thing was given
// its weight on every second of the 29 in order of their numbers (0.92); of the
// others, looked at afterwards, 0.91 were good.
func TestJudged(t *testing.T) {
	files, err := filepath.Glob("../../../shared/records/yokohama/*.txt")
	if err != nil || len(files) == 0 {
		t.Log("the real records are not here: nothing to judge")
		return
	}
	reader := formats.New()
	defer reader.Close()
	var rs []*record.Record
	for _, f := range files {
		for _, d := range reader.File(f, filepath.Base(f)) {
			if r, _ := parse.Document(d); r != nil {
				rs = append(rs, r)
			}
		}
	}
	judged := map[string]map[string]string{}
	f, err := os.Open("testdata/judged.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if c := strings.Split(sc.Text(), "\t"); len(c) == 3 {
			if judged[c[0]] == nil {
				judged[c[0]] = map[string]string{}
			}
			judged[c[0]][c[1]] = c[2]
		}
	}
	found := of(rs)
	shownN, good, unknown := 0, 0, 0
	for q, js := range judged {
		for _, m := range found[record.ID("replies/"+q)] {
			shownN++
			switch js[m.ID.Slug()] {
			case "1":
				good++
			case "":
				unknown++
				t.Logf("not judged: %s %s", q, m.ID.Slug())
			}
		}
	}
	t.Logf("%d of %d shown are good, %d not judged: precision@5 %.3f", good, shownN, unknown, float64(good)/float64(max(shownN-unknown, 1)))
	if unknown*10 > shownN {
		t.Errorf("%d of %d are not judged: read them, and write what they are into testdata/judged.tsv", unknown, shownN)
	}
	if p := float64(good) / float64(max(shownN-unknown, 1)); p < 0.88 {
		t.Errorf("precision@5 is %.3f", p)
	}
}
