package reply

import (
	"regexp"
	"sort"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

var (
	wholeDate  = regexp.MustCompile(`^(?:平成|令和|昭和)(?:\d{1,2}|元)年\d{1,2}月\d{1,2}日`)
	tornEra    = regexp.MustCompile(`^成((?:\d{1,2}|元)年\d{1,2}月\d{1,2})日?`)
	brokenDate = regexp.MustCompile(`^(?:平成|令和|昭和)(?:\d{1,2}|元)?年?(?:\d{1,2}月?)?\d{0,2}日?`)
	digitRun   = regexp.MustCompile(`\d+|元`)
	// dateEnd is the end of a date that the text beside it was printed over.
	dateEnd = regexp.MustCompile(`((?:\d{0,2}月)?\d{0,2}日)(?:\(第|$)`)
	// overRow is the first line of a cell whose date was set below it.
	overRow = regexp.MustCompile(`・[^・()]*(?:\([^()]*\)[^・()]*)?(?:を受|を聴|意見)$`)
)

// rows reads the rows in sp: each begins with its date. A date that lost digits
// has no ISO form; its parts stay in When, one a line.
func (p *parser) rows(sp span) {
	p.notCites = append(p.notCites, sp)
	s := p.s[sp.from:sp.to]
	starts := rowStart.FindAllStringIndex(s, -1)
	if len(starts) == 0 {
		return
	}
	var rows []row
	lead := span{sp.from, sp.from + starts[0][0]}
	for i, m := range starts {
		to := len(s)
		if i+1 < len(starts) {
			to = starts[i+1][0]
		}
		rows = append(rows, p.row(span{sp.from + m[0], sp.from + to}))
	}
	if !lead.empty() {
		rows[0].text = append(p.left(lead), rows[0].text...)
	}
	p.rejoin(rows)
	torn := false
	for _, r := range rows {
		torn = torn || r.torn
		out := record.Progress{Date: r.date, When: p.takeAll(r.when...), Line: p.lineAt(r.when[0].from)}
		var texts []string
		for _, t := range r.text {
			for _, run := range p.left(t) {
				if text := p.take(run); text != "" {
					texts = append(texts, text)
				}
			}
		}
		out.Text = strings.Join(texts, "\n")
		p.rec.Progress = append(p.rec.Progress, out)
	}
	if torn { // the torn rows were set before the table's first one
		ps := p.rec.Progress
		sort.SliceStable(ps, func(i, j int) bool { return ps[i].Date != "" && ps[j].Date != "" && ps[i].Date < ps[j].Date })
	}
}

// row is a row as runs of the text.
type row struct {
	date       string
	when, text []span
	torn       bool // its era was printed in another place: 成20年8月22
}

func (p *parser) row(sp span) row {
	s := p.s[sp.from:sp.to]
	if m := wholeDate.FindString(s); m != "" {
		r := row{when: []span{{sp.from, sp.from + len(m)}}, text: []span{{sp.from + len(m), sp.to}}}
		if d, ok := jadate.First(m); ok {
			r.date = d.ISO()
		}
		return r
	}
	if m := tornEra.FindStringSubmatch(s); m != nil {
		r := row{when: []span{{sp.from, sp.from + len(m[0])}}, text: []span{{sp.from + len(m[0]), sp.to}}, torn: true}
		if d, ok := jadate.First("平成" + m[1] + "日"); ok { // no other era's name ends in 成
			r.date = d.ISO()
		}
		return r
	}
	n := len(brokenDate.FindString(s))
	if n == 0 {
		n = len(rowStart.FindString(s))
	}
	r := row{when: []span{{sp.from, sp.from + n}}}
	if m := dateEnd.FindStringSubmatchIndex(s[n:]); m != nil {
		from, to := sp.from+n+m[2], sp.from+n+m[3]
		r.when = append(r.when, span{from, to})
		r.text = []span{{sp.from + n, from}, {to, sp.to}}
	} else {
		r.text = []span{{sp.from + n, sp.to}}
	}
	r.date = p.mend(r.when)
	return r
}

// mend reads a date of which only the closing 日 was printed over. The page
// sets one digit in full width and two in half width, so that a lone half-width
// digit has lost its neighbour: such a date stays unread, as does one that the
// text beside it broke in two.
func (p *parser) mend(when []span) string {
	if len(when) != 1 {
		return ""
	}
	var parts []string
	for _, sp := range when {
		s := p.s[sp.from:sp.to]
		for _, m := range digitRun.FindAllStringIndex(s, -1) {
			run := s[m[0]:m[1]]
			full := !strings.ContainsRune("0123456789", rune(p.src[p.at[sp.from+m[0]]]))
			if len(run) > 2 || len(run) == 1 && !full && run != "元" {
				return ""
			}
			parts = append(parts, run)
		}
	}
	if len(parts) != 3 {
		return ""
	}
	era := first(p.s[when[0].from:], 2)
	if d, ok := jadate.First(era + parts[0] + "年" + parts[1] + "月" + parts[2] + "日"); ok {
		return d.ISO()
	}
	return ""
}

// rejoin puts a cell's first line, printed above its date and so behind the row
// before, with its rest: ・…説明書を受 / 平成18年1月24日 / 理.
func (p *parser) rejoin(rows []row) {
	for i := 1; i < len(rows); i++ {
		prev, cur := rows[i-1].text, rows[i].text
		if len(prev) == 0 || len(cur) == 0 || cur[0].empty() || !strings.HasPrefix(p.s[cur[0].from:cur[0].to], "理") {
			continue
		}
		last := prev[len(prev)-1]
		m := overRow.FindStringIndex(p.s[last.from:last.to])
		if m == nil {
			continue
		}
		head := span{last.from + m[0], last.to}
		prev[len(prev)-1].to = head.from
		rows[i].text = append([]span{head}, cur...)
	}
}
