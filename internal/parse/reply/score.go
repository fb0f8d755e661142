package reply

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/source"
)

// signs are words that a reply has, with how much they say; minutes quote some
// of them, so that words of meetings count against.
var signs = []struct {
	weight int
	word   *regexp.Regexp
}{
	{4, regexp.MustCompile(`(?:別紙のとおり|次のとおり|下記のとおり)答申(?:します|する|いたします)`)},
	{4, regexp.MustCompile(`(?:審査会|審議会)の(?:結論|意見)`)},
	{3, regexp.MustCompile(`\(答申\)`)},
	{3, regexp.MustCompile(`^.{0,60}?答申(?:書|第|\(|\d|[令平]\d)`)},
	{3, regexp.MustCompile(`諮問庁:|答申日:|事件名:`)},
	{3, regexp.MustCompile(`^.{0,40}?裁決書`)},
	{2, regexp.MustCompile(`諮問(?:の|が|を|に)[^。]{0,120}答申(?:します|いたします|する)`)},
	{2, regexp.MustCompile(`主文`)},
	{2, regexp.MustCompile(`(?:異議申立て|審査請求)の趣旨`)},
	{-4, regexp.MustCompile(`^.{0,80}?(?:会議録|議事録|議事要旨|会議要旨|議事概要|会議概要)`)},
	{-3, regexp.MustCompile(`(?:開催)?日時|傍聴`)},
	{-3, regexp.MustCompile(`出席(?:者|委員)`)},
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
		if s.word.MatchString(v.s) {
			n += s.weight
		}
	}
	return n
}
