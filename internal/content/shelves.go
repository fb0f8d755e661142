package content

import (
	"crypto/sha256"
	"fmt"
	"regexp"
	"sort"
	"strings"

	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/record"
)

// shelf is one way to browse (一覧から探す): 年度, 実施機関・所管課, 結論, 条文.
// Its terms come from the records alone.
type shelf struct {
	Key   string // first part of its pages' URLs; names its words in the templates
	Terms []*shelfTerm
}

// shelfTerm is one value of a shelf with the records that have it.
type shelfTerm struct {
	Slug    string // ASCII
	Label   string
	Group   string // heads several terms; names its words in the templates
	Minutes []row
	Replies []row
	order   string // natural order among the terms
}

func (t *shelfTerm) Count() int { return len(t.Minutes) + len(t.Replies) }

// row is a record in a list.
type row struct {
	URL, Number, Title, Date, Outcome, Agency, Council, Division string
	Case                                                         string // of an item
}

// term is what a record says of itself for a shelf; url leads to the part of
// the record that says it.
type term struct {
	slug, label, group, order string
	item                      *record.Item // the part of a meeting it is about; nil for a whole record
	anchor                    string
}

// shelfTable says how each shelf finds its terms.
var shelfTable = []struct {
	key   string
	terms func(r *record.Record) []term
}{
	{"years", byYear},
	{"agencies", byAgency},
	{"outcomes", byOutcome},
	{"articles", byArticle},
}

func (a *atlas) shelve() {
	for _, def := range shelfTable {
		s := shelf{Key: def.key}
		index := map[string]*shelfTerm{}
		add := func(r *record.Record) {
			seen := map[string]bool{}
			for _, t := range def.terms(r) {
				k := t.slug + t.anchor
				if t.slug == "" || seen[k] {
					continue
				}
				seen[k] = true
				st := index[t.slug]
				if st == nil {
					st = &shelfTerm{Slug: t.slug, Label: t.label, Group: t.group, order: t.order}
					index[t.slug] = st
					s.Terms = append(s.Terms, st)
				}
				if r.Kind == record.KindMinutes {
					st.Minutes = append(st.Minutes, rowOf(r, t))
				} else {
					st.Replies = append(st.Replies, rowOf(r, t))
				}
			}
		}
		for _, r := range a.minutes {
			add(r)
		}
		for _, r := range a.replies {
			add(r)
		}
		sort.SliceStable(s.Terms, func(i, j int) bool {
			x, y := s.Terms[i], s.Terms[j]
			if x.order != y.order {
				return natural(x.order, y.order)
			}
			return x.Label < y.Label
		})
		a.shelves = append(a.shelves, s)
	}
}

func rowOf(r *record.Record, t term) row {
	w := row{URL: r.ID.URL(), Number: Number(r), Title: titleOf(r), Date: r.Date, Outcome: r.Outcome,
		Agency: agencyOf(r), Council: r.Council, Division: r.Division}
	if t.item != nil {
		w.URL += "#" + t.anchor
		w.Title, w.Case, w.Outcome, w.Agency = t.item.Title, t.item.Case, t.item.Outcome, t.item.Department
	}
	return w
}

func byYear(r *record.Record) []term {
	if r.FiscalYear == 0 {
		return []term{{slug: "unknown", order: "0"}}
	}
	return []term{{slug: fmt.Sprint(r.FiscalYear), label: nendo(r.FiscalYear), order: fmt.Sprint(9999 - r.FiscalYear)}}
}

func byAgency(r *record.Record) []term {
	var ts []term
	if g := agencyOf(r); g != "" {
		ts = append(ts, term{slug: hashSlug(g), label: g, order: g, group: "agency"})
	}
	for i := range r.Items {
		if d := r.Items[i].Department; d != "" {
			ts = append(ts, term{slug: hashSlug(d), label: d, order: d, group: "department", item: &r.Items[i], anchor: ItemAnchor(i)})
		}
	}
	return ts
}

// office ends the name of a body that decides (実施機関) where a person's name
// and 様 follow it.
var office = regexp.MustCompile(`^.*?(?:[市区町村]長|知事|委員会|教育長|管理者|消防長|議長|理事長|局長|公社|公団|機構|法人|組合)`)

// agencyOf is the body that a reply is addressed to, without the person who
// held it; "" for minutes, and where the address names no office.
func agencyOf(r *record.Record) string {
	for _, s := range r.Addressee {
		if m := office.FindString(strings.TrimSpace(strings.Split(s, "\n")[0])); m != "" {
			return m
		}
	}
	return ""
}

// outcomeSlugs are the outcomes as URLs have them, in the order of the lists.
var outcomeSlugs = []struct{ outcome, slug string }{
	{"妥当", "upheld"}, {"一部", "partly"}, {"取消", "reversed"}, {"却下", "dismissed"},
	{"是", "approved"}, {"条件付", "conditional"}, {"否", "refused"}, {"その他", "other"},
	{"答申", "reply"}, {"意見", "opinion"}, {"継続", "continued"}, {"了承", "accepted"}, {"承認", "agreed"},
	{"可決", "passed"}, {"否決", "rejected"}, {"取下げ", "withdrawn"},
}

func byOutcome(r *record.Record) []term {
	var ts []term
	if r.Outcome != "" {
		ts = append(ts, outcomeTerm(r.Outcome, "reply"))
	}
	for i := range r.Items {
		if o := r.Items[i].Outcome; o != "" {
			t := outcomeTerm(o, "item")
			t.item, t.anchor = &r.Items[i], ItemAnchor(i)
			ts = append(ts, t)
		}
	}
	return ts
}

func outcomeTerm(o, group string) term {
	for i, x := range outcomeSlugs {
		if x.outcome == o {
			return term{slug: x.slug, label: o, group: group, order: fmt.Sprintf("%02d", i)}
		}
	}
	return term{slug: hashSlug(o), label: o, group: group, order: "99"}
}

// tone is an outcome as the styles know it.
func tone(outcome string) string { return outcomeTerm(outcome, "").slug }

// hashSlug is an ASCII name for a term that has none: the same for the same
// words in every build.
func hashSlug(s string) string {
	sum := sha256.Sum256([]byte(cases.Plain(s)))
	return fmt.Sprintf("x%x", sum[:4])
}
