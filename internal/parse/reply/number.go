package reply

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

// A reply's number as replies write it, folded: 第216号, 第1097号から第1142号まで,
// 第2199号及び第2200号, 第220号及び同第221号, 第三十一号, and in councils that number by
// fiscal year 29-1, 令2-6.
const (
	oneNumber    = `(?:(?:平成|令和|平|令|[HR])?(?:\d+|元)(?:-\d+)*|[一二三四五六七八九十百]+)`
	serialNumber = `(?:平成|令和|平|令|[HR])?(?:\d{1,2}|元)-\d+`
	manyNumbers  = `第?` + oneNumber + `号?(?:(?:から|乃至|ないし|及び|並びに|・|、|,|~)(?:答申)?同?第?` + oneNumber + `号?)*(?:まで)?`
)

var (
	numberField = regexp.MustCompile(
		`\((?:答申)?第` + manyNumbers + `\)|` + // (答申第216号)
			`\(答申` + serialNumber + `\)|` + // (答申令3-4)
			`(?:(?:(?:平成|令和)(?:\d+|元)|\d{4})年度)?(?:\(\p{Han}{1,4}\))?(?:\p{Han}{0,6}(?:審|情|個|公|保|行))?答申[情個公]?\(?` + manyNumbers + `\)?`)
	yearOfNumber = regexp.MustCompile(`^\(?((?:(?:平成|令和)(?:\d+|元)|\d{4})年度)`)
	numberList   = regexp.MustCompile(`答申[情個公]?\(?(` + manyNumbers + `)|\((?:答申)?(第` + manyNumbers + `)\)|^(?:(?:平成|令和)(?:\d+|元)年度?)?(第` + manyNumbers + `)$`)
	numberToken  = regexp.MustCompile(`(から|乃至|ないし|~)?(?:答申)?同?第?(` + oneNumber + `)`)
	serial       = regexp.MustCompile(`^(平成|令和|平|令|H|R)?(\d{1,2}|元)-(\d+)$`)
)

// mostNumbers bounds a range that a misprint could make endless.
const mostNumbers = 5000

// readNumbers returns every number that a number field names, ranges expanded.
func readNumbers(field string) []string {
	m := numberList.FindStringSubmatch(field)
	if m == nil {
		return nil
	}
	var ns []string
	for _, t := range numberToken.FindAllStringSubmatch(m[1]+m[2]+m[3], -1) {
		if n, ok := jadate.Int(t[2]); ok && !isDigits(t[2]) { // 第三十一号
			t[2] = strconv.Itoa(n)
		}
		if t[1] == "" || len(ns) == 0 {
			ns = append(ns, t[2])
			continue
		}
		a, errA := strconv.Atoi(ns[len(ns)-1])
		b, errB := strconv.Atoi(t[2])
		if errA != nil || errB != nil || b <= a || b-a > mostNumbers {
			ns = append(ns, t[2])
			continue
		}
		for n := a + 1; n <= b; n++ {
			ns = append(ns, strconv.Itoa(n))
		}
	}
	return ns
}

// idOf makes the record's ID: replies/216; with the fiscal year where numbers
// begin anew each year (29-1 → replies/h29-1, 平成28年度答申第378号 →
// replies/h28-378); with the day where there is no number.
func idOf(r *record.Record, field string) record.ID {
	const folder = "replies/"
	n := r.Number
	if m := serial.FindStringSubmatch(n); m != nil {
		year := 1
		if m[2] != "元" {
			year, _ = strconv.Atoi(m[2])
		}
		letter := map[string]string{"平成": "h", "平": "h", "H": "h", "令和": "r", "令": "r", "R": "r"}[m[1]]
		if letter == "" {
			letter = eraLetter(r.FiscalYear, year)
		}
		return record.ID(folder + letter + strconv.Itoa(year) + "-" + m[3])
	}
	if n != "" && isDigits(n) {
		if m := yearOfNumber.FindStringSubmatch(field); m != nil {
			if y, ok := jadate.FindFiscalYear(m[1]); ok {
				return record.ID(folder + eraLetter(y.Year, y.Written) + strconv.Itoa(y.Written) + "-" + n)
			}
		}
		return record.ID(folder + n)
	}
	if r.Date != "" {
		return record.ID(folder + strings.ReplaceAll(r.Date, "-", ""))
	}
	return ""
}

// eraLetter finds the era in which a fiscal year was the given year of an era:
// 29 in 2017 is h (平成). Where neither says, it is the present era's year.
func eraLetter(fiscal, year int) string {
	if fiscal > 0 {
		fiscal = jadate.YearNear(year, fiscal)
	}
	if e, ok := jadate.EraOfFiscalYear(fiscal); ok && fiscal > 0 {
		return e.Letter
	}
	return "r"
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
