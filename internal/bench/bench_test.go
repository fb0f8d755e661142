package main

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestMedianIsAFigureThatWasMeasured(t *testing.T) {
	var ss samples
	for _, s := range []time.Duration{5, 1, 9, 3} {
		ss = append(ss, sample{wall: s * time.Second})
	}
	if got := ss.wall(); got != 3*time.Second {
		t.Errorf("median %v", got)
	}
}

func TestMeasureCountsTheChild(t *testing.T) {
	s, said, err := measure(t.Context(), t.TempDir(), "sh", "-c", "echo heard >&2; sleep 0.05")
	if err != nil {
		t.Fatal(err)
	}
	if s.wall < 50*time.Millisecond || s.memory < 100<<10 || string(said) != "heard\n" {
		t.Errorf("%+v, said %q", s, said)
	}
	if _, _, err := measure(t.Context(), t.TempDir(), "sh", "-c", "echo no >&2; exit 3"); err == nil || !strings.Contains(err.Error(), "no") {
		t.Errorf("a program that fails: %v", err)
	}
}

func TestReport(t *testing.T) {
	run := func(s time.Duration) samples {
		return samples{{wall: s, cpu: s, memory: 100e6, stages: map[string]time.Duration{"index": s / 2}}}
	}
	r := results{hugo: run(time.Second), cold: run(12 * time.Second), changed: run(2 * time.Second), sizes: sizes{search: 5e6, site: 20e6}}
	one := []time.Duration{10e6}
	r.own = searches{{sent: []sent{{"/a", 20000}, {"/b", 30000}}, cold: one, warm: one}, {sent: []sent{{"/a", 70000}}, cold: one, warm: one}}
	r.peer = searches{{sent: []sent{{"/p", 100000}}, cold: []time.Duration{40e6}, warm: []time.Duration{50e6}}}
	got := r.report(&corpus{size: 1000, bytes: 10e6}, "- go: go1\n")
	for _, want := range []string{
		"| cold build, all stages | 1.00 s | 12.00 s | 12.0 | ≤ 15 |",
		"| one record changed | 1.00 s | 2.00 s | 2.0 | ≤ 2 |",
		"| search files ÷ text | | 5.0 MB (0 files) | 0.50 | ≤ 0.6 |",
		"| index | 6.00 s | 1.00 s |",
		"| bytes, cold, gzip | 100000 (100000) | 50000 (70000) | 0.50 | ≤ 75,000 (200,000) |",
		"| time, a new query, warm | 50 ms (50) | 10 ms (10) | 0.20 | ≤ 0.2 |",
	} {
		if !strings.Contains(got, want+"\n") {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
}

func TestStageLine(t *testing.T) {
	log := `time=2026-11-24T00:00:00Z level=INFO msg=索引 stage=index records=3 took=1.25s`
	m := stageLine.FindStringSubmatch(log)
	if m == nil || m[1] != "index" || m[2] != "1.25s" {
		t.Errorf("%q", m)
	}
}

func TestTruthFolds(t *testing.T) {
	text := fold("外部 サーバ と ﾃﾞｰﾀ の\n保管")
	for _, c := range []struct {
		q    query
		want bool
	}{
		{query{Text: "サーバー データ"}, true}, {query{Text: "ﾃﾞｰﾀの保管"}, true}, {query{Text: "サーバ 予算"}, false},
		{query{Text: "でーた"}, true}, {query{Text: "データー"}, true},
		{query{Text: "とうしん", Any: []string{"とうしん", "外部"}}, true},
	} {
		if got := c.q.holds(text); got != c.want {
			t.Errorf("%s: %v", c.q.Text, got)
		}
	}
}

// The server counts what it sends and compresses only where that is smaller.
func TestServerCounts(t *testing.T) {
	s, err := newServer(t.TempDir(), map[string][]byte{"/a.txt": []byte(strings.Repeat("答申", 500)), "/b.bin": {1, 2, 3}})
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	for _, p := range []string{"/__blank", "/a.txt", "/b.bin"} {
		res, err := http.Get(s.url + p)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
	}
	if got := s.count(); len(got) != 2 || got[0].path != "/a.txt" || got[0].bytes > 200 || got[1] != (sent{"/b.bin", 3}) {
		t.Errorf("%v", got)
	}
}
