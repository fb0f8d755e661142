package pipeline

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/source"
)

// letter is a reply of the made-up board.
func letter(n int) string {
	return fmt.Sprintf(`見晴市情報公開・個人情報保護審査会答申（答申第%d号）
令和3年7月20日

見晴市長　様

見晴市情報公開・個人情報保護審査会
会長　霧原　一

見晴市情報公開条例第19条第1項の規定に基づく諮問について（答申）

令和3年1月22日見情第%d号による次の諮問について、別紙のとおり答申します。
「街路樹の剪定の記録」の非公開決定に対する審査請求についての諮問

別紙
答申
1　審査会の結論
見晴市長が、「街路樹の剪定の記録」を非公開とした決定は、妥当である。
2　審査請求の趣旨
決定の取消しを求めるというものである。
`, n, n)
}

const approvals = `[[approval]]
covers = ["replies"]
council = "審議会"
decided = 2021-03-29
meeting = "minutes/r2-1"
item = "3"
`

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, s := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// told sums up what check found: verdicts and codes.
func told(t *testing.T, dir string) string {
	t.Helper()
	c, err := Check(context.Background(), Options{Source: dir})
	if err != nil {
		t.Fatal(err)
	}
	var s []string
	for _, v := range c.Gate.Verdicts {
		s = append(s, fmt.Sprintf("%s public=%v", v.ID, v.Public))
	}
	for _, d := range c.Diagnostics {
		if d.Severity == "error" {
			s = append(s, d.File+" "+d.Code)
		}
	}
	if c.Untrue {
		s = append(s, "untrue")
	}
	return strings.Join(s, "; ")
}

func TestCheck(t *testing.T) {
	const a, b, reg, cfg = "data/records/a.txt", "data/records/b.txt", "data/approvals.toml", "config.toml"
	for _, c := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"two replies", map[string]string{cfg: "", reg: approvals, a: letter(1), b: letter(2)},
			"replies/1 public=true; replies/2 public=true"},
		{"a duplicate holds both back", map[string]string{cfg: "", reg: approvals, a: letter(1), b: letter(1)},
			"replies/1 public=false; replies/1 public=false; data/records/a.txt A004; data/records/b.txt A004"},
		{"what is no record", map[string]string{cfg: "", reg: approvals, a: letter(1), b: "買い物\n大根\n"},
			"replies/1 public=true; data/records/b.txt P001"},
		{"a redaction mark", map[string]string{cfg: "", reg: approvals, a: letter(1) + "[[墨消し:氏名]]山田[[/]]\n"},
			"replies/1 public=true"},
		{"a redaction never closed", map[string]string{cfg: "", reg: approvals, a: letter(1) + "[[墨消し:氏名]]山田\n"},
			"replies/1 public=false; data/records/a.txt G020"},
		{"a file beside a record that says what nobody knows", map[string]string{cfg: "", reg: approvals, a: letter(1), a + ".toml": "x=1"},
			"replies/1 public=false; data/records/a.txt.toml G029"},
		{"a file beside no record", map[string]string{cfg: "", reg: approvals, a: letter(1), b + ".toml": ""},
			"replies/1 public=true; data/records/b.txt.toml G030; untrue"},
		{"a telephone number", map[string]string{cfg: "", reg: approvals, a: letter(1) + "請求人の電話は090-1234-5678である。\n"},
			"replies/1 public=false; data/records/a.txt G040"},
		{"a withdrawal", map[string]string{cfg: "", reg: approvals, a: letter(1), "data/withdrawals.toml": "[[withdrawal]]\ncovers = [\"replies/1\"]\non = 2021-04-01\nreason = \"誤り\"\nby = \"情報公開課\"\n"},
			"replies/1 public=false"},
		{"a broken register", map[string]string{cfg: "", reg: "[[approval]\n", a: letter(1)},
			"replies/1 public=false; data/approvals.toml A002; untrue"},
		{"a broken config", map[string]string{cfg: "title = \n", reg: approvals, a: letter(1)},
			"replies/1 public=true; config.toml A002; untrue"},
		{"no records folder", map[string]string{cfg: "", reg: approvals},
			"data/records A003; untrue"},
		{"a council's key", map[string]string{cfg: "[[council]]\nname = \"見晴市情報公開・個人情報保護審査会\"\nkey = \"shinsa\"\n", reg: approvals, a: letter(1)},
			"replies/shinsa-1 public=true"},
	} {
		if got := told(t, folder(t, c.files)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestCheckStops(t *testing.T) {
	dir := folder(t, map[string]string{"config.toml": "", "data/records/a.txt": letter(1)})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Check(ctx, Options{Source: dir}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled check gave %v", err)
	}
	if _, err := Check(context.Background(), Options{Source: filepath.Join(dir, "absent")}); err == nil {
		t.Error("an absent folder gave no error")
	}
}

// What reading showed is told once, of minutes and of replies alike.
func TestReadingIsToldOnce(t *testing.T) {
	for _, text := range []string{
		"見晴市記録審議会 会議録\n日時　令和5年10月3日\n出席者　\ue000橋会長\n\n【会長】\n始めます。\n",
		"答申第1号\n見晴市長　様\n　　令和5年10月3日\n見晴市\ue000審査会\n1　審査会の結論\n妥当である。\n",
	} {
		d := source.Bytes([]byte(text), "data/records/a.txt")
		r, ds := Parse(d, &archive.Config{})
		if r == nil {
			t.Fatalf("%+v", ds)
		}
		n := 0
		for _, x := range r.Diagnostics {
			if x.Code == "R012" {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s: told %d times", r.Kind, n)
		}
	}
}
