package reply

import (
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/toshin-archive/toshin/internal/parse/reply/truth"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// passRate is the least part of the replies that must have a field right.
const passRate = 0.97

// corpus is the folder of the city's replies beside the repository; "" where it
// is not there.
func corpus(t testing.TB) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			set := filepath.Join(dir, "..", "shared", "records", "yokohama")
			if _, err := os.Stat(set); err == nil {
				return set
			}
			break
		}
		dir = filepath.Dir(dir)
	}
	t.Log("the replies of the city are not here: nothing measured")
	return ""
}

func open(t testing.TB, file string) *source.Document {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return document(filepath.Base(file), string(b))
}

func document(name, text string) *source.Document {
	d := &source.Document{Source: record.Source{File: name}}
	for i, l := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		d.Lines = append(d.Lines, source.Line{N: i + 1, Text: l})
	}
	return d
}

// The sample read by eye, field by field.
func TestTruth(t *testing.T) {
	dir := corpus(t)
	if dir == "" {
		return
	}
	sample, err := truth.Load("testdata/truth")
	if err != nil {
		t.Fatal(err)
	}
	wrong := map[string]int{}
	for _, want := range sample {
		for _, f := range want.Compare(Parse(open(t, filepath.Join(dir, want.File)))) {
			wrong[f.Field]++
			t.Log(f)
		}
	}
	report(t, "sample", truth.Fields, wrong, len(sample))
}

func report(t *testing.T, name string, fields []string, wrong map[string]int, total int) {
	for _, f := range fields {
		rate := 1 - float64(wrong[f])/float64(total)
		t.Logf("%s %-12s %.3f (%d of %d)", name, f, rate, total-wrong[f], total)
		if rate < passRate {
			t.Errorf("%s: %s is right in %.3f, must be %.2f", name, f, rate, passRate)
		}
	}
}

// Heads, members and outcomes of every reply of the set.
func TestCorpus(t *testing.T) {
	dir := corpus(t)
	if dir == "" {
		return
	}
	heads, err := truth.LoadHeads("testdata/truth")
	if err != nil {
		t.Fatal(err)
	}
	outcomes, err := truth.LoadOutcomes("testdata/truth")
	if err != nil {
		t.Fatal(err)
	}
	wrong, lacking := map[string]int{}, map[string][]string{}
	ids := map[record.ID]string{}
	size, spent := 0, time.Duration(0)
	for _, h := range heads {
		d := open(t, filepath.Join(dir, "toshin-"+h.Number+".txt"))
		begin := time.Now()
		r := Parse(d)
		spent += time.Since(begin)
		size += len(d.Text())
		if faults := r.Account(d.Text()); faults != nil {
			t.Errorf("%s: %v", h.Number, faults)
		}
		if other := ids[r.ID]; other != "" || r.ID == "" {
			t.Errorf("%s: ID %q, also of %s", h.Number, r.ID, other)
		}
		ids[r.ID] = h.Number
		miss := func(field string, want, got any) {
			wrong[field]++
			t.Logf("%s: %s: want %v, got %v", h.Number, field, want, got)
		}
		last := h.Last
		if last == "" {
			last = h.Number
		}
		if n := r.Numbers; len(n) == 0 || n[0] != h.Number || n[len(n)-1] != last {
			miss("number", h.Number+"–"+last, n)
		}
		if r.Date != h.Dates[0] {
			miss("date", h.Dates, r.Date)
		}
		if !same(h.Addressee, r.Addressee) {
			miss("addressee", h.Addressee, r.Addressee)
		}
		var qs []truth.Inquiry
		for _, q := range r.Inquiries {
			qs = append(qs, truth.Inquiry{Document: q.Document, Date: q.Date})
		}
		if !slices.Equal(qs, h.Inquiries) {
			miss("inquiries", h.Inquiries, qs)
		}
		if r.Division != h.Division {
			miss("division", h.Division, r.Division)
		}
		if !same(h.Members, r.Members) {
			miss("members", h.Members, r.Members)
		}
		if a := outcomes.Accept(h.Number); !slices.Contains(a, r.Outcome) {
			miss("outcome", a, r.Outcome)
		}
		kinds := map[string]bool{"progress": len(r.Progress) > 0, "title": r.Title != "", "council": r.Council != ""}
		for _, s := range r.Sections {
			kinds[s.Kind] = true
		}
		for _, k := range []string{"conclusion", "request", "agency", "applicant", "judgement", "progress", "title", "council"} {
			if !kinds[k] {
				lacking[k] = append(lacking[k], h.Number)
			}
		}
		for _, x := range r.Residue {
			if x.Why == record.WhyUnplaced {
				lacking["(unplaced text)"] = append(lacking["(unplaced text)"], h.Number+" "+clip(x.Text))
			}
		}
	}
	report(t, "all", []string{"number", "date", "addressee", "inquiries", "division", "members", "outcome"}, wrong, len(heads))
	for k, ns := range lacking {
		t.Logf("%d without %s: %v", len(ns), k, ns)
		if rate := 1 - float64(len(ns))/float64(len(heads)); rate < passRate && k != "(unplaced text)" {
			t.Errorf("%s: in %.3f of the replies", k, rate)
		}
	}
	t.Logf("%.1f MB/s", float64(size)/1e6/spent.Seconds())
}

func same(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	sort.Strings(a)
	sort.Strings(b)
	return slices.Equal(a, b)
}
