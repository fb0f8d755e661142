package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"sort"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// XLSX is an Excel workbook. Every visible sheet is read; what is hidden in it is
// told and left out.
type XLSX struct{}

// Name of the format.
func (XLSX) Name() string { return "xlsx" }

// Looks knows the container by its main part.
func (XLSX) Looks(b []byte, ext string) float64 {
	excel := source.Has(".xlsx .xlsm", ext)
	switch {
	case source.ZipHas(b, "xl/workbook.xml"):
		return source.Surely
	case excel && source.CFBHas(b, "EncryptedPackage"):
		return source.Surely
	case excel && !source.CFBHas(b, "Workbook"):
		return source.ByName
	}
	return 0
}

// Read takes the cells out as they are shown, with their number formats.
func (XLSX) Read(b []byte, _ string) (docs []*source.Document) {
	if source.CFBHas(b, "EncryptedPackage") {
		return source.Fault("R016")
	}
	z, fault := source.OpenZip(b)
	if fault != nil {
		return []*source.Document{{Diagnostics: []record.Diagnostic{*fault}}}
	}
	defer func() {
		if x := recover(); x != nil { // the library indexes what it reads
			docs = source.Fault("R014", x)
		}
	}()
	w := &book{zip: z, hidden: map[string][]string{}}
	err := wellFormed(z)
	if err == nil {
		err = w.read(b)
	}
	switch {
	case errors.Is(err, errTooLarge):
		return source.Fault("R042", err)
	case errors.Is(err, errTooDeep):
		return source.Fault("R017", fmt.Sprintf("XML, %d", maxDepth))
	case err != nil:
		return source.Fault("R014", err)
	}
	if len(w.docs) == 0 {
		docs = source.Fault("R005")
	} else {
		docs = w.docs
	}
	w.report(docs[0])
	return docs
}

var errTooLarge = errors.New("too many")

// book is the work on one workbook.
type book struct {
	zip    *source.Zip
	docs   []*source.Document
	hidden map[string][]string // what is hidden, by kind
	rows   int
	cells  int
	text   int // bytes of all cells: they may all be one string, written once
}

func (w *book) read(b []byte) error {
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{
		UnzipSizeLimit: 1 << 30, UnzipXMLSizeLimit: 1 << 30, // checked already, and never to a temporary file
		ShortDatePattern: "yyyy/m/d", LongDatePattern: `yyyy"年"m"月"d"日"`, CultureInfo: excelize.CultureNameJaJP,
	})
	if err != nil {
		return err
	}
	defer f.Close()
	sheets := f.GetSheetList()
	for _, name := range sheets {
		if seen, err := f.GetSheetVisible(name); err == nil && !seen {
			w.hidden["シート"] = append(w.hidden["シート"], name)
			continue
		}
		rows, err := w.sheet(f, name)
		if err != nil {
			return err
		}
		label := name
		if len(sheets) == 1 {
			label = ""
		}
		w.docs = append(w.docs, documents(rows, label)...)
	}
	return nil
}

// sheet reads the rows of one sheet that are shown.
func (w *book) sheet(f *excelize.File, name string) ([]row, error) {
	rs, err := f.Rows(name)
	if err != nil {
		return nil, nil // a chart or a dialog
	}
	defer rs.Close()
	var rows []row
	hiddenRows := 0
	columns := map[int]bool{} // whether it is shown
	for n := 1; rs.Next(); n++ {
		if w.rows++; w.rows > maxRows {
			return nil, fmt.Errorf("%w rows: %d", errTooLarge, w.rows)
		}
		cells, err := rs.Columns()
		if err != nil {
			return nil, err
		}
		if w.cells += len(cells); len(cells) > maxColumns || w.cells > maxCells {
			return nil, fmt.Errorf("%w cells: %d", errTooLarge, w.cells)
		}
		for _, c := range cells {
			if w.text += len(c); w.text > maxText {
				return nil, fmt.Errorf("%w: %d MB", errTooLarge, w.text>>20)
			}
		}
		empty := strings.TrimFunc(strings.Join(cells, ""), record.IsBlank) == ""
		if rs.GetRowOpts().Hidden {
			if !empty {
				hiddenRows++
			}
			continue
		}
		for i, c := range cells {
			if c == "" {
				continue
			}
			shown, known := columns[i]
			if !known {
				shown = w.column(f, name, i)
				columns[i] = shown
			}
			if !shown {
				cells[i] = ""
			}
		}
		rows = append(rows, row{n: n, cells: cells})
	}
	if hiddenRows > 0 {
		w.hidden["行"] = append(w.hidden["行"], fmt.Sprintf("%s %d", name, hiddenRows))
	}
	return w.merged(f, name, rows), rs.Error()
}

// column reports whether column i is shown, and notes that it is not.
func (w *book) column(f *excelize.File, sheet string, i int) bool {
	name, err := excelize.ColumnNumberToName(i + 1)
	if err != nil {
		return true
	}
	shown, err := f.GetColVisible(sheet, name)
	if err == nil && !shown {
		w.hidden["列"] = append(w.hidden["列"], sheet+"!"+name)
		return false
	}
	return true
}

// merged marks the cells that are one with the cell above them.
func (w *book) merged(f *excelize.File, sheet string, rows []row) []row {
	ms, err := f.GetMergeCells(sheet, true)
	if err != nil {
		return rows
	}
	marks := 0
	for _, m := range ms {
		x0, y0, err0 := excelize.CellNameToCoordinates(m.GetStartAxis())
		x1, y1, err1 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err0 != nil || err1 != nil || x1 != x0 || y1-y0 > maxRows {
			continue
		}
		from := sort.Search(len(rows), func(i int) bool { return rows[i].n > y0 })
		for i := from; i < len(rows) && rows[i].n <= y1; i++ {
			if marks++; marks > maxCells {
				return rows
			}
			if rows[i].above == nil {
				rows[i].above = map[int]bool{}
			}
			rows[i].above[x0-1] = true
		}
	}
	return rows
}

var unfilled = regexp.MustCompile(`<c [^>]*>(?:<f[^>]*>[^<]*</f>|<f[^>]*/>)</c>`)

// report says what was left out.
func (w *book) report(d *source.Document) {
	for _, kind := range []string{"シート", "列", "行"} {
		if hs := w.hidden[kind]; len(hs) > 0 {
			d.Note("R040", kind, strings.Join(hs, "、"))
		}
	}
	formulas, comments, macros := 0, 0, false
	for _, name := range w.zip.Names() {
		switch {
		case strings.HasPrefix(name, "xl/worksheets/sheet"):
			if b, fault := w.zip.Part(name); fault == nil {
				formulas += len(unfilled.FindAllIndex(b, -1))
			}
		case strings.HasPrefix(name, "xl/comments"):
			if b, fault := w.zip.Part(name); fault == nil {
				comments += bytes.Count(b, []byte("<comment "))
			}
		case strings.HasSuffix(name, "vbaProject.bin"):
			macros = true
		}
	}
	if formulas > 0 {
		d.Note("R044", formulas)
	}
	if comments > 0 {
		d.Note("R019", comments)
	}
	if macros {
		d.Note("R021")
	}
}
