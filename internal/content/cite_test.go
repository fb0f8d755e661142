package content

import (
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/biblio"
	"github.com/toshin-archive/toshin/internal/record"
)

// The page's quotation is that of the record without the parts of a passage,
// and that of the passage with them.
func TestCiteParts(t *testing.T) {
	r := &record.Record{Kind: record.KindReply, ID: "replies/h30-3", Council: "見晴市審議会", Title: "記録 - について", Date: "2019-03-20"}
	for _, base := range []string{"", "https://example.jp/"} {
		a := &atlas{cfg: &archive.Config{Title: "書庫", City: "見晴市", BaseURL: base}}
		whole := a.entry(r)
		part := whole.At(record.Passage{ID: "s0002"})
		want := map[string][2]string{"ja": {whole.Japanese(), part.Japanese()}}
		for _, f := range biblio.Formats {
			want[f.Name] = [2]string{f.Write(whole), f.Write(part)}
		}
		for _, v := range a.citesFor(r) {
			without, with := "", ""
			for _, p := range v.Parts {
				if !p.At {
					without += p.Text
				}
				with += strings.NewReplacer(passageMark, "s0002", saidMark, part.Said).Replace(p.Text)
			}
			if without != want[v.Name][0] {
				t.Errorf("%s, the record:\n got %s\nwant %s", v.Name, without, want[v.Name][0])
			}
			if with != want[v.Name][1] {
				t.Errorf("%s, the passage:\n got %s\nwant %s", v.Name, with, want[v.Name][1])
			}
		}
	}
}
