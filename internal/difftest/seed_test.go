package difftest

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/pipeline"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/search"
	"github.com/toshin-archive/toshin/internal/source"
)

// The seed page and the replies in one archive: each query leads to the very
// speech as first hit, here named by a few of its characters.
func TestSeedQueries(t *testing.T) {
	dir := filepath.Join(root, "../shared/records")
	files, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
	if len(files) == 0 {
		t.Log("no real records here")
		return
	}
	more, _ := filepath.Glob(filepath.Join(dir, "*/*.txt"))
	var rs []*record.Record
	seen := map[record.ID]bool{}
	for _, f := range append(files, more...) {
		r, _ := pipeline.Parse(source.File(f, filepath.Base(f)), &archive.Config{})
		if r != nil && !seen[r.ID] {
			seen[r.ID] = true
			rs = append(rs, r)
		}
	}
	ix := filepath.Join(t.TempDir(), "index")
	if _, err := index.Update(context.Background(), ix, kana.Default(), "", rs); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(ix); err != nil {
		t.Fatal(err)
	}
	s, err := search.Open(ix, kana.Default(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for q, has := range map[string]string{
		"コンビニ交付 280件": "280件", "ドライブレコーダー 87台": "87台", "200箇所 見守り": "200箇所",
		"ミラーサーバ": "ミラーサーバー", "弁護士法23条照会": "弁護士法23条照会",
		"図書館システム 答申": "図書館システム", "類型として抽象化": "類型として抽象化",
	} {
		res, err := s.Search(q, search.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(res.Hits) == 0 {
			t.Errorf("%s: nothing", q)
			continue
		}
		if h := res.Hits[0]; !strings.HasPrefix(string(h.Record), "minutes/") || h.Passage == "" || !strings.Contains(h.Snippet, has) {
			t.Errorf("%s: %d, first %s#%s %s", q, res.Total, h.Record, h.Passage, h.Snippet[:min(60, len(h.Snippet))])
		}
	}
}
