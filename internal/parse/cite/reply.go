package cite

import (
	"regexp"
	"strconv"
	"strings"
)

// The pieces of a mention, folded.
const (
	day     = `(?:(?:(?:明治|大正|昭和|平成|令和)[\d元一二三四五六七八九十]{1,3}年|\d{4}年)[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日|(?:平|令|昭|[HRS])\d{1,2}\.\d{1,2}\.\d{1,2})`
	month   = `(?:(?:昭和|平成|令和)[\d元]{1,2}年|\d{4}年)\d{1,2}月`
	dated   = `(?:(` + day + `|` + month + `)(?:\([月火水木金土日]\))?(?:付け?)?(?:の|で|に)?)?`
	year    = `(?:(?:平成|令和)(?:\d{1,2}|元)年度?)?(?:\(\p{Han}{1,4}\))?`
	numeral = `(?:\d{1,5}(?:の\d{1,2})?|[一二三四五六七八九十百]{1,6})`
	serial  = `(?:(?:平成|令和|平|令|[HR])?(?:\d{1,2}|元)-\d{1,3}(?:-\d{1,2})?)`
)

// replyMention reads a mention from the words 答申: what may stand before them is
// a date, a body (審査会, 横情審, 運輸政策審議会) and a year.
var replyMention = regexp.MustCompile(
	dated + year + `(?:((?:当|本|同)?(?:[\p{Han}・]{0,20}?(?:審査会|審議会|懇話会|協議会|委員会)|\p{Han}{1,6}審))の?)?` + year + `答申` +
		`[情個公]?(?:第?(` + serial + `)号?|\(?第(` + numeral + `)号|第?(\d{1,5})号)?` +
		`(?:\((` + day + `)(?:付け?の?|(?:第(` + numeral + `)号))*\))?`)

// more are further numbers of the same mention: 答申第225号及び第226号.
var more = regexp.MustCompile(`^\)?(及び|並びに|又は|若しくは|、|,|・|から|乃至|ないし|~)(?:第(` + numeral + `)号|(\d{1,5})号|(` + serial + `))(まで)?`)

var replyWord = word{"答申", 150, 60, numberStarts, replyMention, readReply}

func replies(s string) []Mention { return replyWord.find(s) }

func readReply(s, part string, base int, m []int) (Mention, bool) {
	x := Mention{From: base + m[0], To: base + m[1], Kind: Reply, Council: bodyOf(group(part, m, 2))}
	for _, n := range []int{1, 6} {
		if d := group(part, m, n); d != "" && x.Date == "" {
			x.Date = isoOf(d)
		}
	}
	x.Number = numberOf(group(part, m, 3) + group(part, m, 4) + group(part, m, 5))
	if x.Number == "" {
		x.Number = numberOf(group(part, m, 7))
	}
	if x.Number == "" {
		// A day alone names a reply (平成12年2月16日付答申); the word alone none,
		// nor does 答申書, 答申案 or 答申する.
		if x.Date == "" || goesOn(s[x.To:]) || strings.HasSuffix(part[:m[1]], "に答申") {
			return x, false
		}
	} else if strings.Contains(part[m[0]:m[1]], "答申(第") {
		x.To += len(closing(s[x.To:]))
	}
	return x, true
}

// others reads the numbers that go on behind x; a range is spelt out, each
// number with the words of the range.
func others(s string, x *Mention) []Mention {
	var ms []Mention
	prev, begin := x.Number, x.From
	if prev == "" {
		return nil
	}
	const most = 200 // numbers of one mention
	for len(ms) < most {
		part, _ := window(s, x.To, x.To, 0, 90)
		m := more.FindStringSubmatch(part)
		if m == nil {
			return ms
		}
		y := Mention{From: x.To + strings.Index(part, m[1]) + len(m[1]), To: x.To + len(m[0]), Kind: x.Kind, Date: x.Date, Council: x.Council}
		y.Number = numberOf(m[2] + m[3] + m[4])
		switch m[1] {
		case "から", "乃至", "ないし", "~": // the whole range is what the text says of each
			y.From = begin
			a, _ := strconv.Atoi(prev)
			b, _ := strconv.Atoi(y.Number)
			for n := a + 1; a > 0 && n < b && b-a < most; n++ {
				z := y
				z.Number = strconv.Itoa(n)
				ms = append(ms, z)
			}
		}
		ms = append(ms, y)
		prev, begin, x.To = y.Number, y.From, y.To
	}
	return ms
}

// goesOn tells that the word 答申 is only part of another one.
var notAReply = regexp.MustCompile(`^(?:[書案日済者権後前]|事項|内容|番号|する|し[たてま]|さ|いた|致|が(?:出|な|あ|行)|に(?:先立|際|当た|あた))`)

func goesOn(s string) bool {
	part, _ := window(s, 0, 0, 0, 18)
	return notAReply.MatchString(part)
}

func closing(s string) string {
	if strings.HasPrefix(s, ")") {
		return ")"
	}
	return ""
}

// division is a part of the record's own body.
var division = regexp.MustCompile(`^(?:審査会|審議会)?(?:第?[\d一二三四五六七八九]|\p{Han}{1,4})部会`)

// bodyOf leaves out the words that say it is the record's own body.
func bodyOf(s string) string {
	s = strings.TrimLeft(s, "号年月日条項")
	for _, own := range []string{"当", "本", "同"} {
		if strings.HasPrefix(s, own) {
			return ""
		}
	}
	switch s {
	case "審査会", "審議会", "懇話会", "協議会", "委員会", "会議":
		return ""
	}
	if m := division.FindString(s); m == s {
		return ""
	}
	return s
}

func group(s string, m []int, n int) string {
	if m[2*n] < 0 {
		return ""
	}
	return s[m[2*n]:m[2*n+1]]
}
