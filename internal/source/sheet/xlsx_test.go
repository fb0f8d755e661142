package sheet

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/sourcetest"
)

// workbook makes a list of replies with everything that a reader must mind.
func workbook(t testing.TB, change func(f *excelize.File)) []byte {
	f := excelize.NewFile()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "一覧"))
	for i, r := range [][]any{
		{"見晴市情報公開審査会　答申一覧"},
		{"番号", "答申日", "件名", "実施機関", "内部秘", "結論"},
		{"答申第31号", time.Date(2023, 6, 1, 0, 0, 0, 0, time.UTC), "灯台の点検記録\nの件", "見晴市長", "秘密の話", "妥当"},
		{"答申第32号", "令和5年6月2日", "港の図面の件", "", "秘密の話", "却下"},
		{"答申第33号", "令和5年6月3日", "秘密の件", "見晴市長", "", "妥当"},
	} {
		for k, v := range r {
			cell, _ := excelize.CoordinatesToCellName(k+1, i+1)
			must(f.SetCellValue("一覧", cell, v))
		}
	}
	style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	must(err)
	must(f.SetCellStyle("一覧", "B3", "B3", style))
	must(f.MergeCell("一覧", "D3", "D4"))
	must(f.SetColVisible("一覧", "E", false))
	must(f.SetRowVisible("一覧", 5, false))
	_, err = f.NewSheet("下書き")
	must(err)
	must(f.SetCellValue("下書き", "A1", "秘密の下書き"))
	must(f.SetSheetVisible("下書き", false))
	if change != nil {
		change(f)
	}
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}

func codes(d *source.Document) string {
	var cs []string
	for _, x := range d.Diagnostics {
		cs = append(cs, x.Code)
	}
	return strings.Join(cs, " ")
}

func TestWorkbook(t *testing.T) {
	docs := source.NewReader(XLSX{}).Bytes(workbook(t, nil), "data/records/a.xlsx")
	want := `== 一覧!3
boilerplate|見晴市情報公開審査会　答申一覧
|番号	答申第31号
|答申日	2023/6/1
|件名	灯台の点検記録
|の件
|実施機関	見晴市長
|結論	妥当
== 一覧!4
|番号	答申第32号
|答申日	令和5年6月2日
|件名	港の図面の件
|結論	却下
`
	got := show(docs)
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if codes(docs[0]) != "R040 R040 R040" || strings.Contains(got, "秘") {
		t.Errorf("%s %+v", codes(docs[0]), docs[0].Diagnostics)
	}
	for _, c := range docs[1].Cells {
		if c.Column == "agency" && c.Same != "見晴市長" {
			t.Errorf("a merged cell: %+v", c)
		}
	}
	if s := docs[0].Source; s.Format != "xlsx" || s.Confidence != 1 {
		t.Errorf("%+v", s)
	}
}

func TestBadWorkbooks(t *testing.T) {
	encrypted := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")...)
	good := workbook(t, nil)
	for name, c := range map[string]struct {
		b    []byte
		want string
	}{
		"encrypted":            {encrypted, "R016"},
		"cut off":              {good[:len(good)/2], "R014"},
		"no workbook":          {sourcetest.Zip(map[string]string{"xl/workbook.xml": "<x", "a": ""}), "R014"},
		"bomb":                 {sourcetest.Zip(map[string]string{"xl/workbook.xml": strings.Repeat(" ", 100<<20)}), "R017"},
		"external":             {sheetOf(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>`, `<row r="1"><c t="inlineStr"><is><t>&e;</t></is></c></row>`), "R014"},
		"rows":                 {sheetOf("", `<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>2</v></c></row>`), "R042"},
		"columns":              {sheetOf("", `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>`), "R042"},
		"one string, all over": {sourcetest.Workbook("", manyCells(20_000, `<c t="s"><v>0</v></c>`), "<si><t>"+strings.Repeat("笑", 10_000)+"</t></si>"), "R042"},
		"merged all over":      {sourcetest.Workbook("", `<row r="1"><c><v>1</v></c></row></sheetData><mergeCells>`+strings.Repeat(`<mergeCell ref="A1:A1048576"/>`, 30_000)+`</mergeCells><sheetData>`, ""), "R042"},
		"deep":                 {sourcetest.Workbook("", "", strings.Repeat("<si>", 300)+strings.Repeat("</si>", 300)), "R017"},
		"entities":             {sourcetest.Workbook(`<!DOCTYPE x [<!ENTITY a "笑"><!ENTITY b "&a;&a;&a;">]>`, `<row><c t="inlineStr"><is><t>&b;</t></is></c></row>`, ""), "R014"},
		"nothing": {workbook(t, func(f *excelize.File) {
			_, _ = f.NewSheet("白紙")
			f.SetActiveSheet(2)
			_ = f.SetSheetVisible("一覧", false)
		}), "R005 R040"},
	} {
		d := source.NewReader(XLSX{}).Bytes(c.b, "a.xlsx")[0]
		if codes(d) != c.want || !d.Failed() {
			t.Errorf("%s: %s, want %s: %+v", name, codes(d), c.want, d.Diagnostics)
		}
	}
	d := source.NewReader(XLSX{}).Bytes(workbook(t, func(f *excelize.File) {
		_ = f.SetCellFormula("一覧", "H3", "1+1")
	}), "a.xlsx")[0]
	if !strings.Contains(codes(d), "R044") {
		t.Errorf("a formula without its result: %s", codes(d))
	}
}

// manyCells is a list of so many rows of one cell.
func manyCells(n int, cell string) string {
	return strings.Repeat("<row>"+cell+"</row>", n)
}

// What a sheet says of its size is not believed, and merged cells reach no further
// than its rows.
func TestSheetThatLies(t *testing.T) {
	rows := `<row r="1"><c r="A1" t="inlineStr"><is><t>点検の記録</t></is></c><c r="B1"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row>`
	b := sourcetest.Workbook("", rows+`</sheetData><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols><mergeCells><mergeCell ref="A1:A1048576"/></mergeCells><sheetData>`, "")
	if d := source.NewReader(XLSX{}).Bytes(b, "a.xlsx")[0]; d.Text() != "点検の記録\t2\n\t3\n" {
		t.Errorf("%q %+v", d.Text(), d.Diagnostics)
	}
}

func sheetOf(prologue, rows string) []byte { return sourcetest.Workbook(prologue, rows, "") }

// Any rows and strings, as no program writes them.
func FuzzXLSX(f *testing.F) {
	f.Add(`<row r="1"><c t="s"><v>0</v></c><c r="B1"><v>1.5</v></c></row>`, `<si><t>答申番号</t></si>`)
	f.Add(`<row r="9" hidden="1"><c r="ZZ1" t="inlineStr"><is><r><t>a</t></r></is></c></row><row/>`, "")
	f.Add(`<row><c s="9" t="b"><f>1+1</f><v>-1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A9"/></mergeCells><sheetData>`, `<si/>`)
	f.Fuzz(func(t *testing.T, rows, shared string) {
		for _, d := range source.NewReader(XLSX{}).Bytes(sourcetest.Workbook("", rows, shared), "a.xlsx") {
			if d.Failed() && len(d.Diagnostics) == 0 {
				t.Fatal("nothing was read and nothing said")
			}
		}
	})
}

// Whatever is typed into cells comes out, whether the table is a list or none.
func FuzzXLSXText(f *testing.F) {
	f.Add("番号", "答申日", "件名", "一\n二")
	f.Add("a", "", "〃", "同上")
	f.Fuzz(func(t *testing.T, a, b, c, d string) {
		cells := []string{a, b, c, d}
		all := ""
		for i, s := range cells {
			cells[i] = strings.Map(func(r rune) rune {
				if r < ' ' && r != '\n' || r == 0xfffe || r == 0xffff || r == 0xfffd || r == '_' {
					return -1
				}
				return r
			}, s)
			all += cells[i]
		}
		got := ""
		for _, d := range source.NewReader(XLSX{}).Bytes(sourcetest.Sheet(cells[:3], cells[1:], cells), "a.xlsx") {
			if d.Failed() && len(d.Diagnostics) == 0 {
				t.Fatal("nothing was read and nothing said")
			}
			got += d.Text()
		}
		if lost := sourcetest.Lost(cells[1]+cells[2]+cells[3]+all, got); got != "" && lost != "" {
			t.Fatalf("lost %s: %q", lost, got)
		}
	})
}
