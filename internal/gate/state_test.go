package gate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/gate/redact"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// approved lets out all replies; more is added to it.
const approved = "[[approval]]\ncouncil = \"審議会\"\ndecided = 2018-03-29\nmeeting = \"minutes/h29-2\"\nitem = \"5 イ\"\ncovers = [\"replies\"]\n"

// judged runs the gate over one reply with the given text and files.
func judged(t *testing.T, text string, files map[string]string) (*Result, []record.Diagnostic) {
	t.Helper()
	dir := t.TempDir()
	files["data/records/a.txt"] = text
	for name, s := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	a, _, err := archive.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	g, ds, err := Open(a)
	if err != nil {
		t.Fatal(err)
	}
	const name = "data/records/a.txt"
	d := source.File(a.Path(name), name)
	x := g.prepare(d, a.Path(name))
	r := &record.Record{Kind: record.KindReply, ID: "replies/1", Source: d.Source, Diagnostics: d.Diagnostics,
		Reply: record.Reply{Members: []string{"浜田　正"}, Sections: []record.Section{{Passages: []record.Passage{{ID: "s0001", Text: d.Text()}}}}}}
	res := g.Judge([]*record.Record{r}, map[string]*Dossier{r.Source.Key(): x}, today)
	return res, append(append(ds, d.Diagnostics...), res.Diagnostics...)
}

func codes(ds []record.Diagnostic) string {
	var s []string
	for _, d := range ds {
		c := d.Code
		if d.Severity == record.Warning {
			c += "w"
		}
		s = append(s, c)
	}
	return strings.Join(s, " ")
}

func TestStates(t *testing.T) {
	const reg, wd, ack, side, cfg = archive.ApprovalsFile, archive.WithdrawalsFile, archive.AcknowledgedFile, "data/records/a.txt.toml", archive.ConfigFile
	const phone = "本人の携帯は090-1234-5678である。"
	const who = "reason = \"本人の同意\"\nby = \"情報公開課\"\non = 2018-04-02\n"
	for _, c := range []struct {
		name, text string
		files      map[string]string
		state      State
		codes      string // of diagnostics, w: a warning
		notices    string
	}{
		{"nothing is wrong", "本文", map[string]string{reg: approved}, Public, "", ""},
		{"embargoed", "本文", map[string]string{reg: approved + "embargo = 2018-08-01\n"}, Embargoed, "", ""},
		{"the embargo is over", "本文", map[string]string{reg: approved + "embargo = 2018-07-19\n"}, Public, "", ""},
		{"held", "本文", map[string]string{reg: approved + "condition = \"整理\"\n"}, Held, "", ""},
		{"held, with words for readers", "本文", map[string]string{reg: approved + "condition = \"整理\"\nnotice = \"継続して審議しています\"\n"}, Held, "", "replies/1 held 継続して審議しています"},
		{"the condition is met", "本文", map[string]string{reg: approved + "condition = \"整理\"\nnotice = \"審議中\"\nmet = 2018-05-01\n"}, Public, "", ""},
		{"withdrawn", "本文", map[string]string{reg: approved, wd: "[[withdrawal]]\ncovers = [\"replies/1\"]\non = 2018-07-01\nreason = \"誤り\"\nby = \"審議会\"\n"}, Withdrawn, "", "replies/1 withdrawn 誤り"},
		{"withdrawn tomorrow", "本文", map[string]string{reg: approved, wd: "[[withdrawal]]\ncovers = [\"replies/1\"]\non = 2018-07-20\nreason = \"誤り\"\nby = \"審議会\"\n"}, Public, "", ""},
		{"withdrawn without a reason", "本文", map[string]string{reg: approved, wd: "[[withdrawal]]\ncovers = [\"replies/1\"]\n"}, Withdrawn, "G031 G031 G031", "replies/1 withdrawn "},
		{"withdrawn, and its file gone", "本文", map[string]string{reg: approved, wd: "[[withdrawal]]\ncovers = [\"minutes/h28-1\"]\non = 2018-07-01\nreason = \"誤り\"\nby = \"審議会\"\n"}, Public, "", "minutes/h28-1 withdrawn 誤り"},
		{"a withdrawal that would leave the site", "本文", map[string]string{reg: approved, wd: "[[withdrawal]]\ncovers = [\"replies/../../x\"]\non = 2018-07-01\nreason = \"誤り\"\nby = \"審議会\"\n"}, Public, "G034", ""},
		{"a finding", phone, map[string]string{reg: approved}, Withheld, "G040", ""},
		{"a finding in what nobody approved", phone, map[string]string{}, Withheld, "G040w", ""},
		{"a finding in what somebody reviewed", phone, map[string]string{reg: approved + "reviewed = true\n"}, Public, "G040w", ""},
		{"redacted", "本人の携帯は[[墨消し:電話番号]]090-1234-5678[[/]]である。", map[string]string{reg: approved}, Public, "", ""},
		{"redacted by a rule", phone, map[string]string{reg: approved, side: "[[redact]]\ntext = \"090-1234-5678\"\n" + who}, Public, "", ""},
		{"acknowledged beside it", phone, map[string]string{reg: approved, side: "[[acknowledge]]\nkind = \"電話番号\"\ntext = \"０９０－１２３４－５６７８\"\n" + who}, Public, "", ""},
		{"acknowledged in the register", phone, map[string]string{reg: approved, ack: "[[acknowledged]]\ncovers = [\"replies/1\"]\ntext = \"090-1234-5678\"\n" + who}, Public, "", ""},
		{"acknowledged elsewhere", phone, map[string]string{reg: approved, ack: "[[acknowledged]]\ncovers = [\"replies/2\"]\ntext = \"090-1234-5678\"\n" + who}, Withheld, "G040 G032w", ""},
		{"another number acknowledged", phone, map[string]string{reg: approved, side: "[[acknowledge]]\ntext = \"090-1234-9999\"\n" + who}, Withheld, "G040 G032w", ""},
		{"another kind acknowledged", phone, map[string]string{reg: approved, side: "[[acknowledge]]\nkind = \"住所\"\ntext = \"090-1234-5678\"\n" + who}, Withheld, "G040 G032w", ""},
		{"acknowledged by nobody", phone, map[string]string{reg: approved, side: "[[acknowledge]]\ntext = \"090-1234-5678\"\nreason = \"同意\"\n"}, Withheld, "G031 G031 G040", ""},
		{"a rule of nobody", phone, map[string]string{reg: approved, side: "[[redact]]\ntext = \"090-1234-5678\"\nreason = \"電話番号\"\n"}, Withheld, "G031 G031", ""},
		{"the office's own number", "問合せは0467-99-0001まで", map[string]string{reg: approved, cfg: "[[office]]\ntelephone = [\"0467-99-0001\"]\n"}, Public, "", ""},
		{"a name on no roster", "松嵐さんは、", map[string]string{reg: approved}, Withheld, "G040", ""},
		{"a member", "浜田さんは、", map[string]string{reg: approved}, Public, "", ""},
		{"an unreadable file beside it", "本文", map[string]string{reg: approved, side: "[[redact]\n"}, Withheld, "G029", ""},
		{"a policy that nobody knows", "本文", map[string]string{reg: approved, cfg: "[names]\nmembers = \"hide\"\n"}, Public, "G033", ""},
		{"a policy until no day", "本文", map[string]string{reg: approved, cfg: "[names]\nmembers = \"until\"\n"}, Public, "G033", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, ds := judged(t, c.text, c.files)
			v := res.Verdicts[0]
			if v.State != c.state || v.Public != (c.state == Public) || v.Public != (len(res.Public) == 1) || v.Public == (len(v.Reasons) > 0) {
				t.Errorf("%s, %d public, reasons %s; want %s", v.State, len(res.Public), codes(v.Reasons), c.state)
			}
			if got := codes(ds); got != c.codes {
				t.Errorf("told %s, want %s", got, c.codes)
			}
			var ns []string
			for _, n := range res.Notices {
				ns = append(ns, string(n.ID)+" "+string(n.State)+" "+n.Reason)
			}
			if got := strings.Join(ns, "; "); got != c.notices {
				t.Errorf("notices %q, want %q", got, c.notices)
			}
			for _, d := range append(ds, v.Reasons...) {
				if d.File == "" {
					t.Errorf("%s knows no file", d.Code)
				}
			}
		})
	}
}

// A finding says where, what and what to do.
func TestFindingIsTold(t *testing.T) {
	_, ds := judged(t, "一行目\n本人の携帯は090-1234-5678である。", map[string]string{archive.ApprovalsFile: approved})
	d := ds[0]
	if d.File != "data/records/a.txt" || d.Line != 2 || d.Column != 7 || !strings.Contains(d.Message, "電話番号") ||
		!strings.Contains(d.Hint, "[[墨消し:電話番号]]") || !strings.Contains(diag.In("en", d).Hint, "acknowledge") {
		t.Errorf("%+v", d)
	}
}

// What goes out has nothing that is for staff only, and the record itself is
// left as it was.
func TestReleaseIsBare(t *testing.T) {
	r := &record.Record{ID: "replies/1", Source: record.Source{File: "data/records/秘.txt", SHA256: "x"}, Residue: []record.Residue{{Text: "秘"}},
		Diagnostics: []record.Diagnostic{{Text: "秘"}}}
	as, _ := Decode([]byte(approved), "a.toml")
	p := (&Registers{Approvals: as}).Judge([]*record.Record{r}, nil, today).Public[0]
	if p.Source.File != "" || p.Residue != nil || p.Diagnostics != nil || p.Source.SHA256 != "x" || r.Source.File == "" || r.Residue == nil {
		t.Errorf("%+v", p)
	}
}

// The names under and over a letter are known by the office before them.
func TestNamesOfALetter(t *testing.T) {
	for in, want := range map[string]string{
		"見晴市長　　岬 田　　朗　様":         "見晴市長　様",
		"見晴市長岬田朗様見晴市教育委員会様":      "見晴市長様見晴市教育委員会様",
		"見晴市教育委員会　様":             "見晴市教育委員会　様",
		"会　長　　霧 原　す ず\n会長　霧原　すず": "会　長　　会長\n会長",
	} {
		r := &record.Record{Header: []record.Field{{Name: "addressee", Text: in}}}
		out := (&Registers{Names: NamePolicy{Members: rolesOnly, Officials: rolesOnly}}).release(r, &Dossier{}, "2024-01-01", nil)
		if got := out.Header[0].Text; got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

// What staff put into a record after parsing is judged as its text is.
func TestOverridesAreJudged(t *testing.T) {
	as, _ := Decode([]byte(approved), "a.toml")
	r := &record.Record{ID: "replies/1", Title: "松嵐渚の件", Source: record.Source{File: "a.txt"},
		Overrides: []record.Override{{Field: "title", Now: "松嵐渚の件", Reason: "電話090-1234-5678で確かめた"}}}
	x := &Dossier{Rules: []redact.Rule{{Text: "松嵐 渚", Reason: "氏名"}}}
	g := &Registers{Approvals: as}
	res := g.Judge([]*record.Record{r}, map[string]*Dossier{r.Source.Key(): x}, today)
	if codes(res.Diagnostics) != "G040" || res.Diagnostics[0].File != "a.txt.toml" || res.Verdicts[0].Public {
		t.Errorf("%+v", res.Diagnostics)
	}
	r.Overrides[0].Reason = "表紙による"
	p := g.Judge([]*record.Record{r}, map[string]*Dossier{r.Source.Key(): x}, today).Public[0]
	if want := redact.Mark("氏名") + "の件"; p.Title != want || p.Overrides[0].Now != want || r.Title != "松嵐渚の件" {
		t.Errorf("%q %q", p.Title, p.Overrides[0].Now)
	}
}

func TestReviewedUnderOneOfTwo(t *testing.T) {
	for _, reg := range []string{approved + approved + "reviewed = true\n", approved + "reviewed = true\n" + approved} {
		res, ds := judged(t, "携帯は090-1234-5678", map[string]string{archive.ApprovalsFile: reg})
		if codes(ds) != "G040w" || !res.Verdicts[0].Public {
			t.Errorf("%s", codes(ds))
		}
	}
}

func TestOrphans(t *testing.T) {
	dir := t.TempDir()
	for _, f := range []string{"data/records/x/a.txt", "data/records/x/a.txt.toml", "data/records/b.txt.toml", "data/records/.c.toml"} {
		p := filepath.Join(dir, filepath.FromSlash(f))
		_ = os.MkdirAll(filepath.Dir(p), 0o755)
		if err := os.WriteFile(p, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ds, err := Orphans(&archive.Archive{Dir: dir}, []string{"data/records/x/a.txt"})
	if err != nil || len(ds) != 1 || ds[0].Code != "G030" || ds[0].File != "data/records/b.txt.toml" {
		t.Errorf("%v %v", ds, err)
	}
	if ds, err := Orphans(&archive.Archive{Dir: t.TempDir()}, nil); err != nil || ds != nil {
		t.Errorf("without records: %v %v", ds, err)
	}
}

func TestNames(t *testing.T) {
	minutes := func() *record.Record {
		return &record.Record{Kind: record.KindMinutes, ID: "minutes/h29-2", Title: "第2回　髙橋会長の報告",
			Header: []record.Field{{Name: "attendees", Label: "出席者", Text: "霧原　一\n髙橋　二郎（会長）"}, {Name: "staff", Text: "浜田正（情報公開課長）"}},
			Minutes: record.Minutes{
				Attendees: []record.Attendee{{Group: "委員", Name: "霧原　一"}, {Group: "委員", Name: "髙橋　二郎", Title: "会長"}, {Group: "事務局", Name: "浜田正", Title: "情報公開課長"}},
				Items: []record.Item{{Sections: []record.Section{{Passages: []record.Passage{
					{Speaker: &record.Speaker{Label: "髙橋会長", Role: "chair", Name: "髙橋"}, Text: "霧原委員と霧原 一さん、浜田課長、浜田正は、小霧原委員"},
				}}}}},
			}}
	}
	for _, c := range []struct {
		policy, day, want string
	}{
		{"", "2018-07-19", "霧原　一/髙橋　二郎/浜田正|髙橋会長|霧原委員と霧原 一さん、浜田課長、浜田正は、小霧原委員|第2回　髙橋会長の報告"},
		{"members = \"roles-only\"", "2018-07-19", "委員/会長/浜田正|会長|委員と委員さん、浜田課長、浜田正は、小霧原委員|第2回　会長の報告"},
		{"officials = \"roles-only\"", "2018-07-19", "霧原　一/髙橋　二郎/情報公開課長|髙橋会長|霧原委員と霧原 一さん、課長、情報公開課長は、小霧原委員|第2回　髙橋会長の報告"},
		{"members = \"until\"\nofficials = \"until\"\nuntil = 2018-07-19", "2018-07-19", "霧原　一/髙橋　二郎/浜田正|髙橋会長|霧原委員と霧原 一さん、浜田課長、浜田正は、小霧原委員|第2回　髙橋会長の報告"},
		{"members = \"until\"\nofficials = \"until\"\nuntil = 2018-07-18", "2018-07-19", "委員/会長/情報公開課長|会長|委員と委員さん、課長、情報公開課長は、小霧原委員|第2回　会長の報告"},
	} {
		a := &archive.Archive{}
		if d := archive.DecodeTOML([]byte("[names]\n"+c.policy), "config.toml", &a.Config, true); d != nil {
			t.Fatal(d)
		}
		p, ds := namePolicy(&a.Config)
		if ds != nil {
			t.Fatal(ds)
		}
		r := minutes()
		out := (&Registers{Names: p}).release(r, &Dossier{}, c.day, nil)
		var names []string
		for _, x := range out.Attendees {
			names = append(names, x.Name)
		}
		ps := out.Items[0].Sections[0].Passages[0]
		if got := strings.Join([]string{strings.Join(names, "/"), ps.Speaker.Label, ps.Text, out.Title}, "|"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.policy, got, c.want)
		}
		if m := minutes(); r.Title != m.Title || r.Attendees[0].Name != m.Attendees[0].Name || r.Items[0].Sections[0].Passages[0].Text != m.Items[0].Sections[0].Passages[0].Text {
			t.Errorf("%s: the record itself was changed", c.policy)
		}
	}
}
