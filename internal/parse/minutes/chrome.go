package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// chromeLines are words of the web page around the record. A line is chrome
// where it begins with one and is no longer than a line of a page's frame.
var chromeLines = strings.Fields(`
ページの先頭 ページトップ このページの先頭 メニューを飛ばして 本文へ 本文ここから ここから本文 本文ここまで 本文はここまで ここまで本文
ソーシャルサイトへのリンク 現在地 現在の位置 現在位置 トップページ ホーム>  大きな文字で印刷 文字サイズ 文字の大きさ あしあと 印刷ページ 印刷用ページ 印刷
共通メニュー サイトマップ シェア ツイート スマートフォン表示 前のページ 検索結果がありません サイト内検索 背景色 Foreign 音声読み上げ
グローバルナビ ナビゲーション ここからサブ サブナビ メニューへ 閲覧支援 読み上げる 言語選択 本文へスキップ`)

// tailLines open the foot of the page: from there on everything is chrome.
var tailLines = strings.Fields(`
お問い合わせ お問い合せ お問合せ お問合わせ 問い合わせ先 このページに関する このページについて このページの作成 PDFの閲覧 PDFファイルの閲覧 PDFファイルをご覧 PDF形式のファイル このページは役に
このページの内容は この情報は役に 見つけやすかった ※上記リンクは ※この用語の解説 情報発信元 Adobe アクロバットリーダー より良いウェブサイト 関連リンク 関連ファイル ダウンロード このサイトに`)

// chrome reports whether line i of the head belongs to the page around the
// paper. Before the title that is also what has no Japanese in it.
func (h *header) chrome(i int) bool {
	s := h.lines[i].text
	if isTrail(s) {
		parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(">＞›»", r) })
		h.trail = textutil.Trim(parts[len(parts)-1])
		return true
	}
	if isChrome(s) || isCalendar(s) {
		return true
	}
	if i+1 < len(h.lines) && isCalendar(h.lines[i+1].text) {
		return true
	}
	if len(h.rec.Header) == 0 && !textutil.Longer(s, 40) && (i == 0 || i < 30) {
		return !strings.ContainsFunc(s, func(r rune) bool {
			return textutil.IsKanji(r) || textutil.IsKatakana(r) || textutil.IsHiragana(r)
		}) && !strings.ContainsFunc(s, func(r rune) bool { return r > 0x3000 && r < 0x3100 })
	}
	return h.mirrored(i)
}

// mirrored knows the words of sites that copy PDFs, between a first title and
// the paper itself: by user, Comments, Transcript.
func (h *header) mirrored(i int) bool {
	if h.zone != "" || i > 40 {
		return false
	}
	s := h.lines[i].text
	if textutil.Longer(s, 40) {
		return false
	}
	for _, r := range s {
		if r > 0x7e {
			return false
		}
	}
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9' })
}

func isChrome(s string) bool {
	return begins(s, chromeLines) && (!strings.HasSuffix(s, "。") || !textutil.Longer(s, 14) || strings.Contains(s, "ページの先頭")) || s == "本文"
}

func isTail(s string) bool { return begins(s, tailLines) }

// isTrail knows where in a site the page stands: ホーム > 市政 > 会議録.
func isTrail(s string) bool {
	if textutil.Longer(s, 160) {
		return false
	}
	return strings.Count(s, " > ")+strings.Count(s, " ＞ ")+strings.Count(s, " › ")+strings.Count(s, " » ") > 1
}

// isCalendar knows the head of a page's calendar: 日 | 月 | 火 … .
func isCalendar(s string) bool {
	if textutil.Longer(s, 40) || !strings.HasPrefix(s, "日") && !strings.HasPrefix(s, "月") {
		return false
	}
	key := strings.NewReplacer("|", "", "｜", "", "曜日", "", "曜", "").Replace(textutil.Key(s))
	return key == "日月火水木金土" || key == "月火水木金土日"
}

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

var (
	pageIDs   = []string{"ページID:", "ページ番号:", "ページID", "ページ番号", "記事ID:", "記事番号:", "コンテンツ番号:", "更新番号:", "ID:"}
	pageDates = []string{"更新日", "最終更新日", "公開日", "掲載日", "初版公開日", "登録日", "ページ更新日", "最終更新", "更新", "掲載"}
)

// pageLine reads what a content system prints of the page itself: its number,
// the day it was put up. That is never the day of the meeting.
func pageLine(s string) (id, date string, ok bool) {
	if textutil.Longer(s, 60) {
		return "", "", false
	}
	f := textutil.Fold(s)
	for _, w := range pageIDs {
		if _, rest, found := strings.Cut(f, w); found && (strings.HasPrefix(f, w) || strings.HasSuffix(w, ":")) {
			rest = textutil.TrimLeft(strings.TrimLeft(textutil.TrimLeft(rest), ":"))
			n := len(rest) - len(strings.TrimLeft(rest, "0123456789-"))
			if n > 0 && (len(rest) == n || len(textutil.Trim(rest[n:])) > 0) {
				id = rest[:n]
				break
			}
		}
	}
	if d, found := jadate.First(s); found {
		before := textutil.Key(s[:d.Start])
		after := textutil.Key(s[d.End:])
		switch {
		case (before == "[" || before == "〔") && (after == "]" || after == "〕"), strings.HasPrefix(after, "更新") && len(after) < 40, strings.HasPrefix(after, "公開") && len(after) < 10, strings.HasPrefix(after, "掲載") && len(after) < 10:
			date = d.ISO()
		default:
			before = strings.TrimRight(before, ":")
			for _, w := range pageDates {
				if strings.HasSuffix(before, w) && !textutil.Longer(before, 30) {
					date = d.ISO()
				}
			}
		}
	}
	return id, date, id != "" || date != ""
}

func (h *header) page(l line, id, date string) {
	if h.rec.Page == nil {
		h.rec.Page = &record.Page{}
	}
	f := record.Field{Name: "page", Text: l.text, Line: l.n}
	if i := strings.LastIndex(textutil.Fold(l.text), id); id != "" && date == "" && len(l.text) == len(textutil.Fold(l.text)) && i > 0 {
		f.Label, f.Text = textutil.Trim(l.text[:i]), l.text[i:]
	}
	if id != "" && h.rec.Page.ID == "" {
		h.rec.Page.ID = id
	}
	if date != "" && h.rec.Page.Date == "" {
		h.rec.Page.Date = date
	}
	// a value never goes on behind it: fields keep the order of the source
	h.rec.Header = append(h.rec.Header, f)
}
