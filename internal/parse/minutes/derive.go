package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// takeUp words say that something is being begun.
var takeUp = strings.Fields("説明 ありますか ございますか 議題と 議題に 入り 移り 移ら 始め 審議 報告 について お願い 次に 続い つづい 上程 求め 最後に 取り上げ ですが まず はじめに 初めに それでは 日程第")

// fromAgenda makes items of the agenda where the proceedings have no headings of
// their own: of the only matter all is said; of several, an item begins where the
// one who presides takes it up by its number, its case or its title.
func (p *parser) fromAgenda() {
	agenda := p.matters()
	if len(agenda) == 0 || len(agenda) > 60 || len(p.rec.Items) != 1 || len(p.rec.Items[0].Labels) > 0 {
		return
	}
	all := p.rec.Items[0]
	if len(agenda) == 1 {
		p.rec.Items[0] = itemOf(agenda[0])
		p.rec.Items[0].Sections = all.Sections
		if len(all.Sections) > 0 && len(all.Sections[0].Passages) > 0 {
			p.rec.Items[0].Line = all.Sections[0].Passages[0].Line
		}
		return
	}
	presides := p.presiding()
	items := []record.Item{{}}
	at := map[int]int{} // agenda → items
	cur, matter := 0, -1
	begin := func(k, line int) {
		matter = k
		if i, ok := at[k]; ok {
			cur = i
			return
		}
		it := itemOf(agenda[k])
		it.Line = line
		items = append(items, it)
		cur = len(items) - 1
		at[k] = cur
	}
	for _, s := range all.Sections {
		open := false
		for _, x := range s.Passages {
			later := -1
			if x.Speaker == nil { // 議題(1)及び(2)のいずれも、承認を得た。
				for _, sentence := range sentences(x.Text) {
					for _, k := range together(sentence, agenda) {
						if _, ok := at[k]; !ok {
							it := itemOf(agenda[k])
							it.Line, it.Outcome = x.Line, outcomeIn(sentence)
							items = append(items, it)
							at[k] = len(items) - 1
						}
					}
				}
			}
			if x.Speaker != nil && (presides[x.Speaker.Label] || x.Speaker.Role == "secretariat" || x.Speaker.Role == "chair") {
				decided := false
				for _, sentence := range sentences(x.Text) {
					if outcomeIn(sentence) != "" {
						decided = true
						if k := named(sentence, agenda); k >= 0 && k != matter {
							if _, ok := at[k]; !ok {
								it := itemOf(agenda[k])
								it.Line = x.Line
								items = append(items, it)
								at[k] = len(items) - 1
							}
						}
						continue
					}
					k := taken(sentence, agenda, matter)
					if k < 0 {
						continue
					}
					if decided {
						later = k
					} else {
						begin(k, x.Line)
						open = false
					}
				}
			}
			it := &items[cur]
			if !open || len(it.Sections) == 0 {
				it.Sections = append(it.Sections, record.Section{Kind: s.Kind, Label: s.Label, Line: s.Line})
				s.Label, s.Line = "", 0
				open = true
			}
			last := &it.Sections[len(it.Sections)-1]
			last.Passages = append(last.Passages, x)
			if later >= 0 {
				begin(later, x.Line)
				open = false
			}
		}
		if len(s.Passages) == 0 {
			items[cur].Sections = append(items[cur].Sections, s)
		}
	}
	if len(items) > 1 && first(agenda, at) == 1 { // what was said before the second is of the first
		lead := items[0].Sections
		items[0] = itemOf(agenda[0])
		items[0].Sections = lead
		if len(lead) > 0 && len(lead[0].Passages) > 0 {
			items[0].Line = lead[0].Passages[0].Line
		}
	}
	if len(items[0].Sections) == 0 {
		items = items[1:]
	}
	if len(items) > 0 && len(at) > 0 {
		p.rec.Items = items
	}
}

// together are the matters that one sentence decides by their numbers; none where it
// decides nothing or names only one.
func together(sentence string, agenda []record.AgendaItem) []int {
	key := textutil.Key(sentence)
	if !strings.Contains(key, "議題") && !strings.Contains(key, "案件") || outcomeIn(sentence) == "" {
		return nil
	}
	var out []int
	for k, a := range agenda {
		if strings.Trim(a.Number, "()0123456789") == "" && strings.HasPrefix(a.Number, "(") && strings.Contains(key, a.Number) {
			out = append(out, k)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// first is the first matter taken up.
func first(agenda []record.AgendaItem, at map[int]int) int {
	for k := range agenda {
		if _, ok := at[k]; ok {
			return k
		}
	}
	return -1
}

// matters are the agenda's entries that can be dealt with: not the headings that
// only group others.
func (p *parser) matters() []record.AgendaItem {
	var out []record.AgendaItem
	for i, a := range p.rec.Agenda {
		key := textutil.Key(a.Title)
		if a.Kind == "開会" || a.Kind == "閉会" || key == "議事" || key == "議題" || key == "" && a.Case == "" {
			continue
		}
		if groupKind(a.Title) != "" && i+1 < len(p.rec.Agenda) {
			continue
		}
		out = append(out, a)
	}
	return out
}

func itemOf(a record.AgendaItem) record.Item {
	it := record.Item{Number: a.Number, Kind: a.Kind, Case: a.Case, Title: a.Title}
	for _, s := range strings.Split(a.Label, "\n") {
		if _, d := departmentTail("。" + s); d != "" {
			it.Department = d
		}
	}
	return it
}

// taken tells which matter a sentence takes up, -1 for none or the one at hand.
func taken(sentence string, agenda []record.AgendaItem, current int) int {
	begins := false
	for _, w := range takeUp {
		begins = begins || strings.Contains(sentence, w)
	}
	if !begins {
		if n := len(agenda) - 1; n > 0 && current == n-1 && agenda[n].Kind == "その他" && opensOther(textutil.Key(sentence)) && !strings.Contains(sentence, "質問") && !strings.Contains(sentence, "意見") && !strings.Contains(sentence, "質疑") {
			return n
		}
		return -1
	}
	if k := named(sentence, agenda); k != current {
		return k
	}
	return -1
}

// named tells which matter a sentence names, -1 for none: by its case, its title
// or its number.
func named(sentence string, agenda []record.AgendaItem) int {
	key := textutil.Key(sentence)
	best, size := -1, 0
	for k, a := range agenda {
		title := textutil.Key(a.Title)
		n := 0
		switch short := strings.TrimSuffix(title, "について"); {
		case a.Case != "" && mentions(key, a.Case):
			n = 1000
		case textutil.Longer(short, 4) && strings.Contains(key, short):
			n = len(short)
		case textutil.Longer(core(title), 1) && strings.Contains(key, core(title)+"について"):
			n = len(core(title))
		case textutil.Longer(tail(title), 3) && strings.Contains(key, tail(title)+"について"):
			n = len(tail(title)) / 2
		case a.Number != "" && mentionsTopic(key, a.Number, a.Kind):
			n = 20
		case opensNumber(key, a.Number):
			n = 20
		case kindFirst(a.Title) && takesKind(key, a.Title):
			n = 6
		case groupKind(a.Title) != "" && (strings.Contains(key, title+"を") || strings.Contains(key, title+"に移") || strings.Contains(key, title+"に入")):
			n = len(title)
		case title == "その他" && opensOther(key):
			n = 3
		}
		if n > size {
			best, size = k, n
		}
	}
	return best
}

// core is a title without its year and について: 平成21年度決算について → 決算.
func core(title string) string {
	short := strings.TrimSuffix(title, "について")
	if y, ok := jadate.FindFiscalYear(short); ok && y.Start == 0 {
		return strings.TrimPrefix(short[y.End:], "の")
	}
	return short
}

// tail is the end of a title behind its last の: 改革プランの点検評価 → 点検評価.
func tail(title string) string {
	short := strings.TrimSuffix(title, "について")
	if _, after, ok := cutLast(short, "の"); ok {
		return after
	}
	return short
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// opensNumber reports whether a sentence begins with the number of a matter: 1について、….
func opensNumber(key, number string) bool {
	if strings.Trim(number, "()0123456789") != "" && !strings.Contains(kana, number) || number == "" {
		return false
	}
	for _, w := range []string{"次に、", "次に", "続いて、", "続きまして、", "では、", "それでは、"} {
		key = strings.TrimPrefix(key, w)
	}
	rest, ok := strings.CutPrefix(key, number)
	return ok && (strings.HasPrefix(rest, "について") || strings.HasPrefix(rest, "に移") || strings.HasPrefix(rest, "に入") || strings.HasPrefix(rest, "を議題"))
}

// takesKind reports whether a sentence takes up the matters of the kind that a
// title begins with: 報告事項をお願いします.
func takesKind(key, title string) bool {
	word := textutil.Key(title[:max(strings.IndexFunc(title, textutil.IsBlank), 0)])
	return word != "" && (strings.Contains(key, word+"を") || strings.Contains(key, word+"に移") || strings.Contains(key, word+"に入"))
}

// opensOther reports whether a sentence turns to その他.
func opensOther(key string) bool {
	for _, w := range []string{"次に、", "次に", "続いて、", "続きまして、", "続きまして", "最後に、", "では、", "それでは、", "それでは", "その他の", "(2)", "(3)"} {
		key = strings.TrimPrefix(key, w)
	}
	rest, ok := strings.CutPrefix(key, "その他")
	return ok && (strings.HasPrefix(rest, "で") || strings.HasPrefix(rest, "に") || strings.HasPrefix(rest, "と") || strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, "ありますか") || strings.HasPrefix(rest, "ございますか") || strings.HasPrefix(rest, "何か") || rest == "")
}
