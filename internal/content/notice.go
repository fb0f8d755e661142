package content

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/record"
)

// notices are the pages in the place of records that were withdrawn or are
// held. What they say comes from the registers, never from the record.
func (a *atlas) notices() []page {
	var ps []page
	for _, n := range a.notes {
		url := n.ID.URL()
		nav := n.ID.Folder()
		title := noticeTitle(n)
		ps = append(ps, page{URL: url, Body: "notice",
			Data: map[string]any{"Root": root(url), "Notice": n, "Title": title, "Nav": nav, "Withdrawn": n.State == gate.Withdrawn,
				"Contact": a.cfg.Contact},
			Front: front{Title: title, Description: title, URL: url, Layout: "page", Type: "notice",
				Params: params{Root: root(url), Nav: nav, JSONLD: a.pageLD(url, title)}}})
	}
	return ps
}

// noticesOf are links to the notices in the place of records of a kind.
func (a *atlas) noticesOf(folder string) []Link {
	var ls []Link
	for _, n := range a.notes {
		if n.ID.Folder() == folder {
			ls = append(ls, Link{URL: n.ID.URL(), Title: noticeTitle(n)})
		}
	}
	return ls
}

// noticeTitle is what staff call the record, else its kind and number, with
// what became of it.
func noticeTitle(n gate.Notice) string {
	label := n.Label
	if label == "" {
		label = "答申"
		if n.ID.Folder() == "minutes" {
			label = "会議録"
		}
		label = strings.TrimSpace(label + " " + labelOfID(n.ID))
	}
	if n.State == gate.Withdrawn {
		return label + "（取下げ）"
	}
	return label + "（公開保留）"
}

// redacted counts the public records that have redactions, and the redactions.
func (a *atlas) redacted() (records, places int) {
	for _, v := range a.all {
		if v.Public && v.Redacted > 0 {
			records++
			places += v.Redacted
		}
	}
	return records, places
}

// count is how many records are in a state.
func (a *atlas) count(states ...gate.State) int {
	n := 0
	for _, v := range a.all {
		for _, s := range states {
			if v.State == s {
				n++
			}
		}
	}
	return n
}

// gone are verdicts for the withdrawn records whose files are not there any
// more.
func gone(vs []gate.Verdict, notes []gate.Notice) []gate.Verdict {
	have := map[record.ID]bool{}
	for _, v := range vs {
		have[v.ID] = true
	}
	var out []gate.Verdict
	for _, n := range notes {
		if !have[n.ID] {
			out = append(out, gate.Verdict{ID: n.ID, State: n.State, Reasons: []record.Diagnostic{{Code: "G010"}}})
		}
	}
	return out
}
