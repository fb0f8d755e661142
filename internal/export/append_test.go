package export

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

var nasty = []string{
	"", " ", "　前", `\.`, `\`, "甲,乙", "「\"甲\"」", "一\n二\r\n三\r四", "\x00\x01\b\f\t\x1f\x7f", "a\xff\xfe漢\xe6\xbc", "\u2028\u2029\ufffd𠮷", "<&>", "-1",
	"\u00a0x", "\"", "\r", "\n",
}

// Appended or written by the standard library, the bytes are the same.
func TestAppendIsEncode(t *testing.T) {
	rows := []Passage{{}, {SpeechOrder: 3}}
	records := []Record{{}, {Numbers: []string{}, FiscalYear: -1}, {Numbers: nasty, Conditions: nasty[:1]}}
	for _, s := range nasty {
		rows = append(rows, Passage{SpeechID: s, Speech: s + s, Speaker: s, SpeechOrder: len(s)})
		records = append(records, Record{Title: s, Members: []string{s, s}})
	}
	same(t, passagesTable, rows)
	same(t, recordsTable, records)
}

func same[Row any](t *testing.T, of *table, rows []Row) {
	t.Helper()
	for _, r := range rows {
		var want bytes.Buffer
		encode(&want, r, "")
		if got := jsonLines(of, []Row{r}); string(got) != want.String() {
			t.Errorf("JSON\n got %q\nwant %q", got, want.String())
		}
		var cells []string
		for _, c := range of.columns {
			cells = append(cells, cell(reflect.ValueOf(r).Field(c.field)))
		}
		want.Reset()
		w := csv.NewWriter(&want)
		w.UseCRLF = true
		if err := w.WriteAll([][]string{cells}); err != nil {
			t.Fatal(err)
		}
		if got := csvLines(of, []Row{r}); string(got) != want.String() {
			t.Errorf("CSV\n got %q\nwant %q", got, want.String())
		}
	}
}

func TestIndentedIsIndent(t *testing.T) {
	r := &record.Record{Kind: record.KindMinutes, ID: "minutes/h30-1", Title: `"{[,:]}\`, FiscalYear: 2018,
		Minutes: record.Minutes{Items: []record.Item{{Sections: []record.Section{{Passages: []record.Passage{{Text: `\"`}, {Text: "x\n"}}}, {}}}}}}
	for _, v := range []any{r, map[string]any{}, []any{[]int{}, map[string]any{"a": []any{nil, true, -1.5e9, "\\"}}, ""}, "x", 1} {
		var compact, want bytes.Buffer
		encode(&compact, v, "")
		encode(&want, v, " ")
		if got := indented(compact.Bytes()); string(got) != want.String() {
			t.Errorf("got\n%s\nwant\n%s", got, want.String())
		}
	}
}
