// Package personal finds what looks like personal information in a text:
// numbers that lead to a person, addresses, birthdays, names of private people.
//
// A finding is a question to staff, so a detector is worth only as much as its
// answers are rare and right: testdata/cases.tsv holds cases of every kind and
// of what only looks like one, testdata/score.txt the precision and the recall
// that the detectors reach on it.
package personal

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// Kind of personal information.
type Kind string

const (
	Telephone Kind = "telephone"
	Mail      Kind = "mail"
	Address   Kind = "address"
	MyNumber  Kind = "mynumber" // 個人番号
	Account   Kind = "account"  // of a bank
	Card      Kind = "card"     // credit card
	Plate     Kind = "plate"    // of a car
	Birth     Kind = "birth"
	Document  Kind = "document" // passport, licence, insurance …
	Name      Kind = "name"     // of somebody on no roster
	URL       Kind = "url"      // a person's page
)

// Kinds with the Japanese that staff read and may write.
var Kinds = []record.Term{
	{Key: "telephone", Japanese: "電話番号"},
	{Key: "mail", Japanese: "メールアドレス"},
	{Key: "address", Japanese: "住所"},
	{Key: "mynumber", Japanese: "マイナンバー"},
	{Key: "account", Japanese: "口座番号"},
	{Key: "card", Japanese: "カード番号"},
	{Key: "plate", Japanese: "自動車の番号"},
	{Key: "birth", Japanese: "生年月日"},
	{Key: "document", Japanese: "証明書などの番号"},
	{Key: "name", Japanese: "氏名"},
	{Key: "url", Japanese: "個人のページ"},
}

// KindOf is the kind that staff mean by its key or its Japanese name, "" for
// neither.
func KindOf(s string) Kind {
	for _, t := range Kinds {
		if s == t.Key || s == t.Japanese {
			return Kind(t.Key)
		}
	}
	return ""
}

// Japanese is the name of k that staff read.
func Japanese(k Kind) string { return record.Japanese(Kinds, string(k)) }

// Finding is one stretch that looks personal.
type Finding struct {
	Kind   Kind
	Line   int    // of the file, 1-based
	Column int    // 1-based, in characters
	Text   string // the stretch as written
	Source string // its line
}

// OnRoster reports whether the name of f stands in roster, which is folded
// (see Fold).
func (f *Finding) OnRoster(roster string) bool {
	return f.Kind == Name && strings.Contains(roster, Fold(bare(f.Text)))
}

// Office is how the municipality itself is reached, from config.toml.
type Office struct{ known map[string]bool }

// Add takes telephone numbers, mail addresses or domains, and addresses.
func (o *Office) Add(lists ...[]string) {
	for _, l := range lists {
		for _, s := range l {
			if o.known == nil {
				o.known = map[string]bool{}
			}
			o.known[key(s)] = true
		}
	}
}

// has reports whether s, or the domain of a mail address, is the office's.
func (o *Office) has(s string) bool {
	if o == nil || len(o.known) == 0 {
		return false
	}
	k := key(s)
	_, domain, _ := strings.Cut(k, "@")
	if o.known[k] || domain != "" && o.known[domain] {
		return true
	}
	for own := range o.known { // an address with or without its prefecture or 号
		if len(own) >= 12 && len(k) >= 12 && strings.Contains(own, "町") && (strings.HasSuffix(k, own) || strings.HasSuffix(own, k) || strings.HasPrefix(own, k)) {
			return true
		}
	}
	return false
}

// key is s for comparison: of a number its digits, else s folded.
func key(s string) string {
	f := Fold(s)
	digits := strings.Map(func(c rune) rune {
		switch {
		case '0' <= c && c <= '9':
			return c
		case strings.ContainsRune("-()+.", c):
			return -1
		}
		return 'x'
	}, f)
	if !strings.Contains(digits, "x") {
		return digits
	}
	return f
}

// Scan looks through the lines of a document.
func Scan(lines []source.Line, o *Office) []Finding {
	var fs []Finding
	var contact contactBlock
	var x line
	for _, l := range lines {
		office := contact.next(l.Text)
		x.set(l.Text)
		if x.folded == "" {
			continue
		}
		for _, d := range detectors {
			for _, h := range d.find(&x) {
				if d.office && (office && !h.sure || o.has(x.folded[h.from:h.to])) || x.taken(h) {
					continue
				}
				x.found = append(x.found, h)
				from, to := x.at[h.from], x.at[h.to]
				fs = append(fs, Finding{d.kind, l.N, utf8.RuneCountInString(l.Text[:from]) + 1, l.Text[from:to], l.Text})
			}
		}
	}
	return fs
}

// hit is a stretch of a folded line, in bytes. A sure one is personal even in
// an office's contact block.
type hit struct {
	from, to int
	sure     bool
}

// detector is one kind's way to look at a line. office says that the same
// thing may be the municipality's own. Earlier ones win over later ones for the
// same stretch.
type detector struct {
	kind   Kind
	office bool
	find   func(x *line) []hit
}

var detectors = []detector{
	{URL, false, urls},
	{Mail, true, mails},
	{Card, false, cards},
	{MyNumber, false, myNumbers},
	{Document, false, documents},
	{Account, false, accounts},
	{Telephone, true, telephones},
	{Plate, false, plates},
	{Birth, false, births},
	{Address, true, addresses},
	{Name, false, names},
}
