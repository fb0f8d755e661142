package content

import (
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/record"
)

// changeView is a public record that staff corrected or redacted.
type changeView struct {
	Link
	Redacted  int
	Overrides []record.Override
}

// withdrawnView is a record that was withdrawn, as its notice tells.
type withdrawnView struct {
	Link
	On, Reason, By string
}

// changesPage tells in one place what was withdrawn, corrected and redacted: no
// more than the notices and the pages of the records themselves tell.
func (a *atlas) changesPage() page {
	const url = "changes/"
	var withdrawn []withdrawnView
	for _, n := range a.notes {
		if n.State == gate.Withdrawn {
			withdrawn = append(withdrawn, withdrawnView{Link{URL: n.ID.URL(), Title: strings.TrimSuffix(noticeTitle(n), "（取下げ）")}, n.On, n.Reason, n.By})
		}
	}
	slices.SortStableFunc(withdrawn, func(x, y withdrawnView) int { return strings.Compare(y.On, x.On) })
	var changed []changeView
	for _, rs := range [][]*record.Record{a.replies, a.minutes} {
		for _, r := range rs {
			v := changeView{Link: linkTo(r), Overrides: r.Overrides}
			if x := a.verdicts[r.ID]; x != nil {
				v.Redacted = x.Redacted
			}
			if v.Redacted > 0 || len(v.Overrides) > 0 {
				changed = append(changed, v)
			}
		}
	}
	return page{URL: url, Body: "changes", Front: a.listFront(url, "changes", "", "page"),
		Data: map[string]any{"Root": root(url), "Withdrawn": withdrawn, "Changed": changed, "Contact": a.cfg.Contact}}
}
