package diag

import "strings"

// causes are what libraries and the machine say went wrong, in Japanese: the
// people who read it do not know what an EOF is. What is not here stays as it is.
// A row with a colon keeps what follows (a number, a name); any other says all.
var causes = []struct{ en, ja string }{
	{"zip: not a valid zip file", "途中で切れているか、この形式のファイルではありません"},
	{"unexpected EOF", "途中で切れています"},
	{"incorrect format", "途中で切れているか、PDF ではありません"},
	{`extraneous or missing " in quoted-field`, "引用符「\"」が閉じていないか、余分にあります"},
	{`bare " in non-quoted field`, "引用符「\"」で囲んでいない所に、引用符があります"},
	{"permission denied", "読み取りの権限がありません"},
	{"no such file or directory", "ファイルがありません"},
	{"not a regular file", "ふつうのファイルではありません"},
	{"illegal base64 data", "中の符号（base64）が壊れています"},
	{"no page in the message", "ウェブページが入っていません"},
	{"malformed MIME header", "保存したページの見出しが壊れています"},
	{"XML syntax error", "中の XML が壊れています"},
	{"checksum error", "中身が壊れています"},
	{"flate: corrupt input", "中身が壊れています"},
	{"no answer within", "時間内に終わりませんでした"},
	{"source file could not be loaded", "LibreOffice がこのファイルを開けません"},
	{"anchors and aliases", "「&」と「*」による参照は使えません"},
	{"sequence end token ']' not found", "角括弧「]」が閉じていません"},
	{"too many rows:", "行の数"},
	{"too many cells:", "セルの数"},
	{"too many merged cells:", "結合したセルの数"},
	{"too many pages or glyphs:", "ページか文字の数"},
	{"too many:", "文字の量"},
}

// cause is a message of a library as Japanese readers know it.
func cause(s string) string {
	for _, c := range causes {
		at := strings.Index(s, c.en)
		switch {
		case at < 0:
		case strings.HasSuffix(c.en, ":"):
			return strings.TrimSpace(s[:at] + c.ja + s[at+len(c.en):])
		default:
			return c.ja
		}
	}
	return s
}
