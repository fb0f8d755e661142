package gate

import (
	"os"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// redactionMark opens a stretch that must not go out (墨消し).
const redactionMark = "[[墨消し"

// Undone reports what staff asked of a document and this version of toshin
// does not do yet: redactions and corrections. Such a record must not go out
// as if nothing had been asked.
func Undone(d *source.Document, osPath string) []record.Diagnostic {
	var ds []record.Diagnostic
	for _, l := range d.Lines {
		if i := strings.Index(l.Text, redactionMark); i >= 0 {
			ds = append(ds, diag.At("G007", l.N, utf8.RuneCountInString(l.Text[:i])+1, l.Text))
			break
		}
	}
	if _, err := os.Lstat(osPath + ".toml"); err == nil {
		ds = append(ds, diag.At("G008", 0, 0, ""))
	}
	for i := range ds {
		ds[i].File = d.Source.File
	}
	return ds
}
