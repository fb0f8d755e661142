package main

import (
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
	got := r.report(&corpus{size: 1000, bytes: 10e6}, "- go: go1\n")
	for _, want := range []string{
		"| cold build, all stages | 1.00 s | 12.00 s | 12.0 | ≤ 15 |",
		"| one record changed | 1.00 s | 2.00 s | 2.0 | ≤ 2 |",
		"| search files ÷ text | | 5.0 MB (0 files) | 0.50 | ≤ 0.6 |",
		"| index | 6.00 s | 1.00 s |",
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
