package sheet

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"

	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/sourcetest"
)

const replies = `見晴市情報公開・個人情報保護審査会　答申一覧,,,,,,
No.,答申番号,答 申 日,件　名,実施機関,結論（区分）,概要,内部メモ
令和５年度,,,,,,,
1,第31号,令和5年6月1日,「灯台の点検記録」の非公開決定,見晴市長,妥当,"点検記録は、
検査の手順を含む。",済
2,第32号から第34号まで,〃,「港の図面」の部分公開決定,〃,一部取消すべき,図面の寸法,

※答申の全文は、窓口で見られます。,,,,,,
`

func show(docs []*source.Document) string {
	var b strings.Builder
	for _, d := range docs {
		b.WriteString("== " + d.Source.Part + "\n")
		for _, l := range d.Lines {
			b.WriteString(l.Why + "|" + l.Text + "\n")
		}
	}
	return b.String()
}

func TestListGivesADocumentARow(t *testing.T) {
	sjis, err := japanese.ShiftJIS.NewEncoder().Bytes([]byte(strings.ReplaceAll(replies, "\n", "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	docs := source.NewReader(CSV{}).Bytes(sjis, "data/records/itiran.csv")
	want := `== 4
boilerplate|見晴市情報公開・個人情報保護審査会　答申一覧
boilerplate|令和５年度
|No.	1
|答申番号	第31号
|答 申 日	令和5年6月1日
|件　名	「灯台の点検記録」の非公開決定
|実施機関	見晴市長
|結論（区分）	妥当
|概要	点検記録は、
|検査の手順を含む。
|内部メモ	済
== 6
|No.	2
|答申番号	第32号から第34号まで
|答 申 日	〃
|件　名	「港の図面」の部分公開決定
|実施機関	〃
|結論（区分）	一部取消すべき
|概要	図面の寸法
boilerplate|※答申の全文は、窓口で見られます。
`
	if got := show(docs); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if docs[0].Source.Encoding != "Shift_JIS" || docs[1].Cells[2].Same != "令和5年6月1日" {
		t.Errorf("%+v %+v", docs[0].Source, docs[1].Cells)
	}
	if d := docs[0].Diagnostics; len(d) != 1 || d[0].Code != "R043" || !strings.Contains(d[0].Message, "内部メモ") {
		t.Errorf("%+v", d)
	}
}

func TestOtherTablesAreLines(t *testing.T) {
	docs := source.NewReader(CSV{}).Bytes([]byte("会議録,\n日時,令和5年10月3日\n出席者,\"岬委員\n霧原委員\"\n"), "a.csv")
	want := "== \n|会議録\n|日時\t令和5年10月3日\n|出席者\t岬委員\n|霧原委員\n"
	if got := show(docs); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestBadTables(t *testing.T) {
	for text, code := range map[string]string{
		"a,b\n\"c,d\n":                         "R041",
		strings.Repeat(",", maxColumns) + "\n": "R042",
		strings.Repeat("1,2\n", maxRows+1):     "R042",
		"\n \n":                                "R005",
		",,,\n,,\n":                            "R005",
	} {
		d := source.NewReader(CSV{}).Bytes([]byte(text), "a.csv")[0]
		if !d.Failed() || len(d.Diagnostics) != 1 || d.Diagnostics[0].Code != code {
			t.Errorf("%.20q: %+v", text, d.Diagnostics)
		}
	}
}

// Time is in proportion to the table: one cell that fills it, one cell a row, rows
// of a list.
func TestLinear(t *testing.T) {
	head := "番号,答申日,件名\n"
	for name, make := range map[string]func(n int) string{
		"one cell":        func(n int) string { return strings.Repeat("岬", n/3) },
		"a cell of lines": func(n int) string { return "\"" + strings.Repeat("岬\n", n/4) + "\"\n" },
		"one row":         func(n int) string { return head + strings.Repeat("一,", min(n/4, maxColumns-1)) + "\n" },
		"rows":            func(n int) string { return head + strings.Repeat("第1号,令和5年6月1日,〃\n", n/30) },
		"notes": func(n int) string {
			return head + "第1号,令和5年6月1日,件\n" + strings.Repeat("※注,,\n", n/9)
		},
		"headings": func(n int) string { return strings.Repeat(head, n/len(head)) },
	} {
		ok, quarter, whole := sourcetest.Linear(1<<17, func(n int) { source.NewReader(CSV{}).Bytes([]byte(make(n)), "a.csv") })
		if !ok {
			t.Errorf("%s: %v, four times as long %v", name, quarter, whole)
		}
	}
}

// Every cell that the table has comes out.
func FuzzCSV(f *testing.F) {
	f.Add([]byte(replies))
	f.Add([]byte("番号\t答申日\t件名\n1\t2\t3\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		docs := source.NewReader(CSV{}).Bytes(b, "a.csv")
		got := ""
		for _, d := range docs {
			if d.Failed() && len(d.Diagnostics) == 0 {
				t.Fatal("nothing was read and nothing said")
			}
			got += d.Text()
		}
		whole := &source.Document{}
		text, ok := whole.Decode(b, "")
		if !ok || docs[0].Failed() {
			return
		}
		rows, _ := parse(text, separator(text, "a.csv"))
		// the headings stand before every cell of a list, or nowhere
		head := -1
		for i, r := range rows[:min(len(rows), headRows)] {
			if heads(r.cells) {
				head = i
				break
			}
		}
		want := ""
		for i, r := range rows {
			if i != head {
				want += strings.Join(r.cells, "")
			}
		}
		if lost := sourcetest.Lost(want, got); lost != "" {
			t.Fatalf("lost %s of %q: %q", lost, b, got)
		}
	})
}
