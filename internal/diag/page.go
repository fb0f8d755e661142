package diag

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// chapters of the page, what staff meet most often first.
var chapters = []struct{ letter, title, about, first string }{
	{"G", "公開できないとき", "承認、墨消し、個人情報についての指摘です。ここが片付くまで、その記録は公開されません。", "G001 G040 G011 G003 G002"},
	{"P", "読み取りを確かめるとき", "会議録や答申の中身の読み取りについての指摘です。元の文書は直さずに、訂正（`ファイル名.toml`）でも補えます（[読み違いを直す](overrides.ja.md)）。", "P001 P130 P120 P101 P103"},
	{"R", "ファイルが読めないとき", "ファイルの形式や文字コードについての指摘です。", "R010 R008 R007 R022 R030 R024"},
	{"A", "アーカイブと台帳", "フォルダーと設定、台帳についての指摘です。", "A002 A004 A005"},
	{"C", "案件と類型", "`data/cases.toml` と `data/types.toml` についての指摘です。", "C020"},
	{"H", "git push が断られたとき", "受け取る前の検査です。断られたときは、何も変わっていません。", ""},
	{"U", "監査の記録", "台帳の変わったことを残す `data/audit.jsonl` についての指摘です。", ""},
}

// Page is the page of all codes in Japanese Markdown: a section a code, with
// what it means, an example as the program prints it, and how to mend it.
func Page() []byte {
	var b bytes.Buffer
	b.WriteString(`# 指摘の一覧

` + "`toshin check`" + ` などが出す指摘の、番号ごとの説明です。画面の指摘は「どのファイルの、何行目の、何文字目か」に続けて、**誤り**・**注意**・**お知らせ**の別と番号を示します。

- **誤り**があると、その記録は公開されません。
- **注意**があっても公開されますが、一度は確かめてください。
- **お知らせ**は、知っておくとよいことです。

例は架空の「見晴市」のものです。このページはプログラムの中の表（` + "`internal/diag`" + `）から作られるので、手で直さないでください。
`)
	all := All()
	for _, c := range chapters {
		var es []Entry
		for code := range strings.FieldsSeq(c.first) {
			e, ok := find(code)
			if !ok {
				panic("diag: no such code: " + code)
			}
			es = append(es, e)
		}
		for _, sev := range []record.Severity{record.Error, record.Warning, record.Info} {
			for _, e := range all {
				if strings.HasPrefix(e.Code, c.letter) && e.Severity == sev && !strings.Contains(c.first, e.Code) {
					es = append(es, e)
				}
			}
		}
		if len(es) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n| 番号 | | 何のことか |\n|---|---|---|\n", c.title, c.about)
		for _, e := range es {
			fmt.Fprintf(&b, "| [%s](#%s) | %s | %s |\n", e.Code, strings.ToLower(e.Code), words["ja"][string(e.Severity)], blank(e.Ja.Message))
		}
		for _, e := range es {
			e.section(&b)
		}
	}
	return b.Bytes()
}

func (e Entry) section(b *bytes.Buffer) {
	fmt.Fprintf(b, "\n### %s\n\n**%s**: %s\n", e.Code, words["ja"][string(e.Severity)], blank(e.Ja.Message))
	hint := e.Ja.Hint
	x, ok := exampleOf(e.Code)
	if ok {
		b.WriteString("\n例:\n\n```\n")
		d := x.diagnostic(e.Code)
		hint, d.Hint = d.Hint, "" // it follows
		printOne(b, words["ja"], d)
		b.WriteString("```\n")
	}
	fmt.Fprintf(b, "\n直し方: %s\n", blank(hint))
	if x.Mend != "" {
		fmt.Fprintf(b, "\n直した例:\n\n```\n%s\n```\n", x.Mend)
	}
}

// blank puts … where the program fills something in.
func blank(s string) string {
	for i := range 10 {
		s = strings.ReplaceAll(s, fmt.Sprintf("{%d}", i), "…")
	}
	return strings.NewReplacer("|", "\\|", "[[", "\\[\\[", "]]", "\\]\\]").Replace(s)
}
