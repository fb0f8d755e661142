package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// roster reads the people of one field of the head.
type roster struct {
	p       *parser
	field   string
	word    string // of the label
	group   string
	absent  bool
	office  string            // of the line: 総務課　課長 …、係長 …
	legend  map[rune]string   // ◎ → 会長
	people  []record.Attendee // found so far
	named   bool              // a heading in the roster gave the group
	seated  bool              // members have seat numbers
	away    bool              // the line says who is absent: ※欠席 …
	bracket string            // a note before the name: (委員長)
}

func (p *parser) attend(f headField) {
	r := &roster{p: p, field: f.m.field, word: f.m.word, group: groupName(f.m.word), absent: f.m.field == "absentees", legend: legendOf(f.m.note)}
	if f.m.deco == "|" && f.m.field == "attendees" {
		r.group = "委員"
	}
	if inner := strings.Trim(textutil.Key(f.m.note), "()"); isGroup(inner) {
		r.group, r.named = groupName(inner), true
	}
	base := r.group
	lines := r.table(f.lines)
	for i, l := range lines {
		if l.gap > 0 && i > 0 && r.group != base && !indentedUnder(lines, i) {
			r.away = false
		}
		r.line(l)
	}
	p.rec.Attendees = append(p.rec.Attendees, r.people...)
	for _, a := range r.people {
		if a.Name != "" {
			p.voices.know(a)
		}
	}
}

func indentedUnder(lines []line, i int) bool { return lines[i].indent > lines[0].indent }

// groupName is the group that a label of the head names.
func groupName(word string) string {
	switch word {
	case "出席者", "出席委員", "出席した委員", "出席", "出席状況", "出席者等", "出席委員等", "出席委員氏名", "出席者氏名", "委員出席者", "委員", "構成員", "会議構成員", "委員出欠", "出席した者", "会議出席者",
		"委員の出席状況", "委員の出欠状況", "委員の出欠", "委員出席状況", "出席構成員", "出席者名簿", "参加者", "出席者職氏名", "欠席者", "欠席委員", "欠席した委員", "欠席", "欠席した者", "欠席構成員", "欠員", "委員欠席者", "欠席委員等":
		return "委員"
	case "出席議員", "欠席議員":
		return "議員"
	case "事務局職員", "事務局出席者", "事務局等", "事務局出席者の職氏名", "出席事務局職員", "事務局側出席者", "出席した事務局職員", "会議に出席した事務局職員":
		return "事務局"
	}
	return word
}

// legendOf reads what marks before names mean: （◎会長　○副会長）.
func legendOf(note string) map[rune]string {
	m := map[rune]string{}
	mark := rune(0)
	word := ""
	flush := func() {
		if mark != 0 && word != "" {
			m[mark] = strings.Trim(word, ":：=＝は…")
		}
		word = ""
	}
	for _, r := range note {
		switch {
		case strings.ContainsRune("◎○〇◯●△▲□■☆★※", r):
			flush()
			mark = r
		case textutil.IsBlank(r) || strings.ContainsRune("()（）、,，・〔〕", r):
			flush()
			mark = 0
		case mark != 0:
			word += string(r)
		}
	}
	flush()
	return m
}

// line reads the people of one line, which may go on with a group of its own:
// 蔵前会長　深町委員　　事務局：文書課（２名）.
func (r *roster) line(l line) {
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
	if key == "" || strings.HasSuffix(key, "。") || key == "なし" || key == "無" || key == "無し" {
		return
	}
	if m := legendOf(s); len(m) > 1 && !strings.ContainsAny(s, "、") && legendLine(m) {
		r.legend = m
		return
	}
	r.away = false
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
	if l.indent == 0 || l.gap > 0 || r.office != "" && !strings.HasPrefix(l.text, "　") && l.indent == 0 {
		r.office = ""
	}
	if len(s) < len(l.text) && strings.ContainsRune("・■●◆□◇▪•", textutil.FirstRune(l.text)) && !strings.ContainsFunc(s, textutil.IsBlank) && (officeName(key[len(string(textutil.FirstRune(key))):]) || strings.HasSuffix(key, "館") || strings.HasSuffix(key, "側") || isGroup(textutil.Key(s))) {
		r.group, r.office, r.named = groupName(textutil.Key(s)), "", true // ・美術館
		return
	}
	if r.below(l, s) {
		return
	}
	if g, rest, ok := groupAt(s); ok {
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
	from := len(r.people)
	r.read(s)
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

// below takes a role that stands in brackets on a line of its own, under the name
// it belongs to.
func (r *roster) below(l line, s string) bool {
	first := textutil.FirstRune(s)
	if len(r.people) == 0 || l.gap > 0 || l.indent == 0 || first != '(' && first != '（' {
		return false
	}
	inner := textutil.Trim(strings.Trim(s, "()（）"))
	before, _, role := roleOf(textutil.Key(inner))
	last := &r.people[len(r.people)-1]
	if before != "" || role != "chair" && role != "vice-chair" || last.Title != "" {
		return false
	}
	last.Title = inner
	return true
}

func legendLine(m map[rune]string) bool {
	for _, w := range m {
		if _, _, role := roleOf(textutil.Key(w)); role == "" {
			return false
		}
	}
	return true
}

func staffTitle(t string) bool {
	switch textutil.Key(t) {
	case "局長", "事務局長", "次長", "書記", "主事", "係長", "主査", "主任", "事務局次長", "主事補", "事務局係長":
		return true
	}
	return false
}

// groups are the headings of a roster that may stand before names with only a
// blank between.
var groups = strings.Fields("事務局 説明員 説明者 オブザーバー 幹事 担当課 所管課 市民委員 学識委員 公募委員 専門委員 学内委員 学外委員 進行役 陪席者 列席者 市側 町側 村側 区側 県側 市 町 村 区 県 当局 執行部 議会事務局 教育委員会 農業委員 推進委員 農地利用最適化推進委員 講師 顧問 アドバイザー 欠席者 参考人 コーディネーター ファシリテーター 傍聴者 運営支援 委託業者 コンサルタント 関係課 関係部署 その他 来賓")

// groupAt reads the heading of a group in a roster: 委員(敬称略), （事務局）…, 市　… .
func groupAt(l string) (group, rest string, ok bool) {
	first := textutil.FirstRune(l)
	if l != "" && strings.ContainsRune("(（〈<＜【［[〔", first) {
		if end := strings.IndexAny(l, ")）〉>＞】］]〕"); end > 0 && end < 60 {
			_, w := utf8.DecodeRuneInString(l[end:])
			inner := textutil.Key(l[len(string(first)):end])
			if i := strings.IndexAny(inner, "(・、"); i > 0 && noteWords(inner[i:]) {
				inner = inner[:i]
			}
			rest = textutil.TrimLeft(strings.TrimLeft(textutil.TrimLeft(l[end+w:]), ":："))
			if !noteWords(inner) && !counts(inner) {
				return groupName(inner), rest, true
			}
			return "", rest, false
		}
	}
	if i := strings.IndexAny(clip(l, 60), ":："); i > 0 {
		label := textutil.Key(l[:i])
		_, w := utf8.DecodeRuneInString(l[i:])
		if label, _, _ = strings.Cut(label, "("); !textutil.Longer(label, 12) && !officeName(label) {
			if before, _, role := roleOf(label); role == "" || before == "" && role == "member" || isGroup(label) || role == "secretariat" || role == "department" {
				return groupName(label), textutil.TrimLeft(l[i+w:]), true
			}
		}
	}
	if key := textutil.Key(l); textutil.Longer(key, 3) && !textutil.Longer(key, 14) && (strings.HasSuffix(key, "事務局") || strings.HasSuffix(key, "関係者") || strings.HasSuffix(key, "執行部")) && !strings.ContainsAny(key, "、:") {
		return key, "", true
	}
	best := ""
	for _, w := range append([]string{"委員"}, groups...) {
		r, is := cutSpaced(l, w)
		if !is || len(w) <= len(best) {
			continue
		}
		t := textutil.Trim(r)
		switch {
		case t == "":
			best, rest = w, ""
		case strings.ContainsRune("(（〔", textutil.FirstRune(t)):
			inner, after := bracketed(t)
			switch {
			case noteWords(inner) || counts(inner):
				best, rest = w, strings.TrimLeft(textutil.TrimLeft(after), ":：")
			case strings.ContainsAny(inner, "、・，"): // 事務局(林部長、…)4名
				best, rest = w, strings.Trim(inner, "(（)）〔〕")
			}
		case w == "委員":
			// 委　員　三浦会長、… is a heading; 委　員　羽鳥　正人 is a role
			if len(t) < len(r) && (strings.ContainsAny(t, "、") || leadsRole(t)) {
				best, rest = w, t
			}
		case len(t) < len(r):
			if strings.HasSuffix(w, "委員") && !strings.ContainsAny(t, "、") && len(strings.FieldsFunc(t, textutil.IsBlank)) < 4 {
				continue // 公募委員　小田　剛 is one person
			}
			best, rest = w, t
		}
	}
	return best, rest, best != ""
}

// bracketed parts s into the bracket that it begins with and the rest.
func bracketed(s string) (bracket, rest string) {
	depth := 0
	for i, r := range s {
		switch r {
		case '(', '（', '〔':
			depth++
		case ')', '）', '〕':
			if depth--; depth == 0 {
				i += utf8.RuneLen(r)
				return s[:i], s[i:]
			}
		}
	}
	return s, ""
}

func isGroup(s string) bool {
	for _, g := range groups {
		if g == s {
			return true
		}
	}
	return s == "委員"
}

func leadsRole(s string) bool {
	first := strings.FieldsFunc(s, textutil.IsBlank)
	if len(first) == 0 {
		return false
	}
	before, word, role := roleOf(textutil.Key(first[0]))
	return role == "chair" || role == "vice-chair" || role == "member" && before != "" || role == "member" && word == "委員" && len(first) > 1
}

// officeAt reads an office that all people of a line belong to: 税務課:小暮課長、財部係長.
func officeAt(s string) (office, rest string, ok bool) {
	i := strings.IndexAny(clip(s, 90), ":：")
	if i <= 0 {
		return "", s, false
	}
	_, w := utf8.DecodeRuneInString(s[i:])
	if key := textutil.Key(s[:i]); officeName(key) && len(strings.FieldsFunc(s[:i], textutil.IsBlank)) == 1 {
		return key, textutil.TrimLeft(s[i+w:]), true
	}
	return "", s, false
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
