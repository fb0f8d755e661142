package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// reader builds people from tokens.
type reader struct {
	*roster
	cur    record.Attendee
	parts  []token // of the name
	ditto  bool
	before bool   // more tokens follow the one at hand
	only   bool   // the list names offices, not people
	close  bool   // names stand close to their offices
	single bool   // every run is a name of its own
	taken  bool   // the bracket that follows is taken already
	titled bool   // a role stood behind the name at hand, and more follows
	member bool   // 委員 stood behind the name at hand
	noted  bool   // a bracket stood behind the name at hand
	kinds  []kind // of the tokens of the piece
	at     int    // the token at hand
	joined bool   // someone before on the line stood close to a title
}

func (b *reader) named() bool { return len(b.parts) > 0 || b.cur.Name != "" }

// again repeats the office of the one before: 同, 〃.
func (b *reader) again() {
	if n := len(b.people); n > 0 {
		if !b.ditto {
			b.cur.Affiliation = b.people[n-1].Affiliation
		}
		b.ditto = true
	}
}

// full reports whether the name is complete, so that t begins the next.
func (b *reader) full(t token) bool {
	n := len(b.parts)
	if n == 0 {
		return b.cur.Name != ""
	}
	if b.single {
		return true
	}
	runes := 0
	single := true // every part behind the first is one glyph
	width := 0     // columns from the first glyph to the last
	for i, p := range b.parts {
		width += 2 * utf8.RuneCountInString(p.text)
		if i > 0 {
			width += p.gap
		}
		k := utf8.RuneCountInString(p.text)
		runes += k
		if i > 0 && k > 1 {
			single = false
		}
	}
	first := utf8.RuneCountInString(b.parts[0].text)
	if n == 1 {
		k := utf8.RuneCountInString(t.text)
		if k == 1 && first < 6 { // 小比類巻　　　勉
			return false
		}
		return first >= 4 && (t.gap > 2 || k > 3) || first >= 6
	}
	if k := utf8.RuneCountInString(t.text); single && first == 1 && n <= 3 && k > 1 && k <= 3 && t.gap <= 2 && runes == n {
		return false // 小　金　福太郎
	}
	if single && first == 1 && n > 1 && width >= 14 && t.gap > 4 {
		return true // the cell of four glyphs and three blanks is filled
	}
	if single && utf8.RuneCountInString(t.text) == 1 && (t.gap <= 2 || first == 1) && runes < 7 {
		return false
	}
	return true
}

func (b *reader) note(s string) {
	b.noted = len(b.parts) > 0
	inner := textutil.Trim(strings.Trim(s, "()（）【】〔〕[]［］"))
	key := textutil.Key(inner)
	_, _, role := roleOf(key)
	a := &b.cur
	switch {
	case key == "" || memberWord(key) && b.named() || isCount(key) || strings.HasPrefix(key, "全員") || strings.HasPrefix(key, "以下"):
	case strings.Contains(key, "代理") && !strings.HasPrefix(key, "代理人") && role != "vice-chair" && role != "member":
		a.Note = inner
	case strings.HasPrefix(key, "欠席:") || strings.HasPrefix(key, "欠席者:") || strings.HasPrefix(key, "欠席、"):
		b.flush()
		from := len(b.people)
		_, names, _ := strings.Cut(strings.NewReplacer("：", ":", "欠席、", "欠席:").Replace(inner), ":")
		b.read(names)
		for i := from; i < len(b.people); i++ {
			b.people[i].Absent = true
		}
	case key == "欠席" || key == "欠" || key == "欠席者":
		a.Absent = true
	case strings.HasSuffix(key, "は欠席") || strings.HasSuffix(key, "が欠席") || strings.HasSuffix(key, "は欠席。"):
		b.flush()
		from := len(b.people)
		b.read(strings.TrimRight(strings.TrimSuffix(strings.TrimRight(inner, "。"), "欠席"), "はが"))
		for i := from; i < len(b.people); i++ {
			b.people[i].Absent = true
		}
	case key == "出席" || key == "出":
	case status(key) || key == "兼" || key == "兼務":
		a.Note = inner
	case strings.HasPrefix(key, "敬称") || strings.HasPrefix(key, "五十音") || strings.HasPrefix(key, "順不同"):
	case !b.named() && a.Title == "" && a.Affiliation != "" && b.several(inner): // 事業係（小池、佐分）
	case !b.named() && a.Title == "" && a.Affiliation == "" && b.committee() && b.before && b.at == 0 && (role == "" || role == "other" || role == "expert"): // (学識)道玄 紀子
		a.Affiliation = inner
	case b.committee() && !b.named() && !b.before && a.Title != "" && (role == "chair" || role == "vice-chair") && key == wordOf(key) && a.Note == "": // 町長（会長）
		a.Note = inner
	case !b.named():
		switch before, word, role := roleOf(key); {
		case a.Title == "" && role != "" && before == "": // 委員(委員長)　氏名
			a.Title = inner
		case role != "" && b.isName(before) && !isTitle(before, role): // 全国協会（浅間理事）
			a.Name = before
			if !memberWord(word) {
				a.Title = word
			}
		case a.Title != "" && b.before && before == "" && (role == "chair" || role == "vice-chair") && a.Note == "": // 見晴市副市長（委員長）　氏名
			a.Note = inner
		case a.Title != "" && b.before && b.kinds[b.at+1] == name: // 課長補佐(班長)　氏名
			a.Title += s
		case a.Title != "" && nameLike(inner) && role == "" && !profession(inner): // 都市建設部長(片桐利夫)
			a.Name = inner
		case a.Title != "":
			a.Affiliation = inner
		}
	case b.committee() && b.named() && a.Title == "" && roleFirst(inner) != "": // （副会長・商工会長）
		a.Title = roleFirst(inner)
		a.Affiliation = textutil.Trim(strings.TrimLeft(strings.TrimPrefix(inner, a.Title), "・、　 "))
	case b.committee() && twofold(inner) != "" && a.Title == "": // （学識経験者・会長）
		a.Title = twofold(inner)
		a.Affiliation = textutil.Trim(strings.TrimRight(strings.TrimSuffix(inner, a.Title), "・、　 "))
	case b.committee() && b.named() && (role == "chair" || role == "vice-chair") && orgName(strings.TrimSuffix(key, "長")): // （圏域医師会長）
		a.Affiliation = inner
	case b.committee() && strings.HasSuffix(key, "のため") && a.Note == "": // 公務のため
		a.Note = inner
	case b.committee() && !((role == "chair" || role == "vice-chair") && !strings.HasSuffix(key, "連合会長") && !strings.HasSuffix(key, "自治会長") && (key == wordOf(key) || !textutil.Longer(key, 7) && !strings.ContainsFunc(inner, textutil.IsBlank) || rolesOnly(key))):
		if utf8.RuneCountInString(key) == 1 && len(b.parts) == 1 { // 加藤(ま)委員
			b.parts[0].text += s
			return
		}
		a.Affiliation = inner
	case a.Title == "":
		a.Title = inner
	case b.committee() || role != "":
		a.Note = inner
	default:
		a.Affiliation = inner
	}
}

// several adds the people whom a bracket behind their office names.
func (b *reader) several(inner string) bool {
	names := strings.FieldsFunc(inner, func(r rune) bool { return r == '、' || r == '，' || r == ',' })
	if b.officers(names) {
		return true
	}
	for _, n := range names {
		if n = textutil.Trim(n); !nameLike(n) || noteWords(n) || strings.HasPrefix(n, "敬") || profession(n) || textutil.Longer(n, 6) {
			return b.inside(inner)
		}
		if _, _, role := roleOf(textutil.Key(n)); role != "" {
			return b.inside(inner)
		}
	}
	for _, n := range names {
		b.people = append(b.people, record.Attendee{Name: textutil.Trim(n), Affiliation: b.cur.Affiliation})
	}
	b.cur = record.Attendee{}
	return true
}

// status knows what tells how someone was there: 途中退席, オンライン, 14時30分から出席.
func status(key string) bool {
	for _, w := range []string{"退席", "退室", "早退", "オンライン", "遅", "出席", "ウェブ", "WEB", "Web", "web", "Zoom", "ZOOM", "途中", "リモート", "入室", "会場参加"} {
		if strings.Contains(key, w) {
			return true
		}
	}
	return false
}

// twofold is the role in a bracket that says two things of a member: 学識経験者・会長.
func twofold(inner string) string {
	for _, sep := range []string{"・", "、", "　", " "} {
		before, last, ok := cutLast(inner, sep)
		if before == "" || !ok {
			continue
		}
		if b, _, role := roleOf(last); b == "" && (role == "chair" || role == "vice-chair") && last != "理事長" && (sep == "・" || sep == "、") {
			return last
		}
	}
	return ""
}

// roleFirst is the chair's role that a bracket begins with before it says whom someone
// is from: 副会長・商工会長.
func roleFirst(inner string) string {
	i := strings.IndexAny(inner, "・、")
	if i <= 0 {
		return ""
	}
	before, _, role := roleOf(textutil.Key(inner[:i]))
	if rest := textutil.Key(inner[i:]); before != "" || role != "chair" && role != "vice-chair" || !orgName(strings.TrimSuffix(rest, "長")) && postShape(strings.TrimLeft(rest, "・、")) < 4 && bodyShape(strings.TrimLeft(rest, "・、")) < 4 {
		return ""
	}
	return inner[:i]
}

// rolesOnly reports whether key is one role on another: 教育長職務代理者.
func rolesOnly(key string) bool {
	before, _, role := roleOf(key)
	if role == "" || before == "" {
		return role != ""
	}
	return rolesOnly(before)
}

// inside reads a bracket behind an office as a list of its people where every piece
// of it names one with a title: 総務課（土師課長、主任 白鷹）.
func (b *reader) inside(inner string) bool {
	sub := &roster{p: b.p, field: b.field, group: b.group, office: b.cur.Affiliation, votes: b.votes}
	sub.read(inner)
	if len(sub.people) == 0 || len(sub.people) < len(pieces(inner)) {
		return false
	}
	for _, a := range sub.people {
		if a.Name == "" || a.Title == "" {
			return false
		}
	}
	b.people = append(b.people, sub.people...)
	b.cur = record.Attendee{}
	return true
}

// officers adds the people of an office whom its bracket names with their titles:
// 商工観光課（井原課長、宇土係長）.
func (b *reader) officers(names []string) bool {
	var as []record.Attendee
	for _, n := range names {
		before, word, role := roleOf(textutil.Key(n))
		if role != "executive" || before == "" || textutil.Longer(before, 4) || isOffice(before) || !nameLike(before) {
			return false
		}
		as = append(as, record.Attendee{Name: before, Title: word, Affiliation: b.cur.Affiliation})
	}
	if len(as) == 0 {
		return false
	}
	b.people = append(b.people, as...)
	b.cur = record.Attendee{}
	return true
}

// profession reports whether s is what someone is rather than a name: 弁護士, 公募,
// 大学教授.
func profession(s string) bool {
	return strings.ContainsRune("士者員授表師会長事民募校院社家体", textutil.LastRune(s)) || orgName(s) || officeName(s)
}

func (b *reader) committee() bool {
	return b.group == "委員" || strings.HasSuffix(b.group, "委員") || b.group == "出席員" || b.group == "議員" || b.group == "構成員" || b.category
}

// flush ends the person being built.
func (b *reader) flush() {
	a := b.cur
	if len(b.parts) > 0 && a.Name == "" {
		if first, second := twoNames(b.parts); second != nil { // 加 瀬 節 子 木 下 勇 吉
			b.parts = first
			b.flush()
			b.parts, b.cur = second, record.Attendee{}
			b.flush()
			return
		}
		a.Name = nameOf(b.parts)
	}
	b.cur, b.parts, b.ditto, b.noted, b.member, b.titled = record.Attendee{}, nil, false, false, false, false
	if a.Name != "" && !b.isName(a.Name) {
		a.Name = ""
		if a.Title == "" {
			return
		}
	}
	a.Title = textutil.Trim(a.Title)
	if a.Title == b.group {
		a.Title = ""
	}
	if _, _, role := roleOf(textutil.Key(a.Title)); a.Name == "" && (a.Title == "" || role == "other" || role == "department" || role == "applicant" || textutil.Longer(a.Title, 20)) {
		return
	}
	if a.Affiliation == "" {
		a.Affiliation = b.office
	}
	if _, _, role := roleOf(textutil.Key(a.Title)); (role == "chair" || role == "vice-chair" || role == "member") && (b.field == "attendees" || b.field == "absentees") && !b.committee() && !b.category && b.group != "事務局" && !isGroup(b.group) && !subMeeting.MatchString(b.group) && !strings.HasSuffix(b.group, "代表") && !strings.HasSuffix(b.group, "選出") && !strings.HasSuffix(b.group, "側") {
		a.Group = "委員"
	}
	b.people = append(b.people, a)
}
