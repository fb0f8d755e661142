package leak_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/toshin-archive/toshin/internal/leak"
	"github.com/toshin-archive/toshin/internal/source/sourcetest"
)

// withProperties adds the properties that a word processor keeps of a file.
func withProperties(t *testing.T, docx []byte, author string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{
		"docProps/core.xml": `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>` +
			author + `</dc:creator><dc:title>` + author + `</dc:title></cp:coreProperties>`,
		"docProps/custom.xml": author,
	}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(b)
	}
	return string(sourcetest.Zip(parts))
}

// withAuthor appends an update to a PDF that names its author and title.
func withAuthor(pdf []byte, author string) string {
	var hex strings.Builder
	for _, u := range utf16.Encode([]rune(author)) {
		fmt.Fprintf(&hex, "%04X", u)
	}
	root := regexp.MustCompile(`/Root \d+ 0 R`).Find(pdf)
	prev := regexp.MustCompile(`startxref\s+(\d+)`).FindAllSubmatch(pdf, -1)
	b := append(append([]byte(nil), pdf...), '\n')
	at := len(b)
	b = fmt.Appendf(b, "900 0 obj\n<< /Author <FEFF%s> /Title <FEFF%s> >>\nendobj\n%% %s\n", hex.String(), hex.String(), author)
	xref := len(b)
	b = fmt.Appendf(b, "xref\n900 1\n%010d 00000 n \ntrailer\n<< /Size 901 %s /Info 900 0 R /Prev %s >>\nstartxref\n%d\n%%%%EOF\n", at, root, prev[len(prev)-1][1], xref)
	return string(b)
}

// What other formats keep beside the text never goes out; marks work in them
// as they do in plain text.
func TestOtherFormatsDoNotLeak(t *testing.T) {
	v, open := newVault(0), newVault(600)
	P, R := sourcetest.P, sourcetest.R
	paragraphs := func(text string) string {
		var b strings.Builder
		for l := range strings.Lines(text) {
			b.WriteString(P(strings.TrimRight(l, "\n")))
		}
		return b.String()
	}
	docx := sourcetest.Docx(paragraphs(letter(1, "街路樹の記録", open.hide("docx")+"を求める。"))+
		`<w:p>`+R("残す。")+`<w:del><w:r><w:delText>`+v.hide("tracked deletion")+`</w:delText></w:r></w:del></w:p>`+
		`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>`+v.hide("hidden text")+`</w:t></w:r>`+R("見える。")+`</w:p>`+
		`<w:p>`+R("[[墨消し:")+R("氏名]]"+v.hide("mark over runs"))+R(v.hide("second run")+"[")+R("[/]]が述べた。")+`</w:p>`,
		map[string]string{"comments": `<w:comment w:id="0" w:author="` + v.hide("comment's author") + `">` + P(v.hide("comment")) + `</w:comment>`})

	web := "<html><head><title>答申第2号</title><meta name=\"author\" content=\"" + v.hide("meta") + "\"></head><body><!-- " + v.hide("html comment") + " --><script>var a = \"" + v.hide("script") + "\"</script>" +
		"<p style=\"display:none\">" + v.hide("hidden element") + "</p><p>" +
		strings.ReplaceAll(html.EscapeString(letter(2, "街路樹の記録", open.hide("html")+"を求める。")), "\n", "</p>\n<p>") +
		"</p><p title=\"" + v.hide("title attribute") + "\">[[墨消し:氏名]]<b>" + v.hide("mark over elements") + "</b>[[/]]が述べた。</p></body></html>"

	lines := append(strings.Split(strings.TrimRight(letter(3, "街路樹の記録", open.hide("pdf")+"を求める。"), "\n"), "\n"), "[[墨消し:氏名]]"+v.hide("mark in pdf")+"[[/]]が述べた。")
	page := sourcetest.Lines(lines...)
	// one with words painted over stays in as a whole
	painted := sourcetest.Lines(strings.Split(letter(4, "街路樹の記録", v.hide("beside a black box")), "\n")...)
	painted.Texts = append(painted.Texts, sourcetest.Text{X: 72, Y: 40, Size: 10, S: v.hide("text under a black box")})
	painted.Boxes = append(painted.Boxes, sourcetest.Box{X: 60, Y: 30, W: 200, H: 30})

	csv := "見晴市情報公開・個人情報保護審査会　答申一覧\n答申番号,諮問番号,答申日,件名,実施機関,答申の結果\n" +
		"第41号,諮問第40号,令和5年6月1日,「" + open.hide("csv") + "の記録」の非公開決定,見晴市長,妥当\n" +
		"第42号,諮問第41号,令和5年6月1日,「[[墨消し:氏名]]" + v.hide("mark in a list") + "[[/]]の記録」の非公開決定,見晴市長,妥当\n" +
		"第43号,諮問第42号,令和5年6月1日,「" + v.hide("a row not approved") + "の記録」の非公開決定,見晴市長,妥当\n"

	dir := t.TempDir()
	write(t, dir, map[string]string{
		"config.toml":         "title = \"試しの書庫\"\n",
		"data/approvals.toml": "[[approval]]\ncovers = [\"replies/1\", \"replies/2\", \"replies/3\", \"replies/4\", \"replies/41\", \"replies/42\"]\n" + head,
		"data/records/" + v.latin("name of a docx") + ".docx": withProperties(t, docx, v.hide("property")),
		"data/records/" + v.latin("name of a page") + ".html": web,
		"data/records/" + v.latin("name of a pdf") + ".pdf":   withAuthor(sourcetest.PDF(page), v.hide("pdf metadata")),
		"data/records/painted.pdf":                            string(sourcetest.PDF(painted)),
		"data/records/" + v.latin("name of a list") + ".csv":  csv,
	})
	b, out := build(t, dir)
	public := map[string]bool{}
	for _, x := range b.Gate.Verdicts {
		public[string(x.ID)] = x.Public
	}
	for id, want := range map[string]bool{"replies/1": true, "replies/2": true, "replies/3": true, "replies/4": false, "replies/41": true, "replies/42": true, "replies/43": false} {
		if got, known := public[id]; !known || got != want {
			t.Errorf("%s: public %v, known %v", id, got, known)
			for _, d := range b.Diagnostics {
				t.Logf("%s %d:%d %s %s", d.File, d.Line, d.Column, d.Code, d.Message)
			}
		}
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
	if len(shown) != 4 {
		t.Errorf("of the four files only the text of %v went out", shown)
	}
}
