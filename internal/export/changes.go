package export

import (
	"sort"

	"github.com/toshin-archive/toshin/internal/record"
)

// Dates of a record, each "" where nobody can say: nothing here reads a clock.
type Dates struct {
	Added, Changed string // of its file and the one beside it, by the archive's commits, RFC 3339
	Withdrawn      string // ISO; of a record that is not public any more
}

// Change is a row of changes: what to fetch again since a day.
type Change struct {
	IssueID   string `json:"issueID" ja:"記録の番号" en:"the record's ID"`
	Version   string `json:"version,omitempty" ja:"内容の符丁。取り下げたものにはない" en:"as in records; none of a withdrawn record"`
	Added     string `json:"added,omitempty" ja:"記録のファイルが加わった時（アーカイブの git の履歴による。RFC 3339、協定世界時）" en:"when its file came, by the archive's commits, RFC 3339 in UTC"`
	Changed   string `json:"changed,omitempty" ja:"記録のファイルか、添えたファイルが最後に変わった時（同じ）" en:"when its file or the one beside it last changed, likewise"`
	Withdrawn string `json:"withdrawn,omitempty" ja:"取り下げた日（ISO 8601）" en:"day of its withdrawal, ISO 8601"`
	URL       string `json:"url" ja:"ページの場所" en:"its page, or the notice in its place"`
}

// changes are the rows, in order of the IDs. parts are those of d.records.
func (d *data) changes(parts []part) []Change {
	var rows []Change
	public := map[record.ID]bool{}
	for _, p := range parts {
		x := d.in.Changes[p.ID]
		public[p.ID] = true
		rows = append(rows, Change{IssueID: string(p.ID), Version: p.Version, Added: x.Added, Changed: x.Changed, URL: d.url(p.ID.URL())})
	}
	for id, x := range d.in.Changes {
		if !public[id] && x.Withdrawn != "" {
			rows = append(rows, Change{IssueID: string(id), Withdrawn: x.Withdrawn, URL: d.url(id.URL())})
		}
	}
	sort.Slice(rows, func(i, j int) bool { return rows[i].IssueID < rows[j].IssueID })
	return rows
}

// modified is when the last of the public records changed, "" where unknown.
func (d *data) modified() (last string) {
	for _, r := range d.records {
		last = max(last, d.in.Changes[r.ID].Changed)
	}
	return last
}
