package cite

import (
	"regexp"
	"slices"
	"strings"
)

// rulingMention reads a court's decision by its day (最高裁判所平成13年3月27日第三小法廷判決,
// 平成12年3月28日大津地方裁判所判決, with the case number behind it), and a
// board's as the collections quote it: 平15.12.16裁決、裁決事例集No.66 49頁.
var (
	courts        = `(?:最高裁判所|最高裁|(?:\p{Han}{2,3}?)(?:高等裁判所|地方裁判所|家庭裁判所|高裁|地裁|家裁)(?:\p{Han}{2,4}?支部)?)`
	caseNumber    = `(?:(?:平成|令和|昭和|平|令|昭)(?:\d{1,2}|元)年?\(\p{Han}?[ぁ-んァ-ン]{1,2}\)第?\d{1,5}号)`
	rulingMention = regexp.MustCompile(
		`(?:` + courts + `(?:\p{Han}{1,3}小法廷|大法廷)?(` + day + `)(?:付け?の?)?|(` + day + `)(?:付け?の?)?の?` + courts + `)(?:第?[一二三]小法廷|大法廷)?(?:の?)(?:判決|決定|判例)(?:\((` + caseNumber + `)\)?)?|` +
			`(` + day + `)裁決(?:、裁決事例集(?:No\.?|第)\d{1,3}(?:集)?[、・]?(?:\d{1,4}頁)?)?`)
)

// rulingShort reads the short form of law journals: 最判平成13年3月27日民集55巻2号530頁,
// 横浜地判平14.10.23, with the case number or the collection behind it.
var rulingShort = regexp.MustCompile(
	`(?:最(?:大|[一二三]小)?|\p{Han}{2,3}?[高地家](?:\p{Han}{1,4}?支)?)[判決](` + day + `)(?:\((` + caseNumber + `)\)?|、?(?:民集|刑集|集民|判時|判タ|判例時報|判例タイムズ|裁時)\d{1,4}[巻号](?:\d{1,3}号)?\d{1,5}頁)?`)

// rulingWords are what every mention ends in, or has near its end; those of the
// short form stand before its day.
var rulingWords = []string{"判決", "判例", "裁決", "法廷決定"}

const shortWords = "判決"

func rulings(s string) []Mention {
	var ms []Mention
	for _, word := range rulingWords {
		done := 0
		for at := 0; ; {
			i := strings.Index(s[at:], word)
			if i < 0 {
				break
			}
			i += at
			at = i + len(word)
			part, base := window(s, i, at, 160, 120)
			for _, m := range rulingMention.FindAllStringSubmatchIndex(part, -1) {
				if base+m[0] > i || base+m[1] < at || base+m[0] < done {
					continue
				}
				x := Mention{From: base + m[0], To: base + m[1], Kind: Ruling, Number: group(part, m, 3)}
				x.Date = isoOf(group(part, m, 1) + group(part, m, 2) + group(part, m, 4))
				ms = append(ms, x)
				done = x.To
			}
		}
	}
	return append(ms, shortRulings(s, ms)...)
}

// shortRulings reads the short form where no ruling of known stands.
func shortRulings(s string, known []Mention) (ms []Mention) {
	for i, c := range s {
		if !strings.ContainsRune(shortWords, c) || !strings.ContainsAny(s[i+len("判"):min(len(s), i+2*len("判"))], "平昭令大明HSR12") {
			continue
		}
		part, base := window(s, i, i+len("判"), 40, 120)
		for _, m := range rulingShort.FindAllStringSubmatchIndex(part, -1) {
			x := Mention{From: base + m[0], To: base + m[1], Kind: Ruling, Number: group(part, m, 2), Date: isoOf(group(part, m, 1))}
			apart := func(y Mention) bool { return x.To <= y.From || y.To <= x.From }
			if x.From < i && i < x.To && !slices.ContainsFunc(known, func(y Mention) bool { return !apart(y) }) {
				ms = append(ms, x)
			}
		}
	}
	return ms
}
