package docx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/source/docx/numfmt"
	. "github.com/toshin-archive/toshin/internal/source/sourcetest"
)

func lvl(at int, format, text string, more ...string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>`, at, format, strings.Join(more, ""), text)
}

func item(num string, at int, text string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%s"/></w:numPr></w:pPr>%s</w:p>`, at, num, R(text))
}

func TestAutomaticNumbersAreText(t *testing.T) {
	numbering := `<w:abstractNum w:abstractNumId="7">` +
		lvl(0, "decimalFullWidth", "第%1", `<w:pStyle w:val="Dai"/>`) + lvl(1, "decimal", "%2", `<w:suff w:val="nothing"/>`) +
		lvl(2, "decimalFullWidth", "（%3）", `<w:suff w:val="space"/>`) + lvl(3, "aiueoFullWidth", "%4") + lvl(4, "decimalEnclosedCircle", "%5") +
		lvl(5, "decimal", "%2-%6", `<w:isLgl/>`) + lvl(6, "bullet", "\uf0b7") + lvl(7, "none", "") +
		`</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="8">` + lvl(0, "japaneseCounting", "%1、") + lvl(1, "decimal", "%1-%2", `<w:lvlRestart w:val="0"/>`) + `</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>` +
		`<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>` +
		`<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>`
	styles := `<w:style w:styleId="Dai"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="DaiKo"><w:basedOn w:val="Dai"/></w:style>`
	d := read(Docx(
		`<w:p><w:pPr><w:pStyle w:val="DaiKo"/></w:pPr>`+R("審査会の結論")+`</w:p>`+
			item("1", 1, "趣旨")+item("1", 1, "経過")+item("1", 2, "その一")+item("1", 3, "説明")+item("1", 3, "質疑")+item("1", 4, "点")+item("1", 5, "枝")+item("1", 6, "印")+item("1", 7, "無番")+
			`<w:p><w:pPr><w:pStyle w:val="Dai"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`+R("番号を外した段落")+`</w:p>`+
			item("1", 0, "判断")+item("1", 1, "また一から")+item("2", 0, "五から")+item("2", 0, "六")+
			item("3", 0, "漢数字")+item("3", 1, "枝一")+item("3", 0, "漢数字")+item("3", 1, "通し")+item("9", 0, "無い定義"),
		map[string]string{"numbering": numbering, "styles": styles}))
	compare(t, d, `第１ 審査会の結論
1趣旨
2経過
（１） その一
ア 説明
イ 質疑
① 点
2-1 枝
・ 印
無番
番号を外した段落
第２ 判断
1また一から
第５ 五から
第６ 六
一、 漢数字
一-1 枝一
二、 漢数字
二-2 通し
無い定義
`, "")
}

func TestNumberFormats(t *testing.T) {
	for _, c := range []struct {
		format string
		n      int
		want   string
	}{
		{"decimal", 12, "12"}, {"decimalFullWidth", 12, "１２"}, {"decimalZero", 3, "03"}, {"aiueo", 2, "ｲ"}, {"aiueoFullWidth", 46, "ン"},
		{"aiueoFullWidth", 47, "47"}, {"irohaFullWidth", 3, "ハ"}, {"iroha", 1, "ｲ"}, {"japaneseCounting", 10, "十"}, {"japaneseCounting", 1121, "千百二十一"},
		{"japaneseLegal", 13, "壱拾参"}, {"ideographDigital", 30, "三〇"}, {"decimalEnclosedCircle", 21, "㉑"}, {"decimalEnclosedParen", 20, "⒇"},
		{"ideographTraditional", 2, "乙"}, {"upperRoman", 1994, "MCMXCIV"}, {"lowerRoman", 4, "iv"}, {"lowerLetter", 28, "bb"}, {"upperLetter", 26, "Z"},
		{"numberInDash", 3, "- 3 -"}, {"ganada", 5, "5"}, {"none", 5, ""}, {"lowerLetter", 0, "0"},
	} {
		if got := numfmt.Number(c.format, c.n); got != c.want {
			t.Errorf("%s %d: %q, want %q", c.format, c.n, got, c.want)
		}
	}
}
