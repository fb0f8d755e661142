package town

import (
	"fmt"
	"strings"
)

// reply is the council's answer to h, decided in the m-th meeting of the year y.
func (c *council) reply(y, m, n int, h held) string {
	d := newDice(c.n, y, m, n)
	no, on := fmt.Sprint(len(c.given)+1), day(y, m, 20)
	named, mentions := c.provisions(d), c.mentions(d)
	ground := d.of(named)
	var b strings.Builder
	fmt.Fprintf(&b, "答申第%s号\n\n%s\n\n測り市長　様\n\n%s\n会長　帆足　澪\n\n%s（答申）\n\n%s付け測情第%d号で諮問のあった標記の件（%s）について、次のとおり答申します。\n\n", no, on, c.name, h.title(), day(h.year, m, 1), len(c.given)+11, h.label)
	terms := ""
	if c.of.Conditions {
		terms = "附帯意見に掲げる条件を付して、"
	}
	fmt.Fprintf(&b, "1　審議会の結論\n　%sの%sは、%s%sにより認める。\n\n2　諮問の概要\n　%sは、%sを%sに使うことについて意見を求めたものである。\n\n3　審議会の判断\n", h.paper, h.matter, terms, ground, h.office, h.paper, d.of(papers))
	for i := range c.of.Paragraphs {
		more := ""
		if c.of.Long {
			more = fmt.Sprintf("また、%sの%sについては、%sから出された%sと照らし合わせて%sうえ、%sの事務との関わりも含めて%s。この点は%s。", d.of(places), d.of(things), d.of(offices), d.of(papers), d.of(verbs), d.of(offices), d.of(verbs), d.of(findings))
		}
		fmt.Fprintf(&b, "(%d)　%sについて、当審議会は%sの%sと合わせて%s。%sは%sに当たり、%sの%sとしても%s。%s実施機関の説明によれば、%sの%sは%s、%sの期間は%d年である。%s\n",
			i+1, h.paper, d.of(places), d.of(papers), d.of(verbs), h.paper, d.of(named), d.of(offices), d.of(papers), d.of(findings), mentions[i],
			d.of(things), d.of(papers), d.of(verbs), d.of(papers), 1+d.IntN(30), more+"したがって、"+d.of(named)+"について"+d.of(findings)+"。")
	}
	if c.of.Conditions {
		fmt.Fprintf(&b, "\n4　附帯意見\n(1)　使い終えた%sは、%d月以内に消去すること。\n(2)　%sについて、次の会議に報告すること。\n", h.paper, 1+d.IntN(12), h.paper)
	}
	b.WriteString("\n以上\n")
	c.given = append(c.given, given{no, on})
	return b.String()
}
