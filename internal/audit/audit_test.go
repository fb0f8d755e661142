package audit

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/toshin-archive/toshin/internal/record"
)

var noon = time.Date(2026, 4, 1, 3, 0, 0, 0, time.UTC)

var first = []Act{
	{Kind: Approve, Covers: []string{"replies"}, By: "審議会", On: "2018-03-22", Meeting: "minutes/h29-2", Item: "5 イ"},
	{Kind: Acknowledge, Covers: []string{"minutes"}, By: "情報公開課", On: "2021-08-02", What: "氏名", Reason: "著者の名"},
	{Kind: Redact, Covers: []string{"data/records/a.txt"}, Reason: "氏名", Places: 2},
}

// grown is a register written twice: the acknowledgement went, a withdrawal came.
func grown(t *testing.T) []byte {
	t.Helper()
	b := add(t, nil, first)
	return add(t, b, []Act{first[0], first[2], {Kind: Withdraw, Covers: []string{"replies/17"}, By: "審査会", On: "2022-06-30", Reason: "取下げのため"}})
}

func add(t *testing.T, b []byte, acts []Act) []byte {
	t.Helper()
	trail, ds := Read(b)
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	return append(b[:len(b):len(b)], trail.Lines(trail.Pending(acts), noon, "灘 澄")...)
}

func codes(ds []record.Diagnostic) string {
	var s []string
	for _, d := range ds {
		s = append(s, d.Code)
	}
	return strings.Join(s, " ")
}

func TestTrailGrows(t *testing.T) {
	b := grown(t)
	trail, ds := Read(b)
	if len(ds) > 0 || len(trail.Entries) != 5 {
		t.Fatalf("%d entries, %v", len(trail.Entries), ds)
	}
	var did []string
	for _, e := range trail.Entries {
		did = append(did, string(e.Do)+" "+string(e.Kind))
	}
	if got := strings.Join(did, ", "); got != "stated approve, stated acknowledge, stated redact, ended acknowledge, stated withdraw" {
		t.Error(got)
	}
	if got := codes(trail.Compare(first)); got != "U003 U004" {
		t.Errorf("against the registers as they were: %q", got)
	}
	if again := add(t, b, []Act{first[0], first[2], trail.Entries[4].Act}); !bytes.Equal(again, b) {
		t.Error("lines were added though nothing had changed")
	}
	if first := add(t, nil, first); !Extends(first, b) || Extends(b, first) {
		t.Error("what was added to is no extension")
	}
}

// Whatever is done to a line, it is told, and told where.
func TestTamperedTrail(t *testing.T) {
	b := grown(t)
	lines := bytes.SplitAfter(b, []byte("\n"))[:5]
	join := func(ls ...[]byte) []byte { return bytes.Join(ls, nil) }
	for name, x := range map[string]struct {
		b    []byte
		want string
		line int
	}{
		"a word changed":       {bytes.Replace(b, []byte("著者"), []byte("作者"), 1), "U001", 2},
		"the last one changed": {bytes.Replace(b, []byte("取下げのため"), []byte("誤りのため"), 1), "U001", 5},
		"a blank added":        {bytes.Replace(b, []byte(`{"n":3`), []byte(`{"n": 3`), 1), "U001", 3},
		"a line left out":      {join(lines[0], lines[2], lines[3], lines[4]), "U002", 2},
		"lines swapped":        {join(lines[0], lines[2], lines[1], lines[3], lines[4]), "U002", 2},
		"a line twice":         {join(lines[0], lines[0]), "U002", 2},
		"cut in a line":        {b[:len(b)-9], "U001", 5},
		"without its end":      {b[:len(b)-1], "U002", 5},
		"marks of a merge":     {join(lines[0], []byte("<<<<<<< HEAD\n"), lines[1]), "U001", 2},
		"an empty line":        {join(lines[0], []byte("\n"), lines[1]), "U001", 2},
	} {
		trail, ds := Read(x.b)
		if codes(ds) != x.want || !trail.Broken || ds[0].Line != x.line || len(trail.Entries) != x.line-1 {
			t.Errorf("%s: %v, %d entries", name, ds, len(trail.Entries))
		}
	}
	if _, ds := Read(bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n"))); len(ds) > 0 {
		t.Errorf("git's line ends for Windows: %v", ds)
	}
}

// Two entries alike are two acts, and a register not begun says nothing.
func TestSameActTwice(t *testing.T) {
	twice := []Act{first[1], first[1]}
	trail, _ := Read(add(t, nil, twice))
	if ds := trail.Compare(twice); len(ds) > 0 {
		t.Error(ds)
	}
	if got := codes(trail.Compare(twice[:1])); got != "U004" {
		t.Error(got)
	}
	if got := trail.Pending(twice[:1]); len(got) != 1 || got[0].Do != Ended {
		t.Error(got)
	}
	none, ds := Read(nil)
	if ds = append(ds, none.Compare(first)...); len(ds) > 0 || none.Started {
		t.Error(ds)
	}
}

// A register that is not what was written is told, and never read past.
func FuzzRead(f *testing.F) {
	f.Add([]byte("{\"n\":1}\n"))
	f.Add([]byte("\n\n{}\r\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		trail, ds := Read(b)
		if trail.Broken != (len(ds) > 0) {
			t.Fatalf("%q: %+v", b, ds)
		}
		if !Extends(b, b) {
			t.Fatalf("%q does not begin with itself", b)
		}
	})
}
