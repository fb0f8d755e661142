package pipeline

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/toshin-archive/toshin/internal/history"
)

// What Debian's rdflib reads of the catalogue: the set, its files with address,
// media type and sum, the days; nothing that it takes for a mistake.
const readDCAT = `
import logging, sys
logging.raiseExceptions = True
class Fail(logging.Handler):
    def emit(self, r): sys.exit("rdflib: " + r.getMessage())
logging.getLogger("rdflib").addHandler(Fail())
import rdflib
g = rdflib.Graph()
g.parse(sys.argv[1], format="json-ld", publicID="https://example.invalid/")
q = """PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/> PREFIX spdx: <http://spdx.org/rdf/terms#>
SELECT ?f ?m WHERE { ?d a dcat:Dataset ; dct:title ?t ; dct:description ?e ; dct:publisher ?p ; dct:license ?l ; dct:modified ?n ;
  dct:temporal [ dcat:startDate ?a ; dcat:endDate ?b ] ; dcat:distribution ?x .
  ?x a dcat:Distribution ; dcat:downloadURL ?f ; dcat:mediaType ?m ; spdx:checksum [ spdx:checksumValue ?c ] .
  FILTER(isIRI(?f) && isIRI(?m) && isIRI(?l) && ?a <= ?b && strlen(?c) = 64) }"""
for f, m in sorted(g.query(q)): print(str(f).rsplit("/", 1)[-1], str(m).rsplit("/", 1)[-1])
`

// The days of changes are those of the history, the catalogue says the last of
// them, a withdrawn record has its day and no version; the same input gives the
// same bytes, whatever the clock says.
func TestDataset(t *testing.T) {
	dir := t.TempDir()
	h := history.Files{
		"data/records/replies/unei-30-3.txt":       {Added: "2019-04-01T00:00:00Z", Changed: "2019-05-01T00:00:00Z"},
		"data/records/replies/shinsa-014.txt":      {Added: "2020-04-01T00:00:00Z", Changed: "2020-04-01T00:00:00Z"},
		"data/records/replies/shinsa-014.txt.toml": {Added: "2021-01-01T00:00:00Z", Changed: "2021-02-01T00:00:00Z"},
	}
	out := filepath.Join(dir, "a")
	for _, to := range []string{out, filepath.Join(dir, "b")} {
		if _, _, err := Export(context.Background(), Options{Source: "../..", Cache: filepath.Join(dir, "cache"), History: h}, to); err != nil {
			t.Fatal(err)
		}
	}
	compareSums(t, out, filepath.Join(dir, "b"))
	got := map[string]string{}
	for _, r := range readLines(t, filepath.Join(out, "changes.jsonl")) {
		m := r.(map[string]any)
		text := func(k string) string { s, _ := m[k].(string); return s }
		got[text("issueID")] = text("added") + " " + text("changed") + " " + text("withdrawn")
		if (text("version") == "") != (text("withdrawn") != "") {
			t.Errorf("%v", m)
		}
	}
	for id, want := range map[string]string{
		"replies/h30-3": "2019-04-01T00:00:00Z 2019-05-01T00:00:00Z ",
		"replies/14":    "2020-04-01T00:00:00Z 2021-02-01T00:00:00Z ",
		"replies/h29-1": "  ",
		"replies/17":    "  2022-06-30",
	} {
		if got[id] != want {
			t.Errorf("%s: %q, want %q", id, got[id], want)
		}
	}

	python, err := exec.LookPath("python3")
	if err != nil {
		t.Fatal("python3 is not installed: make test installs it (python3-rdflib)")
	}
	if p := "/usr/bin/python3"; fileExists(p) { // Debian's, which has Debian's rdflib
		python = p
	}
	b, err := exec.Command(python, "-c", readDCAT, filepath.Join(out, "dcat.jsonld")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	var want []string
	for _, name := range []string{"cases", "changes", "citations", "passages", "records", "types"} {
		want = append(want, name+".csv csv", name+".jsonl jsonl")
	}
	if s := strings.TrimSpace(string(b)); s != strings.Join(want, "\n") {
		t.Errorf("rdflib reads\n%s", s)
	}

	var cff map[string]any
	b, err = os.ReadFile(filepath.Join(out, "CITATION.cff"))
	if err != nil || yaml.Unmarshal(b, &cff) != nil {
		t.Fatalf("%v %s", err, b)
	}
	for k, v := range map[string]any{"cff-version": "1.2.0", "type": "dataset", "date-released": "2021-02-01", "license": "CC-BY-4.0"} {
		if cff[k] != v {
			t.Errorf("CITATION.cff: %s is %v, want %v", k, cff[k], v)
		}
	}
	for _, k := range []string{"message", "title", "authors"} {
		if cff[k] == nil {
			t.Errorf("CITATION.cff has no %s", k)
		}
	}
	b, err = os.ReadFile(filepath.Join(out, "dataset.bib"))
	if err != nil {
		t.Fatal(err)
	}
	bib := exec.Command("bib2xml", "-i", "utf8")
	bib.Stdin = strings.NewReader(string(b))
	if xml, err := bib.Output(); err != nil || !strings.Contains(string(xml), "<title>見晴市 答申・会議録アーカイブ</title>") || !strings.Contains(string(xml), "2021") {
		t.Errorf("bib2xml reads %s, %v", xml, err)
	}
}

func fileExists(p string) bool {
	_, err := os.Stat(p)
	return err == nil
}
