package cases

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/record"
)

func meeting(id, date string, year int, items ...record.Item) *record.Record {
	r := &record.Record{Kind: record.KindMinutes, ID: record.ID(id), Council: "見晴市審議会", Date: date, FiscalYear: year}
	r.Items = items
	return r
}

func inquiry(n, title, outcome string) record.Item {
	return record.Item{Kind: "諮問", Case: "諮問案件" + n, Title: title, Outcome: outcome}
}

func reply(id, date, title string) *record.Record {
	return &record.Record{Kind: record.KindReply, ID: record.ID(id), Council: "審議会", Date: date, Title: title}
}

func none(string) string { return "" }

// drawn is the cases in a line each: ID, meetings, replies.
func drawn(s *Set) (ls []string) {
	for _, c := range s.Cases {
		l := c.ID + ":"
		for _, st := range c.Steps {
			l += " " + string(st.Meeting)
		}
		for _, r := range c.Replies {
			l += " → " + string(r)
		}
		ls = append(ls, l)
	}
	slices.Sort(ls)
	return ls
}

func TestTied(t *testing.T) {
	const lamp, gate = "灯台の見学者の名簿の保存について", "水門の遠隔操作に係る記録について"
	records := []*record.Record{
		meeting("minutes/h30-1", "2018-07-01", 2018, inquiry("1", lamp, "継続"), inquiry("2", gate, "答申")),
		meeting("minutes/h30-2", "2018-09-01", 2018, inquiry("１", lamp+"（継続）", "答申")), // full width; carried over
		meeting("minutes/r1-1", "2019-06-01", 2019, inquiry("1", "別の話について", "答申"),
			record.Item{Kind: "報告", Case: "報告案件1", Title: "水門の遠隔操作の附帯意見への対応"}),
		reply("replies/1", "2018-09-20", lamp),
		reply("replies/2", "2018-08-01", "水門の遠隔操作における記録の取扱い"),
	}
	for _, c := range []struct {
		name, toml string
		want       []string
		codes      string // of what check tells
	}{
		{"by itself", "", []string{
			"cases/h30-shimon-1: minutes/h30-1 minutes/h30-2 → replies/1",
			"cases/h30-shimon-2: minutes/h30-1",
			"cases/r1-hokoku-1: minutes/r1-1", "cases/r1-shimon-1: minutes/r1-1"}, "C020 C020"},
		{"tied by staff", `
[[tie]]
case = "cases/h30-shimon-2"
records = ["replies/2", "minutes/r1-1#報告案件１"]
reason = "同じ水門の話である"`, []string{
			"cases/h30-shimon-1: minutes/h30-1 minutes/h30-2 → replies/1",
			"cases/h30-shimon-2: minutes/h30-1 minutes/r1-1 → replies/2",
			"cases/r1-shimon-1: minutes/r1-1"}, ""},
		{"parted by staff", `
[[part]]
case = "cases/h30-shimon-1"
records = ["replies/1"]
reason = "別の名簿"
[[part]]
case = "cases/h30-shimon-2"
records = ["replies/2", "minutes/r1-1#報告案件1"]
reason = "違う"`, []string{
			"cases/h30-shimon-1: minutes/h30-1 minutes/h30-2", "cases/h30-shimon-2: minutes/h30-1",
			"cases/r1-hokoku-1: minutes/r1-1", "cases/r1-shimon-1: minutes/r1-1"}, ""},
		{"without a reason, or of what is not there", `
[[tie]]
case = "cases/h30-shimon-2"
records = ["replies/2"]
[[followup]]
condition = "replies/9#c01"
kept = "守った"`, nil, "C001 C002 C020 C020"},
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, CasesFile), c.toml)
		reg, _, ds, err := Load(&archive.Archive{Dir: dir})
		if err != nil {
			t.Fatal(err)
		}
		s := Tied(records, reg, none)
		if got := drawn(s); c.want != nil && !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
		ds = append(append(ds, reg.Unknown(s, records)...), s.Proposals(records, reg)...)
		if got := codes(ds); got != c.codes {
			t.Errorf("%s: told %q, want %q", c.name, got, c.codes)
		}
	}
}

// A case is under a type only with staff's word and the type's own words.
func TestTypes(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, TypesFile), `
[[type]]
id = "a"
name = "類型1"
definition = "結び付かない方法で行う統計の作成"
scope = "氏名、住所により抽出すること。"
founding = "replies/5"
regime = "act"
status = "active"
[[type.case]]
title = "よい"
scope = "氏名、住所により抽出すること"
by = "情報公開課"
[[type.case]]
title = "範囲を広げたもの"
scope = "氏名、住所、年齢により抽出すること"
by = "情報公開課"
[[type.case]]
title = "だれの判断か分からないもの"
scope = "氏名、住所により抽出すること"
[[type]]
id = "b"
name = "例だけ"
regime = "ordinance"
status = "active"
[[type]]
id = "類型"
name = "番号が漢字"
regime = "act"
status = "active"
[[type]]
id = "c"
name = "根拠が違う"
regime = "法律"
status = "active"
`)
	_, types, ds, err := Load(&archive.Archive{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if got := codes(ds); got != "C010 C011 C012 C013 C014" {
		t.Errorf("told %q", got)
	}
	if len(types) != 2 || len(types[0].Applied) != 1 || types[0].Applied[0].Title != "よい" || len(types[0].Unreported()) != 1 {
		t.Fatalf("types: %+v", types)
	}
	if !types[0].Current() || types[1].Current() || !types[1].Overtaken() || !types[1].ByExamples() {
		t.Error("what rests on an ordinance looks current, or what rests on the Act does not")
	}
	empty := Tied(nil, nil, none)
	for held, want := range map[bool]int{true: 1, false: 2} {
		got := Public(types, empty, empty, func(id record.ID) (bool, bool) { return held && id == "replies/5", false })
		if len(got) != want {
			t.Errorf("founding reply withheld %v: %d types go out", held, len(got))
		}
	}
}

func codes(ds []record.Diagnostic) string {
	var cs []string
	for _, d := range ds {
		cs = append(cs, d.Code)
	}
	slices.Sort(cs)
	return strings.Join(cs, " ")
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
