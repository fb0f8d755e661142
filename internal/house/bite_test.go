package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"
)

// A rule that never fails proves nothing: each is tried here on what it must
// refuse and what it must let pass.

func TestMarksBite(t *testing.T) {
	for text, want := range map[string]bool{
		"// TO" + "DO: later":                         true,
		"t.Sk" + "ip(\"no chromium\")":                true,
		"return errors.New(\"not impl" + "emented\")": true,
		"todo list of the council":                    false,
		"the rest is skipped":                         false,
	} {
		if leftOver.MatchString(text) != want {
			t.Errorf("%q: left over is %v", text, !want)
		}
	}
	for text, want := range map[string]bool{
		"open(\"/wor" + "k/shared/records\")": true,
		"cd /roo" + "t/x":                     true,
		"layouts/home/list.html":              false,
		"https://example.org/wor" + "k/":      false,
		"../shared/records":                   false,
	} {
		if machinePath.MatchString(text) != want {
			t.Errorf("%q: machine path is %v", text, !want)
		}
	}
}

func TestSeedsBite(t *testing.T) {
	for body, want := range map[string]bool{
		`f.Add("a")`:                       true,
		`for _, s := range x { f.Add(s) }`: true,
		`seed(f)`:                          true,
		`f.Fuzz(func(t *testing.T, s string) { g(s) })`: false,
	} {
		fn := "package p\nfunc FuzzX(f *testing.F) {\n" + body + "\n}"
		file, err := parser.ParseFile(token.NewFileSet(), "", fn, 0)
		if err != nil {
			t.Fatal(err)
		}
		if addsSeeds(file.Decls[0].(*ast.FuncDecl).Body) != want {
			t.Errorf("%s: has seeds is %v", body, !want)
		}
	}
}

func TestSentencesBite(t *testing.T) {
	const ours = "審議会は、本件の諮問について、次のとおり答申することを決めた。"
	theirs := map[uint64]bool{}
	for _, r := range runs([]byte("前に " + ours + " 後に")) {
		theirs[r.hash] = true
	}
	same := 0
	for _, r := range runs([]byte(ours)) {
		if theirs[r.hash] {
			same++
		}
	}
	if want := len([]rune(ours)) - minRun + 1; same != want {
		t.Errorf("%d of %d stretches recognised", same, want)
	}
	if len(runs([]byte("--------------------------------"))) != 0 {
		t.Error("a ruled line counts as words")
	}
}

func TestLayersBite(t *testing.T) {
	for _, c := range []struct{ pkg, dep string }{
		{"internal/record", "internal/diag"},
		{"internal/parse/reply", "internal/gate"},
		{"internal/parse", "internal/index"},
		{"internal/gate", "internal/site"},
		{"internal/index", "internal/shard"},
		{"internal/shard", "cmd/toshin"},
	} {
		if layer(c.pkg) < 0 || layer(c.pkg) >= layer(c.dep) {
			t.Errorf("%s may reach %s", c.pkg, c.dep)
		}
	}
}
