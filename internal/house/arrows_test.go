package house

import (
	"slices"
	"strings"
	"testing"
)

// layers are the packages from the model upwards. A package may reach, through
// whatever it imports, only packages of its own row (where the row says so) and
// of the rows above it. "x/..." is x and all below it.
var layers = []struct {
	packages string
	peers    bool // those of one row may reach each other
}{
	{packages: "internal/record"},
	{packages: "internal/textutil internal/parallel"},
	{packages: "internal/jadate internal/kana/..."},
	{packages: "internal/diag"},
	{packages: "internal/source internal/archive internal/history"},
	{packages: "internal/source/docx/numfmt internal/source/pdf/layout"},
	{packages: "internal/source/html internal/source/docx internal/source/pdf internal/source/sheet internal/source/markdown"},
	{packages: "internal/source/office"},
	{packages: "internal/source/formats"},
	{packages: "internal/parse/...", peers: true},
	{packages: "internal/gate/redact internal/gate/personal internal/scaffold/..."},
	{packages: "internal/citation internal/gate"},
	{packages: "internal/cases internal/biblio internal/report internal/facet internal/audit"},
	{packages: "internal/similar"},
	{packages: "internal/content"},
	{packages: "internal/export"},
	{packages: "internal/index/... internal/reading/...", peers: true},
	{packages: "internal/search/..."},
	{packages: "internal/shard/letters"},
	{packages: "internal/shard"},
	{packages: ". internal/site/... internal/serve/...", peers: true},
	{packages: "internal/release internal/deploy"},
	{packages: "internal/pipeline/..."},
	{packages: "internal/publish"},
	{packages: "internal/githook"},
	{packages: "internal/doctor"},
	{packages: "cmd/toshin"},
}

// Tools for the developers, which look on from outside: what they import is
// their own affair, but no part of the program may reach them.
var tools = "internal/house/... internal/bench/... internal/difftest/... internal/vectors/... internal/browser/... internal/leak/... internal/kana/jstest/... internal/source/sourcetest/..."

// libraries are those whose weight or nature keeps them in one place: only the
// named layers' packages may reach them, so that the tests of all others
// compile in a second.
var libraries = []struct{ path, may string }{
	{"github.com/gohugoio/hugo", "internal/site/... internal/pipeline/... internal/publish internal/githook internal/doctor cmd/toshin"},
	{"github.com/blevesearch/bleve", "internal/index/... internal/search/... internal/shard/... internal/pipeline/... internal/publish internal/githook internal/doctor cmd/toshin"},
	{"github.com/ikawaha/kagome", "internal/reading/... internal/pipeline/... internal/publish internal/githook internal/doctor cmd/toshin"},
	{"github.com/spf13/cobra", "internal/site/... internal/pipeline/... internal/publish internal/githook internal/doctor cmd/toshin"},
	{"github.com/klippa-app/go-pdfium", "internal/source/pdf internal/source/formats internal/pipeline/... internal/publish internal/githook internal/doctor cmd/toshin"},
	{"github.com/xuri/excelize", "internal/source/sheet internal/source/formats internal/pipeline/... internal/publish internal/githook internal/doctor cmd/toshin"},
	{"github.com/chromedp", ""}, // a browser is for tests
	{"net/http", "internal/source/sheet internal/source/formats internal/site/... internal/serve/... internal/pipeline/... internal/publish internal/githook internal/doctor cmd/toshin internal/index/... internal/search/... internal/shard/..."},
}

// reach is what every package of the module imports, directly or not, tests
// left out.
func reach(t *testing.T) map[string][]string {
	out := run(t, "go", "list", "-f", "{{.ImportPath}} {{join .Deps \" \"}}", "./...")
	deps := map[string][]string{}
	for line := range strings.Lines(out) {
		f := strings.Fields(line)
		deps[local(f[0])] = f[1:]
	}
	return deps
}

// local is an import path seen from the module's root; "." is the root itself.
func local(path string) string {
	if path == module {
		return "."
	}
	return strings.TrimPrefix(path, module+"/")
}

func own(path string) bool { return path == module || strings.HasPrefix(path, module+"/") }

func among(patterns, pkg string) bool {
	return slices.ContainsFunc(strings.Fields(patterns), func(p string) bool {
		dir, deep := strings.CutSuffix(p, "/...")
		return pkg == dir || deep && strings.HasPrefix(pkg, dir+"/")
	})
}

func layer(pkg string) int {
	for i, l := range layers {
		if among(l.packages, pkg) {
			return i
		}
	}
	return -1
}

func TestImportArrows(t *testing.T) {
	for pkg, deps := range reach(t) {
		if among(tools, pkg) {
			continue
		}
		at := layer(pkg)
		if at < 0 {
			t.Errorf("%s stands in no layer: say in internal/house/arrows_test.go where it belongs", pkg)
			continue
		}
		for _, dep := range deps {
			if !own(dep) {
				continue
			}
			d := local(dep)
			switch to := layer(d); {
			case among(tools, d):
				t.Errorf("%s reaches %s, which is for developers", pkg, d)
			case to > at, to == at && !layers[at].peers:
				t.Errorf("%s reaches %s: the arrow points the wrong way", pkg, d)
			}
		}
	}
}

func TestLibrariesStayInTheirPlace(t *testing.T) {
	for pkg, deps := range reach(t) {
		if among(tools, pkg) {
			continue
		}
		for _, lib := range libraries {
			if among(lib.may, pkg) {
				continue
			}
			if i := slices.IndexFunc(deps, func(d string) bool { return d == lib.path || strings.HasPrefix(d, lib.path+"/") }); i >= 0 {
				t.Errorf("%s reaches %s", pkg, deps[i])
			}
		}
	}
}

// The model is what every other program would have to share with us.
func TestModelImportsOnlyTheStandardLibrary(t *testing.T) {
	for _, dep := range reach(t)["internal/record"] {
		if first, _, _ := strings.Cut(dep, "/"); strings.Contains(first, ".") {
			t.Errorf("internal/record reaches %s", dep)
		}
	}
}
