package pipeline

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/toshin-archive/toshin/internal/history"
)

// What Debian's rdflib reads of the catalogue, held against the properties that
// DCAT-AP 3 makes mandatory and those that we promise: each with how often it may
// stand and what it may be. (No SHACL processor is among Debian's packages, and
// shapes of our own would say no more than these rows.)
const readDCAT = `
import logging, sys
logging.raiseExceptions = True
class Fail(logging.Handler):
    def emit(self, r): sys.exit("rdflib: " + r.getMessage())
logging.getLogger("rdflib").addHandler(Fail())
import rdflib
from rdflib import RDF, URIRef, Literal, Namespace, XSD
DCAT, DCT = Namespace("http://www.w3.org/ns/dcat#"), Namespace("http://purl.org/dc/terms/")
FOAF, SPDX = Namespace("http://xmlns.com/foaf/0.1/"), Namespace("http://spdx.org/rdf/terms#")
g = rdflib.Graph()
g.parse(sys.argv[1], format="json-ld", publicID="https://example.invalid/")
iri = lambda x: isinstance(x, URIRef)
text = lambda x: isinstance(x, Literal) and str(x).strip() != ""
typed = lambda *ts: lambda x: isinstance(x, Literal) and x.datatype in ts and x.value is not None
node = lambda c: lambda x: (x, RDF.type, c) in g
shapes = [
  (DCAT.Dataset, DCT.title, 1, 9, text), (DCAT.Dataset, DCT.description, 1, 9, text), (DCAT.Dataset, DCT.publisher, 1, 1, node(FOAF.Agent)),
  (DCAT.Dataset, DCT.license, 1, 1, iri), (DCAT.Dataset, DCT.modified, 1, 1, typed(XSD.date, XSD.dateTime)), (DCAT.Dataset, DCT.language, 1, 9, iri),
  (DCAT.Dataset, DCT.temporal, 1, 1, node(DCT.PeriodOfTime)), (DCAT.Dataset, DCAT.distribution, 1, 99, node(DCAT.Distribution)),
  (DCT.PeriodOfTime, DCAT.startDate, 1, 1, typed(XSD.date)), (DCT.PeriodOfTime, DCAT.endDate, 1, 1, typed(XSD.date)),
  (FOAF.Agent, FOAF.name, 1, 1, text),
  (DCAT.Distribution, DCAT.accessURL, 1, 9, iri), (DCAT.Distribution, DCAT.downloadURL, 1, 1, iri), (DCAT.Distribution, DCAT.mediaType, 1, 1, iri),
  (DCAT.Distribution, DCT.title, 1, 1, text), (DCAT.Distribution, DCT.license, 1, 1, iri), (DCAT.Distribution, SPDX.checksum, 1, 1, node(SPDX.Checksum)),
  (SPDX.Checksum, SPDX.algorithm, 1, 1, iri), (SPDX.Checksum, SPDX.checksumValue, 1, 1, lambda x: typed(XSD.hexBinary)(x) and len(str(x)) == 64),
]
for c, p, least, most, ok in shapes:
    subjects = list(g.subjects(RDF.type, c))
    if not subjects: print("no", c)
    for s in subjects:
        values = list(g.objects(s, p))
        if not least <= len(values) <= most or not all(map(ok, values)): print(c, p, values)
for x in sorted(g.subjects(RDF.type, DCAT.Distribution), key=lambda x: str(g.value(x, DCAT.downloadURL))):
    print(str(g.value(x, DCAT.downloadURL)).rsplit("/", 1)[-1], str(g.value(x, DCAT.mediaType)).rsplit("/", 1)[-1])
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

	var cff any
	b, err = os.ReadFile(filepath.Join(out, "CITATION.cff"))
	if err != nil || yaml.Unmarshal(b, &cff) != nil {
		t.Fatalf("%v %s", err, b)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile("testdata/cff.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(cff); err != nil {
		t.Errorf("CITATION.cff: %v", err)
	}
	for k, v := range map[string]any{"type": "dataset", "date-released": "2021-02-01", "license": "CC-BY-4.0"} {
		if got := cff.(map[string]any)[k]; got != v {
			t.Errorf("CITATION.cff: %s is %v, want %v", k, got, v)
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
