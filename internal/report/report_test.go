package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/record"
)

func TestReport(t *testing.T) {
	x := &record.Record{Kind: record.KindReply, ID: "replies/3", Title: "灯台 <の> 記録",
		Source:      record.Source{File: "data/records/a.docx", Format: "docx", Confidence: 1},
		Header:      []record.Field{{Label: "番号", Text: "答申第３号"}},
		Residue:     []record.Residue{{Text: "見晴市 ホーム", Why: record.WhyChrome}},
		Diagnostics: []record.Diagnostic{{Code: "R018", Severity: record.Warning, File: "data/records/a.docx", Message: "変更履歴"}},
	}
	ds := append([]record.Diagnostic{{Code: "R016", Severity: record.Error, File: "data/records/b.pdf", Message: "パスワード"}}, x.Diagnostics...)
	r := New(2, []*record.Record{x}, ds, &gate.Result{Verdicts: []gate.Verdict{{ID: "replies/3", Reasons: []record.Diagnostic{{Message: "承認がありません"}}}}})
	b, err := r.JSON()
	if err != nil {
		t.Fatal(err)
	}
	var back Report
	if err := json.Unmarshal(b, &back); err != nil || len(back.Rows) != 2 {
		t.Fatalf("%v %s", err, b)
	}
	row := back.Rows[0]
	if row.Placed != 7 || row.Residue[record.WhyChrome] != 6 || row.Format != "docx" || row.Public || row.Why[0] != "承認がありません" || back.Errors != 1 || back.Formats["docx"] != 1 {
		t.Errorf("%s", b)
	}
	if back.Rows[1].ID != "" || back.Rows[1].Found[0].Code != "R016" {
		t.Errorf("a file without a record: %+v", back.Rows[1])
	}
	page, err := r.HTML()
	if err != nil {
		t.Fatal(err)
	}
	if l := r.Rows[1].Look(); l != "none" {
		t.Errorf("a file without a record calls for a look: %q", l)
	}
	if !strings.Contains(string(page), `<li><a href="#r2"><code>data/records/b.pdf</code></a>: 記録になりませんでした</li>`) || strings.Contains(string(page), "<script") {
		t.Errorf("what to see first is not told: %s", page)
	}
	if len(r.Codes) != 2 || r.Codes[0].Code != "R016" || r.Codes[0].Files != 1 {
		t.Errorf("codes: %+v", r.Codes)
	}
	for _, want := range []string{"概要の欄 1", "replies/3", "灯台 &lt;の&gt; 記録", "docx", "100%", "ウェブページの枠 6", "R018", "記録になりませんでした", "承認がありません"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}
