package content

import (
	"fmt"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/record"
)

// Each body has its own run of numbers, year by year; what is missing between
// them is told, and of a withheld record no more than its number. The order
// never depends on a map's.
func TestCoverage(t *testing.T) {
	in := Input{Config: archive.Config{Councils: []archive.Council{{Name: "審議会"}}}, Result: &gate.Result{}}
	add := func(id, body string, public bool, numbers ...string) {
		r := &record.Record{ID: record.ID(id), Kind: record.KindMinutes, Council: body, Reply: record.Reply{Numbers: numbers}}
		v := gate.Verdict{ID: r.ID, Kind: r.Kind, Council: body, Public: public}
		if public {
			in.Result.Public = append(in.Result.Public, r)
		} else {
			v.Reasons = []record.Diagnostic{{Code: "G001"}}
		}
		in.Result.Verdicts = append(in.Result.Verdicts, v)
	}
	add("minutes/h29-2", "審議会", true)
	add("minutes/h30-1", "審議会", true)
	add("minutes/r1-4", "審議会", false)
	add("minutes/r1-3", "図書館協議会", true)
	add("minutes/r1-1", "誰も知らない会", false)
	add("minutes/h30-41", "審査会", true)
	add("minutes/h30-44", "審査会", true)
	add("replies/11", "審査会", true, "11", "12", "13")
	add("replies/16", "審査会", true, "16")
	add("replies/ken-7", "審議会", true)
	want := `minutes 審査会: 2018 have 41 44 lack 42-43
minutes 審議会: 2019 held 4 lack 1-3; 2018 have 1; 2017 have 2 lack 1-1
minutes 図書館協議会: 2019 have 3 lack 1-2
minutes : 2019 held 1
replies 審査会: 0 have 11 12 13 16 lack 14-15
replies 審議会: 0 have 7`
	for range 5 {
		if got := drawn(newAtlas(in).coverage()); got != want {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
	}
}

func drawn(all []series) string {
	var out []string
	for _, s := range all {
		var rows []string
		for _, w := range s.Rows {
			row := fmt.Sprint(w.Year)
			for _, x := range []struct {
				word  string
				slots []slot
			}{{" have", w.Have}, {" held", w.Held}} {
				if len(x.slots) > 0 {
					row += x.word
				}
				for _, sl := range x.slots {
					row += fmt.Sprintf(" %d", sl.Number)
				}
			}
			if len(w.Lack) > 0 {
				row += " lack"
			}
			for _, l := range w.Lack {
				row += fmt.Sprintf(" %d-%d", l.From, l.To)
			}
			rows = append(rows, row)
		}
		out = append(out, s.Kind+" "+s.Name+": "+strings.Join(rows, "; "))
	}
	return strings.Join(out, "\n")
}
