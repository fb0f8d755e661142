package difftest

import (
	"math/rand"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/width"
)

// mutations write a stretch of text as somebody else would, a rule of folding
// each (docs/folding.md). What a stretch has not, stays.
var mutations = map[string]func(string) string{
	"2 half width":   func(s string) string { return width.Narrow.String(s) },
	"2 full width":   func(s string) string { return width.Widen.String(s) },
	"2 zero width":   func(s string) string { return strings.Join(strings.Split(s, ""), "\u200B") },
	"2 apart":        strings.NewReplacer("が", "か\u3099", "で", "て\u3099", "パ", "ハ\u309A", "プ", "フ\u309A", "ド", "ト\u3099").Replace,
	"2 radicals":     strings.NewReplacer("日", "\u2F47", "方", "\u2F45", "長", "\u2ED1", "民", "\u2EA0", "行", "\uFA08", "福", "\uFA1B").Replace,
	"3 dashes":       strings.NewReplacer("ー", "\u2500", "-", "\u2010").Replace,
	"3 blanks":       func(s string) string { return strings.Join(strings.Split(s, ""), "\u3000") },
	"5 figures":      strings.NewReplacer("一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "十", "10").Replace,
	"5 numerals":     strings.NewReplacer("1", "一", "2", "二", "3", "三", "10", "十", "０", "〇", "9", "九").Replace,
	"5 years":        gregorian,
	"6 vu":           strings.NewReplacer("バ", "ヴァ", "ビ", "ヴィ", "ベ", "ヴェ", "ブ", "ヴ").Replace,
	"7 ka":           strings.NewReplacer("か所", "ヶ所", "か月", "ケ月", "箇所", "カ所", "が丘", "ヶ丘").Replace,
	"8 iteration":    strings.NewReplacer("々", "人", "人々", "人人", "各々", "各各").Replace,
	"9 old forms":    strings.NewReplacer("条", "條", "会", "會", "学", "學", "国", "國", "沢", "澤", "高", "髙", "区", "區", "権", "權").Replace,
	"10 long":        strings.NewReplacer("ー", "").Replace,
	"10 large":       strings.NewReplacer("ッ", "ツ", "ィ", "イ", "ャ", "ヤ", "ュ", "ユ").Replace,
	"11 katakana":    func(s string) string { return shift(s, 'ぁ', 'ゖ', 0x60) },
	"11 hiragana":    func(s string) string { return shift(s, 'ァ', 'ヶ', -0x60) },
	"11 case":        strings.ToUpper,
	"12 brackets":    func(s string) string { return "（" + s + "）" },
	"13 bare":        strings.NewReplacer("取り", "取", "り扱い", "扱", "申し", "申", "立て", "立", "し", "", "け", "").Replace,
	"13 full":        strings.NewReplacer("取扱", "取り扱い", "申立", "申し立て", "手続", "手続き", "受付", "受け付け").Replace,
	"13 spelling":    strings.NewReplacer("漏えい", "漏洩", "及び", "および", "又は", "または", "御", "ご", "子ども", "子供").Replace,
	"15 look-alikes": strings.NewReplacer("ロ", "口", "カ", "力", "ニ", "二", "一", "ー").Replace,
}

func shift(s string, from, to, by rune) string {
	return strings.Map(func(r rune) rune {
		if r >= from && r <= to {
			return r + by
		}
		return r
	}, s)
}

var heisei = regexp.MustCompile(`平成(\d{1,2})年`)

func gregorian(s string) string {
	return heisei.ReplaceAllStringFunc(s, func(m string) string {
		n, _ := strconv.Atoi(heisei.FindStringSubmatch(m)[1])
		return strconv.Itoa(1988+n) + "年"
	})
}

// mutate writes s otherwise, by one rule or two.
func mutate(rng *rand.Rand, names []string, s string) string {
	for range 1 + rng.Intn(2) {
		s = mutations[names[rng.Intn(len(names))]](s)
	}
	return s
}

// Each mutation bites: it changes the stretch that it is about.
func TestMutationsBite(t *testing.T) {
	const all = "人々が髙橋の各々で条例第1条の平成30年、3か所と緑が丘、バス、ドー、サッカー、一二十、取り扱い、申立、漏えい、長い日の行方、カロ-abc"
	for name, m := range mutations {
		if m(all) == all {
			t.Errorf("%s changes nothing", name)
		}
	}
}
