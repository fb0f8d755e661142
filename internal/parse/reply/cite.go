package reply

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

var (
	article   = regexp.MustCompile(`(\p{Han}{0,8})条例(第\d+条(?:の\d+)?)((?:第\d+項)?)((?:第\d+号[ア-ン]?)?)((?:(?:、|,|及び|並びに|又は|若しくは|から)第\d+号[ア-ン]?(?:まで)?)*)`)
	itemOf    = regexp.MustCompile(`第\d+号[ア-ン]?`)
	otherCite = regexp.MustCompile(`(?:((?:平成|令和)(?:\d+|元)年\d+月\d+日)(?:付け?)?の?)?(?:\p{Han}{0,6}審|審査会|審議会)?答申(?:第(\d+)号|((?:令|平)?(?:\d{1,2}|元)-\d+))`)
)

// ordinances are the words that tell one ordinance from another, longer ones
// first; others before
// 条例 (本件, 同, 以下) belong to the sentence.
var ordinances = []string{"旧", "情報公開", "個人情報保護", "保護", "公開"}

// articles lists the provisions of ordinances that the folded text s names, each
// once, in the order of their first mention: 条例第7条第2項第2号.
func articles(s string) []string {
	var as []string
	seen := map[string]bool{}
	add := func(a string) {
		if !seen[a] {
			seen[a] = true
			as = append(as, a)
		}
	}
	for from := 0; ; {
		i := strings.Index(s[from:], "条例第")
		if i < 0 {
			return as
		}
		i += from
		from = i + len("条例第")
		m := article.FindStringSubmatch(s[i:min(len(s), i+300)])
		if m == nil || strings.HasPrefix(s[i+len(m[0]):], "号") {
			continue
		}
		name := "条例"
		for _, w := range ordinances {
			if strings.HasSuffix(s[:i], w) {
				name = w + "条例"
				break
			}
		}
		base := name + m[2] + m[3]
		add(base + m[4])
		for _, n := range itemOf.FindAllString(m[5], -1) {
			add(base + n)
		}
	}
}

// cites lists the mentions of other replies.
func (p *parser) cites() {
	own := map[string]bool{}
	for _, n := range p.rec.Numbers {
		own[n] = true
	}
	seen := map[string]bool{}
	for from := 0; ; {
		i := strings.Index(p.s[from:], "答申")
		if i < 0 {
			return
		}
		i += from
		from = i + len("答申")
		// the date before it, if any, is no longer than this
		lo := max(0, i-80)
		for lo < i && p.s[lo]&0xc0 == 0x80 {
			lo++
		}
		hi := min(len(p.s), i+40)
		for hi > i && hi < len(p.s) && p.s[hi]&0xc0 == 0x80 {
			hi--
		}
		for _, m := range otherCite.FindAllStringSubmatchIndex(p.s[lo:hi], -1) {
			if lo+m[0] > i || lo+m[1] <= from {
				continue
			}
			group := 4
			if m[4] < 0 {
				group = 6
			}
			number := strings.TrimLeft(p.s[lo+m[group]:lo+m[group+1]], "0")
			if own[number] || seen[number] {
				break
			}
			seen[number] = true
			c := record.Cite{Text: oneLine(p.text(span{lo + m[0], lo + m[1]})), Number: number, Line: p.lineAt(lo + m[0])}
			if m[2] >= 0 {
				if d, ok := jadate.First(p.s[lo+m[2] : lo+m[3]]); ok {
					c.Date = d.ISO()
				}
			}
			p.rec.Cites = append(p.rec.Cites, c)
			break
		}
	}
}
