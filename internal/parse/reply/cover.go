package reply

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// webLine is what a web page has above its text.
var webLine = regexp.MustCompile(`^(?:(?:最終)?更新日|公開日|掲載日|登録日|作成日|ページ(?:番号|ID)|ここから本文|本文$|印刷(?:ページ表示|する)?$|トップページ|ホーム>|現在(?:地|位置)|ページの先頭|メニューを飛ばして)`)

// webLines takes the lines that a web page has above the letter and tells where
// that begins.
func (p *parser) webLines(sp span) int {
	for _, l := range p.within(sp) {
		if !webLine.MatchString(p.s[l.from:l.to]) {
			return l.from
		}
		p.discard(l.span, record.WhyChrome)
	}
	return sp.to
}

// coverInquiry is the inquiry's number on the cover: (諮問第71号).
var coverInquiry = regexp.MustCompile(`\(?` + coverNumber + `(?:[、,・]` + coverNumber + `)*\)?`)

const coverNumber = `(?:(?:平成|令和)[\d元]{1,2}年\d{1,2}月\d{1,2}日(?:付け?)?)?(?:(?:(?:平成|令和)(?:\d+|元)|\d{4})年度?)?(?:\(\p{Han}{1,4}\))?諮問[情個公]?第` + manyNumbers

// coverCase is the case in brackets below a cover's title.
// disputed is a cover's line that names what is in dispute: 「…」の不開示決定に対する審査請求.
var disputed = regexp.MustCompile(`^「[^「」]+」の[^。「」]{2,60}(?:審査請求|異議申立て)(?:事件|の件|について)?$`)

// quotedTitle is the title of a report: 「…の見直しについて」.
var quotedTitle = regexp.MustCompile(`^「[^「」]{4,60}(?:について|のあり方|の在り方)」$`)

var coverCase = regexp.MustCompile(`^(\(|〔|【|\[)([^()〔〕]{4,80}(?:事案|事件|の件))[)〕】\]]$`)

// cover reads the council's name from the cover's title.
func (p *parser) cover(sp span) {
	if sp.empty() {
		return
	}
	if m := coverInquiry.FindStringIndex(p.s[sp.from:sp.to]); m != nil {
		at := span{sp.from + m[0], sp.from + m[1]}
		p.cover(span{sp.from, at.from})
		p.rec.Inquiries = append(p.rec.Inquiries, inquiries(p.s[at.from:at.to])...)
		p.notCites = append(p.notCites, at)
		p.field("inquiry", at)
		p.cover(span{at.to, sp.to})
		return
	}
	for _, l := range p.within(sp) {
		if p.title.empty() && disputed.MatchString(p.s[l.from:l.to]) {
			p.title = l.span
		}
		if p.title.empty() && quotedTitle.MatchString(p.s[l.from:l.to]) {
			p.title = l.span
		}
		if m := coverCase.FindStringSubmatchIndex(p.s[l.from:l.to]); m != nil && p.title.empty() { // (公文書不開示決定審査請求事案)
			p.title = span{l.from + m[4], l.from + m[5]}
		}
	}
	if p.rec.Council == "" {
		for _, l := range p.within(sp) {
			if m := councilWord.FindString(strings.TrimLeft(p.s[l.from:l.to], "()-")); m != "" {
				p.rec.Council = m
				break
			}
		}
	}
	p.field("title", sp)
}
