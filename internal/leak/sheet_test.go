package leak_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/toshin-archive/toshin/internal/leak"
)

// What a workbook keeps besides the cells that are seen never goes out: hidden
// rows, columns and sheets, comments, names, and what it says of itself.
func TestWorkbookDoesNotLeak(t *testing.T) {
	v, open := newVault(0), newVault(600)
	x := excelize.NewFile()
	defer x.Close()
	const sheet, hidden = "Sheet1", "Sheet2"
	var errs []error
	set := func(sheet, cell string, value any) { errs = append(errs, x.SetCellValue(sheet, cell, value)) }
	set(sheet, "A1", "見晴市情報公開・個人情報保護審査会　答申一覧")
	for i, head := range []string{"答申番号", "諮問番号", "答申日", "件名", "実施機関", "答申の結果", "メモ"} {
		set(sheet, fmt.Sprintf("%c2", 'A'+i), head)
	}
	for i, title := range []string{open.hide("a row"), v.hide("a hidden row"), v.hide("a row not approved"), open.hide("another row")} {
		row := 3 + i
		for col, s := range []string{fmt.Sprintf("第%d号", 51+i), fmt.Sprintf("諮問第%d号", 50+i), "令和5年6月1日", "「" + title + "の記録」の非公開決定", "見晴市長", "妥当", v.hide("a hidden column")} {
			set(sheet, fmt.Sprintf("%c%d", 'A'+col, row), s)
		}
	}
	_, err := x.NewSheet(hidden)
	errs = append(errs, err)
	set(hidden, "A1", v.hide("a hidden sheet"))
	errs = append(errs,
		x.SetRowVisible(sheet, 4, false), x.SetColVisible(sheet, "G", false), x.SetSheetVisible(hidden, false),
		x.AddComment(sheet, excelize.Comment{Cell: "D3", Author: v.hide("a comment's author"), Text: v.hide("a comment")}),
		x.SetDefinedName(&excelize.DefinedName{Name: v.hide("a name"), RefersTo: sheet + "!$A$1", Comment: v.hide("a name's comment")}),
		x.SetDocProps(&excelize.DocProperties{Creator: v.hide("creator"), LastModifiedBy: v.hide("who changed it"), Title: v.hide("title"), Description: v.hide("description"), Keywords: v.hide("keywords")}),
		x.SetAppProps(&excelize.AppProperties{Company: v.hide("company")}),
		x.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddHeader: "&C" + v.hide("a printed head")}))
	b, err := x.WriteToBuffer()
	if err := errors.Join(append(errs, err)...); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"config.toml":         "title = \"試しの書庫\"\n",
		"data/approvals.toml": "[[approval]]\ncovers = [\"replies/51\", \"replies/52\", \"replies/54\"]\n" + head,
		"data/records/" + v.latin("name of a workbook") + ".xlsx": b.String(),
	})
	built, out := build(t, dir)
	public := map[string]bool{}
	for _, x := range built.Gate.Verdicts {
		public[string(x.ID)] = x.Public
	}
	if len(public) != 3 || !public["replies/51"] || !public["replies/54"] || public["replies/53"] {
		t.Errorf("the records are %v", public)
	}
	search(t, out, v)
	shown := map[string]bool{}
	found, err := leak.Find(out, open.needles())
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range found {
		shown[open.where[l.Needle]] = true
	}
	if len(shown) != 2 {
		t.Errorf("of the two rows only %v went out", shown)
	}
}
