package html

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// begins and ends are how pages mark their main part for those who hear it.
var (
	begins = keys("ここから本文です ここから本文 本文ここから ここから本文です。 本文開始 本文ここから。 メインコンテンツ開始")
	ends   = keys("本文ここまで ここまで本文です ここまでが本文です ここまで本文 本文ここまで。 ここまでが本文です。 本文終了")
)

// headWords are lines of the page's frame that stand above the record, tailWords
// open its foot.
var (
	headWords = keys(`ページの先頭です ページの先頭 本文へ 本文へ移動 メニューを飛ばして本文へ 本文へスキップ 本文へスキップします 現在地 現在の位置 印刷 印刷する 印刷用ページ
		大きな文字で印刷 印刷ページ表示 大きな文字で印刷ページ表示 文字サイズ 文字サイズ変更 あしあと ソーシャルサイトへのリンク シェア シェアする ツイート Tweet LINEで送る いいね!
		このページを印刷する ページを印刷 音声読み上げ ふりがなをつける 閲覧支援`)
	tailWords = keys(`お問い合わせ お問い合わせ先 お問合せ お問合せ先 お問い合せ お問い合せ先 問い合わせ先 問合せ先 このページに関するお問い合わせ このページに関するお問い合わせ先 このページに関する問い合わせ先
		この記事に関するお問い合わせ先 このページについてのお問い合わせ このページの問い合わせ先 このページに関するアンケート アンケート このページについてのアンケート このページは役に立ちましたか このページは役に立ちましたか?
		このページの情報は役に立ちましたか? このページはお役に立ちましたか? ページの先頭へ ページの先頭へ戻る ページトップへ このページの先頭へ このページのトップへ 先頭へ戻る 前のページに戻る 前のページへ戻る 一覧へ戻る 関連リンク 関連情報 関連ページ 関連記事
		みなさまのご意見をお聞かせください より良いウェブサイトにするためにみなさまのご意見をお聞かせください よりよいホームページにするために皆様のご意見をお聞かせください`)
	readerNote = regexp.MustCompile(`Adobe.{0,12}Reader|PDFの?(?:ファイルの)?閲覧|PDFファイルをご覧`)
	sentence   = regexp.MustCompile(`。$`)
)

// trim marks what stands before and behind the main part by the words that pages
// put there, where structure left it in.
func (p *page) trim() {
	from, to := 0, len(p.lines)
	for i, l := range p.lines {
		if len(l.text) > 90 {
			continue
		}
		switch key := textutil.Key(l.text); {
		case begins[key] && from == 0:
			from = i + 1
		case ends[key] && i > from:
			to = min(to, i)
		}
	}
	if from > 0 && to-from < 3 { // the marks hold next to nothing
		from, to = 0, len(p.lines)
	}
	if from > 0 {
		p.whole = false
	}
	for i := range p.lines {
		if i < from || i >= to {
			p.lines[i].chrome = true
		}
	}
	p.foot()
	for i := range p.lines {
		if key := textutil.Key(p.lines[i].text); !p.lines[i].chrome && headWords[key] {
			p.lines[i].chrome = true
		}
	}
}

// foot marks the foot of the main part: from a line that opens one, if what
// follows is short and no speech.
func (p *page) foot() {
	var own []int
	for i, l := range p.lines {
		if !l.chrome && l.text != "" {
			own = append(own, i)
		}
	}
	const longest = 40
	for k := max(len(own)-longest, (len(own)+1)/2); k < len(own); k++ {
		l := p.lines[own[k]]
		if !tailWords[textutil.Key(l.text)] && !(readerNote.MatchString(l.text) && !textutil.Longer(l.text, 120)) {
			continue
		}
		prose := 0
		for _, i := range own[k:] {
			if sentence.MatchString(p.lines[i].text) && textutil.Longer(p.lines[i].text, 60) {
				prose++
			}
		}
		if prose > 3 {
			continue
		}
		for _, i := range own[k:] {
			p.lines[i].chrome = true
		}
		return
	}
}

// keys are the words of a list, folded as the lines they are looked for in.
func keys(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[textutil.Key(w)] = true
	}
	return m
}

// titled reports whether a line may be the title of a record.
func titled(s string) bool {
	return strings.Contains(s, "録") || strings.Contains(s, "答申") || strings.Contains(s, "第") && strings.Contains(s, "回") ||
		strings.Contains(s, "要旨") || strings.Contains(s, "概要")
}

// siteName is the site's own name behind or before the page's in <title>.
var siteName = regexp.MustCompile(`\s*[|｜／/\-－–—:：]\s*`)

// title gives the record a heading where its main part has none: the page's
// <h1>, else the page's own part of <title>.
func (p *page) title() {
	first, seen := -1, 0
	for i, l := range p.lines {
		if l.chrome || l.text == "" {
			continue
		}
		if first < 0 {
			first = i
		}
		if seen++; seen > 3 {
			break
		}
		if l.heading > 0 && (seen == 1 || titled(l.text)) || titled(l.text) && !textutil.Longer(l.text, 80) && !sentence.MatchString(l.text) {
			return
		}
	}
	if first < 0 {
		return
	}
	for i := first - 1; i >= 0; i-- {
		l := &p.lines[i]
		if l.heading == 1 && (titled(l.text) || p.head != "" && strings.HasPrefix(p.head, l.text)) {
			l.chrome = false
			return
		}
	}
	best := ""
	for _, part := range siteName.Split(p.head, -1) {
		if titled(part) && len(part) > len(best) {
			best = part
		}
	}
	if best == "" {
		return
	}
	for _, l := range p.lines {
		if strings.Contains(textutil.Key(l.text), textutil.Key(best)) {
			return // it stands in the text
		}
	}
	p.lines = append([]line{{text: best, heading: 1}}, p.lines...)
}

var pageID = regexp.MustCompile(`(?:ページ(?:番号|ID)|記事番号|ID)[:：]?\s*([0-9][0-9-]*)`)

// about is what the page says of itself outside of the record.
func (p *page) about() *record.Page {
	var about record.Page
	for _, l := range p.lines {
		if !l.chrome || textutil.Longer(l.text, 80) {
			continue
		}
		s := textutil.Fold(l.text)
		if m := pageID.FindStringSubmatch(s); m != nil && about.ID == "" {
			about.ID = m[1]
		}
		for _, w := range []string{"更新日", "掲載日", "公開日", "登録日"} {
			if i := strings.Index(s, w); i >= 0 && about.Date == "" {
				if d, ok := jadate.First(s[i:]); ok {
					about.Date = d.ISO()
				}
			}
		}
	}
	if about == (record.Page{}) {
		return nil
	}
	return &about
}
