package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// genres are the words of a title that say what kind of paper it is.
var genres = strings.Fields("会議録 議事録 議事要旨 会議要旨 議事概要 審議概要 会議概要 委員会記録 審議会記録 会議記録 会議要録 議事要録 会議結果 審議会結果 速記録 議事記録 審議結果 会議の概要 会議の結果 議事の概要 結果報告書 会議報告書 要点記録 開催結果 発言要旨 会議報告 発言録 開催概要")

// isGenre reports whether a line is nothing but such a word.
func isGenre(s string) bool {
	key := strings.Trim(textutil.Key(s), "()〔〕【】")
	for _, g := range genres {
		if key == g {
			return true
		}
	}
	return false
}

// bodies end a council's name.
var bodies = strings.Fields("審議会 審査会 委員会 協議会 会議 懇談会 懇話会 審議会議 議会 検討会 推進会 分科会 部会 評議会 調査会 総会 研究会 連絡会 運営会 市民会 幹事会 ワーキンググループ 本部会議 役員会 理事会 推薦会 選考会 選定会 協議体 を考える会 をつくる会 を語る会 円卓会議 策定会")

func titled(s string) bool {
	if textutil.Longer(s, 80) || strings.HasSuffix(s, "。") {
		return false
	}
	if _, _, ok := round(s, "回"); ok || strings.Contains(s, "年度") {
		return true
	}
	key := textutil.Key(s)
	for _, g := range genres {
		if strings.Contains(key, g) {
			return true
		}
	}
	for _, g := range bodies {
		if strings.HasSuffix(key, g) {
			return true
		}
	}
	b := bodyIn(withoutDates(s))
	return b != "" && !short(b) && !textutil.Longer(s, 60) && !strings.ContainsAny(s, "、")
}

// round finds 第N回, 第N期 … and gives the number and what is left without it.
func round(s, unit string) (n int, left string, ok bool) {
	for at := 0; ; {
		i := strings.Index(s[at:], "第")
		if i < 0 {
			return 0, s, false
		}
		i += at
		rest := textutil.TrimLeft(s[i+3:])
		skipped := len(s) - i - 3 - len(rest)
		k, w := jadate.Leading(rest)
		tail := textutil.TrimLeft(rest[w:])
		if w > 0 && strings.HasPrefix(tail, unit) {
			end := i + 3 + skipped + w + (len(rest[w:]) - len(tail)) + len(unit)
			return k, s[:i] + " " + s[end:], true
		}
		at = i + 3
	}
}

// title takes the title from the lines that may be it: the last that names the
// round, with the line beside it that names the body.
func (p *parser) title() {
	r := p.rec
	best, most := "", 0
	for i, t := range p.titles {
		for _, x := range []string{t.text, p.joinedTitle(i)} {
			n := weight(x)
			if x != "" && (n >= most || n+1 >= most && hasRound(x) && hasBody(x)) {
				best, most = x, n
			}
		}
	}
	if best == "" && len(p.titles) > 0 {
		best = p.titles[0].text
	}
	r.Title = best
	p.year()
	p.council()
}

// joinedTitle is a title over several lines that ends with line i: one names the
// year, one the round, one the body, one the genre.
func (p *parser) joinedTitle(i int) string {
	from := i
	for from > 0 && i-from < 3 && p.titles[from].gap == 0 && p.adjoins(p.titles[from-1], p.titles[from]) {
		from--
	}
	for ; from < i; from++ {
		text, rounds, named := "", 0, 0
		for k := from; k <= i; k++ {
			t := p.titles[k].text
			if k > from {
				text += " "
			}
			text += t
			if hasRound(t) {
				rounds++
			}
			if hasBody(t) {
				named++
			}
		}
		if rounds <= 1 && named <= 1 {
			return text
		}
	}
	return ""
}

// adjoins reports whether no line stands between a and b, but for blank ones that
// mean nothing.
func (p *parser) adjoins(a, b line) bool {
	if b.n == a.n+1 {
		return true
	}
	for k, l := range p.lines {
		if k > 100 || b.n-a.n > 2 || l.n > a.n && l.n < b.n {
			return false
		}
		if l.n >= b.n {
			return true
		}
	}
	return false
}

// entitled reports whether a line of the title names the body.
func (p *parser) entitled(name string) bool {
	for _, t := range p.titles {
		if strings.Contains(textutil.Key(t.text), name) {
			return true
		}
	}
	return false
}

// weight says how much of a title a line has: round, body, genre, year.
func weight(s string) int {
	n := 1
	if hasRound(s) {
		n += 4
	}
	if hasBody(s) {
		n += 4
	}
	key := textutil.Key(s)
	for _, g := range genres {
		if strings.Contains(key, g) {
			n++
			break
		}
	}
	return n
}

func hasRound(s string) bool { _, _, ok := round(s, "回"); return ok }

func hasBody(s string) bool {
	_, left, _ := round(s, "回")
	return bodyIn(left) != ""
}
