// Package formats is the table of all kinds of file that toshin reads. It stands
// apart from package source because some of them bring heavy libraries.
package formats

import (
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/docx"
	"github.com/toshin-archive/toshin/internal/source/html"
	"github.com/toshin-archive/toshin/internal/source/markdown"
	"github.com/toshin-archive/toshin/internal/source/office"
	"github.com/toshin-archive/toshin/internal/source/pdf"
	"github.com/toshin-archive/toshin/internal/source/sheet"
)

// New makes a reader of every format; Close it when done. Of rows that are
// equally sure of a file the first one reads it.
func New() *source.Reader {
	return source.NewReader(
		source.Text{},
		docx.Format{},
		html.Format{},
		&pdf.Format{},
		sheet.XLSX{},
		sheet.CSV{},
		markdown.Format{},
		&office.Format{To: map[string]source.Format{"docx": docx.Format{}, "xlsx": sheet.XLSX{}}},
	)
}
