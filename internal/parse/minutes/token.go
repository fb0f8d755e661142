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
	depth, at, gap, skip := 0, 0, 0, 0
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
		case i < skip:
		case depth == 0 && corporate(s[i:]) > 0: // （公財）見晴市文化財団
			skip = i + corporate(s[i:])
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

// corporate is the length of the bracket at the head of s that says what sort of body
// follows: （公財）, （株）. 0 for none.
func corporate(s string) int {
	r := textutil.FirstRune(s)
	if r != '(' && r != '（' {
		return 0
	}
	end := strings.IndexAny(s, ")）")
	if end < 0 || end > 20 {
		return 0
	}
	switch textutil.Key(s[len(string(r)):end]) {
	case "公財", "公社", "一財", "一社", "財", "社", "株", "有", "合", "社福", "福", "特非", "学", "医", "独", "国":
		return end + len(string(textutil.FirstRune(s[end:])))
	}
	return 0
}

// spacedRoles joins roles whose glyphs stand apart: 会　長, 副 会 長, 書　記.
func spacedRoles(ts []token) []token {
	for i := 0; i < len(ts); i++ {
		word, best := "", 0
		for k := i; k < len(ts) && k < i+5 && !ts[k].note; k++ {
			if k > i && utf8.RuneCountInString(ts[k-1].text) > 2 {
				break
			}
			if k > i+1 && ts[i+1].gap > 2 && (ts[k].gap > ts[i+1].gap+1 || ts[k].gap < ts[i+1].gap-1) { // 委　　　員　　長　友: a name follows
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

func (b *reader) token(t token, next []token) {
	b.before, b.at = len(next) > 0, len(b.kinds)-len(next)-1
	if t.note {
		if !b.taken {
			b.note(t.text)
		}
		b.taken = false
		return
	}
	s := t.text
	if rest, ok := strings.CutPrefix(s, "※"); ok && b.named() {
		if before, _, role := roleOf(textutil.Key(rest)); before == "" && (role == "chair" || role == "vice-chair") { // 天羽　俊介（…教授）※会長
			b.cur.Title = rest
			return
		}
		if k := textutil.Key(rest); b.cur.Note == "" && (status(k) || strings.HasPrefix(k, "代理") || strings.HasSuffix(k, "参加")) { // ※途中退席
			b.cur.Note = rest
			return
		}
	}
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
		if b.named() || b.cur.Title == "" { // 会長　１番　古川　正人: the title is of who follows
			b.flush()
		}
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
	case key == "君" || key == "氏" || key == "様":
		if b.named() {
			b.flush()
		}
		return
	case isCount(key):
		if strings.HasPrefix(key, "以上") || strings.HasPrefix(key, "合計") || strings.HasPrefix(key, "総数") || strings.HasPrefix(key, "ほか") || strings.HasPrefix(key, "他") || strings.HasPrefix(key, "外") {
			b.flush()
		}
		b.cur, b.parts = record.Attendee{}, nil // 学識者　５名
		return
	case key == "なし" || key == "無" || key == "全員" || othersOnly(key):
		b.flush()
		return
	case key == "欠席" || key == "欠" || key == "出席" || key == "出":
		b.cur.Absent = b.cur.Absent || strings.HasPrefix(key, "欠")
		return
	}
	n := b.spokenIn(key)
	if n != "" {
		b.p.fusedPosts++
	} else if before, word, _ := roleOf(key); b.p.fusedPosts > 1 && facility(word) && textutil.Longer(before, 1) && !textutil.Longer(before, 3) && nameShape(before) > 2 {
		n = before // 早良高校長, who was away, among people so written
	}
	if n != "" && !b.named() && len(next) == 0 { // 安積警察署長, who speaks as 安積委員
		b.cur.Name = n
		if rest := strings.TrimPrefix(key, n); b.cur.Title == "" {
			b.cur.Title = rest
		} else {
			b.cur.Affiliation = rest
		}
		b.flush()
		return
	}
	if b.named() && (len(next) == 0 || len(next) == 1 && next[0].note) && b.committee() && (b.member || b.titled) && b.cur.Affiliation == "" && (b.kind() == post || b.kind() == body) {
		if b.cur.Affiliation = s; len(next) == 1 { // 市民（公募）
			b.cur.Affiliation += next[0].text
			b.taken = true
		}
		return
	}
	before, word, role := b.p.voices.roleOf(key)
	if before != "" && (municipal(word) && strings.ContainsRune("市町村区県", textutil.LastRune(before)) || len(next) == 1 && b.namedIn(next[0]) && role == "executive" || facility(word) && strings.Contains(directions, before)) {
		before, word = "", key // 見晴市|副市長, 北公民館長（氏名）
	}
	if facility(word) && before != "" && !isSurname(before) && !b.close { // 見晴|小学校長 is a place
		before, word = "", key
	}
	if utf8.RuneCountInString(key) == 1 && len(b.parts) > 0 { // the 市 of 石　堂　市　太　郎
		role = ""
	}
	if b.close && before != "" && len(next) == 0 && !b.named() && role == "executive" && isTitle(before, role) {
		if n := leftover(before); n != "" { // 助川経営課主査
			b.cur.Name, b.cur.Title = n, strings.TrimPrefix(key, n)
			b.flush()
			return
		}
	}
	if before != "" && (b.p.names[before] || b.fused && word == "委員" && !textutil.Longer(before, 3)) && isTitle(before, role) { // 杉本町委員, who speaks so
		if b.named() {
			b.flush()
		}
		if b.cur.Name = before; !memberWord(word) {
			b.cur.Title = word
		}
		if len(next) == 0 || !next[0].note {
			b.flush()
		}
		return
	}
	switch {
	case (key == "進行" || key == "司会") && len(next) > 0 && !b.named():
		b.group, b.office = key, ""
	case role != "" && (before == "" || isTitle(before, role)):
		b.title(s, key, word, role, next)
	case role != "" && b.given(before, t):
		b.parts = append(b.parts, token{text: before, gap: t.gap})
		if !memberWord(word) {
			b.cur.Title = word
		}
		if len(next) == 0 || !next[0].note {
			b.flush()
		}
	case role != "" && textutil.Longer(before, 5) && len(next) > 0 && !next[0].note && !b.named() && b.beginsName(next): // 鈴鳴県看護協会長　梅谷　幸子
		b.title(s, key, word, role, next)
	case role != "" && b.isName(before):
		name, title := before, word
		if len(next) > 0 && !next[0].note && next[0].gap > 1 && b.beginsName(next) && !b.named() && !b.joined {
			b.title(s, key, word, role, next)
			return
		}
		if role != "chair" && role != "vice-chair" && role != "member" {
			// 文化財課長　毛呂　進: what stands before a name is a title
			if b.only || b.kind() == post && b.nameNext() && b.named() || len(next) > 0 && !next[0].note && b.beginsName(next) && !b.named() && !b.joined && !(isSurname(before) && len(next) == 1) {
				b.title(s, key, word, role, next)
				return
			}
			if name, title = splitOfficer(before, word); name == "" && b.close {
				if name = leftover(before); name != "" {
					title = strings.TrimPrefix(key, name)
				}
			}
			if name == "" {
				b.title(s, key, word, role, next)
				return
			}
		}
		if b.named() {
			b.flush()
		}
		b.joined = true
		if _, _, has := roleOf(textutil.Key(b.cur.Title)); (has == "chair" || has == "vice-chair") && role != "chair" && role != "vice-chair" && !b.named() {
			b.cur.Affiliation = title // 会　長　磯貝市長
		} else if !memberWord(title) {
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
	case b.trailing() && (b.kind() == post || b.kind() == body):
		b.behind(s)
	case officeName(key) && !(b.cur.Title != "" && len(next) == 0) || orgName(key) && (len(next) > 0 || b.named()):
		b.bodyOf(s)
	case b.kind() == post && !(b.named() && b.cur.Title != ""):
		b.title(s, key, "", "", next)
	case b.kind() == body && (len(next) > 0 || b.named()):
		b.bodyOf(s)
	default:
		if b.full(t) || b.noted && t.gap > 0 && b.cur.Name == "" && (b.cur.Title != "" || b.cur.Affiliation != "" || b.cur.Note != "") {
			b.flush()
		}
		if n, ok := strings.CutSuffix(s, "君"); ok && textutil.Longer(n, 2) && len(next) == 0 { // 岩見美子君
			s = n
		}
		if title, name := titleFirst(s); title != "" && len(b.parts) == 0 && b.cur.Title == "" && len(next) == 0 { // 委員長三笠源一
			if b.cur.Title = title; memberWord(textutil.Key(title)) {
				b.cur.Title = ""
			}
			s = name
		}
		t.text = s
		b.parts = append(b.parts, t)
	}
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
