package record_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

// docs/record.md is relied on from outside, so a field without its row there
// is a fault.
func TestEveryFieldIsDocumented(t *testing.T) {
	b, err := os.ReadFile("../../docs/record.md")
	if err != nil {
		t.Fatal(err)
	}
	doc := string(b)
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(rt reflect.Type) {
		for rt.Kind() == reflect.Pointer || rt.Kind() == reflect.Slice {
			rt = rt.Elem()
		}
		if rt.Kind() != reflect.Struct || seen[rt] {
			return
		}
		seen[rt] = true
		heading := "## " + rt.Name() + "\n"
		_, part, found := strings.Cut(doc, heading)
		if !found {
			t.Errorf("no heading %q", heading)
		}
		part, _, _ = strings.Cut(part, "\n## ")
		for i := range rt.NumField() {
			f := rt.Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if !f.Anonymous && name != "-" && !strings.Contains(part, "| `"+name+"` |") {
				t.Errorf("%s: field %q has no row", rt.Name(), name)
			}
			walk(f.Type)
		}
	}
	walk(reflect.TypeFor[record.Record]())
	if len(seen) < 15 {
		t.Errorf("only %d types seen", len(seen))
	}
}
