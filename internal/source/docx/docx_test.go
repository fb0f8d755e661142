package docx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/source"
	. "github.com/toshin-archive/toshin/internal/source/sourcetest"
)

func read(b []byte) *source.Document {
	return source.NewReader(Format{}).Bytes(b, "data/records/a.docx")[0]
}

// show is the lines as a golden text: heading level, reason, text.
func show(d *source.Document) string {
	var b strings.Builder
	for _, l := range d.Lines {
		if l.Heading > 0 {
			fmt.Fprintf(&b, "h%d ", l.Heading)
		}
		if l.Why != "" {
			fmt.Fprintf(&b, "(%s) ", l.Why)
		}
		b.WriteString(l.Text + "\n")
	}
	return b.String()
}

func codes(d *source.Document) string {
	var cs []string
	for _, x := range d.Diagnostics {
		cs = append(cs, x.Code)
	}
	return strings.Join(cs, " ")
}

func compare(t *testing.T, d *source.Document, want, diagnostics string) {
	t.Helper()
	if got := show(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := codes(d); got != diagnostics {
		t.Errorf("diagnostics %q, want %q: %+v", got, diagnostics, d.Diagnostics)
	}
}

const headingStyles = `<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="Sub"><w:name w:val="見出し細"/><w:basedOn w:val="H1"/></w:style>
<w:style w:styleId="Ghost"><w:name w:val="ghost"/><w:rPr><w:vanish/></w:rPr></w:style>`

func TestParagraphsHeadingsTables(t *testing.T) {
	d := read(Docx(
		`<w:p><w:pPr><w:pStyle w:val="Sub"/></w:pPr>`+R("会　議　録")+`</w:p>`+
			Table([]string{"日　時", "令和５年10月３日"}, []string{"出席者", "岬委員\n霧原委員"}, []string{"", "", ""})+
			P("")+
			`<w:p>`+R("【会長】")+`<w:r><w:tab/></w:r>`+R("開会します。")+`<w:r><w:br/></w:r>`+R("続けます。")+`</w:p>`+
			`<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr>`+R("議題")+`</w:p>`+
			`<w:sdt><w:sdtPr/><w:sdtContent>`+P("枠の中の文")+`</w:sdtContent></w:sdt>`+
			`<w:p><w:hyperlink r:id="x">`+R("資料１")+`</w:hyperlink><w:r><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0E8"/></w:r></w:p>`,
		map[string]string{"styles": headingStyles}))
	compare(t, d, `h1 会　議　録
日　時	令和５年10月３日
出席者	岬委員
霧原委員


【会長】	開会します。
続けます。
h3 議題
枠の中の文
資料１-→
`, "")
	if d.Source.Format != "docx" || d.Source.Confidence != 1 {
		t.Errorf("%+v", d.Source)
	}
}

// What was deleted, or hidden, or only remarked, must not come out anywhere.
func TestTrackedChangesHiddenTextComments(t *testing.T) {
	d := read(Docx(
		`<w:p>`+R("原案のとおり")+`<w:del><w:r><w:delText>否決秘</w:delText></w:r></w:del><w:ins>`+R("可決")+`</w:ins>`+R("した。")+`</w:p>`+
			`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>消した段落秘</w:delText></w:r></w:del></w:p>`+
			`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+R("二つの段落が")+`</w:p>`+P("一つになる。")+
			`<w:p><w:moveFrom>`+R("移す前秘")+`</w:moveFrom><w:moveTo>`+R("移した後")+`</w:moveTo></w:p>`+
			`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隠し文字秘</w:t></w:r>`+R("見える。")+`</w:p>`+
			`<w:p><w:pPr><w:pStyle w:val="Ghost"/></w:pPr>`+R("隠し段落秘")+`</w:p>`+
			`<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>`+P("消した行秘")+`</w:tc></w:tr><w:tr><w:tc>`+P("残した行")+`</w:tc></w:tr></w:tbl>`+
			`<w:del><w:p>`+R("秘")+`</w:p></w:del>`+
			`<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>書式だけの変更</w:t></w:r></w:p>`,
		map[string]string{"styles": headingStyles, "comments": `<w:comment w:id="0">` + P("内輪の話秘") + `</w:comment>`}))
	compare(t, d, "原案のとおり可決した。\n二つの段落が一つになる。\n移した後\n見える。\n残した行\n\n書式だけの変更\n", "R018 R019 R020")
	if s := fmt.Sprintf("%+v", d); strings.Contains(s, "秘") {
		t.Errorf("it leaks: %s", s)
	}
}

// Letters on black are no redaction; light letters on black are a design.
func TestTextOnBlackIsLeftOut(t *testing.T) {
	run := func(props, text string) string {
		return `<w:r><w:rPr>` + props + `</w:rPr><w:t>` + text + `</w:t></w:r>`
	}
	d := read(Docx(`<w:p>`+R("申立人は")+run(`<w:highlight w:val="black"/>`, "霧原秘子")+run(`<w:shd w:val="clear" w:fill="000000"/>`, "秘")+
		run(`<w:shd w:val="clear" w:fill="1F1F1F"/><w:color w:val="FFFFFF"/>`, "白い字")+run(`<w:highlight w:val="yellow"/>`, "黄色")+R("である。")+`</w:p>`, nil))
	compare(t, d, "申立人は白い字黄色である。\n", "R031")
	if strings.Contains(fmt.Sprintf("%+v", d), "秘") {
		t.Error("it leaks")
	}
}

func TestRubyIsAReading(t *testing.T) {
	d := read(Docx(P("題")+`<w:p>`+R("会長の")+`<w:r><w:ruby><w:rubyPr/><w:rt>`+R("きりはら")+`</w:rt><w:rubyBase>`+R("霧原")+`</w:rubyBase></w:ruby></w:r>`+
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \* jc2 \* "Font:ＭＳ 明朝" \* hps10 \o\ad(\s\up 9(みさき),岬)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`+
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \o\ac(○,案)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`+R("です。")+`</w:p>`, nil))
	compare(t, d, "題\n会長の霧原岬案です。\n", "")
	if got := fmt.Sprint(d.Readings); got != "[{霧原 きりはら 2} {岬 みさき 2}]" {
		t.Errorf("readings %s", got)
	}
}

func TestNotesBoxesFurniture(t *testing.T) {
	box := `<w:txbxContent>` + P("枠の文") + `</w:txbxContent>`
	d := read(Docx(
		`<w:p>`+R("本文")+`<w:r><w:footnoteReference w:id="2"/></w:r>`+R("の続き。")+`</w:p>`+
			`<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>`+box+`</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>`+box+`</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`+R("枠の前の文")+`</w:p>`+
			`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+R("結果")+`<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>`,
		map[string]string{
			"footnotes": `<w:footnote w:type="separator" w:id="0">` + P("") + `</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>` + R(" 条例の第７条") + `</w:p></w:footnote>`,
			"header1":   P("見晴市記録審議会"), "header2": P("見晴市記録審議会"),
			"footer1": `<w:p>` + R("- ") + `<w:fldSimple w:instr="PAGE">` + R("3") + `</w:fldSimple>` + R(" -") + `</w:p>`,
		}))
	compare(t, d, "(page-furniture) 見晴市記録審議会\n本文（注1）の続き。\n枠の前の文\n枠の文\n結果\n\n（注1）条例の第７条\n(page-furniture) - 3 -\n", "R026")
}

func TestFaults(t *testing.T) {
	deep := strings.Repeat("<w:ins>", 400) + strings.Repeat("</w:ins>", 400)
	bomb := Zip(map[string]string{"word/document.xml": `<w:document>` + strings.Repeat(" ", 100<<20) + `</w:document>`})
	encrypted := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")...)
	whole := Docx(P("本文"), nil)
	for name, c := range map[string]struct {
		b    []byte
		want string
	}{
		"empty file":    {nil, "R005"},
		"no zip":        {[]byte("PK but not really"), "R014"},
		"cut off":       {whole[:len(whole)-40], "R014"},
		"no document":   {Zip(map[string]string{"word/document.txt": "x"}), "R014"},
		"not XML":       {Zip(map[string]string{"word/document.xml": "<w:document><w:p></w:document>"}), "R014"},
		"deep":          {Docx("<w:p>"+deep+"</w:p>", nil), "R017"},
		"deep blocks":   {Docx(deep, nil), "R017"},
		"bomb":          {bomb, "R017"},
		"encrypted":     {encrypted, "R016"},
		"blank":         {Docx(P(" ")+P("　"), nil), "R005"},
		"external":      {Docx(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:p><w:r><w:t>&e;</w:t></w:r></w:p>`, nil), "R014"},
		"laughs":        {Docx(`<!DOCTYPE x [<!ENTITY a "笑"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><w:p><w:r><w:t>&c;</w:t></w:r></w:p>`, nil), "R014"},
		"endless runs":  {Docx("<w:p>"+strings.Repeat("<w:r/>", 1<<20)+"</w:p>", nil), "R017"},
		"outside entry": {Zip(map[string]string{"../../word/document.xml": "<x/>"}), "R014"},
	} {
		d := read(c.b)
		if codes(d) != c.want || !d.Failed() {
			t.Errorf("%s: %s, want %s; %q", name, codes(d), c.want, d.Text())
		}
	}
	macro := Zip(map[string]string{"word/document.xml": part(P("本文")), "word/vbaProject.bin": "x"})
	if d := read(macro); codes(d) != "R021" || d.Text() != "本文\n" {
		t.Errorf("macro: %s %q", codes(d), d.Text())
	}
}

func part(body string) string {
	return `<w:document ` + WordNS + `><w:body>` + body + `</w:body></w:document>`
}

func FuzzDocx(f *testing.F) {
	f.Add(part(P("会議録")+Table([]string{"日時", "a\nb"})), `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="aiueo"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>`)
	f.Add(part(`<w:p><w:del/></w:p><w:tbl><w:tr/></w:tbl>`), "")
	f.Fuzz(func(t *testing.T, document, numbering string) {
		d := read(Zip(map[string]string{"word/document.xml": document, "word/numbering.xml": `<w:numbering>` + numbering + `</w:numbering>`,
			"word/_rels/document.xml.rels": `<R><Relationship Id="1" Type="x/numbering" Target="numbering.xml"/></R>`}))
		if d.Failed() && len(d.Diagnostics) == 0 {
			t.Fatal("nothing was read and nothing said")
		}
		for i, l := range d.Lines {
			if l.N != i+1 || strings.Contains(l.Text, "\n") {
				t.Fatalf("line %d: %+v", i+1, l)
			}
		}
	})
}

// Whatever is typed comes out, wherever in the document it stands.
func FuzzDocxText(f *testing.F) {
	f.Add("会議録", "日　時\n場所", "注の文")
	f.Add("a\tb", "", "&<>")
	f.Fuzz(func(t *testing.T, text, cell, note string) {
		for _, s := range []*string{&text, &cell, &note} {
			*s = strings.Map(func(r rune) rune {
				if r < ' ' && r != '\t' && r != '\n' || r == 0xfffe || r == 0xffff || r == 0xfffd {
					return -1
				}
				return r
			}, *s)
		}
		box := `<mc:AlternateContent><mc:Choice><w:drawing><a:x><wps:txbx><w:txbxContent>` + P(text) + `</w:txbxContent></wps:txbx></a:x></w:drawing></mc:Choice><mc:Fallback><w:pict>` + P(text) + `</w:pict></mc:Fallback></mc:AlternateContent>`
		d := read(Docx(P(text)+Table([]string{cell, text}, []string{"", cell})+`<w:p><w:ins>`+R(cell)+`</w:ins><w:r><w:footnoteReference w:id="1"/></w:r><w:r>`+box+`</w:r></w:p>`,
			map[string]string{"footnotes": `<w:footnote w:id="1">` + P(note) + `</w:footnote>`, "header1": P(note)}))
		if d.Failed() && len(d.Diagnostics) == 0 {
			t.Fatal("nothing was read and nothing said")
		}
		if lost := Lost(strings.Repeat(text, 3)+strings.Repeat(cell, 3)+note, d.Text()); !d.Failed() && lost != "" {
			t.Fatalf("lost %s: %q", lost, d.Text())
		}
	})
}
