package gate

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/gate/personal"
	"github.com/toshin-archive/toshin/internal/record"
)

// person is somebody whom a record names by office.
type person struct {
	name     string // without blanks
	surname  string // where the source parts it from the given name, or a speaker's label has it
	role     string // what stands in the name's place
	official bool
}

// office words tell officials from members.
var officials = regexp.MustCompile(`事務局|部署|職員|実施機関|処分庁|説明|執行|理事者|当局|市長|町長|村長|区長|知事|教育長|管理者|課|部長|部次長|局長|局次長|室長|係長|主査|主任|主事|主幹|参事|書記|所長|館長`)

// titled is a title with the name after it, as under a letter or in a roster.
var titled = regexp.MustCompile(`(?m)(副?会長|副?委員長|委員|部会長|議長|(?:副?市|副?町|副?村|副?区)長|知事|教育長|[^\s　、。]{0,12}管理者)(?:代理|職務代理者?)?[ 　]+(\p{Han}{1,4}[ 　]*[\p{Han}\p{Hiragana}\p{Katakana}]{1,4})[ 　]*$`)

// addressed is an office with the name between it and 様, letters spaced or not.
var addressed = regexp.MustCompile(`((?:市|町|村|区|所|会|委員|議|教育|局)長|知事|管理者)[ 　]*((?:\p{Han}[ 　]*){2,6}?)(?:様|殿)`)

// peopleOf lists who is named in r's roster, head and speakers, longest name
// first. Somebody whom only the running text names is not known by office and
// not listed.
func peopleOf(r *record.Record) []person {
	var ps []person
	add := func(name, role string, official bool) {
		surname := ""
		if f := strings.FieldsFunc(name, record.IsBlank); len(f) == 2 {
			surname = f[0]
		}
		name = personal.Fold(name)
		if n := utf8.RuneCountInString(name); n < 2 && surname == "" || n > 12 || !strings.ContainsFunc(name, unicode.IsLetter) {
			return
		}
		ps = append(ps, person{name, surname, role, official})
	}
	for _, a := range r.Attendees {
		o := isOfficial(a)
		add(a.Name, roleOf(a, o), o)
	}
	for _, m := range r.Members {
		add(strings.TrimSpace(memberTitle.ReplaceAllString(m, "")), "委員", false)
	}
	for _, f := range r.Header {
		for _, m := range titled.FindAllStringSubmatch(f.Text, -1) {
			add(m[2], m[1], officials.MatchString(m[1]))
		}
		for _, m := range addressed.FindAllStringSubmatch(f.Text, -1) {
			if !strings.ContainsAny(m[2], "会市町村県課部局長") {
				add(m[2], m[1], officials.MatchString(m[1]))
			}
		}
	}
	speakers(r, func(s *record.Speaker) {
		if s.Name != "" {
			ps = append(ps, person{personal.Fold(s.Name), personal.Fold(s.Name), record.Japanese(record.Roles, s.Role), officialRole(s.Role)})
		}
	})
	sort.SliceStable(ps, func(i, j int) bool { return len(ps[i].name) > len(ps[j].name) })
	return ps
}

var memberTitle = regexp.MustCompile(`(?:副?会長|副?委員長|部会長|委員)(?:職務代理者?|代理)?|[（(].*?[）)]`)

func isOfficial(a record.Attendee) bool {
	return officials.MatchString(a.Group) || a.Group == "" && officials.MatchString(a.Title)
}

func roleOf(a record.Attendee, official bool) string {
	switch {
	case a.Title != "":
		return a.Title
	case official:
		return "職員"
	}
	return "委員"
}

func officialRole(role string) bool {
	switch role {
	case "secretariat", "department", "agency", "executive":
		return true
	}
	return false
}

func speakers(r *record.Record, do func(*record.Speaker)) {
	each := func(ss []record.Section) {
		for i := range ss {
			for k := range ss[i].Passages {
				if s := ss[i].Passages[k].Speaker; s != nil {
					do(s)
				}
			}
		}
	}
	each(r.Sections)
	for i := range r.Items {
		each(r.Items[i].Sections)
	}
}

// hideFields empties the fields that are nothing but a name.
func hideFields(r *record.Record, members, hideOfficials bool) {
	for i := range r.Attendees {
		a := &r.Attendees[i]
		o := isOfficial(*a)
		if o && hideOfficials || !o && members {
			if a.Name = roleOf(*a, o); a.Name == a.Title {
				a.Title = ""
			}
		}
	}
	if members {
		for i := range r.Members {
			r.Members[i] = "委員"
		}
	}
	speakers(r, func(s *record.Speaker) {
		if o := officialRole(s.Role); s.Name != "" && (o && hideOfficials || !o && members) {
			label := strings.TrimFunc(strings.Replace(s.Label, s.Name, "", 1), record.IsBlank)
			if label == "" || label == s.Label {
				label = record.Japanese(record.Roles, s.Role)
			}
			s.Label, s.Name = label, ""
		}
	})
}

// rosterOf is all that r says of who took part, without blanks: a name in it is
// that of a member or an official.
func rosterOf(r *record.Record) string {
	var b strings.Builder
	add := func(s string) { b.WriteString(personal.Fold(s) + "\n") }
	for _, f := range r.Header {
		switch f.Name {
		case "title", "subject", "inquiry", "agenda", "handouts", "page":
		default:
			add(f.Text)
		}
	}
	for _, a := range r.Attendees {
		add(a.Name)
	}
	for _, m := range r.Members {
		add(m)
	}
	speakers(r, func(s *record.Speaker) { add(s.Label) })
	return b.String()
}
