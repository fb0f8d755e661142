package override

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/toshin-archive/toshin/internal/record"
)

var (
	hours = regexp.MustCompile(`^\d{2}:[0-5]\d$`)
	ids   = regexp.MustCompile(`^(?:minutes|replies)/[a-z0-9][a-z0-9-]*$`)
	last  = regexp.MustCompile(`([A-Za-z]+)$`)
)

// check says why now is no value for the field, "" where it is one. An empty
// value takes a field away.
func check(field, now string) string {
	name := last.FindString(field)
	if now == "" {
		if name == "id" || name == "kind" || name == "role" {
			return "空にはできません"
		}
		return ""
	}
	oneOf := func(list []string) string {
		if slices.Contains(list, now) {
			return ""
		}
		return strings.Join(list, " ")
	}
	section := strings.Contains(field, "sections[")
	switch {
	case name == "date":
		if _, err := time.Parse(time.DateOnly, now); err != nil {
			return "2018-03-29 の形で書きます"
		}
	case name == "start" || name == "end":
		if !hours.MatchString(now) {
			return "09:30 の形で書きます"
		}
	case name == "id":
		if !ids.MatchString(now) {
			return "minutes/h29-2 のような英数字です"
		}
	case name == "role":
		return oneOf(keysOf(record.Roles))
	case name == "kind" && section:
		return oneOf(keysOf(record.SectionKinds))
	case name == "kind":
		return oneOf(record.ItemKinds)
	case name == "outcome" && strings.Contains(field, "items["):
		return oneOf(record.ItemOutcomes)
	case name == "outcome":
		return oneOf(record.ReplyOutcomes)
	}
	return ""
}

func keysOf(terms []record.Term) []string {
	var ks []string
	for _, t := range terms {
		ks = append(ks, t.Key)
	}
	return ks
}
