package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/formats"
)

// Reader reads files of every format, with the archive's own characters (外字) put
// right by its table. The diagnostics are the table's. Close it when done.
func Reader(a *archive.Archive) (*source.Reader, []record.Diagnostic, error) {
	b, err := os.ReadFile(a.Path(archive.GaijiFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fmt.Errorf("read: %w", err)
	}
	g, ds := source.ReadGaiji(b, archive.GaijiFile)
	return formats.New().With(g), ds, nil
}
