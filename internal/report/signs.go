package report

import (
	"fmt"
	"strings"

	"github.com/toshin-archive/toshin/internal/parse/minutes"
	"github.com/toshin-archive/toshin/internal/source"
)

// signWords tell in words what spoke for what a line became.
var signWords = map[string]map[string]string{
	"ja": {
		minutes.SignNotation: "%s が %s か所に合い、次の %s は %s か所", minutes.SignWord: "項目名「%s」", minutes.SignCell: "表の行の初めの欄",
		minutes.SignLike: "前の項目「%s」と同じ書き方", minutes.SignAgenda: "次第にある「%s」", minutes.SignTag: "案件の番号「%s」",
		minutes.SignBracket: "括弧でくくった見出し", minutes.SignNumber: "見出しの番号の続き", minutes.SignColumns: "名簿の列の見出しの下",
		"name": "氏名", "given": "名", "post": "役職", "body": "所属", "note": "注記", "=": "＝", ",": "、",
	},
	"en": {
		minutes.SignNotation: "%s fits %s places, the next, %s, fits %s", minutes.SignWord: "label %s", minutes.SignCell: "first cell of a row",
		minutes.SignLike: "set like %s", minutes.SignAgenda: "announced: %s", minutes.SignTag: "case %s",
		minutes.SignBracket: "heading in brackets", minutes.SignNumber: "goes on with the numbers", minutes.SignColumns: "under the heads of a roster",
		"name": "name", "given": "given name", "post": "post", "body": "body", "note": "note", "=": "=", ",": ", ",
	},
}

// signs adds to the rows why they became what they did; at is the row of a line.
func (e *Explained) signs(lines []source.Line, at map[int]int, lang string) {
	words := signWords[lang]
	if words == nil {
		words = signWords["ja"]
	}
	for _, s := range minutes.Signs(&source.Document{Lines: lines}) {
		why := ""
		if s.What == minutes.SignPeople {
			var parts []string
			for i := 0; i+1 < len(s.Args); i += 2 {
				parts = append(parts, s.Args[i]+words["="]+words[s.Args[i+1]])
			}
			why = strings.Join(parts, words[","])
		} else {
			args := make([]any, len(s.Args))
			for i, a := range s.Args {
				args[i] = a
			}
			why = fmt.Sprintf(words[s.What], args...)
		}
		if s.Line == 0 {
			e.Why = why
		} else if row, ok := at[s.Line]; ok && e.Lines[row].Why == "" {
			e.Lines[row].Why = why
		} else if ok && !strings.Contains(e.Lines[row].Why, why) {
			e.Lines[row].Why += words[","] + why
		}
	}
}
