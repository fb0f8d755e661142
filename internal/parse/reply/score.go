package reply

import (
	"regexp"
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/source"
)

// signs are words that a reply has, with how much they say; minutes quote some
// of them, so that words of meetings count against.
var signs = []struct {
	weight int
	in     func(string) bool
}{
	{4, like(`(?:別紙|次|下記)のとおり答申(?:します|する|いたします)`, "のとおり答申")},
	{4, has("審査会の結論", "審査会の意見", "審議会の結論", "審議会の意見")},
	{3, has("(答申)")},
	{3, like(`^.{0,60}?答申(?:書|第|\(|\d|[令平]\d|「)`)},
	{3, has("諮問庁:", "答申日:", "事件名:")},
	{3, like(`^.{0,40}?裁決書|^決定書`)},
	{2, like(`諮問(?:の|が|を|に)[^。]{0,120}答申(?:します|いたします|する)`, "答申します", "答申いたします", "答申する")},
	{3, like(`(?:様|殿|御中).{0,80}(?:審査会|審議会|協議会).{0,80}について\((?:答申|意見|建議|回答|提言)\)`, "について(")},
	{2, like(`(?:審査会|審議会|協議会).{0,200}(?:のとおり|次のように)(?:意見を述べ(?:ます|る)|(?:建議|回答|提言)(?:します|する))`, "意見を述べ", "建議", "回答", "提言")},
	{2, has("主文")},
	{2, has("諮問のあった", "諮問のありました", "諮問された")},
	{2, has("原処分庁", "審理員意見書")},
	{2, has("異議申立ての趣旨", "審査請求の趣旨")},
	{-4, like(`^.{0,80}?(?:会議録|議事録|議事要旨|会議要旨|議事概要|会議概要)`)},
	{2, like(`答申第[\d一二三四五六七八九十百]+号.{0,10}諮問第`, "答申第")},
	{2, has("決定は妥当である", "決定は、妥当である", "処分は妥当である", "処分は、妥当である", "判断は妥当である", "判断は、妥当である", "ことは妥当である", "ことは、妥当である")},
	{-3, like(`開催日時|日時(?:平成|令和|昭和|\d|:|及び場所)|傍聴`)},
	{-3, has("出席者", "出席委員")},
}

// has looks for one of the words, like for an expression: in a text without
// either, many times as slow.
func has(words ...string) func(string) bool {
	return func(s string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
	}
}

// like looks for an expression, in texts that have one of the words, if there are
// some: it cannot match without, and to look for a word is quick.
func like(re string, words ...string) func(string) bool {
	x, any := regexp.MustCompile(re), has(words...)
	return func(s string) bool { return (len(words) == 0 || any(s)) && x.MatchString(s) }
}

// Score says how much d reads like a reply by its own words; 5 and more is one.
// It looks at the beginning only.
func Score(d *source.Document) int {
	const most = 6000
	var b strings.Builder
	for _, l := range d.Lines {
		b.WriteString(l.Text)
		b.WriteByte('\n')
		if b.Len() > most {
			break
		}
	}
	text := first(b.String()+" ", most/3)
	if text == "" {
		text = b.String()
	}
	v := newView(&source.Document{Lines: []source.Line{{N: 1, Text: strings.ReplaceAll(text, "\n", " ")}}})
	n := 0
	for _, s := range signs {
		if s.in(v.s) {
			n += s.weight
		}
	}
	return n
}
