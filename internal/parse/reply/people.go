package reply

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Members (委員) under a heading of their own, or line by line at the end.
var (
	rosterTitle = regexp.MustCompile(`^(?:会長職務代理者?|会長代理|職務代理者?|部会長代理|副会長|部会長|会長|副委員長|委員長|審査長|専門委員|臨時委員|(?:[\p{Han}\p{Hiragana}\p{Katakana}ー・]{0,24}(?:審査会|審議会|協議会|懇話会)の?)?委員)(?:\((?:会長職務代理者?|会長代理|職務代理者?|部会長|副会長|会長|委員長)\))?`)
	titleBehind = regexp.MustCompile(`(?:\((?:会長職務代理者?|会長代理|職務代理者?|部会長代理|副会長|部会長|会長|委員長|委員)\)|会長職務代理者?|会長代理|職務代理者?|副会長|部会長|会長|委員)$`)
	rosterHead  = regexp.MustCompile(`^(?:(?:氏名|役職名?|職業|現職|肩書|専門|任期|職名?|区分|所属|分野|備考|摘要|番号)等?|五十音順|敬称略|\(五十音順\)|\(敬称略\)|\((?:平成|令和)[\d元]{1,2}年\d{1,2}月\d{1,2}日現在\)|[、・])+$`)
	personName  = regexp.MustCompile(`^\p{Han}[\p{Han}\p{Katakana}ー々ヶ]{0,6}\p{Hiragana}{0,4}[子美恵代枝江]?$`)
	bodyLine    = regexp.MustCompile(`^\(?([\p{Han}\p{Hiragana}\p{Katakana}ー・]{2,30}?(?:審査会|審議会|協議会|懇話会|委員会))?((?:第[\d一二三四五六七八九]|\p{Han}{1,4})部会)?\)?$`)
	betweenMen  = strings.NewReplacer("、", "\n", ",", "\n", "及び", "\n", "・", "\n")
)

// people cuts a line into persons: at marks, before each title, and at wide
// blanks where titles are lacking.
func (p *parser) people(sp span, s string) []string {
	if cut := betweenMen.Replace(s); cut != s {
		return strings.Split(cut, "\n")
	}
	// before each title that blanks stand before
	var parts []string
	from, off := 0, strings.Index(p.s[sp.from:sp.to], s)
	for i := range s {
		if i <= from || i < from+len(rosterTitle.FindString(s[from:])) || titleBehind.MatchString(s[:i]) {
			continue
		}
		m := rosterTitle.FindString(s[i:])
		if m != "" && (p.gap(sp.from+off+i) || m == "委員" && i+len(m) < len(s) && p.gap(sp.from+off+i+len(m)) && rosterTitle.MatchString(s[from:])) { // …正子委員 六角…
			parts = append(parts, s[from:i])
			from = i
		}
	}
	parts = append(parts, s[from:])
	if len(parts) == 1 && gluedMen.MatchString(s) {
		return strings.Split(beforeTitle.ReplaceAllString(s, "\n$1"), "\n")
	}
	if name := titleBehind.ReplaceAllString(s, ""); len(parts) > 1 || rosterTitle.MatchString(s) || utf8.RuneCountInString(s) <= 5 || p.beforeJob(sp, name) != name {
		return parts
	}
	return p.byWidth(sp.from+off, s)
}

// Members run together without a blank: …審査会会長甲野進委員乙川礼子委員丙田実.
var (
	gluedMen    = regexp.MustCompile(`^(?:[\p{Han}\p{Hiragana}\p{Katakana}ー・]{3,30}?(?:審査会|審議会))?(?:会長職務代理者|会長|部会長|委員長|委員)[^委会部長]{2,7}(?:(?:会長職務代理者|委員)[^委会部長]{2,7})+$`)
	beforeTitle = regexp.MustCompile(`(会長職務代理者|会長|部会長|委員長|委員)`)
)

// byWidth cuts a line of persons without titles at its widest blanks; narrower
// ones are within a name. Where that leaves a single character it is one person.
func (p *parser) byWidth(base int, s string) []string {
	widest := 0
	for i := range s {
		if i > 0 {
			widest = max(widest, p.blanks(base+i))
		}
	}
	if widest == 0 {
		return []string{s}
	}
	var parts []string
	from := 0
	for i := range s + " " {
		if i == len(s) || i > 0 && p.blanks(base+i) == widest {
			if utf8.RuneCountInString(titleBehind.ReplaceAllString(s[from:i], "")) < 2 {
				return []string{s}
			}
			parts = append(parts, s[from:i])
			from = i
		}
	}
	return parts
}
