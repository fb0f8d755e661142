package personal

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	place = `[\p{Han}\p{Hiragana}\p{Katakana}ー]{1,16}`
	count = `(?:[0-9]+|[一二三四五六七八九十]+)`
)

var (
	// 朝日町3丁目4番5号, 朝日町3丁目4-5, 大字上野123番地の4, 上野12番3号
	house = regexp.MustCompile(place + ` ?(?:` + count + `丁目 ?(?:` + count + `(?:番地?(?:の? ?` + count + `)?号?|の` + count + `(?:の` + count + `)?)|[0-9]+(?:-[0-9]+){0,2})|` +
		count + `番地(?: ?の ?` + count + `|-?[0-9]+)?|` + count + `番 ?` + count + `号)`)
	// 12番3号 alone may be seats or cars
	bareHouse = regexp.MustCompile(`^[^市区町村郡字丁]*番 ?` + count + `号$`)
	// 見晴市本町3-4-5
	short = regexp.MustCompile(`\p{Han}{0,6}(?:[市区町村郡]|大字|字)[\p{Han}\p{Hiragana}\p{Katakana}ー]{1,8} ?[0-9]{1,4}-[0-9]{1,4}(?:-[0-9]{1,4})?|[町村字市区郡][\p{Han}\p{Hiragana}\p{Katakana}ー]{0,8}?[0-9]{1,4}[-の][0-9]{1,4}[-の][0-9]{1,4}`)

	noPlace = regexp.MustCompile(`[市区町村]?第 ?[0-9]|(?:区域|区分|区画|市政|市長|町長|村長|区長|市立|市税|市債|市営|町内|[市区町村]民|税)`)

	atHome     = regexp.MustCompile(`住所|住居|居住|自宅|居所|本籍|転居|在住|届出人|請求人|申請者|宛|様方|方に|宅`)
	livesThere = regexp.MustCompile(`^(?:に|の)?(?:居住|在住|住む|住ん|住所|自宅|私の家|家に)`)
	// a place that is public, said before or after its address
	publicPlace = regexp.MustCompile(`(?:場所|会場|所在地?|開催|設置|事務所|本店|本社|支店|庁舎|市役所|役所|役場|センター|会館|公民館|学校|公園|病院|図書館|施設|営業所|工場|交差点|道路|市道|駅|地先|工事|土地|地番|ビル|店舗|法人|会社|機構|協会|警察|消防|裁判所|保育園|保育所|幼稚園|園|館|寺|神社|駐車場|住宅団地|地区|地内|街区|番地先|委員会|審議会|審査会)`)
)

// addresses are those with a house number. Without a word of somebody's home
// those of public places, sites and firms are left out.
func addresses(x *line) []hit {
	var hs []hit
	try := func(re *regexp.Regexp, from, to int) {
		from -= len(x.before(from, 24))
		to += len(x.after(to, 24))
		for _, m := range re.FindAllStringIndex(x.folded[from:to], -1) {
			h := hit{from: from + m[0], to: from + m[1]}
			if noPlace.MatchString(x.folded[h.from:h.to]) || x.folded[h.to:] != "" && (isDigit(x.folded[h.to]) || x.folded[h.to] == '-') {
				continue
			}
			h.from += lead(x.folded[h.from:h.to])
			if re == short && counted.MatchString(x.after(h.to, 4)) {
				continue
			}
			before, text, after := x.before(h.from, 14), x.folded[h.from:h.to], x.after(h.to, 14)
			h.sure = atHome.MatchString(before) || atHome.MatchString(text) || livesThere.MatchString(after)
			if bareHouse.MatchString(text) && !h.sure {
				continue
			}
			if !h.sure && (publicPlace.MatchString(before) || publicPlace.MatchString(text) || publicPlace.MatchString(after)) || overlaps(hs, h) {
				continue
			}
			hs = append(hs, h)
		}
	}
	for _, s := range x.spots {
		if rest := x.folded[s.at:]; s.c == '丁' && strings.HasPrefix(rest, "丁目") || s.c == '番' && !strings.HasPrefix(rest, "番号") {
			try(house, s.at, s.at)
		}
	}
	for _, f := range x.figs {
		dashed := len(f.groups) >= 2 && len(f.groups) <= 3 && f.marks[0] == '-'
		if after := x.folded[f.to:]; dashed || len(f.groups) == 1 && strings.HasPrefix(after, "の") && len(after) > 3 && isDigit(after[3]) {
			try(short, f.from, f.to)
		}
	}
	return hs
}

// lead is how much of an address found belongs to the sentence before it: up to
// the last particle that kanji follow.
func lead(s string) int {
	cut := 0
	for i, c := range s {
		if isDigit(byte(c)) && c < 0x80 {
			break
		}
		if strings.ContainsRune("たのはをにでがと", c) {
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(c):])
			if unicode.Is(unicode.Han, next) && strings.ContainsAny(s[i:], "市区町村郡字丁") {
				cut = i + utf8.RuneLen(c)
			}
		}
	}
	return cut
}

func overlaps(hs []hit, h hit) bool {
	for _, o := range hs {
		if h.from < o.to && o.from < h.to {
			return true
		}
	}
	return false
}
