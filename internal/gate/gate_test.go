package gate

import (
	"strings"
	"testing"
	"time"

	"github.com/toshin-archive/toshin/internal/record"
)

var today = time.Date(2018, 7, 19, 0, 0, 0, 0, time.UTC)

func verdicts(res *Result) string {
	var s []string
	for _, v := range res.Verdicts {
		w := "withheld"
		if v.Public {
			w = "public"
		}
		for _, r := range v.Reasons {
			w += " " + r.Code
		}
		s = append(s, string(v.ID)+": "+w)
	}
	return strings.Join(s, "\n")
}

func TestJudge(t *testing.T) {
	const head = "[[approval]]\ncouncil = \"審議会\"\ndecided = 2018-03-29\nmeeting = \"minutes/h29-2\"\nitem = \"5 イ\"\n"
	records := []*record.Record{
		{Kind: record.KindReply, ID: "replies/1"},
		{Kind: record.KindMinutes, ID: "minutes/h29-2"},
		{Kind: record.KindMinutes, ID: "minutes/h29-3", Diagnostics: []record.Diagnostic{{Severity: record.Error}, {Severity: record.Warning}}},
	}
	for _, c := range []struct{ name, register, want string }{
		{"nothing is public by default", "",
			"replies/1: withheld G001\nminutes/h29-2: withheld G001\nminutes/h29-3: withheld G001 G003"},
		{"a whole kind", head + `covers = ["minutes"]`,
			"replies/1: withheld G001\nminutes/h29-2: public\nminutes/h29-3: withheld G003"},
		{"a single record", head + `covers = ["replies/1"]`,
			"replies/1: public\nminutes/h29-2: withheld G001\nminutes/h29-3: withheld G001 G003"},
		{"an unmet condition", head + "covers = [\"replies\"]\ncondition = \"類型の整理が済むこと\"",
			"replies/1: withheld G002\nminutes/h29-2: withheld G001\nminutes/h29-3: withheld G001 G003"},
		{"a condition met", head + "covers = [\"replies\"]\ncondition = \"類型の整理が済むこと\"\nmet = 2018-07-01",
			"replies/1: public\nminutes/h29-2: withheld G001\nminutes/h29-3: withheld G001 G003"},
		{"a condition to be met later", head + "covers = [\"replies\"]\ncondition = \"整理\"\nmet = 2018-08-01",
			"replies/1: withheld G002\nminutes/h29-2: withheld G001\nminutes/h29-3: withheld G001 G003"},
		{"decided in the future", strings.Replace(head, "2018-03-29", "2019-03-29", 1) + `covers = ["replies"]`,
			"replies/1: withheld G006\nminutes/h29-2: withheld G001\nminutes/h29-3: withheld G001 G003"},
		{"a second approval lets out what the first holds", head + "covers = [\"replies\"]\ncondition = \"整理\"\n" + head + `covers = ["replies/1"]`,
			"replies/1: public\nminutes/h29-2: withheld G001\nminutes/h29-3: withheld G001 G003"},
	} {
		as, ds := Decode([]byte(c.register), "data/approvals.toml")
		if len(ds) > 0 {
			t.Fatalf("%s: %v", c.name, ds)
		}
		if got := verdicts((&Registers{Approvals: as}).Judge(records, nil, today)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestFaultsOfTheRegister(t *testing.T) {
	as, ds := Decode([]byte("# 承認\n[[approval]]\ncovers = [\"minutes\"]\ndecided = 2018-03-29\n"), "data/approvals.toml")
	var got []string
	for _, d := range ds {
		got = append(got, d.Code+" "+d.Args[0].(string))
		if d.Line != 2 || d.File != "data/approvals.toml" || d.Severity != record.Error {
			t.Errorf("%+v", d)
		}
	}
	if strings.Join(got, ", ") != "G004 council, G004 meeting, G004 item" {
		t.Errorf("got %q", got)
	}
	r := &record.Record{ID: "minutes/h29-2"}
	if res := (&Registers{Approvals: as}).Judge([]*record.Record{r}, nil, today); res.Verdicts[0].Public {
		t.Error("an approval that lacks its meeting let a record out")
	}
	for _, bad := range []string{"[[approval]\n", "[[approval]]\ncover = [\"minutes\"]\n", "[[approval]]\ndecided = \"きのう\"\n"} {
		as, ds := Decode([]byte(bad), "a.toml")
		if len(as) > 0 || len(ds) != 1 || ds[0].Code != "A002" || ds[0].Line == 0 {
			t.Errorf("%q: %v %v", bad, as, ds)
		}
	}
	as, _ = Decode([]byte("[[approval]]\ncovers = [\"minutes/h29-9\"]\n"), "a.toml")
	if ds := CheckSubjects(as, []*record.Record{r}, "a.toml"); len(ds) != 1 || ds[0].Code != "G005" {
		t.Errorf("%v", ds)
	}
}
