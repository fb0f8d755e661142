package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// outcomeWords end a sentence that decides; the first that stands in it counts.
var outcomeWords = []struct{ outcome, words string }{
	{"継続", "継続審議 継続審査 継続とし 継続して審議 継続して審査 継続することと 引き続き審議 引続き審議 引き続き審査 引き続き検討することと 次回に持ち越 次回も審議 継続案件と 次回に継続 継続して協議 継続協議"},
	{"答申", "答申します 答申する 答申いたし 是とします 是といたし 答申とします 答申とし、 答申とした 答申とすること 答申とする 是とする 答申をまとめ 答申したい 答申を決定 答申書を決定 答申案を決定 答申案のとおり 答申案を承認 答申した 答申をする 答申を行う 答申することと"},
	{"意見", "意見を付します 意見を付す 意見を付し 意見を付けます 意見を付けること 意見を付ける 意見を添え"},
	{"否決", "否決 不承認"},
	{"可決", "可決 案のとおり決 案どおり決 原案のとおり決 原案どおり決 原案通り決 原案のとおり議決 原案どおり議決 原案どおり許可することに決 原案のとおり許可することに決 すべきものと決 許可することに決 原案どおり認定 決定することに決"},
	{"承認", "承認し 承認する 承認と 承認いたし 承認され 承認を得 承認すること 承認、 承認した 承認することに"},
	{"了承", "了承し 了承する 了承いたし 了承と 了承され 了承を得 了承願い 了承した 了承すること"},
	{"取下げ", "取り下げ 取下げ"},
}

// undecided words make of a sentence a plan, a wish or a report of something else.
var undecided = strings.Fields("予定 次回に 次回、 場合は 前回 たい旨 か否か 次回までに かどうか 求めた なければなら 答申の案を 諮問した")

func outcomeIn(sentence string) string {
	for _, o := range outcomeWords {
		for _, w := range strings.Fields(o.words) {
			if strings.Contains(sentence, w) {
				for _, u := range undecided {
					if strings.Contains(sentence, u) && o.outcome != "継続" {
						return ""
					}
				}
				return o.outcome
			}
		}
	}
	if s := textutil.Trim(sentence); strings.HasSuffix(s, "引き続き協議する") || strings.HasSuffix(s, "引き続き審議する") {
		return "継続"
	}
	for _, w := range []string{"承認", "可決", "了承", "否決"} { // 全員異議なく承認。 ※各委員一致で承認
		if strings.HasSuffix(strings.TrimRight(sentence, ")）〕】"), w) && (strings.Contains(sentence, "異議") || strings.Contains(sentence, "一致") || strings.Contains(sentence, "全員") || strings.Contains(sentence, "全会")) {
			return w
		}
	}
	return ""
}

// outcomes reads what the chair, or the minutes themselves, say of each case: by
// its name anywhere, or of the item being dealt with. What is said later, and by
// name, counts. A question counts where the others agree.
func (p *parser) outcomes() {
	named := map[int]bool{}
	presides := p.presiding()
	for i := range p.rec.Items {
		var flat []record.Passage
		for _, s := range p.rec.Items[i].Sections {
			flat = append(flat, s.Passages...)
		}
		for k, x := range flat {
			clerk := x.Speaker != nil && x.Speaker.Role == "secretariat" // who presides until there is a chair
			if x.Speaker != nil && !presides[x.Speaker.Label] && !clerk {
				continue
			}
			for _, s := range parted(sentences(x.Text)) {
				if r := textutil.FirstRune(s); x.Speaker == nil && (r == '→' || r == '⇒') && decides(s) && outcomeIn(s) == "" { // → 一部修正のうえ、承認
					for _, w := range []string{"承認", "可決", "了承", "否決"} {
						if strings.HasSuffix(s, w) {
							s += "する"
						}
					}
				}
				if clerk && !strings.Contains(s, "異議がない") && !strings.Contains(s, "異議なしと認め") {
					continue
				}
				if asks(s) && !(k+1 < len(flat) && agrees(flat[k+1].Text)) {
					continue
				}
				p.decide(i, s, named)
			}
		}
	}
}

// presiding are the labels of those who preside: chairs, and an officer who
// opens the meeting or puts the question (教育長 in a board of education).
func (p *parser) presiding() map[string]bool {
	m := map[string]bool{}
	for _, it := range p.rec.Items {
		for _, s := range it.Sections {
			for _, x := range s.Passages {
				switch {
				case x.Speaker == nil:
				case x.Speaker.Role == "chair":
					m[x.Speaker.Label] = true
				case (x.Speaker.Role == "executive" || x.Speaker.Role == "vice-chair") && !m[x.Speaker.Label]:
					for _, w := range []string{"お諮り", "異議なしと認め", "異議ございませんか", "異議ありませんか", "を開会いたします", "を開会します", "を開催いたします", "を開催します", "を開きます", "を開きたい", "閉会します", "閉会いたします", "散会", "採決"} {
						m[x.Speaker.Label] = m[x.Speaker.Label] || strings.Contains(x.Text, w)
					}
				}
			}
		}
	}
	return m
}

func (p *parser) decide(current int, sentence string, named map[int]bool) {
	outcome := outcomeIn(sentence)
	if outcome == "" {
		return
	}
	key := textutil.Key(sentence)
	hit := false
	if len(p.rec.Items) <= 300 {
		for j := range p.rec.Items {
			it := &p.rec.Items[j]
			if it.Case != "" && mentions(key, it.Case) || it.Number != "" && (mentionsTopic(key, it.Number, it.Kind) && !p.rival(key, it.Number) || beginsWith(key, it.Number)) || titleIn(key, it.Title) {
				it.Outcome, named[j], hit = outcome, true, true
			}
		}
	}
	if hit || named[current] {
		return
	}
	it := &p.rec.Items[current]
	if it.Title == "" && it.Case == "" || it.Kind == "開会" || it.Kind == "閉会" || it.Kind == "その他" && it.Case == "" {
		return
	}
	it.Outcome = outcome
}

// beginsWith reports whether a sentence is about the matter of a number in brackets:
// (1)の評価は….
func beginsWith(key, number string) bool {
	rest, ok := strings.CutPrefix(key, number)
	return ok && strings.HasPrefix(number, "(") && (strings.HasPrefix(rest, "の") || strings.HasPrefix(rest, "は") || strings.HasPrefix(rest, "について"))
}

// rival reports whether sentence means another item of the same number, that in
// brackets: 議題（２） is (2) and not 2.
func (p *parser) rival(key, number string) bool {
	if strings.HasPrefix(number, "(") || !strings.Contains(key, "("+number+")") {
		return false
	}
	for i := range p.rec.Items {
		if p.rec.Items[i].Number == "("+number+")" {
			return true
		}
	}
	return false
}

// titleIn reports whether sentence names a matter by its title.
func titleIn(key, title string) bool {
	short := strings.TrimSuffix(textutil.Key(title), "について")
	if textutil.Longer(short, 4) && strings.Contains(key, short) {
		return true
	}
	t := tail(textutil.Key(title))
	return textutil.Longer(t, 3) && strings.HasPrefix(key, t+"について") || textutil.Longer(t, 2) && strings.HasPrefix(key, t+"は")
}

// mentions reports whether sentence names the case, or counts all of its kind:
// 報告案件2件.
func mentions(sentence, id string) bool {
	for rest := sentence; ; {
		i := strings.Index(rest, id)
		if i < 0 {
			break
		}
		rest = rest[i+len(id):]
		if !textutil.IsDigit(textutil.FirstRune(rest)) && !strings.HasPrefix(rest, "件") {
			return true
		}
	}
	word := strings.TrimRight(id, "0123456789")
	for rest := sentence; word != id && word != ""; {
		i := strings.Index(rest, word)
		if i < 0 {
			break
		}
		rest = rest[i+len(word):]
		if _, w := jadate.Leading(rest); w > 0 && strings.HasPrefix(rest[w:], "件") {
			return true
		}
	}
	return false
}

// topicWords stand before the number of an item: 議題(1), 議事１, 協議事項（２）.
var topicWords = strings.Fields("議題 議事 次第 協議事項 報告事項 審議事項 諮問事項 議事事項 案件 協議題 日程")

// mentionsTopic reports whether sentence names an item by its number.
func mentionsTopic(sentence, number, kind string) bool {
	bare := strings.TrimPrefix(strings.Trim(number, "()[]〔〕"), "第")
	for _, w := range topicWords {
		if of, ok := strings.CutSuffix(w, "事項"); ok && of != "議事" && kind != of {
			continue
		}
		for rest := sentence; ; {
			i := strings.Index(rest, w)
			if i < 0 {
				break
			}
			if w == "案件" && i > 0 && strings.ContainsRune("問告議付", textutil.LastRune(rest[:i])) { // 報告案件1 is a case
				rest = rest[i+len(w):]
				continue
			}
			rest = strings.TrimLeft(rest[i+len(w):], "の(第（")
			after, ok := strings.CutPrefix(rest, bare)
			if ok && !textutil.IsDigit(textutil.FirstRune(after)) && !strings.HasPrefix(after, "件") {
				return true
			}
		}
	}
	return false
}
