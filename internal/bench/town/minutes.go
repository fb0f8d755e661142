package town

import (
	"fmt"
	"strings"
)

// item is an inquiry on a meeting's agenda.
type item struct {
	held
	again bool // carried over from the last meeting
	off   bool // put off to the next one
}

// reporting is the meeting of each year that is told of cases handled under types.
const reporting = 2

// rounds of question and answer on an item.
const rounds = 15

func (c *council) minutes(y, m int, items []item) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s度　第%d回　%s　会議録\n\n1　日時\n　%s　午前10時から正午まで\n\n2　場所\n　市役所　会議室\n\n3　出席者\n　会長　　帆足　澪\n　委員　　磯貝　丈\n　委員　　沖田　しおり\n\n4　議題\n", long(y), m, c.name, day(y, m, 12))
	for i, it := range items {
		fmt.Fprintf(&b, "（%d）%s\n", i+1, it.heading())
	}
	report := "【報告案件1】類型により扱った調査について"
	if m == reporting {
		fmt.Fprintf(&b, "（%d）%s\n", len(items)+1, report)
	}
	b.WriteString("\n5　会議の内容（要旨）\n\n")
	for i, it := range items {
		d := newDice(c.n, y, m, 100+i)
		fmt.Fprintf(&b, "（%d）%s\n\nア　担当課（%s）の説明\n\n・%sを使う。対象となる者は%s。利用の目的は、%sの事務を行うためである。\n・根拠は%sである。%s\n\nイ　質疑\n\n",
			i+1, it.heading(), it.office, it.paper, d.of(places)+"の住民", it.office, d.of(grounds), c.leans(d))
		for range rounds {
			fmt.Fprintf(&b, "（委員）\n%sについて、%sでも%s。%s。\n\n（%s）\n%sは%sと同じ扱いとし、%sまでの例にならって、%s。\n\n",
				it.paper, d.of(places), d.of(verbs), d.of(asked), it.office, d.of(papers), d.of(papers), long(firstYear+d.IntN(years)), d.of(answered))
		}
		if it.off {
			fmt.Fprintf(&b, "（会長）\n%sは、%sので、継続審議とします。\n\n", it.label, d.of(findings))
		} else {
			fmt.Fprintf(&b, "（会長）\n%sは、答申することとします。\n\n", it.label)
		}
	}
	if m == reporting {
		fmt.Fprintf(&b, "（%d）%s\n\n（事務局）\n第%d回の調査を、類型により扱いました。\n\n（会長）\n報告案件1は、了承します。\n\n", len(items)+1, report, y-firstYear+1)
	}
	b.WriteString("正午　閉会\n")
	return b.String()
}

func (it item) heading() string {
	if it.again {
		return "【" + it.label + "】" + it.title() + "（継続）"
	}
	return "【" + it.label + "】" + it.title()
}

// leans is a sentence of the minutes that cites up to two earlier replies, mostly
// recent ones.
func (c *council) leans(d dice) string {
	return c.leansOn(d, d.IntN(3))
}

// leansOn is a sentence that cites so many earlier replies, if there are.
func (c *council) leansOn(d dice, n int) string {
	if n = min(len(c.given), n); n == 0 {
		return ""
	}
	var cited []string
	for range n {
		g := c.given[len(c.given)-1-d.IntN(1+d.IntN(len(c.given)))]
		cited = append(cited, "答申第"+g.number+"号（"+g.day+"）")
	}
	return "これまでの" + strings.Join(cited, "及び") + "を踏まえた。"
}
