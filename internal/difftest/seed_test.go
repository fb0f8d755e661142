package difftest

import (
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/search"
)

// The seed page and the replies in one archive: each query leads to the very
// speech as first hit, here named by a few of its characters.
func TestSeedQueries(t *testing.T) {
	b := realArchive()
	if b == nil {
		t.Logf("no real records beside the repository: %s", realRecords)
		return
	}
	s := b.open(t)
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
