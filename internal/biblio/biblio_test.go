package biblio

import (
	"encoding/json"
	"encoding/xml"
	"os/exec"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

func entry() Entry {
	r := &record.Record{Kind: record.KindReply, ID: "replies/h30-3", Council: "見晴市審議会", Division: "第1部会",
		Title: "灯台の\n記録 {50%} & 「A_B」について", Date: "2019-03-20"}
	return Of(r, "答申30-3", Archive{"見晴市アーカイブ", "見晴市", "https://example.jp/toshin"})
}

func TestJapanese(t *testing.T) {
	e := entry().At(record.Passage{ID: "s0002", Speaker: &record.Speaker{Label: "会長"}})
	want := "見晴市審議会 第1部会、「灯台の 記録 {50%} & 「A_B」について」、答申30-3、平成31年3月20日、発言 s0002（会長）、見晴市アーカイブ、https://example.jp/toshin/replies/h30-3/#s0002、版 " + e.Version + "、段落の版 " + PassageVersion(record.Passage{Speaker: &record.Speaker{Label: "会長"}})
	if got := e.Japanese(); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if e.Archive.BaseURL = ""; e.URL() != "replies/h30-3/#s0002" {
		t.Errorf("without an address: %s", e.URL())
	}
}

// The version follows what is shown, and tells nothing of the source.
func TestVersion(t *testing.T) {
	r := record.Record{ID: "replies/1", Title: "題"}
	same, other := r, r
	same.Source.SHA256, same.Residue = "別の符丁", []record.Residue{{Text: "欄外"}}
	other.Title = "別の題"
	if Version(&r) != Version(&same) || Version(&r) == Version(&other) || len(Version(&r)) != 32 {
		t.Error("the version follows something else")
	}
}

// The passage's version follows its words and who said them, nothing else; how
// it is made is told in the data files' dictionary (echo -n '会長\nよい。' | sha256sum).
func TestPassageVersion(t *testing.T) {
	p := record.Passage{ID: "s0001", Text: "よい。", Line: 3, Speaker: &record.Speaker{Label: "会長", Role: "chair"}}
	same, other, who := p, p, p
	same.ID, same.Line = "s0009", 9
	other.Text, who.Speaker = "よくない。", &record.Speaker{Label: "委員"}
	v := PassageVersion(p)
	if v != PassageVersion(same) || v == PassageVersion(other) || v == PassageVersion(who) || v != "b89570f78a6f7dfb" {
		t.Errorf("%s", v)
	}
}

// Debian's bibutils read BibTeX and RIS back: title, body, day, address.
func TestReadBack(t *testing.T) {
	e := entry().At(record.Passage{ID: "s0002"})
	for program, text := range map[string]string{"bib2xml": e.BibTeX(), "ris2xml": e.RIS()} {
		path, err := exec.LookPath(program)
		if err != nil {
			t.Fatalf("%s is not installed: make test installs it (bibutils)", program)
		}
		cmd := exec.Command(path, "-i", "utf8")
		cmd.Stdin = strings.NewReader(text)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v", program, err)
		}
		var m struct {
			Mods []struct {
				ID    string `xml:"ID,attr"`
				Title string `xml:"titleInfo>title"`
				Names []struct {
					Parts []string `xml:"namePart"`
				} `xml:"name"`
				URL   string   `xml:"location>url"`
				Dates []string `xml:"originInfo>dateIssued"`
			} `xml:"mods"`
		}
		if err := xml.Unmarshal(out, &m); err != nil || len(m.Mods) != 1 {
			t.Fatalf("%s: %v\n%s\n%s", program, err, text, out)
		}
		got := m.Mods[0]
		if !strings.HasPrefix(got.Title, "灯台の 記録") || !strings.Contains(got.Title, "A_B") || got.URL != "https://example.jp/toshin/replies/h30-3/#s0002" ||
			len(got.Names) != 1 || !strings.Contains(strings.Join(got.Names[0].Parts, " "), "見晴市審議会") || !strings.Contains(string(out), "2019") {
			t.Errorf("%s read %+v of\n%s", program, got, text)
		}
	}
}

func TestCSL(t *testing.T) {
	var items []struct {
		ID, Type, Title, URL string
		Author               []struct{ Literal string }
		Issued               struct {
			Parts [][]int `json:"date-parts"`
		}
	}
	if err := json.Unmarshal([]byte(entry().CSL()), &items); err != nil || len(items) != 1 {
		t.Fatal(err)
	}
	i := items[0]
	if i.ID != "replies-h30-3" || i.Type != "report" || i.Author[0].Literal != "見晴市審議会 第1部会" || i.Issued.Parts[0][2] != 20 {
		t.Errorf("%+v", i)
	}
}
