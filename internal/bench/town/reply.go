package town

import (
	"fmt"
	"strings"
)

// paragraphs of a reply's judgement.
const paragraphs = 20

// reply is the council's answer to h, decided in the m-th meeting of the year y.
func (c *council) reply(y, m, n int, h held) string {
	d := newDice(c.n, y, m, n)
	no, on := fmt.Sprint(len(c.given)+1), day(y, m, 20)
	ground := d.of(grounds)
	var b strings.Builder
	fmt.Fprintf(&b, "答申第%s号\n\n%s\n\n測り市長　様\n\n%s\n会長　帆足　澪\n\n%s（答申）\n\n%s付け測情第%d号で諮問のあった標記の件（%s）について、次のとおり答申します。\n\n", no, on, c.name, h.title(), day(h.year, m, 1), len(c.given)+11, h.label)
	fmt.Fprintf(&b, "1　審議会の結論\n　%sの%sは、附帯意見に掲げる条件を付して、%sにより認める。\n\n2　諮問の概要\n　%sは、%sを%sに使うことについて意見を求めたものである。\n\n3　審議会の判断\n", h.paper, h.matter, ground, h.office, h.paper, d.of(papers))
	for i := range paragraphs {
		leans := ""
		if i%5 == 0 { // some five times as often as the replies of a real city do
			leans = c.leans(d)
		}
		fmt.Fprintf(&b, "(%d)　%sについて、当審議会は%sの%sと合わせて%s。%sは%sに当たり、%sの%sとしても%s。%s実施機関の説明によれば、%sの%sは%s、%sの期間は%d年である。%s\n",
			i+1, h.paper, d.of(places), d.of(papers), d.of(verbs), h.paper, d.of(grounds), d.of(offices), d.of(papers), d.of(findings), leans,
			d.of(things), d.of(papers), d.of(verbs), d.of(papers), 1+d.IntN(30), "したがって、"+d.of(grounds)+"について"+d.of(findings)+"。")
	}
	fmt.Fprintf(&b, "\n4　附帯意見\n(1)　使い終えた%sは、%d月以内に消去すること。\n(2)　%sについて、次の会議に報告すること。\n\n以上\n", h.paper, 1+d.IntN(12), h.paper)
	c.given = append(c.given, given{no, on})
	return b.String()
}
