package town

import (
	"fmt"
	"strings"
)

// council is one of the city's councils, with what it has dealt with so far.
type council struct {
	n         int
	of        Density
	name, key string
	given     []given // its replies, the oldest first
	held      *held   // carried over from the last meeting
}

// given is a reply as later ones cite it.
type given struct{ number, day string }

// held is an inquiry that a meeting put off.
type held struct {
	subject
	label string
	year  int
}

// sitting is a meeting: its minutes, and the replies that it decided.
type sitting struct {
	minutes string
	replies []string
}

func newCouncil(n int, of Density) *council {
	return &council{n: n, of: of, name: fmt.Sprintf("測り市第%d個人情報審議会", n+1), key: fmt.Sprintf("k%d", n+1)}
}

const approvedScope = "市が行う統計の調査の対象者を名簿から選び出すこと"

// types is the council's type, with a case handled under it every third year.
func (c *council) types() string {
	var b strings.Builder
	fmt.Fprintf(&b, "[[type]]\nid = \"%s-tokei\"\nname = \"類型%d　統計の調査\"\ndefinition = \"個人と結び付かない統計を作ること\"\nscope = %q\nexclusions = \"回答者に連絡するもの\"\nregime = \"ordinance\"\nstatus = \"ended\"\nended = 2023-03-31\n\n", c.key, c.n+1, approvedScope)
	for y := firstYear; y < firstYear+years; y += 3 {
		fmt.Fprintf(&b, "[[type.case]]\ntitle = \"第%d回の調査\"\ndepartment = \"市民課\"\ndate = %d-06-01\nscope = %q\nby = \"情報公開課\"\nreported = \"minutes/%s-%s-2#s0001\"\n\n", y-firstYear+1, y, approvedScope, c.key, short(y))
	}
	return b.String()
}

// short and long are a fiscal year in a record's ID and as people write it.
func short(y int) string {
	if y >= 2019 {
		return fmt.Sprintf("r%d", y-2018)
	}
	return fmt.Sprintf("h%d", y-1988)
}

func long(y int) string {
	if y >= 2019 {
		return fmt.Sprintf("令和%d年", y-2018)
	}
	return fmt.Sprintf("平成%d年", y-1988)
}

// day is a day of the year's m-th meeting; all stand between May and September.
func day(y, m, d int) string { return fmt.Sprintf("%s%d月%d日", long(y), 4+m, d) }

// sit holds the m-th meeting of the year y: it ends what was carried over, deals
// with new inquiries, and puts off the last of every third meeting.
func (c *council) sit(y, m int) sitting {
	d := newDice(c.n, y, m, 0)
	var s sitting
	var items []item
	if h := c.held; h != nil {
		items = append(items, item{held: *h, again: true})
	}
	c.held = nil
	for i := range inquiries {
		items = append(items, item{held: held{subject: d.subject(), label: fmt.Sprintf("諮問案件%d", (m-1)*inquiries+i+1), year: y}})
	}
	if m%3 == 0 && m < meetings {
		last := &items[len(items)-1]
		last.off, c.held = true, &last.held
	}
	s.minutes = c.minutes(y, m, items)
	for i, it := range items {
		if !it.off {
			s.replies = append(s.replies, c.reply(y, m, i+1, it.held))
		}
	}
	return s
}
