package githook

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

func TestReadUpdates(t *testing.T) {
	const zeros = "0000000000000000000000000000000000000000"
	us, err := ReadUpdates(strings.NewReader(zeros + " 1a2b refs/heads/main\n1a2b " + zeros + " refs/heads/下書き 二\n1a2b 3c4d refs/tags/v1\n"))
	if err != nil || len(us) != 3 {
		t.Fatalf("%+v %v", us, err)
	}
	if b, ok := us[0].Branch(); b != "main" || !ok || !us[0].Creates() || us[0].Deletes() {
		t.Errorf("%+v", us[0])
	}
	if b, ok := us[1].Branch(); b != "下書き 二" || !ok || us[1].Creates() || !us[1].Deletes() {
		t.Errorf("%+v", us[1])
	}
	if _, ok := us[2].Branch(); ok {
		t.Errorf("a tag was taken for a branch: %+v", us[2])
	}
	for in, want := range map[string]string{
		"1a2b refs/heads/main\n":                                 "git told",
		strings.Repeat("1a2b 3c4d refs/heads/x\n", maxUpdates+1): fmt.Sprintf("more than %d", maxUpdates),
	} {
		if _, err := ReadUpdates(strings.NewReader(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.30q: %v, want %q in it", in, err, want)
		}
	}
}

// A preview's folder is ASCII, short, and of that branch alone.
func TestPreviewName(t *testing.T) {
	seen := map[string]string{}
	for _, branch := range []string{"main", "MAIN", "下書き", "下書き2", "a/b", "a-b", "..", "-", strings.Repeat("長い名前", 50), strings.Repeat("x", 300)} {
		n := previewName(branch)
		if !regexp.MustCompile(`^[a-z0-9-]{8,50}$`).MatchString(n) {
			t.Errorf("%s: %q", branch, n)
		}
		if of, ok := seen[n]; ok {
			t.Errorf("%s and %s are both %q", branch, of, n)
		}
		seen[n] = branch
	}
}

func TestLinksThatLeave(t *testing.T) {
	for link, want := range map[[2]string]bool{
		{"data/a.txt", "b.txt"}:           false,
		{"data/a.txt", "../config.toml"}:  false,
		{"data/a.txt", "../../secret"}:    true,
		{"a.txt", ".."}:                   true,
		{"a.txt", "/etc/passwd"}:          true,
		{"a.txt", `..\..\secret`}:         true,
		{"data/x/a.txt", "../../data/b"}:  false,
		{"data/a.txt", "x/../../../else"}: true,
	} {
		if leaves(link[0], link[1]) != want {
			t.Errorf("%v: leaves is %v", link, !want)
		}
	}
}
