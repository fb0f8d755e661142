package personal

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// contactBlock follows the end matter of a web page or letter, お問い合わせ, in
// which an office gives its own number. It begins with a heading, must name an
// office, and ends after a few lines.
type contactBlock struct {
	left   int  // lines that it may go on
	office bool // it has named an office
}

const (
	contactLines = 12
	contactWidth = 200 // bytes; a longer line is prose
)

var (
	contactHeads = []string{"問い合わせ", "問い合せ", "問合せ", "問合わせ", "連絡先", "担当", "事務局", "提出先", "申込", "送付先", "発行", "編集"}
	officeWords  = []string{"課", "室", "係", "局", "担当", "役所", "役場", "センター", "委員会", "審議会", "審査会", "県庁", "都庁", "府庁", "道庁", "庁舎"}
)

// next takes the document's next line and reports whether it stands in an
// office's contact block.
func (c *contactBlock) next(s string) bool {
	if strings.TrimFunc(s, record.IsBlank) == "" {
		return false
	}
	short := len(s) < contactWidth
	if short && hasAny(s, contactHeads) {
		c.left, c.office = contactLines, hasAny(s, officeWords)
		return c.office
	}
	if c.left == 0 {
		return false
	}
	c.left--
	c.office = c.office || short && hasAny(s, officeWords)
	return c.office
}

func hasAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
