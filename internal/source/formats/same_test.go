package formats_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"

	"github.com/toshin-archive/toshin/internal/parse"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/formats"
	. "github.com/toshin-archive/toshin/internal/source/sourcetest"
)

// block is a piece of a document in no format: a heading, a row of the table at
// its head, or a paragraph.
type block struct {
	heading bool
	label   string // of a row
	text    string
}

// meeting is one meeting, as its clerk wrote it.
var meeting = []block{
	{heading: true, text: "令和５年度　第２回　見晴市記録審議会　会議録"},
	{label: "日時", text: "令和５年10月３日（火）午前10時から午前11時30分まで"},
	{label: "場所", text: "見晴市役所　３階　第一会議室"},
	{label: "出席者", text: "霧原会長、岬委員、灯委員"},
	{label: "欠席者", text: "堤委員"},
	{label: "傍聴者", text: "２名"},
	{label: "議題", text: "諮問案件１　灯台の点検記録の公開について"},
	{heading: true, text: "会議の内容"},
	{text: "１　諮問案件１　灯台の点検記録の公開について"},
	{text: "○霧原会長　それでは、灯台の点検記録を公開してよいかどうかについて、審議を始めます。まず、事務局から配布した資料に沿って説明をお願いします。"},
	{text: "○事務局　点検記録は、平成28年度から毎年作っているもので、検査の手順と、部品ごとの結果が書かれています。公開の請求は、今回が初めてです。"},
	{text: "○岬委員　検査の手順には、鍵の置き場所のように、知られては困ることが書かれているのでしょうか。"},
	{text: "○事務局　鍵の置き場所は、第３章にあります。そのほかの章にはありません。"},
	{text: "○灯委員　それなら、第３章だけを除いて公開すればよいと思います。"},
	{text: "○霧原会長　ほかに意見がなければ、第３章を除いて公開することが適当であると答申します。"},
}

func text(bs []block) string {
	var b strings.Builder
	for i, x := range bs {
		switch {
		case x.label != "":
			b.WriteString(x.label + "　" + x.text + "\n")
		case x.heading && i > 0:
			b.WriteString("\n" + x.text + "\n")
		default:
			b.WriteString(x.text + "\n")
		}
	}
	return b.String()
}

func page(bs []block) string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="ja"><head><meta charset="UTF-8"><title>会議録 - 見晴市</title></head><body><header><a href="/">見晴市</a><nav><a href="/a">くらし</a></nav></header><div id="mol_contents">`)
	table := false
	for i, x := range bs {
		if (x.label != "") != table {
			table = !table
			b.WriteString(map[bool]string{true: "<table>", false: "</table>"}[table])
		}
		switch {
		case x.label != "":
			fmt.Fprintf(&b, "<tr><th>%s</th><td>%s</td></tr>\n", x.label, x.text)
		case x.heading:
			fmt.Fprintf(&b, "<h%d>%s</h%[1]d>\n", 1+min(i, 1), x.text)
		default:
			fmt.Fprintf(&b, "<p>%s</p>\n", x.text)
		}
	}
	return b.String() + `</div><footer><h2>お問い合わせ</h2><p>見晴市総務課</p></footer></body></html>`
}

func word(bs []block) []byte {
	var b strings.Builder
	var rows [][]string
	for _, x := range bs {
		if x.label != "" {
			rows = append(rows, []string{x.label, x.text})
			continue
		}
		if rows != nil {
			b.WriteString(Table(rows...))
			rows = nil
		}
		if x.heading {
			b.WriteString(`<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>` + R(x.text) + `</w:p>`)
			continue
		}
		b.WriteString(P(x.text))
	}
	return Docx(b.String(), map[string]string{"footer1": P("- 1 -")})
}

// print sets the meeting on pages of 38 characters a line, as a word processor
// does: lines are cut where they are full.
func print(bs []block) []byte {
	const width, high = 38, 20
	var lines []string
	for _, x := range bs {
		t := x.text
		if x.label != "" {
			t = x.label + "　" + x.text
		}
		for utf8.RuneCountInString(t) > width {
			r := []rune(t)
			lines = append(lines, string(r[:width]))
			t = string(r[width:])
		}
		lines = append(lines, t)
	}
	var pages []Page
	for n := 1; len(lines) > 0; n++ {
		k := min(high, len(lines))
		p := Lines(lines[:k]...)
		p.Texts = append(p.Texts, Text{X: 280, Y: 40, Size: 9, S: fmt.Sprintf("- %d -", n)})
		pages = append(pages, p)
		lines = lines[k:]
	}
	return PDF(pages...)
}

func markdown(bs []block) string {
	var b strings.Builder
	table := false
	for _, x := range bs {
		if x.label != "" {
			if !table {
				b.WriteString("\n")
			}
			fmt.Fprintf(&b, "| %s | %s |\n", x.label, x.text)
			if !table {
				b.WriteString("|---|---|\n")
			}
			table = true
			continue
		}
		if table {
			b.WriteString("\n")
			table = false
		}
		if x.heading {
			b.WriteString("# " + x.text + "\n\n")
		} else {
			b.WriteString(x.text + "\n")
		}
	}
	return b.String()
}

// bare is the record without what tells the formats apart: where it was read
// from, and on which lines.
func bare(t *testing.T, r *record.Record) string {
	c := *r
	c.Source, c.Residue, c.Page = record.Source{}, nil, nil
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.Name == "Line" {
					v.Field(i).SetInt(0)
				} else if f.IsExported() {
					walk(v.Field(i))
				}
			}
		}
	}
	walk(reflect.ValueOf(&c))
	b, err := json.MarshalIndent(c, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The same meeting gives the same record, whatever it is kept in.
func TestSameMeetingInEveryFormat(t *testing.T) {
	reader := formats.New()
	defer reader.Close()
	sjis, err := japanese.ShiftJIS.NewEncoder().String(strings.ReplaceAll(text(meeting), "\n", "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := ""
	for _, c := range []struct {
		name string
		b    []byte
	}{
		{"a.txt", []byte(text(meeting))},
		{"sjis.txt", []byte(sjis)},
		{"a.html", []byte(page(meeting))},
		{"a.docx", word(meeting)},
		{"a.pdf", print(meeting)},
		{"a.md", []byte(markdown(meeting))},
	} {
		docs := reader.Bytes(c.b, "data/records/"+c.name)
		if len(docs) != 1 || len(docs[0].Diagnostics) > 0 {
			t.Fatalf("%s: %d documents, %+v", c.name, len(docs), docs[0].Diagnostics)
		}
		r, ds := parse.Document(docs[0])
		if r == nil {
			t.Fatalf("%s: %+v\n%s", c.name, ds, docs[0].Text())
		}
		if faults := r.Account(docs[0].Text()); faults != nil {
			t.Errorf("%s: %v", c.name, faults)
		}
		lost(t, c.name, docs[0])
		got := bare(t, r)
		if want == "" {
			want = got
			if r.Date != "2023-10-03" || r.Ordinal != 2 || len(r.Attendees) != 4 || len(r.Items) != 1 || r.Start != "10:00" {
				t.Fatalf("%s: %s", c.name, got)
			}
			continue
		}
		if got != want {
			t.Errorf("%s differs from text:\n%s", c.name, difference(want, got))
		}
	}
}

// lost compares what was read with what the meeting's own text has.
func lost(t *testing.T, name string, d *source.Document) {
	var got strings.Builder
	for _, l := range d.Lines {
		if l.Why == "" {
			got.WriteString(l.Text)
		}
	}
	strip := func(s string) string {
		return strings.Map(func(r rune) rune {
			if record.IsBlank(r) {
				return -1
			}
			return r
		}, s)
	}
	if g, w := strip(got.String()), strip(text(meeting)); g != w {
		t.Errorf("%s: read %q\nwant %q", name, g, w)
	}
}

func difference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	var out []string
	for i := 0; i < max(len(x), len(y)) && len(out) < 20; i++ {
		l, r := "", ""
		if i < len(x) {
			l = x[i]
		}
		if i < len(y) {
			r = y[i]
		}
		if l != r {
			out = append(out, fmt.Sprintf("%d\n- %s\n+ %s", i, l, r))
		}
	}
	return strings.Join(out, "\n")
}
