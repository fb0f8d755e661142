package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// roster reads the people of one field of the head.
type roster struct {
	p        *parser
	field    string
	word     string // of the label
	group    string
	absent   bool
	office   string            // of the line: 総務課　課長 …、係長 …
	legend   map[rune]string   // ◎ → 会長
	people   []record.Attendee // found so far
	category bool              // the group is a category of members
	named    bool              // a heading in the roster gave the group
	seated   bool              // members have seat numbers
	lastRow  int               // line of the people read last
	away     bool              // the line says who is absent: ※欠席 …
	fused    bool              // the roster is of names close to 委員
	aside    bool              // a remark (※欠席 …) opened it: the next heading ends who is absent
	prior    string            // a word that stands where the list has its titles
	heads    bool              // the line at hand has lines set in below it
	guessed  bool              // nothing says what the columns of its table hold
	above    map[int]string    // the cells of the table's row above
	votes    map[string]int    // what the columns say of words; see columnVotes
}

func (p *parser) attend(f headField) {
	r := &roster{p: p, field: f.m.field, word: f.m.word, group: groupName(f.m.word), absent: f.m.field == "absentees", legend: legendOf(f.m.note), aside: f.m.deco == "※"}
	if len(r.legend) == 0 {
		r.legend = p.legend
	}
	if f.m.deco == "|" && f.m.field == "attendees" {
		r.group = "委員"
	}
	if inner := strings.Trim(textutil.Key(f.m.note), "()"); isGroup(inner) {
		r.group, r.named = groupName(inner), true
	} else if officeName(inner) && f.m.field == "officers" { // 処分庁（福祉事務所）
		r.group += f.m.note
	}
	base := r.group
	lines := r.stacked(bracketsBelow(pairedColumns(unbroken(r.table(groupColumns(f.lines))))))
	if inner := strings.Trim(f.m.note, "()（）"); len(lines) == 0 && strings.ContainsAny(inner, "、，") && !noteWords(inner) { // 事務局（観光文化部長、観光課長）
		x := f.line
		x.text, x.gap = inner, 0
		lines = []line{x}
	}
	r.votes = columnVotes(lines)
	byCategory := (f.m.field == "attendees" || f.m.field == "absentees") && (categorized(lines) || p.categories[categoryOf(lines)])
	for i, l := range lines {
		if byCategory {
			if c, rest, _ := categoryAt(l.text); c != "" {
				r.group, r.named, r.category, l.text, l.gap = c, true, true, rest, 0
				p.categories[c] = true
			}
		}
		if l.gap > 0 && i > 0 && r.group != base && !indentedUnder(lines, i) {
			r.away = false
		}
		r.heads = i+1 < len(lines) && lines[i+1].indent > l.indent && lines[i+1].gap == 0
		r.line(l)
	}
	if f.m.field == "attendees" && presiding[f.m.word] { // 議長（会長）氏名
		for i := range r.people {
			a := &r.people[i]
			if a.Group = "委員"; a.Title == "" {
				a.Title = presidesAs(f.m.label)
			} else if _, _, role := roleOf(textutil.Key(a.Title)); role != "chair" && a.Note == "" { // 会長　見晴町長　氏名
				a.Note = presidesAs(f.m.label)
			}
		}
	}
	if presiding[f.m.word] && len(r.people) < 4 {
		r.people = p.alreadyThere(r.people)
	}
	p.rec.Attendees = append(p.rec.Attendees, r.people...)
	for _, a := range r.people {
		if a.Name != "" {
			p.voices.know(a)
		}
	}
}

func indentedUnder(lines []line, i int) bool { return lines[i].indent > lines[0].indent }

// line reads the people of one line, which may go on with a group of its own:
// 蔵前会長　深町委員　　事務局：文書課（２名）.
func (r *roster) line(l line) {
	if i := groupInside(l.text); i > 0 { // 垂井委員、(事務局)総務課 名越課長
		a, b := l, l
		a.text, b.text = strings.TrimRight(textutil.Trim(l.text[:i]), "、，,"), textutil.Trim(l.text[i:])
		b.gap = 0
		r.line(a)
		r.line(b)
		return
	}
	if i := strings.LastIndexAny(clip(l.text, 300), ":："); i > 0 {
		before := strings.TrimRightFunc(l.text[:i], textutil.IsBlank)
		if k := strings.LastIndexFunc(before, textutil.IsBlank); k > 0 && isGroup(textutil.Key(before[k:])) {
			a, b := l, l
			a.text, b.text = textutil.Trim(before[:k]), textutil.Trim(l.text[k:])
			b.gap = 0
			r.one(a)
			r.one(b)
			return
		}
	}
	r.one(l)
}

func (r *roster) one(l line) {
	s := l.text
	key := textutil.Key(s)
	if key == "" || strings.HasSuffix(key, "。") || key == "なし" || key == "無" || key == "無し" || strings.Contains(key, "席") && countsOnly(s) || kanjiCount(key) {
		return
	}
	if m := legendOf(s); len(m) > 1 && !strings.ContainsAny(s, "、") && legendLine(m) {
		r.legend = m
		return
	}
	r.away = false
	s = equated(s)
	key = textutil.Key(s)
	if strings.HasPrefix(key, "(欠席") && strings.HasSuffix(key, ")") && !strings.HasPrefix(key, "(欠席)") && !r.absent { // （欠席：美章園委員）
		s = textutil.Trim(strings.TrimRight(strings.TrimLeft(s, "(（"), ")）"))
	}
	if rest, ok := strings.CutPrefix(strings.TrimLeft(s, "※*＊・ 　"), "欠席"); ok && !r.absent {
		r.away = true
		s = strings.TrimLeft(textutil.TrimLeft(strings.TrimLeft(rest, "者委員")), ":：")
	}
	s = textutil.TrimLeft(strings.TrimLeft(s, "・•･-－■●◆□◇▪"))
	if n, ok := numbered(s); ok && !r.away { // 1　会長　…, （1）委員, (2) 実施機関職員　契約課長 …
		s = n.rest
		if i := strings.IndexFunc(s, textutil.IsBlank); i > 0 {
			word := textutil.Key(s[:i])
			for _, tail := range []string{"委員", "職員", "事務局", "関係者", "説明員", "執行部"} {
				if strings.HasSuffix(word, tail) && word != "委員" && !textutil.Longer(word, 12) && (strings.ContainsAny(s[i:], "、") || tail != "委員") {
					r.group, r.office, r.named = groupName(word), "", true
					s = textutil.TrimLeft(s[i:])
					break
				}
			}
		}
	}
	beside := l.cell == otherCell && l.n == r.lastRow // 都市整備課　平井課長 | 加茂主幹
	if r.lastRow = l.n; beside {
	} else if l.indent == 0 || l.gap > 0 || r.office != "" && !strings.HasPrefix(l.text, "　") && l.indent == 0 {
		r.office = ""
	}
	if len(s) < len(l.text) && strings.ContainsRune("・■●◆□◇▪•", textutil.FirstRune(l.text)) && !strings.ContainsFunc(s, textutil.IsBlank) && (officeName(key[len(string(textutil.FirstRune(key))):]) || strings.HasSuffix(key, "館") || strings.HasSuffix(key, "側") || isGroup(textutil.Key(s)) || r.heads && !textutil.Longer(s, 14) && !strings.ContainsAny(s, "、：:（(")) {
		r.group, r.office, r.named = groupName(textutil.Key(s)), "", true // ・美術館
		r.absent = r.absent && !r.aside
		return
	}
	if r.below(l, s) {
		return
	}
	from := len(r.people)
	if len(s) < len(l.text) && strings.ContainsRune("・●■◆•", textutil.FirstRune(l.text)) { // ・学識経験者　鈴鳴大学　助教授　硯　正樹
		if i := strings.IndexFunc(s, textutil.IsBlank); i > 0 && i < 40 {
			if before, word, role := roleOf(textutil.Key(s[:i])); before == "" && (role == "expert" || role == "observer" || role == "other") && len(strings.TrimLeftFunc(s[i:], textutil.IsBlank)) < len(s[i:])-3 {
				r.group, r.office, r.named = word, "", true
				s = textutil.TrimLeft(s[i:])
			}
		}
	}
	s = bracketRoles(r.untagged(s))
	if qualities(s) {
		r.read(s)
		r.settle(from, l)
		return
	}
	if n := strings.LastIndexAny(s, "ほ他外"); n > 0 && isCount(s[n:]) { // 中之島指導主事ほか２名
		s = textutil.Trim(s[:n])
	}
	if g, rest, ok := groupAt(s); ok && g == "委員" && r.named && r.group != g && strings.HasSuffix(r.group, g) { // 委　員　… below ［外部委員］
		s = rest
	} else if ok {
		r.group, r.office, r.named = g, "", true
		if r.field == "attendees" && g == "欠席者" {
			r.group, r.absent = "委員", true
		}
		s = rest
		if s == "" {
			return
		}
	}
	if office, rest, ok := officeAt(s); ok {
		r.office, s = office, rest
	}
	r.read(s)
	r.settle(from, l)
}

// settle gives the people of a line what the roster says of all.
func (r *roster) settle(from int, l line) {
	for i := from; i < len(r.people); i++ {
		a := &r.people[i]
		a.Line = l.n
		if a.Group == "" {
			a.Group = r.group
		}
		if r.absent || r.away {
			a.Absent = true
		}
		if r.absent && l.gap > 0 && staffTitle(a.Title) && r.seated { // 局長 … below the absent members
			a.Absent = false
		}
		if _, _, role := roleOf(textutil.Key(a.Title)); role == "executive" && a.Name == "" && a.Group == "委員" && !r.named && strings.HasPrefix(r.word, "出席者") {
			a.Group = "出席者" // who is counted among those present by title alone is no member
		}
		if a.Group == "委員" && r.seated && staffTitle(a.Title) {
			a.Group = "事務局"
		}
	}
}

// isCount knows what only counts people: 4名, ほか２名, 計5名出席, 委員11名.
func isCount(s string) bool {
	key := textutil.Key(s)
	key = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(key, "ほか"), "他"), "外"), "計")
	i := strings.IndexFunc(key, textutil.IsDigit)
	if i < 0 {
		return false
	}
	_, n := jadate.Leading(key[i:])
	rest := key[i+n:]
	return strings.HasPrefix(rest, "名") || strings.HasPrefix(rest, "人") || strings.HasPrefix(rest, "委員")
}
