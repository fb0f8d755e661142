package reply

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/jadate"
)

// headingWords says which heading opens which kind of section. Blanks are gone
// and digits half-width; a pattern is matched behind the section's number.
// Earlier rows win.
var headingWords = []struct {
	kind string
	word *regexp.Regexp
}{
	{"conclusion", words(`(?:当?審査会|(?:当?)審議会|本審議会|本会|当?協議会|委員会|[\p{Han}\p{Hiragana}\p{Katakana}ー・]{2,30}(?:審査会|審議会)(?:\(以下「[^」]{1,12}」という。?\))?)の(?:結論|意見|答申)|(?:答申の)?結論|主文|(?:意見|建議|提言)の(?:趣旨|内容)|答申(?:の?内容)?|審議の?結果`)},
	{"members", words(`(?:本?(?:答申|審査|審議|調査審議)に(?:関与|参画|携わ|当た)(?:っ)?(?:し)?た(?:審査会|審議会)?の?委員|(?:審議|審査)した委員|関与した委員|(?:第[\d一二三四五六七八九]|\p{Han}{1,4})部会の?委員|(?:主に)?(?:答申|審査|審議|調査審議)を(?:した|行った|担当した)委員|[\p{Han}\p{Hiragana}\p{Katakana}ー・]{0,24}?(?:審査会|審議会|協議会|懇話会)の?委員)(?:名簿|の?氏名|名|一覧|の?構成)?(?:\([^()]{1,14}\))?|(?:審査会|審議会)の(?:委員)?構成|委員(?:名簿|の?氏名|一覧)?(?:\([^()]{1,14}\))?`)},
	{"text", words(`(?:審[理査]関係人|当事者|双方)の主張(?:の?要旨)?|審理員(?:意見書|の意見)?(?:の?要旨)?|教示|結語|まとめ|[(〔【]参考[)〕】][^。]{1,60}`)},
	{"request", words(`(?:本件)?(?:異議申立て|審査請求|不服申立て|異議申立|異議申出|審査(?:の)?申出|諮問)(?:等|及び審査請求|及び異議申立て)?の(?:趣旨|内容|概要)(?:及び(?:理由|経緯|経過|趣旨|内容))?(?:の要旨)?|諮問(?:事項|内容|案件|の趣旨|の要旨)`)},
	{"history", words(`(?:(?:当?審査会|審議会|協議会|調査審議|審議|審査|協議|検討|本件諮問|諮問|異議申立て|審査請求|不服申立て|事案|本件|答申)(?:の処理|及び審査|の審査|の審議|の調査審議|の開催)?(?:の|に至る|までの)?(?:経過|経緯)等?|審査会における調査審議の経過|審議の記録|(?:審査会|審議会|会議)の開催(?:状況|経過))`)},
	{"applicant", words(`(?:異議申立人|審査請求人|不服申立人|申立人|請求人|(?:審査)?申出人|本件申出者)(?:ら|等)?の[^。「」]{0,40}?(?:意見|主張|反論|申立ての理由|理由)(?:の?要旨|の趣旨)?|(?:異議申立て|審査請求|不服申立て)の理由`)},
	{"agency", words(`弁明の?(?:要旨|趣旨)|(?:諮問に係る(?:審査庁|処分庁)|審査庁の諮問に係る)の?判断(?:の?要旨)?|審査庁の(?:裁決(?:に対する|について)の?)?(?:判断|考え方|見解|意見)|(?:(?:本件)?(?:審査請求|異議申立て|不服申立て)に対する)?(?:各?実施機関|諮問庁|処分庁|審査庁|諮問実施機関|本件法人|\p{Han}{2,20})(?:\([^()]{1,20}\))?の[^。、「」]{0,30}?(?:理由説明(?:の?要旨|の趣旨)?|説明(?:の?要旨|の趣旨)|主張(?:の?要旨|の趣旨)?|弁明(?:の?要旨|の趣旨)?|決定の?理由|説明)(?:及び[^。「」]{1,12}の(?:意見|説明))?`)},
	{"judgement", words(`(?:当?審査会|審議会|当?委員会|当?審判所)の(?:判断|考え方)(?:の?理由|及び理由)?|結論(?:に至った|の)理由|(?:判断|答申|意見|建議|提言|認める|認めた)の?理由|理由|判断|審議の?内容`)},
	{"conditions", words(`(?:(?:当?審査会|審議会)の)?(?:\p{Han}{2,4}に(?:当たって|あたって|際して)の)?(?:[付附]帯(?:意見|事項|条件|決議)|審議会からの(?:意見|要望)|意見|要望(?:事項)?|条件|[付附][言記]|留意事項)`)},
	{"text", words(`(?:本件[^。、「」]{1,40}?について|諮問の概要|はじめに|おわりに|むすびに?|結びに?|その他|事案の(?:概要|経過)(?:(?:及び|と)[^。、]{1,8})?|事実(?:及び(?:争点|理由)|の概要)?|争点|基礎事実|件名|審議を行った日|審議年月日)`)},
}

func words(re string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + re + `)`) }

// heading is a heading found in the body.
type heading struct {
	kind    string
	number  int  // its section number; 0 where it has none or lost it
	label   span // number and words
	words   int  // where the words begin
	apart   span // the number, where it has a line of its own
	item    span // the number of the first item, printed before the words: (1)審査会の判断
	verdict bool // the letter's own sentence says the conclusion; no heading does
	marked  bool // a mark or a bracket stands instead of a number
}

// begin is where the heading's first piece stands.
func (h heading) begin() int {
	switch {
	case !h.apart.empty():
		return h.apart.from
	case !h.item.empty():
		return h.item.from
	}
	return h.label.from
}

// sectionNumber matches a number of the top level: 1, 第1, 第一, 1. and, where the
// page had the number in its own column, 2).
var sectionNumber = regexp.MustCompile(`^(?:第(?:\d{1,2}|[一二三四五六七八九十])章|第?(\d{1,2}|[一二三四五六七八九十]{1,3}|[Ⅰ-Ⅻ])[.．、)]?)`)

// Other styles of the top level: (1) where the conclusion's heading has it, and
// marks and brackets instead of a number.
var (
	parenNumber = regexp.MustCompile(`^\((\d{1,2}|[一二三四五六七八九十])\)`)
	headingMark = regexp.MustCompile(`^(?:[■□●○◎◆◇▼▽★☆]|[【〔\[<])`)
	markEnd     = regexp.MustCompile(`^[】〕\]>)]$`)
)

// numberHere reads the number of the document's style before a heading: what it
// is, and how long.
func (p *parser) numberHere(s string) (n, size int) {
	re := sectionNumber
	if p.paren {
		re = parenNumber
	}
	m := re.FindStringSubmatch(s)
	if m == nil {
		return 0, 0
	}
	digits := m[1]
	if chapter, ok := strings.CutSuffix(m[0], "章"); ok {
		digits = strings.TrimPrefix(chapter, "第")
	}
	n, _ = jadate.Int(digits)
	if r := runeAt(digits, 0); r >= 'Ⅰ' && r <= 'Ⅻ' {
		n = int(r-'Ⅰ') + 1
	}
	return n, len(m[0])
}

// styleOf tells in which way the number at the start of s is written, so that 1
// below 第1 is known for an item; 0 where there is none.
func styleOf(s string) byte {
	switch r := runeAt(s+" ", 0); {
	case r == '第':
		return '1'
	case r == '(':
		return '('
	case r >= '0' && r <= '9':
		return 'd'
	case r >= 'Ⅰ' && r <= 'Ⅻ':
		return 'r'
	case strings.ContainsRune("一二三四五六七八九十", r):
		return 'k'
	}
	return 0
}

// foreign tells that the number of h is not written as those of the sections are.
func (p *parser) foreign(h heading) bool {
	if h.number == 0 || p.style == 0 || h.label.empty() {
		return false
	}
	style := styleOf(p.s[h.label.from:h.label.to])
	return style != 0 && style != p.style
}

// headingAt reads a heading at the start of s, a line or its end, which stands at
// base in the folded text. Text may be glued to the words.
func (p *parser) headingAt(s string, base int) (heading, bool) {
	h := heading{}
	at := 0
	mark := headingMark.FindString(s)
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && !p.paren { // (教示)
		mark = "("
	}
	if h.number, at = p.numberHere(s); at == 0 {
		if m := handout.FindString(s); m != "" {
			mark = m
		} else if m := parenNumber.FindString(s); m != "" && p.items {
			mark = m
		}
		at = len(mark)
	}
	for _, row := range headingWords {
		m := row.word.FindString(s[at:])
		if m == "" {
			continue
		}
		end := at + len(m)
		if mark != "" && markEnd.MatchString(s[end:]) { // 【結論】
			end = len(s)
		}
		if end < len(s) && !endsHeading(s[at:], len(m), row.kind) || (at == 0 || mark == "(") && row.kind == "conclusion" && strings.HasPrefix(m, "答申") {
			continue // 答申 alone is a title
		}
		if m == "委員" && mark == "" && (h.number == 0 || end < len(s)) {
			continue // a title before a name
		}
		h.kind, h.words, h.marked = row.kind, base+at, mark != ""
		switch {
		case p.ruling && m == "審査庁の判断":
			h.kind = "judgement"
		case row.kind == "text" && aside.MatchString(m): // (参考)答申に至る経過
			h.kind = kindOf(m)
			if rest := m[len(aside.FindString(m)):]; headingWords[1].word.FindString(rest) == rest { // (参考)…審査会委員
				h.kind = "members"
			}
		}
		h.label = span{base, base + end}
		return h, true
	}
	return h, false
}

// handout is what an appended paper is called before its heading: 資料2　審議の経過.
var handout = regexp.MustCompile(`^(?:参考)?資料\d{0,2}[.:、]?`)

// aside is what stands beside the reply.
var aside = regexp.MustCompile(`^[(〔【]参考[)〕】]`)

// endsHeading guards against sentences that begin like a heading: after the words
// the line ends, or, where line ends are lost, a sentence begins — never a
// particle, and never after words that are common in sentences.
func endsHeading(s string, n int, kind string) bool {
	rest := s[n:]
	if rest == "" {
		return true
	}
	word := s[:n]
	if strings.HasSuffix(word, "案件") { // 諮問案件2について
		return false
	}
	if utf8.RuneCountInString(word) < 4 || kind == "text" || kind == "history" || kind == "conditions" || kind == "members" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return !strings.ContainsRune("のはがをにでともへや、,。・」)", r)
}
