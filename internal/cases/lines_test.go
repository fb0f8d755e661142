package cases

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/archive"
)

// A fault of a register is told with the line of the table it is in.
func TestFaultsHaveLines(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, CasesFile), `# 案件の台帳
[[tie]]
case = "cases/nai"
records = ["replies/1"]

[[followup]] # 附帯意見
condition = "replies/1#c09"
kept = "守った"
`)
	write(t, filepath.Join(dir, TypesFile), `[[type]]
id = "hitotsu"
name = "類型一"
scope = "統計の調査"
regime = "act"
status = "active"
founding = "replies/9"

[[type.case]]
title = "広げた件"
scope = "すべての調査"
by = "課"

[[type]]
id = "futatsu"
name = "類型二"
scope = "統計の調査"
regime = "law"
status = "active"

  [[type.case]]
  title = "無い案件"
  case = "cases/nai"
  scope = "統計の調査"
  by = "課"
  reported = "minutes/nai#s0001"
`)
	reg, types, ds, err := Load(&archive.Archive{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	s := Tied(nil, reg, none)
	ds = append(append(ds, reg.Unknown(s, nil)...), UnknownOf(types, s, nil)...)
	var got []string
	for _, d := range ds {
		got = append(got, fmt.Sprintf("%s:%d %s", d.File, d.Line, d.Code))
	}
	const want = "data/cases.toml:2 C001; data/types.toml:1 C012; data/types.toml:9 C014; data/types.toml:14 C011; data/cases.toml:6 C002; data/types.toml:1 C015"
	if g := strings.Join(got, "; "); g != want {
		t.Errorf("\n got %s\nwant %s", g, want)
	}
}
