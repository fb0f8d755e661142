package cases

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

// caseTag is what an item says of the case it deals with.
type caseTag struct {
	label, number string // 諮問案件3, 3; "" where it names none
	kind          string // 諮問
	title         string // less the notes that it is carried over
	year          int    // the 年度 that it says the case is of; 0 where it says none
}

var (
	// （平成29年度・継続） and （継続） before or behind a title
	carriedBefore = regexp.MustCompile(`^\(([^()]*継続[^()]*)\)`)
	carriedBehind = regexp.MustCompile(`\(([^()]*継続[^()]*)\)$`)
	// 平成30年度諮問案件3(継続) ahead of a title
	taggedTitle = regexp.MustCompile(`^(?:((?:平成|令和)(?:元|[0-9]+)年度)の?)?((諮問|報告|議案|協議|審議)案件([0-9]+))(?:\(([^()]*)\))?[ ]+(.+)$`)
	yearOfCase  = regexp.MustCompile(`(平成|令和)(元|[0-9]+)年度`)
)

// tagOf reads the tag of an item: from its case, and from the notes that
// councils put beside the title of what they take up again.
func tagOf(it *record.Item) caseTag {
	t := caseTag{label: it.Case, kind: it.Kind, title: it.Title}
	title := strings.TrimSpace(strings.ReplaceAll(half(it.Title), "　", " "))
	note := ""
	if m := taggedTitle.FindStringSubmatch(title); t.label == "" && m != nil {
		t.label, t.kind, title, note = m[2], m[3], m[6], m[1]+m[5]
	}
	for _, x := range []*regexp.Regexp{carriedBefore, carriedBehind} {
		if m := x.FindStringSubmatch(title); m != nil {
			note += m[1]
			title = strings.TrimSpace(strings.Replace(title, m[0], "", 1))
		}
	}
	if m := yearOfCase.FindStringSubmatch(note); m != nil {
		t.year = yearNamed(m[1], m[2])
	}
	if note != "" {
		t.title = title
	}
	t.number = caseNumber.FindString(half(t.label))
	return t
}

// yearNamed is the 年度 of an era's name and year.
func yearNamed(era, n string) int {
	y, err := strconv.Atoi(n)
	if n == "元" {
		y, err = 1, nil
	}
	if err != nil {
		return 0
	}
	letter := "h"
	if era == "令和" {
		letter = "r"
	}
	return jadate.YearOf(letter, y)
}
