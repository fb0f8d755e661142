package main

import "strconv"

// counts are the Japanese names of the figures that stages report.
var counts = map[string]string{
	"files":      "ファイル",
	"unreadable": "読めないもの",
	"minutes":    "会議録",
	"replies":    "答申",
	"errors":     "誤り",
	"warnings":   "注意",
	"public":     "公開",
	"withheld":   "公開しない",
	"pages":      "ページ",
	"records":    "記録",
	"passages":   "段落",
	"changed":    "変わったもの",
	"removed":    "外したもの",
	"shards":     "検索ファイル",
	"bytes":      "バイト",
	"written":    "書いたもの",
	"unchanged":  "そのままのもの",
	"cases":      "案件",
	"terms":      "語",
}

func countName(key string) string {
	if s, ok := counts[key]; ok {
		return s
	}
	return key
}

// number writes n with a comma every three digits.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func firstLine(s string, n int) string {
	rs := []rune(s)
	for i, c := range rs {
		if c == '\n' {
			rs = rs[:i]
			break
		}
	}
	if len(rs) > n {
		return string(rs[:n]) + "…"
	}
	return string(rs)
}
