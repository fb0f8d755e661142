package content

import (
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/toshin-archive/toshin/internal/record"
)

// citesOf lists what r mentions, each once, in the order of the text; URL is
// set where the archive has it and it is public.
func (a *atlas) citesOf(r *record.Record) []Link {
	var ls []Link
	seen := map[string]bool{}
	for _, c := range r.Cites {
		to := a.byID[c.To]
		key := c.Text
		if to != nil {
			key = string(to.ID)
		}
		if seen[key] {
			continue
		}
		seen[key] = true
		l := Link{Title: c.Text}
		if to != nil && to != r {
			l.URL, l.Note = to.ID.URL(), titleOf(to)
		}
		ls = append(ls, l)
	}
	return ls
}

// approvalOf tells who let r out; the meeting is linked where its minutes are
// public.
func (a *atlas) approvalOf(r *record.Record) *approval {
	v := a.verdicts[r.ID]
	if v == nil || v.Approval == nil {
		return nil
	}
	p := &approval{Council: v.Approval.Council, Decided: v.Approval.Decided.String(), Meeting: v.Approval.Meeting,
		Item: v.Approval.Item, Condition: v.Approval.Condition}
	if v.Approval.Met != (toml.LocalDate{}) {
		p.Met = v.Approval.Met.String()
	}
	if m := a.byID[record.ID(v.Approval.Meeting)]; m != nil {
		p.Meeting, p.Link = Number(m), m.ID.URL()
	} else if l := labelOfID(record.ID(v.Approval.Meeting)); l != "" {
		p.Meeting = l
	}
	return p
}

// absolute is the address of a page of the site, "" where the config does not
// say where the site stands.
func (a *atlas) absolute(url string) string {
	if a.cfg.BaseURL == "" {
		return ""
	}
	return strings.TrimSuffix(a.cfg.BaseURL, "/") + "/" + url
}
