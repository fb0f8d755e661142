package parse

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/toshin-archive/toshin/internal/parse/minutes"
	"github.com/toshin-archive/toshin/internal/parse/reply"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// The sample archive, and the real records where they are, go to the right parser.
func TestDocumentKinds(t *testing.T) {
	for pattern, kind := range map[string]record.Kind{
		"../../data/records/minutes/*.txt":         record.KindMinutes,
		"../../data/records/replies/*.txt":         record.KindReply,
		"../../../shared/records/*.txt":            record.KindMinutes,
		"../../../shared/records/yokohama/*00.txt": record.KindReply,
	} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			d := source.Bytes(b, filepath.Base(f))
			r, _ := Document(d)
			if r == nil || r.Kind != kind {
				t.Errorf("%s: want %s; minutes score %d, reply score %d", filepath.Base(f), kind, minutes.Score(d), reply.Score(d))
			}
		}
	}
}
