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
	// TOML
	{"at start of value", "値の書き方が違います。言葉は半角の引用符「\"」で囲みます"},
	{"unterminated", "引用符「\"」が閉じていません"},
	{"expected ']]'", "見出しの「]]」がありません"},
	{"expected ']' to close", "見出しの「]」がありません"},
	{"after array value", "角括弧の中の値の間に、半角のコンマ「,」がありません"},
	{"array is incomplete", "角括弧「]」が閉じていません"},
	{"at start of key", "項目名は半角の英字で書きます"},
	{"expected '=' after key", "項目名の後に「=」がありません"},
	{"is already defined", "同じ項目名が二度あります"},
	{"expected newline", "値の後に余分な文字があります。引用符の閉じ忘れかもしれません"},
	{"invalid escape character", "引用符の中の「\\」は、二つ重ねて書きます"},
	{"dates are expected", "日付は 2018-03-29 のように、引用符を付けずに書きます"},
	{"cannot decode TOML", "値の種類が違います。言葉は \"…\"、並びは [\"…\"]、日付は 2018-03-29 のように書きます"},
	{"unknown key:", "知らない項目名です:"},
	// front matter (YAML)
	{"mapping value", "「:」が二つあります。値を引用符「\"」で囲みます"},
	{"could not find end character", "引用符が閉じていません"},
	{"unexpected key name", "項目名の後に「:」がありません"},
	{"tab character", "タブは使えません。半角の空白で字を下げます"},
	// patterns
	{"missing closing )", "かっこ「)」が閉じていません"},
	{"missing closing ]", "角括弧「]」が閉じていません"},
	{"nested repetition", "「*」「+」「?」が続いています"},
	{"missing argument to repetition", "「*」「+」「?」の前に文字がありません"},
	{"trailing backslash", "終わりに「\\」があります"},

	{"exit status", "変換が途中で終わりました"},
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
