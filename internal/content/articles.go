package content

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// lawSlugs are the laws that nearly every reply names, as URLs have them; the
// others go by a sum of their name.
var lawSlugs = map[string]string{"条例": "jorei", "法": "ho", "施行規則": "kisoku", "規則": "kisoku", "施行令": "rei", "要綱": "yoko"}

// article splits 条例第9条の2第1項第5号 into the law and its numbers.
var (
	article = regexp.MustCompile(`^(.*?)((?:第[0-9]+[条項号](?:の[0-9]+)*)+)$`)
	step    = regexp.MustCompile(`第([0-9]+)[条項号]((?:の[0-9]+)*)`)
)

// articleSlug makes jorei-9no2-1-5 of 条例第9条の2第1項第5号, and the key by which
// articles stand in their order.
func articleSlug(s string) (slug, law, order string) {
	s = textutil.Fold(s)
	m := article.FindStringSubmatch(s)
	if m == nil {
		return hashSlug(s), s, s
	}
	law = m[1]
	base, ok := lawSlugs[law]
	if !ok {
		base = hashSlug(law)
	}
	var parts []string
	for _, n := range step.FindAllStringSubmatch(m[2], -1) {
		parts = append(parts, n[1]+strings.ReplaceAll(n[2], "の", "no"))
	}
	nums := strings.Join(parts, "-")
	return base + "-" + nums, law, law + " " + nums
}

func byArticle(r *record.Record) []term {
	var ts []term
	for _, s := range r.Articles {
		slug, law, order := articleSlug(s)
		ts = append(ts, term{slug: slug, label: s, group: law, order: order})
	}
	return ts
}

// lawsOf links articles to their lists.
func lawsOf(articles []string) []Link {
	var ls []Link
	seen := map[string]bool{}
	for _, s := range articles {
		slug, _, _ := articleSlug(s)
		if !seen[slug] {
			seen[slug] = true
			ls = append(ls, Link{URL: fmt.Sprintf("articles/%s/", slug), Title: s})
		}
	}
	return ls
}
