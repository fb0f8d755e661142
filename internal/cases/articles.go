package cases

import (
	"regexp"
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// ArticlesOf are those of the meeting's articles that the speeches on one item
// name in full.
func ArticlesOf(r *record.Record, item int) (as []string) {
	if len(r.Articles) == 0 {
		return nil
	}
	for _, s := range r.Items[item].Sections {
		for _, p := range s.Passages {
			text := textutil.Key(p.Text)
			for _, x := range r.Articles {
				if namesArticle(text, x) && !slices.Contains(as, x) {
					as = append(as, x)
				}
			}
		}
	}
	return as
}

// goesOn is what makes another article of the one before it.
var goesOn = regexp.MustCompile(`^(?:第[0-9]+[項号]|の[0-9])`)

// namesArticle reports that a text, folded as by [textutil.Key], has the article x
// and not only one that begins like it: 条例第9条第1項 is not in 条例第9条第1項第5号.
func namesArticle(text, x string) bool {
	for {
		_, after, found := strings.Cut(text, x)
		if !found || !goesOn.MatchString(after) {
			return found
		}
		text = after
	}
}
