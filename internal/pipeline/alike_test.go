package pipeline

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	house "github.com/toshin-archive/toshin/internal/house/folder"
)

// Similar replies come from the index: a change in one record makes its own page
// and those anew whose list it changes, as a build from nothing would, and no
// other; a reply that is withdrawn is in no list any more.
func TestSimilarPages(t *testing.T) {
	about := func(n int, what string) string {
		return strings.NewReplacer("街路樹の剪定の記録", what).Replace(letter(n))
	}
	const lighthouse, gate = "灯台点検業務委託契約書と航路標識監視映像", "水門操作日誌と河川水位観測記録"
	files := map[string]string{"config.toml": "", "data/approvals.toml": approvals}
	subjects := []string{lighthouse, lighthouse, gate, gate}
	for _, place := range []string{"渡船", "斎場", "公園", "市場", "墓地", "水門", "浄水", "道路", "保育", "消防"} {
		for _, paper := range []string{"名簿", "台帳", "伝票", "図面", "日誌", "調書"} {
			subjects = append(subjects, place+paper)
		}
	}
	for i, what := range subjects {
		files[filepath.Join("data", "records", fmt.Sprintf("%02d.txt", i+1))] = about(i+1, what)
	}
	dir := folder(t, files)
	build := func(cache string) (pages map[string]string, out string) {
		t.Helper()
		out = filepath.Join(cache, "public")
		b, err := Build(context.Background(), Options{Source: dir, Cache: filepath.Join(cache, "kept"), Out: out, Today: time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil || !b.Done {
			t.Fatalf("%+v %v", b, err)
		}
		pages = map[string]string{}
		for name, text := range house.Texts(t, out) {
			if strings.HasPrefix(name, "replies/") && strings.HasSuffix(name, "index.html") {
				pages[name] = text
			}
		}
		return pages, out
	}
	const one, three, five = "replies/1/index.html", "replies/3/index.html", "replies/5/index.html"
	kept := t.TempDir()
	was, out := build(kept)
	if !strings.Contains(was[one], `href="../../replies/2/"`) || !strings.Contains(was[one], "似ている答申") || !strings.Contains(was[one], "灯台点検業務委託契約書") {
		t.Fatalf("the page of 1 does not show 2 and why:\n%s", was[one])
	}
	if strings.Contains(was[five], "似ている答申") {
		t.Error("the page of 5 shows what has nothing in common with it")
	}
	made := func(name string) time.Time {
		t.Helper()
		i, err := os.Stat(filepath.Join(out, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return i.ModTime()
	}
	old := map[string]time.Time{}
	for name := range was {
		old[name] = made(name)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	// 5 becomes like 3 and 4.
	write("data/records/05.txt", about(5, gate))
	now, _ := build(kept)
	for _, name := range []string{three, five} {
		if now[name] == was[name] || !strings.Contains(now[name], "似ている答申") {
			t.Errorf("%s was not made anew", name)
		}
	}
	if !strings.Contains(now[three], `href="../../replies/5/"`) {
		t.Error("the page of 3 does not show 5")
	}
	if now[one] != was[one] || !made(one).Equal(old[one]) {
		t.Error("the page of 1 was made anew, and nothing of it has changed")
	}
	if fresh, _ := build(t.TempDir()); !maps.Equal(now, fresh) {
		t.Error("the pages are not those of a build from nothing")
	}
	write("data/withdrawals.toml", "[[withdrawal]]\ncovers = [\"replies/2\"]\non = 2026-03-01\nreason = \"誤り\"\nby = \"情報公開課\"\n")
	gone, _ := build(kept)
	for _, name := range slices.Sorted(maps.Keys(gone)) {
		if name != "replies/2/index.html" && strings.Contains(gone[name], `class="why"`) && strings.Contains(gone[name], "replies/2/\"><span class=\"number\"") {
			t.Errorf("%s shows what was withdrawn", name)
		}
	}
	if strings.Contains(gone[one], "似ている答申") {
		t.Error("the page of 1 still shows what was like it")
	}
}
