package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// chromeLines are words of the web page around the record. A line is chrome
// where it begins with one and is no longer than a line of a page's frame.
var chromeLines = strings.Fields(`
ページの先頭 ページトップ このページの先頭 メニューを飛ばして 本文へ 本文ここから ここから本文 本文ここまで
ソーシャルサイトへのリンク 現在地 現在の位置 トップページ 大きな文字で印刷 文字サイズ あしあと 印刷ページ 印刷
共通メニュー サイトマップ シェア ツイート スマートフォン表示 前のページ 検索結果がありません`)

// tailLines open the foot of the page: from there on everything is chrome.
var tailLines = strings.Fields(`
お問い合わせ お問い合せ お問合せ このページに関する このページについて PDFの閲覧 PDFファイルの閲覧 このページは役に
※上記リンクは 情報発信元 Adobe`)

func isChrome(s string) bool { return begins(s, chromeLines) && !strings.HasSuffix(s, "。") }

func isTail(s string) bool { return begins(s, tailLines) }

func begins(s string, words []string) bool {
	if textutil.Longer(s, 60) {
		return false
	}
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// isFurniture knows page numbers: - 3 -, －１１－, 1 / 17.
func isFurniture(s string) bool {
	if textutil.Longer(s, 12) {
		return false
	}
	key := textutil.Key(s)
	if a, b, ok := strings.Cut(key, "/"); ok {
		_, x := jadate.Int(a)
		_, y := jadate.Int(b)
		return x && y
	}
	inner := strings.Trim(key, "-－―‐−ー─–")
	if inner == key || len(inner) == 0 {
		return false
	}
	_, ok := jadate.Int(inner)
	return ok
}

var pageIDs = []string{"ページID:", "ページ番号:", "ページID", "ID:", "記事番号:"}
var pageDates = []string{"更新日", "最終更新日", "公開日", "掲載日", "初版公開日", "登録日"}

// pageLine reads what a content system prints of the page itself: its number,
// the day it was put up. That is never the day of the meeting.
func pageLine(s string) (id, date string, size int) {
	if textutil.Longer(s, 40) {
		return "", "", 0
	}
	f := textutil.Fold(s)
	for _, w := range pageIDs {
		if rest, ok := strings.CutPrefix(f, w); ok {
			rest = textutil.Trim(rest)
			if rest != "" && strings.Trim(rest, "0123456789-") == "" {
				return rest, "", len(s) - len(rest)
			}
		}
	}
	if d, ok := jadate.First(s); ok {
		before := textutil.Key(s[:d.Start])
		if (before == "[" || before == "〔") && strings.ContainsAny(s[d.End:], "]］〕") {
			return "", d.ISO(), 1
		}
		for _, w := range pageDates {
			if strings.HasPrefix(before, w) {
				return "", d.ISO(), 1
			}
		}
	}
	return "", "", 0
}
