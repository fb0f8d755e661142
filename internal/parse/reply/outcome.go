package reply

import (
	"regexp"
	"strings"
)

// Wordings of a conclusion, folded, quotations left out.
var (
	upheld = regexp.MustCompile(`妥当(?:である|であり|であった|です|であると|と(?:認め|判断|考え)|なもの|と言える|といえる|性を欠くものではない)|棄却|(?:違法|不当|誤り)(?:な点|である点)?(?:は|が|で)?(?:は)?(?:ない|認められない)|是認(?:す|でき?る|さ)|理由がない|(?:決定|処分|判断)(?:したこと)?は、?(?:相当|適法|正当|適当|適切)(?:である|と認め|と判断)`)
	undone = regexp.MustCompile(`(?:妥当|適法)(?:では|で)な[いくか]|妥当と(?:は|まで)?(?:いえ|言え|認められ|いうことはでき)な|妥当性を欠く|是認できない|(?:開示|公開|訂正|利用停止|提供|削除|特定)(?:する|す|される|を行う)べき|(?:利用|閲覧|縦覧)(?:に供す(?:る)?|させる)べき|(?:開示|公開)(?:する|される)(?:こと|の)が(?:相当|適当|妥当)|(?:開示|公開)しなければならない|取(?:り)?消(?:すべき|すのが|すことが|すものと|す$|す。|し(?:て|、|,|が)|され|す)|` +
		`(?:決定|判断|処分)を?(?:を|す)?(?:行う|す|やり直す)べき|認容(?:し|す|され)|違法である|不当である`)
	// A board says so of a decision, a council of a plan.
	undoneMild = regexp.MustCompile(`(?:相当|適当|適切)(?:(?:では|で)な[いくか]|と(?:は|まで)?(?:いえ|言え|認められ)な)`)
	notTaken   = regexp.MustCompile(`(?:異議申立て|審査請求|不服申立て|申立て|本件申出)は?[^。]*(?:不適法|却下(?:す|さ|が|とす|。|$))`)
	// opinionOf is what another one held: 棄却すべきとする審査庁の判断は、妥当ではなく.
	opinionOf = regexp.MustCompile(`(?:棄却|却下)(?:される|す(?:る)?)?べき(?:もの)?(?:である|だ)?と(?:する|の|した)([^。]{0,24}?(?:判断|考え|意見|裁決))`)
	// ownJudgement is what the board says of another one's judgement that the request is
	// right: 認容し、取り消すとの判断は、妥当である.
	ownJudgement = regexp.MustCompile(`((?:認容|取り?消)[^。]{0,20}?)と(?:する|の)(?:諮問に係る)?(?:審査庁の)?(?:判断|考え|意見)は、?(?:妥当|相当|適当)である`)
	// excepted leaves a part of the decision as it is: …を除き、開示すべきである.
	excepted = regexp.MustCompile(`を除[くきい]`)
	// exceptUpheld says that what is left out is not upheld: …を除き、妥当である.
	exceptUpheld = regexp.MustCompile(`部分を除(?:き|いて)、?妥当`)
	// among speaks of a part of what was withheld: …のうち、別紙に掲げる部分を開示すべきである.
	among = regexp.MustCompile(`(?:不開示|非開示|非公開|不公開|部分|情報)[^。]*のうち[^。]*(?:部分|もの|情報|文書)(?:について)?(?:を|は|も)[、,]?(?:(?:開示|公開)す|(?:利用|閲覧)(?:に供す(?:る)?|させる))べき`)
	// namedPart is the part that a decision to withhold a part has to give: その一部を
	// 不開示とした決定については、別紙に掲げる部分を開示すべきである.
	namedPart = regexp.MustCompile(`一部を(?:不開示|非開示|非公開|不公開)[^。]*(?:部分|もの|情報|箇所|欄)(?:を|は|も)、?(?:開示|公開)すべき|` +
		`(?:部分|一部)(?:開示|公開)(?:とした)?(?:決定|処分)のうち[^。]*(?:部分|もの|情報|箇所|欄)(?:を|は|も)、?(?:取り?消し、)?(?:開示|公開)すべき`)
	// Councils answer whether a plan may go ahead.
	refused   = regexp.MustCompile(`否とする|認められ(?:ない|ません)|認めること(?:は|が)?でき(?:ない|ません)|認める(?:べきでは|べきで|ことは適当で)ない|認めない|(?:適当|適切|相当|妥当)(?:では|で)(?:ない|ありません)|(?:適当|適切|相当)と(?:は|まで)?(?:いえ|言え|認められ|考えられ)(?:ない|ません)|不適当|承認(?:し|でき)(?:ない|ません)|同意(?:し|でき)(?:ない|ません)`)
	granted   = regexp.MustCompile(`是とする|是と認め|可とする|差し?支え(?:は|が)?(?:ない|ありません)|(?:支障|問題|異議|異論|意見)(?:は|が)?(?:特に)?(?:ない|ありません|なし|認められない)|(?:適当|適切|適正|相当|妥当|必要)(?:である|であり|です|なもの|と認め|と考え|と思|と判断|に行われ|に実施され)|認める|認めます|認められる|認められます|承認(?:する|します|され)|了承(?:する|します|され)|了と(?:する|します)|同意(?:する|します)`)
	condition = regexp.MustCompile(`条件|[付附]帯意見|意見を(?:付|附)|次の(?:事項|点)(?:に|を)|ただし[、,][^。]*(?:こと|もの)(?:とする)?。`)
)

// outcome classes a conclusion by its own wording: one of record.ReplyOutcomes.
// bound says that the reply makes conditions elsewhere.
func outcome(conclusion string, bound bool) string {
	c := unquoted(folded(conclusion))
	if c == "" {
		return ""
	}
	c = opinionOf.ReplaceAllString(c, "$1")
	c = ownJudgement.ReplaceAllString(c, "${1}べきである")
	up, un, no := upheld.MatchString(c), undone.MatchString(c) || undoneMild.MatchString(c) && !plan(c), notTaken.MatchString(c)
	switch {
	case up && !un && exceptUpheld.MatchString(c):
		return "一部"
	case un && up, no && up, un && no:
		return "一部"
	case un && !undone.MatchString(c) && mixed(c):
		return "一部"
	case un && (excepted.MatchString(c) || among.MatchString(c) || namedPart.MatchString(c)):
		return "一部"
	case un:
		return "取消"
	case no:
		return "却下"
	case up && !plan(c):
		return "妥当"
	case refused.MatchString(c) && mixed(c):
		return "一部"
	case refused.MatchString(c):
		return "否"
	case (up || granted.MatchString(c)) && (bound || condition.MatchString(c)):
		return "条件付"
	case granted.MatchString(c), up:
		return "是"
	}
	return "その他"
}

// mixed tells that one sentence grants what another one refuses.
func mixed(c string) bool {
	yes, no := false, false
	for s := range strings.SplitSeq(c, "。") {
		r := refused.MatchString(s)
		no = no || r
		yes = yes || !r && granted.MatchString(s)
	}
	return yes && no
}

// decision is what a board reviews; where a conclusion has none of it a council
// speaks of a plan: いずれも妥当と認める.
var decision = regexp.MustCompile(`決定|処分|請求|申立|開示|公開|棄却|却下|拒否|裁決|訂正|違法|不当|判断`)

func plan(c string) bool { return !decision.MatchString(c) }

func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if f := fold(r); f > ' ' && f != '\u3000' && f != '\u00a0' {
			return f
		}
		return -1
	}, s)
}

// unquoted leaves out what stands in 「…」: titles of documents and words of
// others. Where quotation marks do not pair, what is behind the last one counts.
func unquoted(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '「':
			depth++
		case '」':
			depth = max(depth-1, 0)
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	if depth > 0 {
		if i := strings.LastIndex(s, "」"); i >= 0 {
			return s[i:]
		}
		return s
	}
	return b.String()
}
