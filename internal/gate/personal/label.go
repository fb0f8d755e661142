package personal

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// labels go before the name of somebody who holds no office. Their last
// characters are spots, see isSpot.
var labels = []string{"氏名", "請求人", "申立人", "申請者", "届出人", "相談者", "通報者", "被害者", "加害者", "保護者", "世帯主", "患者", "遺族", "申請人", "請求者", "申出人", "相続人", "原告", "被告", "建築主",
	"代表者", "代理人", "親権者", "後見人", "名義人", "契約者", "所有者", "占有者", "居住者", "入居者", "入所者", "運転者", "申込者", "届出者", "申出者", "通報人", "差出人", "受取人", "参加人", "依頼者", "依頼人",
	"利用者", "受給者", "対象者", "当事者", "目撃者", "死亡者", "負傷者", "滞納者", "同居人", "同居者", "配偶者", "本人", "故人", "隣人", "長男", "長女", "次男", "次女", "二男", "二女", "三男", "三女"}

var (
	// what may stand between a label and the name
	joint = regexp.MustCompile(`^名?(?:は|である|たる|の|が)?、?[ :(「『【]*`)
	// 父 山田太郎
	ofKin = regexp.MustCompile(`^[ :]{1,2}`)
	// 申請者の山田は: a surname alone, if the sentence goes on from it
	subject = regexp.MustCompile(`^の(\p{Han}{2,4})(?:[はが]|から|に対|と名乗)`)
	// 坂本という者, 田中という男性
	socalled = regexp.MustCompile(`(?:という|と称する|と名乗る|と名のる|なる)$`)
	// 氏名 with marks that nothing but a name comes after, were its surname rare
	surely = regexp.MustCompile(`^(?:は)?[:「『(]+ ?(\p{Han}{1,3} \p{Han}{1,3}|\p{Han}{3,5})(?:[」』) 、。]|$)`)
	// characters of what is written there instead of a name
	noNameChars = "住所電話情報番号開示件紙略様式欄等性職印載容項級務者課部局長委員会社非不公無記別同上本確匿黒塗削除漢字自署絡氏名的行省取役市町村県"
)

// kin are labels of one character.
const kin = "父母夫妻"

// edge reports whether a word may begin after s.
func edge(s string) bool {
	return s == "" || strings.ContainsAny(s, " ,、(:・")
}

// cued is the name beside another cue than an honorific; c is the character
// that ends at byte i.
func cued(x *line, c rune, i int) (from, to int, ok bool) {
	switch c {
	case '歳':
		return aged(x, i)
	case '者', '人', '男':
		if from, to, ok := spokenOf(x, i-utf8.RuneLen(c)); ok {
			return from, to, true
		}
	}
	if strings.ContainsRune(kin, c) {
		if m := ofKin.FindStringIndex(x.folded[i:]); m != nil && edge(x.before(i-utf8.RuneLen(c), 1)) {
			return nameAfter(x, i, ofKin)
		}
	}
	l := ending(x.folded[:i], labels)
	if l == "" {
		return 0, 0, false
	}
	if from, to, ok := nameAfter(x, i, joint); ok {
		return from, to, true
	}
	rest := x.folded[i:]
	if m := subject.FindStringSubmatchIndex(rest); m != nil {
		if s := rest[m[2]:m[3]]; surnames()[s] && !everyday(s) {
			return i + m[2], i + m[3], true
		}
	}
	if l == "氏名" {
		if m := surely.FindStringSubmatchIndex(rest); m != nil && !strings.ContainsAny(rest[m[2]:m[3]], noNameChars) && !roleEnd.MatchString(rest[m[2]:m[3]]) {
			return i + m[2], i + m[3], true
		}
	}
	return 0, 0, false
}

// everyday reports whether the surname s is a common word as well.
func everyday(s string) bool {
	switch s {
	case "平野", "高木", "大木", "植木", "根本", "出口", "山中", "水上", "川上", "小川", "原田", "石橋", "竹林", "松林", "新田", "本田", "上田", "下田", "平田", "中島", "大島", "小島", "山口", "福島", "石川", "宮城", "千葉", "長野", "大分", "岡山", "広島", "徳島", "香川", "福井", "富山", "秋田", "山形", "宮崎", "奈良", "大阪", "京都", "東京", "中央", "中間", "上下", "金子", "河原", "原口":
		return true
	}
	return false
}

// spokenOf is the surname before という者 and the like, which end at byte i.
func spokenOf(x *line, i int) (from, to int, ok bool) {
	before := x.before(i, 6)
	m := socalled.FindString(before)
	if m == "" {
		return 0, 0, false
	}
	to = i - len(m)
	run := back(x.folded, to, unicode.Han)
	if fullName(run) || utf8.RuneCountInString(run) >= 2 && surnames()[run] && !everyday(run) {
		return to - len(run), to, true
	}
	return 0, 0, false
}

var age = regexp.MustCompile(`(?:[(、, ]{1,2})(?:当時|満|現在)? ?[0-9]{1,3}歳$`)

// aged is the whole name before an age, which ends at byte i: 山田太郎(45歳).
func aged(x *line, i int) (from, to int, ok bool) {
	before := x.before(i, 10)
	m := age.FindString(before)
	if m == "" {
		return 0, 0, false
	}
	to = i - len(m)
	run := back(x.folded, to, unicode.Han)
	return to - len(run), to, utf8.RuneCountInString(run) >= 3 && fullName(run)
}

// nameAfter takes the whole name after a label that ends at byte i: nothing but
// what gap allows between, and no more letters behind it.
func nameAfter(x *line, i int, gap *regexp.Regexp) (from, to int, ok bool) {
	from = i + len(gap.FindString(x.folded[i:]))
	to = from
	blank, n := false, 0
	for to < len(x.folded) {
		c, w := utf8.DecodeRuneInString(x.folded[to:])
		if c == ' ' && !blank && n > 0 {
			if p, _ := utf8.DecodeRuneInString(x.folded[to+1:]); !unicode.Is(unicode.Han, p) {
				break
			}
			blank = true
		} else if !unicode.Is(unicode.Han, c) && c != '々' {
			break
		}
		to += w
		if n++; n > 8 {
			return 0, 0, false
		}
	}
	name := x.folded[from:to]
	for _, h := range honorifics { // 氏名:山田太郎様
		name = strings.TrimSuffix(name, h)
	}
	to = from + len(name)
	if n >= 2 && surnames()[name] && strings.ContainsAny(x.folded[i:from], ":") { // 伊藤さくら
		if given := hiraganaName(x.folded[to:]); given > 0 {
			return from, to + given, true
		}
	}
	return from, to, fullName(name)
}

// hiraganaName is the length in bytes of two to four hiragana that end at a
// mark, a blank or the end: さくら.
func hiraganaName(s string) int {
	n := 0
	for i, c := range s {
		if !unicode.Is(unicode.Hiragana, c) {
			if n >= 2 && n <= 4 && strings.ContainsRune(" )」、。", c) {
				return i
			}
			return 0
		}
		n++
	}
	if n >= 2 && n <= 4 {
		return len(s)
	}
	return 0
}
