package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// token is a run without blanks of a roster's line, or what stands in brackets.
type token struct {
	text string
	gap  int  // columns of blank before it
	note bool // in brackets
}

// tokens cuts a piece between commas into its runs.
func tokens(s string) []token {
	var ts []token
	depth, at, gap := 0, 0, 0
	put := func(end int, note bool) {
		if end > at {
			ts = append(ts, token{s[at:end], gap, note})
			gap = 0
		}
		at = end
	}
	for i, r := range s {
		w := utf8.RuneLen(r)
		if r == utf8.RuneError {
			w = 1
		}
		switch {
		case depth == 0 && textutil.IsBlank(r):
			put(i, false)
			at = i + w
			gap++
			if r > 0x7f {
				gap++
			}
		case r == '(' || r == '（' || r == '【' || r == '〔' || r == '[' || r == '［':
			if depth == 0 {
				put(i, false)
			}
			depth++
		case (r == ')' || r == '）' || r == '】' || r == '〕' || r == ']' || r == '］') && depth > 0:
			if depth--; depth == 0 {
				put(i+w, true)
			}
		}
	}
	put(len(s), depth > 0)
	return spacedRoles(ts)
}

// spacedRoles joins roles whose glyphs stand apart: 会　長, 副 会 長, 書　記.
func spacedRoles(ts []token) []token {
	for i := 0; i < len(ts); i++ {
		word, best := "", 0
		for k := i; k < len(ts) && k < i+5 && !ts[k].note; k++ {
			if k > i && utf8.RuneCountInString(ts[k-1].text) > 2 {
				break
			}
			word += ts[k].text
			if k > i && spaced[textutil.Key(word)] {
				best = k
			}
		}
		if best > 0 {
			for k := i + 1; k <= best; k++ {
				ts[i].text += ts[k].text
			}
			ts = append(ts[:i+1], ts[best+1:]...)
		}
	}
	return ts
}

// spaced are the roles that print sets apart to fill a column.
var spaced = func() map[string]bool {
	m := map[string]bool{"事務局": true}
	for _, row := range roleWords {
		for _, w := range strings.Fields(row.words) {
			if utf8.RuneCountInString(w) <= 5 {
				m[w] = true
			}
		}
	}
	return m
}()

// pieces cuts a line at its commas; those in brackets do not count. Shared
// suffixes are given to all: A・B・C各委員, A、B、Cの各評議員.
func pieces(s string) []string {
	var ts []string
	depth, at := 0, 0
	for i, r := range s {
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			depth = max(depth-1, 0)
		case '、', '，', ',', '／', '；':
			if depth == 0 {
				ts = append(ts, textutil.Trim(s[at:i]))
				at = i + len(string(r))
			}
		}
	}
	ts = append(ts, textutil.Trim(s[at:]))
	if n := len(ts); n > 0 {
		if a, b, ok := strings.Cut(ts[n-1], "及び"); ok && a != "" && b != "" && !strings.ContainsAny(ts[n-1], "(（") {
			ts = append(ts[:n-1], textutil.Trim(a), textutil.Trim(b))
		}
	}
	return shared(ts)
}

func shared(ts []string) []string {
	last := ts[len(ts)-1]
	name, suffix := "", ""
	for _, w := range []string{"の各", "各"} {
		if i := strings.Index(last, w); i > 0 {
			if _, _, role := roleOf(textutil.Key(last[i+len(w):])); role != "" {
				name, suffix = textutil.Trim(last[:i]), textutil.Trim(last[i+len(w):])
				break
			}
		}
	}
	if suffix == "" {
		return ts
	}
	ts[len(ts)-1] = name
	var out []string
	for _, t := range ts {
		for _, n := range strings.FieldsFunc(t, func(r rune) bool { return r == '・' || r == '･' }) {
			if _, _, role := roleOf(textutil.Key(n)); role == "" {
				n += suffix
			}
			out = append(out, n)
		}
	}
	return out
}

// reader builds people from tokens.
type reader struct {
	*roster
	cur    record.Attendee
	parts  []token // of the name
	ditto  bool
	before bool // more tokens follow the one at hand
	only   bool // the list names offices, not people
}

// read takes the people of a line apart.
func (r *roster) read(s string) {
	s = unwrap(s)
	ps := pieces(s)
	only := titlesOnly(ps)
	for _, piece := range ps {
		b := &reader{roster: r, only: only}
		ts := tokens(piece)
		for i, t := range ts {
			b.token(t, ts[i+1:])
		}
		b.flush()
	}
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

func (b *reader) token(t token, next []token) {
	b.before = len(next) > 0
	if t.note {
		b.note(t.text)
		return
	}
	s := t.text
	for mark := textutil.FirstRune(s); s != "" && strings.ContainsRune("◎○〇◯●△▲☆★※*・", mark); mark = textutil.FirstRune(s) {
		if b.named() {
			b.flush()
		}
		s = s[len(string(mark)):]
		if title := b.legend[mark]; title != "" && title != "欠席" {
			b.cur.Title = title
		} else if title == "欠席" {
			b.cur.Absent = true
		}
	}
	key := textutil.Key(s)
	if key == "" {
		return
	}
	if rest, ok := seat(key); ok {
		b.flush()
		b.seated = true
		if rest == "" || rest == "委員" || rest == "議員" || rest == "議席" {
			return
		}
		s, key = rest, rest
	}
	switch {
	case key == "〃" || key == "同" || key == "々" || key == "”" || key == "\"":
		if b.named() {
			b.flush()
		}
		b.again()
		return
	case isCount(key):
		if strings.HasPrefix(key, "ほか") || strings.HasPrefix(key, "他") || strings.HasPrefix(key, "外") {
			b.flush()
		}
		b.cur, b.parts = record.Attendee{}, nil // 学識者　５名
		return
	case key == "なし" || key == "無":
		b.flush()
		return
	case key == "欠席" || key == "欠" || key == "出席" || key == "出":
		b.cur.Absent = b.cur.Absent || strings.HasPrefix(key, "欠")
		return
	}
	before, word, role := roleOf(key)
	if utf8.RuneCountInString(key) == 1 && len(b.parts) > 0 { // the 市 of 石　堂　市　太　郎
		role = ""
	}
	switch {
	case role != "" && (before == "" || isTitle(before, role)):
		b.title(s, key, word, role, next)
	case role != "" && b.isName(before):
		name, title := before, word
		if len(next) > 0 && !next[0].note && next[0].gap > 1 && b.beginsName(next) && !b.named() {
			b.title(s, key, word, role, next)
			return
		}
		if role != "chair" && role != "vice-chair" && role != "member" {
			// 文化財課長　毛呂　進: what stands before a name is a title
			if b.only || len(next) > 0 && !next[0].note && b.beginsName(next) && !b.named() {
				b.title(s, key, word, role, next)
				return
			}
			if name, title = splitOfficer(before, word); name == "" {
				b.title(s, key, word, role, next)
				return
			}
		}
		if b.named() {
			b.flush()
		}
		if !memberWord(title) {
			b.cur.Title = title
		}
		b.cur.Name = name
		if len(next) == 0 || !next[0].note {
			b.flush()
		}
	case (strings.HasSuffix(key, "代表") || strings.HasSuffix(key, "理事")) && len(next) > 0 && !next[0].note && b.beginsName(next):
		b.title(s, key, "", "", next)
	case isGroup(key) && len(next) > 0 && !b.named():
		b.group, b.office = key, ""
	case officeName(key) && !(b.cur.Title != "" && len(next) == 0) || orgName(key) && (len(next) > 0 || b.named()):
		if b.named() {
			b.flush()
		}
		if b.cur.Affiliation != "" {
			b.cur.Affiliation += "　"
		}
		b.cur.Affiliation += s
		b.office = b.cur.Affiliation
	default:
		if b.full(t) {
			b.flush()
		}
		t.text = s
		b.parts = append(b.parts, t)
	}
}

// beginsName reports whether the tokens go on with a person's name.
func (b *reader) beginsName(next []token) bool {
	key := textutil.Key(next[0].text)
	if _, _, role := roleOf(key); role != "" || officeName(key) || isGroup(key) || isCount(key) {
		return false
	}
	if _, is := seat(key); is {
		return false
	}
	return b.isName(key)
}

// title takes a token that is a role or a title.
func (b *reader) title(s, key, word, role string, next []token) {
	last := len(next) == 0 || next[0].note && len(next) == 1
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
		if before := strings.TrimSuffix(key, word); strings.HasSuffix(before, body) && (role == "chair" || role == "vice-chair" || role == "member" || word == "教育長") {
			s, key = word, word // 白帆区教育委員会委員長
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

// memberWord is a role that is nobody's title: who is called so is one of all.
func memberWord(key string) bool {
	switch key {
	case "委員", "議員", "構成員", "評議員", "事務局", "説明員", "説明者", "オブザーバー", "幹事", "農業委員", "推進委員", "各委員":
		return true
	}
	return false
}

// seat reads 1番, 議席12番, 3番委員 off the head of a token.
func seat(key string) (rest string, ok bool) {
	s := strings.TrimPrefix(key, "議席")
	s = strings.TrimPrefix(s, "第")
	n := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if n == 0 || n > 3 || !strings.HasPrefix(s[n:], "番") {
		return key, false
	}
	return strings.TrimPrefix(s[n+len("番"):], "議席"), true
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
	runes := 0
	single := true // every part behind the first is one glyph
	for i, p := range b.parts {
		k := utf8.RuneCountInString(p.text)
		runes += k
		if i > 0 && k > 1 {
			single = false
		}
	}
	first := utf8.RuneCountInString(b.parts[0].text)
	if n == 1 {
		k := utf8.RuneCountInString(t.text)
		return first >= 4 && (t.gap > 2 || k > 3) || first >= 6
	}
	if k := utf8.RuneCountInString(t.text); single && first == 1 && n <= 3 && k > 1 && k <= 3 && t.gap <= 2 && runes == n {
		return false // 小　金　福太郎
	}
	if single && utf8.RuneCountInString(t.text) == 1 && (t.gap <= 2 || first == 1) && runes < 7 {
		return false
	}
	return true
}

func (b *reader) note(s string) {
	inner := textutil.Trim(strings.Trim(s, "()（）【】〔〕[]［］"))
	key := textutil.Key(inner)
	_, _, role := roleOf(key)
	a := &b.cur
	switch {
	case key == "" || isCount(key) || strings.HasPrefix(key, "全員") || strings.HasPrefix(key, "以下"):
	case strings.Contains(key, "代理") && role != "vice-chair" && role != "member":
		a.Note = inner
	case key == "欠席" || key == "欠" || key == "欠席者":
		a.Absent = true
	case key == "出席" || key == "出":
	case strings.Contains(key, "退席") || strings.Contains(key, "オンライン") || strings.Contains(key, "遅") || strings.Contains(key, "出席") || strings.Contains(key, "ウェブ") || strings.Contains(strings.ToLower(key), "web") || strings.Contains(key, "Zoom") || strings.Contains(key, "途中") || strings.Contains(key, "リモート"):
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
		case a.Title != "" && nameLike(inner) && role == "" && !profession(inner): // 都市建設部長(片桐利夫)
			a.Name = inner
		case a.Title != "" && b.before: // 課長補佐(班長)　氏名
			a.Title += s
		case a.Title != "":
			a.Affiliation = inner
		}
	case b.committee() && !(role == "chair" || role == "vice-chair"):
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

// profession reports whether s is what someone is rather than a name: 弁護士, 公募,
// 大学教授.
func profession(s string) bool {
	return strings.ContainsRune("士者員授表師会長事民募校院社家体", textutil.LastRune(s)) || orgName(s) || officeName(s)
}

func (b *reader) committee() bool {
	return b.group == "委員" || strings.HasSuffix(b.group, "委員") || b.group == "出席員" || b.group == "議員"
}

// flush ends the person being built.
func (b *reader) flush() {
	a := b.cur
	if len(b.parts) > 0 && a.Name == "" {
		a.Name = nameOf(b.parts)
	}
	b.cur, b.parts, b.ditto = record.Attendee{}, nil, false
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
	if _, _, role := roleOf(textutil.Key(a.Title)); (role == "chair" || role == "vice-chair" || role == "member") && (b.field == "attendees" || b.field == "absentees") && !b.committee() && b.group != "事務局" && !isGroup(b.group) {
		a.Group = "委員"
	}
	b.people = append(b.people, a)
}

// nameOf joins the parts of a name: glyphs that print set apart close up, one
// blank stays between family and given name.
func nameOf(parts []token) string {
	if len(parts) == 1 {
		return parts[0].text
	}
	widest := 1
	for i := range parts {
		if i > 0 && parts[i].gap > parts[widest].gap {
			widest = i
		}
	}
	uneven := false
	for i := 2; i < len(parts); i++ {
		uneven = uneven || parts[i].gap != parts[1].gap
	}
	var b strings.Builder
	for i, t := range parts {
		if i > 0 && (len(parts) == 2 || uneven && i == widest || !uneven && i == 1 && utf8.RuneCountInString(parts[0].text) > 1) {
			b.WriteString("　")
		}
		b.WriteString(t.text)
	}
	return b.String()
}

// isName reports whether s can be a person's name.
func (r *roster) isName(s string) bool {
	key := textutil.Key(s)
	if key == "" || textutil.Longer(key, 14) {
		return false
	}
	for _, w := range []string{"なし", "別紙", "以上", "該当", "次のとおり", "のとおり", "ほか", "名簿", "及び", "記載", "出席", "欠席", "計", "合計", "氏名", "番号", "書面", "全員", "会社", "法人"} {
		if key == w || (len(w) > 6 || w == "会社" || w == "法人") && strings.Contains(key, w) {
			return false
		}
	}
	for _, c := range key {
		if !textutil.IsKanji(c) && !textutil.IsKatakana(c) && !textutil.IsHiragana(c) && !strings.ContainsRune("々〆・=＝○〇◯●△□*＊()ー〻", c) && !(c >= 'A' && c <= 'Z' && !textutil.Longer(key, 3)) {
			return false
		}
	}
	return true
}
