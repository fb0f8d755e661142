package cases

import (
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

// A record is filed under the types that it approved, whose cases it dealt with
// or answered, and whose cases it was told of; never for being alike.
func TestFile(t *testing.T) {
	meeting := &record.Record{Kind: record.KindMinutes, ID: "minutes/r1-1"}
	reply := &record.Record{Kind: record.KindReply, ID: "replies/3", Types: []string{"古いもの"}}
	told := &record.Record{Kind: record.KindMinutes, ID: "minutes/r1-2"}
	founding := &record.Record{Kind: record.KindReply, ID: "replies/1"}
	other := &record.Record{Kind: record.KindReply, ID: "replies/2", Title: "類型１"}
	set := &Set{byID: map[string]*Case{"cases/r1-shimon-1": {ID: "cases/r1-shimon-1", Steps: []Step{{Meeting: meeting.ID}}, Replies: []record.ID{reply.ID}}}}
	types := []*Type{
		{Name: "類型１", Founding: "replies/1", Applied: []Applied{{Case: "cases/r1-shimon-1", Reported: "minutes/r1-2#s0004"}, {Case: "cases/gone"}, {Title: "記録のない案件"}}},
		{Name: "類型２", Founding: "replies/1"},
	}
	rs := []*record.Record{meeting, reply, told, founding, other}
	File(rs, types, set)
	for i, want := range []string{"類型１", "類型１", "類型１", "類型１ 類型２", ""} {
		if got := strings.Join(rs[i].Types, " "); got != want {
			t.Errorf("%s: %s, want %s", rs[i].ID, got, want)
		}
	}
}
