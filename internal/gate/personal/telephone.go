package personal

import (
	"regexp"
	"slices"
	"strings"
)

var (
	phoneWord  = regexp.MustCompile(`(?i)(?:電話|tel|ファク(?:ス|シミリ)|ファックス|fax|携帯|連絡先|自宅|勤務先|☎|℡|固定)(?:番号)?(?:は|:|::|\)|）|】|］|\]|が|の)*[ (（]*$`)
	homeWord   = regexp.MustCompile(`(?i)携帯|自宅|本人|相談者|請求人|申立人|申請者|父|母|妻|夫|緊急連絡先`)
	officeTail = regexp.MustCompile(`(?i)(?:課|室|係|局|部|署|所|社|店|センター|役所|役場|本庁|庁|庁舎|窓口|会社|支店|本店|病院|医院|園|学校|校|館|公民館|委員会|協会|連盟|組合|財団|法人|事務所|事業所|ホットライン|ダイヤル|代表|直通|内線)[\p{Hiragana} 、,:・()（）]{0,3}(?:(?:電話|tel|ファク(?:ス|シミリ)|ファックス|fax|☎|℡)(?:番号)?)?[-  ::()（）、,はのが・]*$`)
)

var (
	// said after the number: （市役所代表）
	officeAfter = regexp.MustCompile(`^[ (]{0,2}[^)。、]{0,8}(?:役所|役場|庁|代表|直通|課|係|室|センター|事務局|窓口|委員会|内線)`)
	// the number of something else: 資料番号, 支出負担行為番号
	someNumber = regexp.MustCompile(`(?:[^話帯XＸxL絡先宅定]|[^電]話)番号[ ::はが]*$`)
)

// telephones are numbers that somebody answers. Mobile ones are a person's,
// whatever stands beside them; of the others those of offices are left out.
func telephones(x *line) []hit {
	hs := spokenPhones(x)
	for _, f := range x.numbers() {
		mobile, ok := phone(x, &f)
		if !ok {
			continue
		}
		before := x.before(f.from, 24)
		home := homeWord.MatchString(before)
		if someNumber.MatchString(before) || !mobile && !home && (officeTail.MatchString(before) || officeAfter.MatchString(x.after(f.to, 14))) {
			continue
		}
		if h := (hit{f.from, f.to, mobile || home}); !overlaps(hs, h) {
			hs = append(hs, h)
		}
	}
	return hs
}

// phone reports whether f has the form of a telephone number, and of a mobile
// one. A bracket before the area code is not part of f.
func phone(x *line, f *figure) (mobile, ok bool) {
	if n := f.count(); n < 5 || n > 13 {
		return false, false // nearly every figure
	}
	before := x.before(f.from, 12)
	if strings.HasSuffix(before, "+81") || strings.HasSuffix(before, "+") {
		d := f.digits()
		if len(f.groups) == 1 && !strings.HasPrefix(d, "81") {
			return false, false
		}
		d = strings.TrimPrefix(d, "81")
		return strings.HasPrefix(d, "90") || strings.HasPrefix(d, "80") || strings.HasPrefix(d, "70"), len(d) == 9 || len(d) == 10
	}
	called := phoneWord.MatchString(before)
	g, d := f.groups, f.digits()
	if slices.Contains(f.marks, '.') || counted.MatchString(x.after(f.to, 4)) {
		return false, false
	}
	switch {
	case d[0] != '0':
		// a number within the town: 電話 25-1234
		return false, called && len(g) == 2 && len(g[0]) <= 4 && len(g[0]) >= 1 && len(g[1]) == 4 && f.marks[0] == '-'
	case strings.HasPrefix(d, "0120"), strings.HasPrefix(d, "0800"), strings.HasPrefix(d, "0570"), strings.HasPrefix(d, "0990"):
		return false, false // free dial and the like: a business
	}
	isMobile := len(d) == 11 && (d[1] == '9' || d[1] == '8' || d[1] == '7') && d[2] == '0'
	switch {
	case len(g) == 3 && len(g[0]) <= 5 && len(g[1]) >= 1 && len(g[1]) <= 4 && len(g[2]) == 4 && (len(d) == 10 || len(d) == 11 && (isMobile || d[:3] == "050")):
		return isMobile, true
	case len(g) == 2 && len(d) == 10 && len(g[1]) == 4 && called, len(g) == 2 && isMobile && len(g[0]) == 3:
		return isMobile, true
	case len(g) == 1 && isMobile && !strings.HasSuffix(before, "第") && !otherNumber.MatchString(before):
		return true, true
	case len(g) == 1 && len(d) == 10 && called:
		return false, true
	}
	return false, false
}
