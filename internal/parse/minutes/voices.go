package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// voices knows which labels are speakers; it remembers what it has seen, as
// labels repeat all through a document.
type voices struct {
	seen   map[string]voice
	roster map[string]record.Attendee // by family name and by whole name, from the head
	titles map[string]bool            // that the head gives to someone
	short  map[string]string          // 委 → member, by the document's own key
	groups map[string]bool            // what the head calls those who are no members
	trust  map[string]bool            // labels that are no role but speak again and again
	parts  bool                       // the body has 部会: 浦部会長 may preside over one
	loose  bool                       // every label counts while trust is learned
}

type voice struct {
	speaker record.Speaker
	plain   bool // a role or a name with its role; a mere office is not
	ok      bool
}

func newVoices() *voices {
	return &voices{seen: map[string]voice{}, roster: map[string]record.Attendee{}, titles: map[string]bool{}, short: map[string]string{}, groups: map[string]bool{}, trust: map[string]bool{}}
}

// know remembers someone whom the head names.
func (v *voices) know(a record.Attendee) {
	name := textutil.Trim(a.Name)
	if i := strings.IndexFunc(name, textutil.IsBlank); i > 0 {
		v.roster[name[:i]] = a
	}
	v.roster[textutil.Key(name)] = a
	v.titles[textutil.Key(a.Title)] = true
	if g := a.Group; g != "委員" && !strings.HasSuffix(g, "者") && !strings.HasSuffix(g, "員") && !textutil.Longer(g, 8) {
		if _, _, role := roleOf(textutil.Key(g)); role == "" {
			v.groups[textutil.Key(g)] = true
		}
	}
}

// read decides whether label, as written, names a speaker.
func (v *voices) read(label string) voice {
	x, ok := v.seen[label]
	if !ok {
		x = v.judge(label)
		x.speaker.Label = label
		v.seen[label] = x
	}
	x.plain = x.plain || v.loose || v.trust[label]
	return x
}

// speaks knows characters of speech, which no speaker's label has.
func speaks(r rune) bool {
	switch r {
	case '。', '、', '，', '「', '」', '？', '?', '！':
		return true
	}
	return false
}

// asked are the words in brackets behind a speaker that say what is said.
var asked = map[string]bool{"質問": true, "回答": true, "意見": true, "答弁": true, "説明": true, "提案": true, "要望": true, "報告": true, "質疑": true, "補足": true, "発言": true, "挨拶": true, "進行": true}

func (v *voices) judge(label string) voice {
	none := voice{}
	if label == "" || textutil.Longer(label, 40) || strings.ContainsFunc(label, speaks) {
		return none
	}
	key := textutil.Key(label)
	base, inner := key, ""
	if strings.HasSuffix(key, ")") {
		if i := strings.IndexByte(key, '('); i > 0 {
			base = key[:i]
			inner = strings.TrimRight(label[strings.IndexAny(label, "(（"):], ")）")
			inner = textutil.Trim(strings.TrimLeft(inner, "(（"))
			if _, n := jadate.Int(inner); n && textutil.IsBlank(textutil.LastRune(label[:strings.IndexAny(label, "(（")])) { // ○会長　(1)について
				return none
			}
		}
	}
	say := func(role, name string, plain bool) voice {
		return voice{record.Speaker{Role: role, Name: name}, plain, true}
	}
	if role, ok := v.short[key]; ok {
		return say(role, "", true)
	}
	if v.groups[key] { // 病　院: those whom the head calls so
		return say("department", "", true)
	}
	// ３番（氏名君）, 議席12番, ４番姓議員, 十二番（…君）
	if i := strings.Index(base, "番"); i > 0 {
		if _, ok := jadate.Int(strings.TrimPrefix(base[:i], "議席")); ok {
			rest := strings.TrimPrefix(base[i+len("番"):], "議席")
			switch {
			case rest == "" || rest == "議員" || rest == "委員":
				return say("seat", v.named(inner), true)
			case personIn(rest) != "" && inner == "":
				return say("seat", personIn(rest), true)
			}
		}
	}
	// 委員1, 委員Ａ
	stem := strings.TrimRight(base, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	if before, word, role := v.roleOf(stem); role != "" && qualifies(before) {
		name := v.named(inner)
		if asked[textutil.Key(inner)] { // 委員（質問）
			name = ""
		}
		if name == "" && inner != "" && phrase(inner) {
			return none
		}
		if name == "" && stem == base && inner == "" && !(v.titles[base] && role == "executive") {
			name = v.nameBefore(before, word, role)
		}
		return say(role, name, true)
	}
	if inner != "" && !textutil.Longer(base, 20) && qualifies(strings.ReplaceAll(base, "・", "")) {
		if _, _, role := roleOf(textutil.Key(inner)); role != "" {
			return say(role, v.named(inner), false)
		}
	}
	if officeName(base) && qualifies(base) && !strings.HasPrefix(base, "第") {
		return say("department", v.named(inner), false)
	}
	if inner != "" {
		return none
	}
	// ○反田　稔君; 道路課長安斎信: the title before the name
	if n := personIn(base); n != "" && !textutil.Longer(n, 7) {
		if a, ok := v.roster[n]; ok {
			return say(v.roleIn(a), textutil.Trim(strings.TrimRight(label, "君さん氏様")), true)
		}
	}
	if n, ok := strings.CutSuffix(base, "君"); ok && nameLike(n) && !textutil.Longer(n, 5) && n != "諸" {
		return say("other", n, false)
	}
	if a, ok := v.roster[base]; ok && textutil.Longer(base, 1) && inner == "" {
		return say(v.roleIn(a), textutil.Trim(label), false)
	}
	for i := range base {
		if i < 6 {
			continue
		}
		if _, known := v.roster[base[i:]]; known {
			if before, _, role := roleOf(base[:i]); role != "" && qualifies(before) {
				return say(role, base[i:], true)
			}
		}
	}
	return none
}

// roleOf is [roleOf] for this document: where it knows no 部会, 浦部会長 is 浦部 + 会長.
func (v *voices) roleOf(key string) (before, word, role string) {
	before, word, role = roleOf(key)
	if rest, ok := strings.CutPrefix(word, "部会長"); ok && before != "" && !v.parts && !textutil.Longer(before, 3) {
		before, word = before+"部", "会長"+rest
	}
	return before, word, role
}

// divided reports whether the lines speak of a 部会: by its name, or by a 部会長
// whom no name stands before.
func divided(lines []line) bool {
	for _, l := range lines {
		for s := l.text; ; {
			before, after, ok := strings.Cut(s, "部会")
			if !ok {
				break
			}
			last := textutil.LastRune(before)
			if !strings.HasPrefix(after, "長") || before == "" || last == '副' || last == '各' || !textutil.IsKanji(last) {
				return true
			}
			s = after
		}
	}
	return false
}

// roleIn is the role that someone has by the roster.
func (v *voices) roleIn(a record.Attendee) string {
	if _, _, role := roleOf(textutil.Key(a.Title)); role != "" {
		return role
	}
	if _, _, role := roleOf(textutil.Key(a.Group)); role != "" {
		return role
	}
	return "other"
}
