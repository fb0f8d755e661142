package kana

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/vectors"
)

var update = flag.Bool("update", false, "rewrite what the texts of testdata/rules fold to")

// TestRules tries the golden cases of the fifteen rules (testdata/rules/README.md).
func TestRules(t *testing.T) {
	for n := 1; n <= 15; n++ {
		files, err := filepath.Glob(fmt.Sprintf("testdata/rules/%02d-*.txt", n))
		if err != nil || len(files) != 1 {
			t.Errorf("rule %d has the files %v, want one", n, files)
			continue
		}
		t.Run(strings.TrimSuffix(filepath.Base(files[0]), ".txt"), func(t *testing.T) {
			b, err := os.ReadFile(files[0])
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
			r := newRule(t, lines)
			for i, l := range lines {
				lines[i] = r.try(i+1, l)
			}
			if r.cases < 5 || r.guards < 2 {
				t.Errorf("%d cases and %d guards are too few to hold a rule", r.cases, r.guards)
			}
			if *update {
				if err := os.WriteFile(files[0], []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// rule is one file under way, with the lexicon and the cuts that it names.
type rule struct {
	t             *testing.T
	table         *Table
	lexicon       Lexicon
	cases, guards int
}

func newRule(t *testing.T, lines []string) *rule {
	r, cuts := &rule{t: t, lexicon: Lexicon{}}, map[string][]int{}
	for _, l := range lines {
		switch f := strings.Fields(l); {
		case strings.HasPrefix(l, "読 "):
			r.lexicon[f[1]] = f[2:]
		case strings.HasPrefix(l, "切 "):
			word := strings.Join(f[1:], "")
			n := 0
			for _, part := range f[1 : len(f)-1] {
				n += len([]rune(part))
				cuts[word] = append(cuts[word], n)
			}
		}
	}
	r.table = Default().WithWords(func(s string) []int { return cuts[s] })
	return r
}

// try tries a line and gives it as it should be.
func (r *rule) try(n int, line string) string {
	kind, rest, _ := strings.Cut(line, " ")
	switch kind {
	case "#", "読", "切", "":
		return line
	case "=", "≠", "~":
		var ways []string
		for _, w := range strings.Split(rest, " | ") {
			ways = append(ways, r.decode(n, w))
		}
		for _, q := range ways {
			for _, text := range ways {
				if tier, found := r.find(q, text); q != text && !map[string]bool{
					"=": found && tier <= Reading, "≠": !found || tier == Loose, "~": found && tier == Loose}[kind] {
					r.t.Errorf("line %d: %q and %q: found %v, %v", n, q, text, found, tier)
				}
			}
		}
		r.count(kind == "≠")
		return line
	case "?", "≈", "!":
		q, text, ok := strings.Cut(rest, " ")
		tier, found := r.find(r.decode(n, q), r.decode(n, text))
		if !ok || (found && tier <= Reading) != (kind == "?") || (found && tier == Loose) != (kind == "≈") && kind != "!" {
			r.t.Errorf("line %d: %q and %q: found %v, %v", n, q, text, found, tier)
		}
		r.count(kind == "!")
		return line
	}
	written, _, ok := strings.Cut(line, " →")
	if !ok {
		r.t.Errorf("line %d: %q is no case", n, line)
		return line
	}
	r.count(false)
	got := strings.TrimSpace(written + " → " + r.folded(r.decode(n, written)))
	if got != strings.TrimSpace(line) && !*update {
		r.t.Errorf("line %d: folds to\n%s\nwant\n%s", n, got, line)
	}
	return got
}

func (r *rule) count(guard bool) {
	r.cases++
	if guard {
		r.guards++
	}
}

func (r *rule) decode(n int, s string) string {
	d, err := vectors.Decode(s)
	if err != nil {
		r.t.Errorf("line %d: %v", n, err)
	}
	return d
}

func (r *rule) find(query, text string) (Tier, bool) {
	x, tier, found := r.table.Analyze(text), Loose, false
	for _, c := range r.table.QueryWith(query, r.lexicon) {
		for _, place := range x.FindAll(c) {
			last := c.Atoms[len(c.Atoms)-1]
			if last.WordEnd && !x.endsWord(place[1]) {
				continue
			}
			found, tier = true, min(tier, c.Tier)
		}
	}
	return tier, found
}

// endsWord reports whether a word ends before position p.
func (x *Text) endsWord(p int) bool {
	for _, s := range x.Spans {
		if s.Pos == p-1 {
			return s.WordEnd
		}
	}
	return false
}

// folded lists the units of a text, each with what it stands for where that is
// another character than itself, its katakana or its half width.
func (r *rule) folded(text string) string {
	var units []string
	for _, s := range r.table.Analyze(text).Spans {
		u, source := string(s.Rune), text[s.Start:s.End]
		if source != u && source != string(s.Rune+0x60) {
			u += "(" + encode(source) + ")"
		}
		units = append(units, u)
	}
	return strings.Join(units, " ")
}

// encode writes line ends and characters that nobody sees by their numbers.
func encode(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case skipped(r) || r == 0x3099 || r == 0x309A || r > 0xFFFF:
			fmt.Fprintf(&b, `\u{%X}`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
