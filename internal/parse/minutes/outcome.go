package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// outcomeWords end a chair's sentence that decides; the first that stands in it counts.
var outcomeWords = []struct{ outcome, words string }{
	{"継続", "継続審議 継続とし 継続して審議 引き続き審議"},
	{"答申", "答申します 答申する 答申いたします 答申することとし 是とする"},
	{"意見", "意見を付します 意見を付す 意見を付し"},
	{"了承", "了承します 了承する 了承いたします 了承とします"},
	{"承認", "承認します 承認する 承認とします 承認いたします"},
	{"否決", "否決"}, {"可決", "可決 原案のとおり決"}, {"取下げ", "取り下げ 取下げ"},
}

// outcomes reads what the chair says of each case: by its name anywhere, or of
// the item being dealt with. What is said later, and by name, counts.
func (p *parser) outcomes() {
	named := map[int]bool{}
	for i := range p.rec.Items {
		for _, s := range p.rec.Items[i].Sections {
			for _, x := range s.Passages {
				if x.Speaker == nil || x.Speaker.Role != "chair" {
					continue
				}
				for _, sentence := range strings.Split(x.Text, "。") {
					p.decide(i, sentence, named)
				}
			}
		}
	}
}

func (p *parser) decide(current int, sentence string, named map[int]bool) {
	outcome := ""
	for _, o := range outcomeWords {
		for _, w := range strings.Fields(o.words) {
			if outcome == "" && strings.Contains(sentence, w) {
				outcome = o.outcome
			}
		}
	}
	if outcome == "" {
		return
	}
	key := textutil.Key(sentence)
	hit := false
	for j := range p.rec.Items {
		it := &p.rec.Items[j]
		if it.Case != "" && mentions(key, it.Case) {
			it.Outcome, named[j], hit = outcome, true, true
		}
	}
	if hit || named[current] {
		return
	}
	if it := &p.rec.Items[current]; it.Case != "" || it.Kind == "諮問" || it.Kind == "報告" || it.Kind == "議案" {
		it.Outcome = outcome
	}
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

// cites finds the inquiries and replies that are named by their date.
func (p *parser) cites() {
	for _, f := range p.rec.Header {
		if f.Name == "handouts" {
			for _, l := range strings.Split(f.Text, "\n") {
				p.cite(l, p.lineOf(l, f.Line))
			}
		}
	}
	for _, it := range p.rec.Items {
		for _, s := range it.Sections {
			for _, x := range s.Passages {
				if strings.Contains(x.Text, "答申") || strings.Contains(x.Text, "諮問") {
					p.cite(x.Text, x.Line)
				}
			}
		}
	}
}

func (p *parser) cite(text string, n int) {
	for _, d := range jadate.Find(text) {
		rest := text[d.End:]
		for _, link := range []string{"付けの", "付けで", "付の", "付け", "付", "の", ""} {
			after, ok := strings.CutPrefix(rest, link)
			if !ok {
				continue
			}
			if strings.HasPrefix(after, "諮問") || strings.HasPrefix(after, "答申") {
				end := d.End + len(link) + len("諮問")
				p.rec.Cites = append(p.rec.Cites, record.Cite{Text: text[d.Start:end], Date: d.ISO(), Line: n})
				break
			}
		}
	}
}
