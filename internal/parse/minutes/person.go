package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// read takes the people of a line apart.
func (r *roster) read(s string) {
	start := len(r.people)
	s = colonRoles(unwrap(s))
	ps := pieces(s)
	offices := make([]string, len(ps))
	for i, piece := range ps {
		if office, rest, ok := officeAt(piece); ok { // 笹本教育部長、文化課：荻生課長
			offices[i], ps[i] = office, rest
		}
	}
	only := titlesOnly(ps)
	close := !only && fused(ps)
	first := r.titlesFirst(ps)
	r.fused = r.fused || membersFused(ps)
	for i, piece := range ps {
		if k := strings.IndexAny(clip(piece, 40), ":：　"); k > 0 && i > 0 && (isGroup(textutil.Key(piece[:k])) && strings.ContainsRune(":：", textutil.FirstRune(piece[k:])) || textutil.Key(piece[:k]) == "参加者") { // 進行役：楡 宏樹、参加者：樺 さとみ
			for ; start < len(r.people); start++ {
				if r.people[start].Group == "" {
					r.people[start].Group = r.group
				}
			}
			r.group, r.office, r.named = groupName(textutil.Key(piece[:k])), "", true
			piece = textutil.TrimLeft(strings.TrimLeft(piece[k:], ":：　"))
		}
		if offices[i] != "" {
			r.office = offices[i]
		}
		if k := strings.IndexFunc(piece, textutil.IsBlank); first && k > 0 {
			r.prior = textutil.Key(piece[:k])
		}
		r.piece(piece, only, close)
		r.prior = ""
	}
}

// membersFused reports whether most pieces of a list are a name close to 委員: then
// 鹿志村委員 is one too, and not of a village.
func membersFused(ps []string) bool {
	n := 0
	for _, p := range ps {
		if before, word, _ := roleOf(textutil.Key(p)); word == "委員" && nameShape(before) > 2 && !isTitle(before, "member") {
			n++
		}
	}
	return n > 1 && n*2 >= len(ps)
}

// titlesFirst reports whether in most pieces of a list that have two words or more
// the title stands before the name: then it does so in all (技師 丹生谷、技査 西巻).
func (r *roster) titlesFirst(ps []string) bool {
	first, all := 0, 0
	for _, p := range ps {
		ts := tokens(p)
		if len(ts) < 2 || ts[1].note {
			continue
		}
		all++
		if ks := r.segment(ts); ks[0] == post || ks[0] == body {
			first++
		}
	}
	return first > 1 && first*3 >= all*2 && !(&reader{roster: r}).committee()
}

// shares gives the title of the first vice chair on a line to those behind who have
// none: 副 会 長　宇留野　正　　大　槻　光　男.
func (r *roster) shares(from int, ts []token) {
	if len(r.people)-from < 2 || r.people[from].Title == "" {
		return
	}
	title := r.people[from].Title
	for _, t := range ts {
		if memberWord(textutil.Key(t.text)) { // 副会長　都城　敏夫　委員　鳥海　純一
			return
		}
	}
	if before, _, role := roleOf(textutil.Key(title)); before != "" || role != "vice-chair" {
		return
	}
	for i := from + 1; i < len(r.people); i++ {
		if a := r.people[i]; a.Title != "" || a.Name == "" || a.Affiliation != r.people[from].Affiliation {
			return
		}
	}
	for i := from + 1; i < len(r.people); i++ {
		r.people[i].Title = title
	}
}

// town gives the town that stands before several names on a line to all of them:
// 五葉町　白金　照男（小委員長）　銀　和子.
func (r *roster) town(from int, ts []token) {
	if len(r.people)-from < 2 || len(ts) == 0 || !strings.ContainsRune("市町村区", textutil.LastRune(ts[0].text)) || r.people[from].Affiliation != ts[0].text {
		return
	}
	for i := from + 1; i < len(r.people); i++ {
		if a := &r.people[i]; a.Affiliation == "" && a.Name != "" && (a.Title == "" || roleWordOf(textutil.Key(a.Title)) == "vice-chair") {
			a.Affiliation = ts[0].text
		}
	}
}

// piece reads what stands between two commas.
func (r *roster) piece(s string, only, close bool) {
	b := &reader{roster: r, only: only, close: close}
	from := len(r.people)
	ts := tokens(s)
	b.single = lone(ts)
	b.kinds = r.segment(ts)
	r.signPeople(ts, b.kinds)
	for i, t := range ts {
		b.token(t, ts[i+1:])
	}
	b.flush()
	r.shares(from, ts)
	r.town(from, ts)
}

// longestRole is how many bytes before a colon may be a role with its office:
// looking back to the beginning from every colon would never end.
const longestRole = 180

// equated puts a colon for the sign between an office, a role or a group and those who
// hold it: 会長＝相馬、委員＝江幡.
func equated(s string) string {
	if !strings.ContainsAny(s, "＝=") {
		return s
	}
	var b strings.Builder
	from := 0
	for i, r := range s {
		if r != '＝' && r != '=' {
			continue
		}
		word := s[from:i]
		if k := strings.LastIndexFunc(word, func(r rune) bool { return textutil.IsBlank(r) || strings.ContainsRune("、，,", r) }); k >= 0 {
			word = textutil.TrimLeft(strings.TrimLeft(word[k:], "、，,"))
		}
		key := textutil.Key(word)
		before, _, role := roleOf(key)
		if role != "" && before == "" || isGroup(key) || officeName(key) {
			b.WriteString(s[from:i] + "：")
			from = i + len(string(r))
		}
	}
	b.WriteString(s[from:])
	return b.String()
}

// colonRoles takes the colon behind a role for a blank: 会長：糸井　副会長：宇多田.
func colonRoles(s string) string {
	var b strings.Builder
	from := 0
	for i, r := range s {
		if r != ':' && r != '：' {
			continue
		}
		word, long := s[from:i], false
		if long = len(word) > longestRole; long {
			word = word[len(word)-longestRole:]
		}
		if k := strings.LastIndexFunc(word, func(r rune) bool { return textutil.IsBlank(r) || strings.ContainsRune("、，,・", r) }); k >= 0 {
			word = textutil.TrimLeft(strings.TrimLeft(word[k:], "、，,・"))
		} else if long {
			continue
		}
		if before, _, role := roleOf(textutil.Key(word)); role != "" && (before == "" || isTitle(before, role)) {
			b.WriteString(s[from:i])
			b.WriteString("　")
			from = i + len(string(r))
		}
	}
	b.WriteString(s[from:])
	return b.String()
}

// fused reports whether the people of a list stand with their names close to
// their offices: 白坂経営課長、助川経営課主査. One is certain, and none is an office alone.
func fused(ps []string) bool {
	certain := false
	for _, p := range ps {
		key := textutil.Key(p)
		before, word, role := roleOf(key)
		if role == "" || role == "chair" || role == "member" || role == "vice-chair" || before == "" || strings.ContainsFunc(p, textutil.IsBlank) {
			continue
		}
		if officeSuffix(before) == before {
			return false
		}
		if facility(word) && !isSurname(before) { // 見晴小学校長 may be of a place
			continue
		}
		if n := staffName(before); n != "" {
			certain = true
		} else if n, _ := splitOfficer(before, word); n != "" && !isOffice(before) {
			certain = true
		}
	}
	return certain
}

// lone reports whether every name of a piece is one run: two marks follow each
// other with one run between them (◎芥川　○伊佐　宇賀　小櫃).
func lone(ts []token) bool {
	for i, t := range ts {
		if i > 0 && legendMark(t.text) && legendMark(ts[i-1].text) && textutil.Longer(ts[i-1].text, 2) {
			return true
		}
	}
	return false
}

func legendMark(s string) bool {
	return strings.ContainsRune("◎○〇◯●△▲☆★", textutil.FirstRune(s))
}

// titlesOnly reports whether a list names offices rather than people: 院長、副院長、
// 看護部長.
func titlesOnly(ps []string) bool {
	n := 0
	for _, p := range ps {
		key := textutil.Key(p)
		before, _, role := roleOf(key)
		if strings.ContainsFunc(p, textutil.IsBlank) || role == "" || role == "chair" || role == "member" || role == "vice-chair" {
			if !isCount(key) {
				return false
			}
			continue
		}
		if before == "" || isTitle(before, role) {
			n++
		} else if role != "executive" && role != "secretariat" {
			return false
		}
	}
	return n > 1 && n*2 >= len(ps)
}

// unwrap takes the bracket off a whole line: (小田切部長、茅野課長)3名.
func unwrap(s string) string {
	if r := textutil.FirstRune(s); r != '(' && r != '（' {
		return s
	}
	end := strings.LastIndexAny(s, ")）")
	if end > 0 && strings.ContainsAny(s[:end], "、") {
		_, w := utf8.DecodeRuneInString(s[end:])
		if rest := s[end+w:]; rest == "" || isCount(rest) {
			return strings.TrimLeft(s[:end], "(（")
		}
	}
	return s
}

// title takes a token that is a role or a title.
func (b *reader) title(s, key, word, role string, next []token) {
	last := len(next) == 0 || next[0].note && len(next) == 1
	if b.named() && b.committee() && b.cur.Title == "" && !b.member && (role == "chair" || role == "vice-chair") && rolesOnly(key) && len(next) == 1 && !next[0].note && b.kinds[b.at+1] != name && b.kinds[b.at+1] != given && b.kinds[0] == name { // 伊地知　貞夫　委員長　鈴鳴大学経営学部長
		b.cur.Title, b.titled = s, true
		return
	}
	if b.named() && b.committee() && memberWord(key) && (len(next) == 1 || len(next) == 2 && next[1].note) && !next[0].note { // 樺山　久高　委員　月ケ丘商工会議所専務理事
		b.member = true
		return
	}
	if b.named() && last && b.committee() && (role == "member" && !memberWord(key) || (b.cur.Title != "" || b.member) && !rolesOnly(key)) && b.cur.Affiliation == "" {
		b.cur.Affiliation = s
		return
	}
	if b.named() && last && b.cur.Title == "" {
		if !memberWord(key) {
			b.cur.Title = s
		}
		return
	}
	if b.named() {
		b.flush()
	}
	for _, body := range []string{"委員会", "審議会", "協議会", "審査会"} {
		if before := strings.TrimSuffix(key, word); strings.HasSuffix(before, body) && (role == "chair" || role == "vice-chair" || role == "member" || word == "教育長") && b.p.entitled(before) {
			s, key = word, word // 白帆区教育委員会委員長
		}
	}
	if rolesOnly(textutil.Key(b.cur.Title)) && role != "chair" && role != "vice-chair" && role != "member" && b.cur.Affiliation == "" { // 会長　見晴市長　氏名
		if _, _, has := roleOf(textutil.Key(b.cur.Title)); (has == "chair" || has == "vice-chair") && b.committee() {
			b.cur.Affiliation = s
			return
		}
	}
	if b.cur.Title != "" && !memberWord(key) { // 総務部　部長
		b.cur.Title += "　" + s
		return
	}
	if !memberWord(key) {
		b.cur.Title = s
	}
}
