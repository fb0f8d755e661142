package personal

import (
	"regexp"
	"strings"
	"time"
)

// figure is a run of digits with single marks or blanks between its groups, in
// a folded line. Everything that is a number is looked at once, by its groups
// and by the words beside it.
type figure struct {
	from, to int
	groups   []string
	marks    []rune // between the groups
}

func (f *figure) digits() string { return strings.Join(f.groups, "") }

// count is how many digits f has.
func (f *figure) count() int {
	n := 0
	for _, g := range f.groups {
		n += len(g)
	}
	return n
}

// maxGroups bounds a figure: rows of a table are no number.
const maxGroups = 8

// figures appends those of s to fs.
func figures(s string, fs []figure) []figure {
	for i := 0; i < len(s); {
		if !isDigit(s[i]) {
			i++
			continue
		}
		f := figure{from: i}
		for {
			j := i
			for j < len(s) && isDigit(s[j]) {
				j++
			}
			f.groups = append(f.groups, s[i:j])
			i = j
			m, n := mark(s[j:])
			if n == 0 || len(f.groups) == maxGroups {
				break
			}
			f.marks = append(f.marks, m)
			i = j + n
		}
		f.to = i
		fs = append(fs, f)
	}
	return fs
}

// mark is what goes between two groups at the beginning of s, and its bytes: a
// dash, a point or a bracket, with another or a blank beside it; 0 where no
// digit comes after.
func mark(s string) (rune, int) {
	for n := 1; n <= 2 && n < len(s); n++ {
		if !strings.ContainsRune("-(). ", rune(s[n-1])) {
			return 0, 0
		}
		if isDigit(s[n]) {
			return rune(s[0]), n
		}
	}
	return 0, 0
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// counted reports whether what follows makes the figure a count, a day, an
// amount or the number of a document: 12人, 3日, 第5号.
var counted = regexp.MustCompile(`^(?:号|円|人|名|件|個|枚|頁|ページ|年|月|日|時|分|秒|回|条|項|番目|台|社|軒|棟|戸|筆|平方|㎡|m|km|kg|度|%|パーセント|万|億|千円|歳|才|通|冊|部|点|本|世帯|期|か所|箇所|ヶ所|ｍ|行|字|文字)`)

// countedNotNumbered is counted less 号, with which papers are numbered too.
var countedNotNumbered = regexp.MustCompile(`^(?:円|人|名|件|個|枚|年|月|日|回|世帯|冊|部|点|千円|万|億)`)

// myNumbers are 12 digits whose last is right for the others (行政手続における
// 特定の個人を識別するための番号の利用等に関する法律施行令: check digit by
// modulus 11), or that are called one.
func myNumbers(x *line) []hit {
	var hs []hit
	for _, f := range x.numbers() {
		if f.count() != 12 {
			continue
		}
		d := f.digits()
		if !grouped(f, 4, 4, 4) || counted.MatchString(x.after(f.to, 4)) || strings.HasSuffix(x.before(f.from, 1), "第") {
			continue
		}
		called := myNumberWord.MatchString(x.before(f.from, 12))
		if !called && len(f.groups) == 1 && moment(d) {
			continue
		}
		if called || checkDigit(d) && !otherNumber.MatchString(x.before(f.from, 10)) {
			hs = append(hs, hit{f.from, f.to, true})
		}
	}
	return hs
}

var (
	myNumberWord = regexp.MustCompile(`(?:個人番号|マイナンバー)[^0-9]{0,6}$`)
	otherNumber  = regexp.MustCompile(`(?:法人番号|整理番号|文書番号|管理番号|受付番号|登録番号|製造番号|起案番号|決裁番号|コード|ISBN|免許[^0-9]{0,4})[^0-9]{0,4}$`)
)

// moment reports whether twelve digits are a day and a time, 202104010930.
func moment(d string) bool {
	_, err := time.Parse("200601021504", d)
	return err == nil && (d[:2] == "19" || d[:2] == "20")
}

// checkDigit: digits from the right, the check digit itself left out, are
// weighted 2…7 and 2…6.
func checkDigit(d string) bool {
	sum := 0
	for n := 1; n <= 11; n++ {
		w := n + 1
		if n > 6 {
			w = n - 5
		}
		sum += int(d[11-n]-'0') * w
	}
	c := 11 - sum%11
	if sum%11 <= 1 {
		c = 0
	}
	return int(d[11]-'0') == c && strings.Trim(d, d[:1]) != ""
}

// grouped reports whether f is one group, or has groups of just these sizes
// with the same mark between them.
func grouped(f figure, sizes ...int) bool {
	if len(f.groups) == 1 {
		return true
	}
	if len(f.groups) != len(sizes) {
		return false
	}
	for _, m := range f.marks {
		if m != f.marks[0] || m != '-' && m != ' ' {
			return false
		}
	}
	for i, g := range f.groups {
		if len(g) != sizes[i] {
			return false
		}
	}
	return true
}

// cards are 16 digits in fours that pass Luhn's check.
func cards(x *line) []hit {
	var hs []hit
	for _, f := range x.numbers() {
		if f.count() != 16 {
			continue
		}
		if d := f.digits(); strings.Contains("23456", d[:1]) && grouped(f, 4, 4, 4, 4) && luhn(d) && !otherNumber.MatchString(x.before(f.from, 10)) && !counted.MatchString(x.after(f.to, 4)) {
			hs = append(hs, hit{f.from, f.to, true})
		}
	}
	return hs
}

func luhn(d string) bool {
	sum := 0
	for i := range d {
		n := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}

var (
	accountWord = regexp.MustCompile(`(?:口座(?:番号|No\.?)|口座[ ::「(]{1,2}|普通(?:預金)?|当座(?:預金)?|貯蓄(?:預金)?|定期預金|通帳(?:番号)?|振込先)[^0-9、。付]{0,8}$`)
	yucho       = regexp.MustCompile(`記号 ?[::]? ?(1[0-9]{4})(?:-[0-9])?[ 、,・/]*(?:の)?番号 ?[::]? ?([0-9]{6,8})`)
)

// accounts are seven digits (six to eight) after the word for an account.
func accounts(x *line) []hit {
	var hs []hit
	if strings.Contains(x.folded, "記号") {
		for _, m := range yucho.FindAllStringSubmatchIndex(x.folded, -1) {
			hs = append(hs, hit{m[2], m[5], true})
		}
	}
	for _, f := range x.numbers() {
		d := f.groups[0]
		if len(f.groups) > 1 || len(d) < 6 || len(d) > 8 || counted.MatchString(x.after(f.to, 4)) {
			continue
		}
		if accountWord.MatchString(x.before(f.from, 16)) {
			hs = append(hs, hit{f.from, f.to, true})
		}
	}
	return hs
}

// paper is a document or register that gives people numbers.
type paper struct {
	word   *regexp.Regexp // ends where the number begins
	number *regexp.Regexp
}

const called = `(?:証|書|カード)?(?:の)?(?:記号)?(?:・|及び)?(?:番号|No\.?|コード)?[^0-9A-Za-z。、,]{0,6}$`

// paperWords are in what goes before every such number.
var paperWords = []string{"番号", "コード", "旅券", "パスポート", "カード", "免許", "年金", "手帳", "保険", "No", "ID"}

var papers = []paper{
	{regexp.MustCompile(`(?:旅券|パスポート)` + called), regexp.MustCompile(`^([A-Z]{2} ?[0-9]{7})(?:[^0-9]|$)`)},
	{regexp.MustCompile(`在留カード` + called), regexp.MustCompile(`^([A-Z]{2} ?[0-9]{8} ?[A-Z]{2})`)},
	{regexp.MustCompile(`(?:運転免許|免許)` + called), regexp.MustCompile(`^([0-9]{4}[- ]?[0-9]{4}[- ]?[0-9]{4})(?:[^0-9]|$)`)},
	{regexp.MustCompile(`住民票コード[^0-9。、,]{0,6}$`), regexp.MustCompile(`^([0-9]{11})(?:[^0-9]|$)`)},
	{regexp.MustCompile(`(?:基礎年金|年金手帳|年金証書)` + called), regexp.MustCompile(`^([0-9]{4}-?[0-9]{6})(?:[^0-9]|$)`)},
	{regexp.MustCompile(`(?:被保険者|健康保険|介護保険|国民健康保険|雇用保険|受給者|受給資格者)(?:証|書)?(?:の)?(?:記号)?(?:・|及び)?番号[^0-9A-Za-z。、,]{0,6}$`), regexp.MustCompile(`^([0-9][0-9-]{4,11}[0-9])(?:[^0-9号]|$)`)},
	{regexp.MustCompile(`(?:身体障害者手帳|療育手帳|障害者保健福祉手帳|母子健康手帳|障害者手帳)` + called), regexp.MustCompile(`^([0-9]{4,10})(?:号|[^0-9年]|$)`)},
	{regexp.MustCompile(`(?:患者|診察券|カルテ|学籍|児童|生徒|職員|社員|会員|顧客|お客様|宛名|世帯|住民)(?:の)?(?:番号|No\.?|コード|ID)[^0-9A-Za-z。、,]{0,4}$`), regexp.MustCompile(`^([A-Z]{0,3}-?[0-9]{5,12})(?:[^0-9号]|$)`)},
}

// documents are the numbers of papers that a person carries, or under which an
// office keeps a person.
func documents(x *line) []hit {
	var hs []hit
	for _, f := range x.figs {
		if f.to-f.from < 4 {
			continue
		}
		from := f.from
		for n := 0; n < 4 && from > 0 && (x.folded[from-1] == '-' || 'A' <= x.folded[from-1] && x.folded[from-1] <= 'Z'); n++ {
			from--
		}
		before := strings.TrimSuffix(strings.TrimRight(x.before(from, 26), " "), "第")
		if !hasAny(before, paperWords) {
			continue
		}
		for _, p := range papers {
			if p.word.MatchString(before) {
				if m := p.number.FindStringSubmatchIndex(x.folded[from:]); m != nil && !countedNotNumbered.MatchString(x.folded[from+m[3]:]) {
					hs = append(hs, hit{from, from + m[3], true})
				}
				break
			}
		}
	}
	return hs
}
