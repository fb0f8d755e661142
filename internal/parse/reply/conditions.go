package reply

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

var (
	// bareItem is an item's number with nothing but a blank behind it: 1　…
	bareItem = regexp.MustCompile(`^[0-9０-９]{1,2}[ \t\x{3000}.．、]`)
	// bullet begins an item that has no number.
	bullet = regexp.MustCompile(`^[ \x{3000}]*[・○●◦•]`)
	// proviso is a sentence that makes a condition of what it says: なお、…を条件とする。
	proviso = regexp.MustCompile(`[^。]*(?:次|以下)の(?:事項|点|条件|措置)[^。]*条件と(?:して|し|する)[^。]*。|[^。]*(?:次|以下)の条件を付[^。]*。|(?:なお|ただし)[、,][^。]*(?:条件と(?:する|して|します)|条件を付|条件に|(?:次の|以下の|下記の)(?:事項|点|条件)[^。]*|[^。]*こと)(?:[^。]*)。`)
	// must is what a proviso of a judgement says; 次の点 alone is no condition there.
	must = regexp.MustCompile(`条件(?:と(?:する|します)|を付)`)
)

// conditions reads the 附帯意見: one for each item, or the whole where it has none.
func (p *parser) conditions(ps []record.Passage) {
	for _, x := range ps {
		if len(itemsOf(x.Text)) > 0 {
			for _, y := range ps {
				p.addConditions(itemsOf(y.Text), y.Line)
			}
			return
		}
	}
	for _, x := range ps {
		p.addConditions([]item{{text: x.Text}}, x.Line)
	}
}

// item is one of a list, down is how many lines below the list's first.
type item struct {
	text string
	down int
}

// itemsOf cuts a text before the lines that an item's mark begins; what stands
// before the first one leads in.
func itemsOf(text string) []item {
	var items []item
	lines := unglued(text)
	glued := lines != text
	for n, l := range strings.Split(lines, "\n") {
		if itemMark.MatchString(strings.Map(fold, l)) || bareItem.MatchString(l) || bullet.MatchString(l) {
			if glued {
				n = 0
			}
			items = append(items, item{l, n})
		} else if len(items) > 0 {
			items[len(items)-1].text += "\n" + l
		}
	}
	return items
}

// unglued puts line ends before the items of a text that lost them: (1)…こと。(2)….
func unglued(text string) string {
	if strings.Contains(text, "\n") || !firstItem.MatchString(text) {
		return text
	}
	n := 1
	return nextItem.ReplaceAllStringFunc(text, func(m string) string {
		if d, _ := jadate.Int(nextItem.FindStringSubmatch(m)[1]); d != n+1 {
			return m
		}
		n++
		return "。\n" + strings.TrimPrefix(m, "。")
	})
}

var (
	firstItem = regexp.MustCompile(`^[（(]?[1１][）)．.\s\x{3000}]`)
	nextItem  = regexp.MustCompile(`。[\s\x{3000}]*[（(]?([0-9０-９]{1,2})[）)．.\s\x{3000}]`)
)

func (p *parser) addConditions(items []item, line int) {
	for _, x := range items {
		p.rec.Conditions = append(p.rec.Conditions, record.Condition{
			ID: fmt.Sprintf("c%02d", len(p.rec.Conditions)+1), Text: x.text, Line: line + x.down})
	}
}

// provisos reads conditions that have no section: なお書き of the conclusion, with
// the items below it, and of the judgement where it says 条件とする.
func (p *parser) provisos() {
	for _, s := range p.rec.Sections {
		if s.Kind != "conclusion" && s.Kind != "judgement" {
			continue
		}
		for i, x := range s.Passages {
			if s.Kind == "judgement" && !must.MatchString(x.Text) {
				continue // most have none, and the next look costs
			}
			m := proviso.FindString(x.Text)
			if m == "" && len(itemsOf(x.Text)) == 0 { // the margin cut it
				x.Text = oneLine(x.Text)
				m = proviso.FindString(x.Text)
			}
			if m == "" || quoted(x.Text, strings.Index(x.Text, m)) || s.Kind == "judgement" && !must.MatchString(m) {
				continue
			}
			rest := x.Text[strings.Index(x.Text, m):]
			items, line := itemsOf(rest), x.Line+strings.Count(x.Text[:len(x.Text)-len(rest)], "\n")
			if !strings.HasSuffix(strings.TrimSpace(x.Text), m) && len(items) == 0 || s.Kind == "judgement" {
				items = []item{{text: oneLine(m)}}
			}
			if len(items) == 0 { // the items are passages of their own
				for _, y := range s.Passages[i+1:] {
					if its := itemsOf(y.Text); len(its) > 0 {
						p.addConditions(its, y.Line)
					}
				}
				if len(p.rec.Conditions) > 0 {
					return
				}
				items = []item{{text: oneLine(m)}}
			}
			p.addConditions(items, line)
			return
		}
	}
}

// quoted tells that s[at:] begins within words of others: the text of a request
// may make conditions of its own.
func quoted(s string, at int) bool {
	return strings.Count(s[:at], "「") > strings.Count(s[:at], "」")
}

// binding are headings of conditions, other than wishes (要望).
var binding = regexp.MustCompile(`条件|[付附]\s*帯\s*(?:意見|決議)`)

// bound tells that the reply makes a condition (条件), not only a wish (要望).
func (p *parser) bound() bool {
	for _, c := range p.rec.Conditions {
		if must.MatchString(folded(c.Text)) {
			return true
		}
	}
	for _, s := range p.rec.Sections {
		if s.Kind == "conditions" && binding.MatchString(s.Label) {
			return true
		}
	}
	return false
}
