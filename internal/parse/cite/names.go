package cite

import (
	"sort"
	"strings"
)

// names is the lookup of what laws a text defines.
type names struct {
	home  string
	laws  []Law
	terms map[string]bool
	full  map[string]string // full name → term
	order []string          // terms, longer ones first
}

func newNames(ls []Law, home string) *names {
	n := &names{home: home, laws: ls, terms: map[string]bool{}, full: map[string]string{}}
	n.clean()
	for _, l := range ls {
		n.terms[l.Term] = true
		n.order = append(n.order, l.Term)
		if l.Name != "" && n.full[l.Name] == "" {
			n.full[l.Name] = l.Term
		}
	}
	sort.SliceStable(n.order, func(i, j int) bool { return len(n.order[i]) > len(n.order[j]) })
	return n
}

// short is the text's own short name for a law: its term where it defines one.
func (n *names) short(name string) string {
	if n.terms[name] {
		return name
	}
	name = n.cut(name)
	if t := n.full[name]; t != "" {
		return t
	}
	const whole = len("公園条例") // shorter ends say nothing
	for _, l := range n.laws {
		if l.Name != "" && (len(name) >= whole && strings.HasSuffix(l.Name, name) || strings.HasSuffix(name, l.Name)) {
			return l.Term
		}
	}
	// A sentence's kanji may have run into a term: 本件処分旧条例.
	for _, t := range n.order {
		if len(t) >= len("旧条例") && strings.HasSuffix(name, t) {
			return t
		}
	}
	return name
}

// cut takes off what a name is glued to, where the text has it without that:
// 条及び見晴市個人情報の保護に関する条例.
func (n *names) cut(name string) string {
	for _, l := range n.laws {
		if n.glued(name, l.Name) {
			return l.Name
		}
	}
	return name
}

// clean cuts the names of the laws by one another.
func (n *names) clean() {
	for i := range n.laws {
		for _, other := range n.laws {
			if n.glued(n.laws[i].Name, other.Name) {
				n.laws[i].Name = other.Name
			}
		}
	}
}

// glued tells that long is the name short with words of the sentence before it,
// not another law of a longer name.
func (n *names) glued(long, short string) bool {
	before, ok := strings.CutSuffix(long, short)
	if !ok || before == "" || len(short) <= len("公園条例") {
		return false
	}
	return n.home != "" && strings.HasPrefix(short, n.home) || strings.HasSuffix(before, "及び") || strings.HasSuffix(before, "並びに")
}
