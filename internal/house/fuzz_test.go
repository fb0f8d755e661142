package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Plain `go test` runs a fuzz target's seeds and nothing else, so a target
// without seeds is a test that tests nothing.
func TestFuzzTargetsHaveSeeds(t *testing.T) {
	for _, f := range tracked(t, ".go") {
		if !strings.HasSuffix(f.name, "_test.go") {
			continue
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), f.name, f.text, 0)
		if err != nil {
			t.Errorf("%s: %v", f.name, err)
			continue
		}
		for _, d := range syntax.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv != nil || !strings.HasPrefix(fn.Name.Name, "Fuzz") {
				continue
			}
			kept := filepath.Join(root(t), filepath.Dir(f.name), "testdata", "fuzz", fn.Name.Name)
			if seeds, _ := os.ReadDir(kept); len(seeds) == 0 && !addsSeeds(fn.Body) {
				t.Errorf("%s: %s has no seeds: neither f.Add nor files in testdata/fuzz/%[2]s", f.name, fn.Name.Name)
			}
		}
	}
}

// addsSeeds reports whether the body calls some value's method Add with
// arguments, or hands its *testing.F on to a helper that may.
func addsSeeds(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		switch fn := call.Fun.(type) {
		case *ast.SelectorExpr:
			found = found || fn.Sel.Name == "Add" && len(call.Args) > 0
		case *ast.Ident:
			for _, a := range call.Args {
				id, ok := a.(*ast.Ident)
				found = found || ok && id.Name == "f"
			}
		}
		return !found
	})
	return found
}
