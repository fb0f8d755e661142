package reply

import (
	"regexp"
	"strconv"
	"strings"
)

// Inquiries numbered by fiscal year: 諮問令1-5、6及び令1-7.
var (
	serialInquiry = regexp.MustCompile(`^諮問(?:案件)?(.*-)(\d+)$`)
	serialGoesOn  = regexp.MustCompile(`^(?:及び|並びに|、|,|・)(?:諮問)?((?:平成|令和|平|令|[HR])?(?:\d{1,2}|元)-)?(\d+)`)
)

// serials is series for a number of the year (令1-) and n in it.
func serials(year, n, rest string) (all []string, size int) {
	all = []string{year + n}
	for {
		g := serialGoesOn.FindStringSubmatch(rest[size:])
		if g == nil || strings.ContainsRune("年月日号条項件名", runeAt(rest+" ", size+len(g[0]))) {
			return all, size
		}
		if g[1] != "" {
			year = g[1]
		}
		all = append(all, year+g[2])
		size += len(g[0])
	}
}

// Cases of a meeting: 諮問案件4から諮問案件6まで.
const caseWord = "諮問案件"

var caseGoesOn = regexp.MustCompile(`^(から|ないし|~|及び|並びに|、|,|・)(?:諮問案件|案件)?(\d{1,3})(?:まで)?`)

// caseSeries is series for the case n of a meeting.
func caseSeries(n, rest string) (all []string, size int) {
	all = []string{caseWord + n}
	last, _ := strconv.Atoi(n)
	for {
		g := caseGoesOn.FindStringSubmatch(rest[size:])
		if g == nil || strings.ContainsRune("年月日号条項件名", runeAt(rest+" ", size+len(g[0]))) {
			return all, size
		}
		to, _ := strconv.Atoi(g[2])
		from := to
		if g[1] == "から" || g[1] == "ないし" || g[1] == "~" {
			if from = last + 1; to < from || to-from > mostNumbers {
				from = to
			}
		}
		for k := from; k <= to; k++ {
			all = append(all, caseWord+strconv.Itoa(k))
		}
		last = to
		size += len(g[0])
	}
}
