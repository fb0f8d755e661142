package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// divisions end the name of a body's part.
var divisions = strings.Fields("部会 分科会 小委員会 専門委員会 ワーキンググループ 作業部会 専門部会 検討部会")

// planned reports whether the 第N期 of a title is of a plan: 第3期…計画（案）等に関する….
func planned(s string) bool {
	_, after, _ := strings.Cut(s, "期")
	for _, w := range []string{"計画", "プラン", "ビジョン", "戦略", "構想", "データヘルス"} {
		i := strings.Index(after, w)
		if i < 0 {
			continue
		}
		for _, b := range []string{"委員会", "審議会", "協議会", "会議", "策定"} {
			if strings.HasPrefix(after[i+len(w):], b) {
				return false // 第3期総合計画審議会 is a term of the council
			}
		}
		return true
	}
	return false
}

// council reads the body's name, its part, the term and the round from the
// title; the body also from a field of its own, or from what the chair opens.
func (p *parser) council() {
	r := p.rec
	left := r.Title
	if n, rest, ok := round(left, "回"); ok {
		r.Ordinal, left = n, rest
	}
	if n, rest, ok := round(left, "期"); ok {
		if !planned(left) {
			r.Term = n
		}
		left = rest
	}
	if _, rest, ok := round(left, "回"); ok { // 第2回総会（第54回）
		left = rest
	}
	left = withoutDates(left)
	name := bodyIn(homed(left))
	for _, f := range p.fields {
		for _, w := range nameLabels {
			if f.m.word == w && len(f.lines) > 0 {
				text := f.lines[0].text
				n, rest, ok := round(text, "回")
				if ok && r.Ordinal == 0 {
					r.Ordinal = n
				}
				if n, rest2, ok := round(rest, "期"); ok && r.Term == 0 {
					r.Term, rest = n, rest2
				}
				if b := bodyIn(withoutDates(rest)); b != "" {
					name, left = b, withoutDates(rest)
					if ok && !hasRound(r.Title) && !hasBody(r.Title) {
						r.Title = text
						p.year()
					}
				}
			}
		}
	}
	for i := len(p.titles) - 1; i >= 0 && name == ""; i-- { // on a line of its own
		_, rest, _ := round(p.titles[i].text, "回")
		name = bodyIn(withoutDates(rest))
	}
	if name == "" {
		name = bodyIn(withoutDates(p.trail))
	}
	if short(name) {
		if b := p.opened(); b != "" {
			name = b
		}
	}
	if name == "" { // 庁舎の跡地を考える会
		for _, w := range strings.FieldsFunc(left, textutil.IsBlank) {
			if w = strings.TrimSuffix(w, "記録"); strings.HasSuffix(w, "会") && textutil.Longer(w, 4) {
				name = w
			}
		}
	}
	r.Council = p.withCity(ofWhom(left, name))
	p.division(left)
}

// short names say only what kind of body it is.
func short(name string) bool {
	if name == "" {
		return true
	}
	for _, b := range bodies {
		if name == b {
			return true
		}
	}
	return false
}

// withoutDates takes years, dates and the words of the genre out of a title.
func withoutDates(s string) string {
	if y, ok := jadate.FindFiscalYear(s); ok {
		s = s[:y.Start] + " " + s[y.End:]
	}
	var b strings.Builder
	from := 0
	for _, d := range jadate.Find(s) {
		if d.Start >= from {
			b.WriteString(s[from:d.Start] + " ")
			from = d.End
		}
	}
	s = b.String() + s[from:]
	for _, b := range []string{"委員会", "審議会", "審査会", "協議会"} {
		for _, g := range []string{"記録", "結果", "要録", "速記録"} {
			s = strings.ReplaceAll(s, b+g, b+" ")
		}
	}
	for _, w := range genres {
		s = strings.ReplaceAll(s, w, " ")
	}
	for _, w := range []string{"開催分", "開催", "定例会議", "定例会", "臨時会", "全体会議", "年度", "テキスト版", "公開用", "要旨", "書面会議"} {
		s = strings.ReplaceAll(s, w, " ")
	}
	return s
}

// bodyIn is the longest run of a title that ends like a body's name.
func bodyIn(s string) string {
	best := ""
	s = strings.NewReplacer("(定例)", " ", "（定例）", " ", "(臨時)", " ", "（臨時）", " ").Replace(s)
	for _, w := range strings.FieldsFunc(s, func(r rune) bool {
		return textutil.IsBlank(r) || strings.ContainsRune("()（）【】[]「」『』<>＜＞:：", r)
	}) {
		w = strings.Trim(w, "のにおける、・-－―")
		for _, g := range genres {
			w = strings.TrimSuffix(w, g)
		}
		if w = cutBody(w); w == "" || isDivision(w) && best != "" {
			continue
		}
		if best == "" || isDivision(best) || short(best) {
			best = w
		}
	}
	return best
}

// cutBody ends w behind its body: 農業委員会総会 → 農業委員会.
func cutBody(w string) string {
	for _, head := range []string{"定例", "臨時"} { // 定例選挙管理委員会
		if rest, ok := strings.CutPrefix(w, head); ok && textutil.Longer(rest, 4) {
			w = rest
		}
	}
	if !textutil.Longer(w, 2) || strings.ContainsAny(w, "。、") {
		return ""
	}
	for _, tail := range []string{"定例総会", "臨時総会", "総会", "定例会", "臨時会", "全体会", "本会議", "月例会"} {
		if b, ok := strings.CutSuffix(w, tail); ok && textutil.Longer(b, 3) {
			w = b
		}
	}
	for _, b := range bodies {
		if strings.HasSuffix(w, b) {
			return w
		}
	}
	for _, b := range bodies { // …協議会の概要
		if i := strings.Index(w, b+"の"); i > 0 {
			return w[:i+len(b)]
		}
	}
	return ""
}

func isDivision(w string) bool {
	for _, d := range divisions {
		if strings.HasSuffix(w, d) {
			return true
		}
	}
	return false
}

// division reads the body's part from what is left of the title.
func (p *parser) division(left string) {
	for _, w := range strings.FieldsFunc(left, func(r rune) bool { return textutil.IsBlank(r) || strings.ContainsRune("()（）【】「」", r) }) {
		if !isDivision(w) {
			continue
		}
		if w == p.rec.Council {
			for _, b := range []string{"審議会", "審査会", "協議会", "委員会", "会議"} {
				if i := strings.Index(w, b); i > 0 && i+len(b) < len(w) && isDivision(w[i+len(b):]) && !strings.HasPrefix(w[i+len(b):], "専門委員会") {
					p.rec.Council, p.rec.Division = w[:i+len(b)], w[i+len(b):]
					return
				}
			}
			continue
		}
		if rest, ok := strings.CutPrefix(w, p.rec.Council); ok {
			w = rest
		}
		p.rec.Division = w // the last is the innermost: 港湾分科会　防災部会
	}
}

// opened is the body that the chair opens: ただいまから、都市建設委員会を開会….
func (p *parser) opened() string {
	for i, l := range p.lines {
		if i > 200 {
			break
		}
		for _, verb := range []string{"を開会", "を開催", "を開き", "を始め", "を開議"} {
			before, _, ok := strings.Cut(l.text, verb)
			if !ok {
				continue
			}
			if k := strings.LastIndexAny(before, "、,，　 。回の"); k >= 0 {
				before = strings.TrimLeft(before[k:], "、,，　 。回の")
			}
			if b := cutBody(strings.TrimPrefix(before, "定例")); b != "" && !short(b) && !textutil.Longer(b, 40) {
				return b
			}
		}
	}
	return ""
}

// withCity puts the city before a name that the title gives without it, where
// the text itself writes both together.
func (p *parser) withCity(name string) string {
	if name == "" || cityIn(name) {
		return name
	}
	count, best := map[string]int{}, ""
	for i, l := range p.lines {
		if i > 300 {
			break
		}
		at := strings.Index(l.text, name)
		if at <= 0 {
			continue
		}
		from := at
		for from > 0 {
			r := textutil.LastRune(l.text[:from])
			if !textutil.IsKanji(r) && !textutil.IsKatakana(r) && r != 'ヶ' {
				break
			}
			from -= len(string(r))
		}
		city := l.text[from:at]
		if k := strings.LastIndexAny(city, "回期度"); k >= 0 {
			city = city[k+3:]
		}
		if cityIn(city) && strings.ContainsRune("市町村区県都府道", textutil.LastRune(city)) && !textutil.Longer(city, 8) {
			count[city]++
			if best == "" || count[city] > count[best] {
				best = city
			}
		}
	}
	return best + name
}

func cityIn(name string) bool {
	for i, r := range name {
		if r == '道' && !strings.HasSuffix(name[:i], "北海") { // 水道料金審議会
			continue
		}
		if i >= 3 && strings.ContainsRune("市町村区県都府道", r) && !strings.HasPrefix(name[i:], "市民") && !strings.HasPrefix(name[i:], "市計画") && !strings.HasPrefix(name[i:], "都市") && !strings.HasPrefix(name[i:], "道路") {
			return true
		}
	}
	return strings.HasPrefix(name, "国立") || strings.HasPrefix(name, "全国")
}

// ofWhom puts before the body's name the town, the university or the union that the
// round parts from it: 公立大学法人朝凪大学　第21回経営審議会.
func ofWhom(left, name string) string {
	before, _, ok := strings.Cut(left, name)
	words := strings.FieldsFunc(before, textutil.IsBlank)
	if !ok || name == "" || len(words) == 0 {
		return name
	}
	w := words[len(words)-1]
	if textutil.Longer(w, 16) || !textutil.Longer(w, 1) {
		return name
	}
	for _, tail := range []string{"大学", "組合", "連合", "法人", "市", "町", "村", "区", "県"} {
		if strings.HasSuffix(w, tail) {
			return w + name
		}
	}
	return name
}

// homed joins the name of a house to a body of it that the round parted from it:
// 明神小学校　第2回　学校運営協議会.
func homed(s string) string {
	ws := strings.FieldsFunc(s, textutil.IsBlank)
	for i, w := range ws {
		if i+1 < len(ws) && (short(ws[i+1]) || strings.HasPrefix(ws[i+1], "学校運営") || strings.HasPrefix(ws[i+1], "運営")) && !short(w) {
			for _, tail := range []string{"学校", "幼稚園", "保育園", "こども園", "公民館", "図書館", "博物館", "美術館", "センター", "病院", "大学"} {
				if strings.HasSuffix(w, tail) {
					ws[i+1] = w + ws[i+1]
					return strings.Join(ws[i+1:], " ")
				}
			}
		}
	}
	return s
}
