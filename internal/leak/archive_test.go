package leak_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/leak"
	"github.com/toshin-archive/toshin/internal/pipeline"
)

// vault gives out secrets, one a place, and remembers where each was put. A
// secret is four kanji that nothing else has, so that a single one of them tells
// of it, or a Latin word where the place wants ASCII.
type vault struct {
	where map[string]string // needle → place
	next  rune
}

func newVault(next rune) *vault { return &vault{map[string]string{}, next} }

func (v *vault) hide(place string) string {
	var s []rune
	for len(s) < 4 {
		c := 0x3500 + v.next*7
		v.next++
		if x := kana.Default().Analyze(string(c)); len(x.Spans) == 1 && x.Spans[0].Rune == c { // in no table of variants
			s = append(s, c)
		}
	}
	for n := 1; n <= 4; n++ {
		for i := 0; i+n <= 4; i++ {
			v.where[string(s[i:i+n])] = place
		}
	}
	return string(s)
}

func (v *vault) latin(place string) string {
	v.next++
	s := "xqz" + string('a'+v.next%26) + string('a'+v.next/26%26) + "vkq"
	v.where[s] = place
	return s
}

func (v *vault) needles() []string {
	var ns []string
	for n := range v.where {
		ns = append(ns, n)
	}
	sort.Strings(ns)
	return ns
}

// letter is a reply of the made-up board.
func letter(n int, subject, body string) string {
	return fmt.Sprintf(`見晴市情報公開・個人情報保護審査会答申（答申第%d号）
令和3年7月20日

見晴市長　様

見晴市情報公開・個人情報保護審査会
会長　霧原　一

見晴市情報公開条例第19条第1項の規定に基づく諮問について（答申）

令和3年1月22日見情第%d号による次の諮問について、別紙のとおり答申します。
「%s」の非公開決定に対する審査請求についての諮問

別紙
答申
1　審査会の結論
見晴市長が、「%s」を非公開とした決定は、妥当である。
2　審査請求の趣旨
%s
`, n, n, subject, subject, body)
}

func minutes(name, speaker, body string) string {
	return `令和3年度第1回見晴市情報公開・個人情報保護運営審議会会議録
日時　令和3年5月12日（水）午後2時から午後3時まで
場所　見晴市役所会議室
出席者
委員　霧原　一、` + name + `
傍聴者　なし
議事
1　開会
【会長】
ただいまから始めます。
2　諮問案件1　街路樹の管理について
【` + speaker + `】
` + body + `
【会長】
それでは終わります。
`
}

const head = "council = \"審議会\"\ndecided = 2021-03-29\nmeeting = \"minutes/r2-1\"\nitem = \"3\"\n"

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, s := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func build(t *testing.T, dir string) (*pipeline.Built, string) {
	t.Helper()
	b, err := pipeline.Build(context.Background(), pipeline.Options{Source: dir, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	if !b.Done {
		t.Fatalf("nothing was built: %+v", b.Diagnostics)
	}
	return b, filepath.Join(dir, "public")
}

// search reports each leak with the place of the secret.
func search(t *testing.T, out string, v *vault) {
	t.Helper()
	leaks, err := leak.Find(out, v.needles())
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	for _, l := range leaks {
		if k := v.where[l.Needle] + l.File; !told[k] {
			told[k] = true
			t.Errorf("%s: %q stands in %s (%s)", v.where[l.Needle], l.Needle, l.File, l.How)
		}
	}
}

// The archive has a secret in every place that must not go out; none is in any
// byte of the site. A word that may go out is found, in pages and in the search
// files: the search finds what is there.
func TestNothingLeaks(t *testing.T) {
	v := newVault(0)
	open := newVault(400) // may go out
	r := "data/records/"
	mark := func(place string) string { return "[[墨消し:氏名]]" + v.hide(place) + "[[/]]" }
	name := v.latin("file name")
	rule, pattern := v.hide("rule of text"), v.hide("rule of pattern")
	widow := v.hide("reading of a redacted word") + "が丘"
	who := "on = 2021-04-02\nby = \"" + v.hide("who redacted") + "\"\n"
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"config.toml": "title = \"試しの書庫\"\n",
		"data/approvals.toml": "[[approval]]\ncovers = [\"replies/1\", \"replies/6\", \"replies/7\", \"replies/8\", \"replies/9\", \"minutes/r3-1\"]\n" + head + "note = \"" + v.hide("note of an approval") + "\"\n" +
			"[[approval]]\ncovers = [\"replies/3\"]\n" + head + "condition = \"" + v.hide("condition") + "\"\n" +
			"[[approval]]\ncovers = [\"replies/33\"]\n" + head + "condition = \"" + v.hide("condition, with a notice") + "\"\nnotice = \"審議を続けています\"\n" +
			"[[approval]]\ncovers = [\"replies/4\"]\n" + head + "embargo = 2999-01-01\n",
		"data/withdrawals.toml":  "[[withdrawal]]\ncovers = [\"replies/9\"]\non = 2021-05-01\nreason = \"訂正のため\"\nby = \"審議会\"\nnote = \"" + v.hide("note of a withdrawal") + "\"\n",
		"data/acknowledged.toml": "[[acknowledged]]\ntext = \"" + v.hide("acknowledged text") + "\"\nreason = \"" + v.hide("reason of an acknowledgement") + "\"\n" + who,
		"data/readings.tsv":      widow + "\tひみつがおか\n" + v.hide("reading of a withheld word") + "\tひみつ\n",
		"data/memo.txt":          v.hide("a file beside the registers"),
		"report.json":            "{\"text\":\"" + v.hide("a report") + "\"}",
		"content/draft.md":       "+++\ntitle = \"" + v.hide("a draft's title") + "\"\ndraft = true\n+++\n" + v.hide("a draft"),
		r + ".hidden.txt":        letter(20, "記録", v.hide("hidden file")),
		r + name + "-1.txt": letter(1, "街路樹の"+mark("title")+"記録", open.hide("open")+"は"+mark("body")+"と"+rule+"と"+pattern+"及び"+widow[:12]+"を求める。\n"+
			"[[墨消し:経過]]"+v.hide("lines, first")+"\n3　審査会の判断\n"+v.hide("lines, last")+"[[/]]による。\n4　"+mark("heading")+"について\n述べた。") + "\n委員　" + mark("member") + "\n",
		r + name + "-1.txt.toml": "[[redact]]\ntext = \"" + rule + "\"\nreason = \"氏名\"\n" + who + "[[redact]]\npattern = \"" + pattern[:6] + ".{2}\"\nreason = \"地名\"\n" + who +
			"[[redact]]\ntext = \"" + widow[:12] + "\"\nreason = \"地名\"\n" + who,
		r + "2.txt":  letter(2, v.hide("unapproved title"), v.hide("unapproved")),
		r + "3.txt":  letter(3, v.hide("held title"), v.hide("held")),
		r + "33.txt": letter(33, v.hide("held title, with a notice"), v.hide("held, with a notice")),
		r + "4.txt":  letter(4, v.hide("embargoed title"), v.hide("embargoed")),
		r + "6.txt":  letter(6, "記録", v.hide("before a damaged mark")+"[[墨消し:氏名]]"+v.hide("damaged mark")),
		r + "7.txt":  letter(7, "記録", v.hide("unsettled finding")+"の携帯は090-1234-5678である。"),
		r + "8a.txt": letter(8, "記録", v.hide("one of two with one ID")),
		r + "8b.txt": letter(8, "記録", v.hide("two of two with one ID")),
		r + "9.txt":  letter(9, v.hide("withdrawn title"), v.hide("withdrawn")),
		r + "m.txt": "ページの先頭です\n" + minutes(mark("attendee"), mark("speaker")+"委員", mark("speech")+"と述べた。\n- 1 -\n"+
			"答申第"+mark("number of a cite")+"号を引く。") + "お問い合わせ\n情報公開課　" + v.hide("chrome") + "\n",
	})
	b, out := build(t, dir)
	states := map[string]string{}
	for _, x := range b.Gate.Verdicts {
		states[string(x.ID)] = string(x.State)
	}
	for id, want := range map[string]string{"replies/1": "public", "replies/2": "withheld", "replies/3": "held", "replies/4": "embargoed", "replies/6": "withheld",
		"replies/7": "withheld", "replies/8": "withheld", "replies/9": "withdrawn", "minutes/r3-1": "public"} {
		if states[id] != want {
			t.Errorf("%s is %q, want %s", id, states[id], want)
		}
	}
	residue := ""
	for _, x := range b.Records {
		for _, y := range x.Residue {
			residue += y.Text
		}
	}
	inResidue := false
	for n, place := range v.where {
		inResidue = inResidue || place == "chrome" && strings.Contains(residue, n)
	}
	if !inResidue {
		t.Error("no secret stands in a residue: that place is not tried")
	}
	search(t, out, v)

	found, err := leak.Find(out, open.needles())
	if err != nil {
		t.Fatal(err)
	}
	pages, files := false, false
	for _, l := range found {
		pages = pages || strings.HasSuffix(l.File, ".html")
		files = files || strings.HasPrefix(l.File, "search/files/")
	}
	if !pages || !files {
		t.Errorf("what may go out was found in pages: %v, in search files: %v", pages, files)
	}
	for page, want := range map[string]string{
		"replies/1/index.html":  `<span class="redacted">`,
		"replies/9/index.html":  "訂正のため",
		"replies/33/index.html": "審議を続けています",
	} {
		if s, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(page))); err != nil || !strings.Contains(string(s), want) {
			t.Errorf("%s has no %q (%v)", page, want, err)
		}
	}
	for _, page := range []string{"replies/3", "replies/4", "replies/2"} {
		if _, err := os.Stat(filepath.Join(out, filepath.FromSlash(page))); err == nil {
			t.Errorf("there is a page %s", page)
		}
	}
}

// A record withdrawn after publication is gone at the next build, were it the
// last one, and so is one whose approval was taken back.
func TestGoneAtTheNextBuild(t *testing.T) {
	v := newVault(0)
	dir := t.TempDir()
	approve := func(ids string) string { return "[[approval]]\ncovers = [" + ids + "]\n" + head }
	files := map[string]string{
		"config.toml":         "title = \"試しの書庫\"\n",
		"data/approvals.toml": approve(`"replies"`),
		"data/records/1.txt":  letter(1, v.hide("withdrawn title"), v.hide("withdrawn")),
		"data/records/2.txt":  letter(2, v.hide("title of one not approved any more"), v.hide("not approved any more")),
		"data/records/3.txt":  letter(3, "街路樹の記録", "答申第1号を引く。"),
	}
	write(t, dir, files)
	_, out := build(t, dir)
	if found, err := leak.Find(out, v.needles()); err != nil || len(found) == 0 {
		t.Fatalf("nothing was published to begin with: %v", err)
	}
	withdraw := func(ids string) string {
		return "[[withdrawal]]\ncovers = [" + ids + "]\non = 2021-05-01\nreason = \"訂正のため\"\nby = \"審議会\"\n"
	}
	write(t, dir, map[string]string{"data/approvals.toml": approve(`"replies/1", "replies/3"`), "data/withdrawals.toml": withdraw(`"replies/1"`)})
	build(t, dir)
	search(t, out, v)

	write(t, dir, map[string]string{"data/withdrawals.toml": withdraw(`"replies"`)})
	build(t, dir)
	search(t, out, v)
	if s, err := os.ReadFile(filepath.Join(out, "replies/3/index.html")); err != nil || !strings.Contains(string(s), "訂正のため") || strings.Contains(string(s), "街路樹") {
		t.Errorf("the last record's notice: %v", err)
	}
}

// Names hidden by the archive's policy are in no byte either: not in running
// text, titles, what staff put in their place, or another record's text.
func TestNamesByPolicyDoNotLeak(t *testing.T) {
	v := newVault(0)
	surname, given := v.hide("surname")[:6], v.hide("given name")[:6]
	spaced := surname[:3] + " " + surname[3:]
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"config.toml":         "title = \"試しの書庫\"\n[names]\nmembers = \"roles-only\"\n",
		"data/approvals.toml": "[[approval]]\ncovers = [\"minutes\", \"replies\"]\n" + head,
		"data/records/m.txt": minutes(surname+"　"+given, surname+"委員", surname+"委員と"+surname+given+"さんの話。"+surname+"の意見に、"+spaced+"委員が答えた。\n"+
			surname+"、霧原両委員と、委員の"+surname+"（まつかぜ）から、"+surname+"情報公開部会長へ。"),
		"data/records/1.txt":      letter(1, surname+"委員の発言の記録", surname+" "+given+"委員の発言と、委員"+surname+given+"の発言を求める。"),
		"data/records/1.txt.toml": "[[override]]\nfield = \"s0001.text\"\nwas = \"妥当\"\nnow = \"" + surname + "委員の述べたとおり妥当\"\nreason = \"" + surname + given + "委員の指摘による\"\n",
	})
	b, out := build(t, dir)
	for _, r := range b.Records {
		if len(r.Attendees) < 2 && len(r.Items) > 0 {
			t.Fatalf("no roster was read: %+v", r.Attendees)
		}
	}
	if len(b.Gate.Public) != 2 {
		t.Fatalf("%d are public: %+v", len(b.Gate.Public), b.Diagnostics)
	}
	search(t, out, v)
}
