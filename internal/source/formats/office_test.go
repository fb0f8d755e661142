//go:build office

package formats_test

import (
	"archive/zip"
	"bytes"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/toshin-archive/toshin/internal/parse"
	"github.com/toshin-archive/toshin/internal/source/formats"
	"github.com/toshin-archive/toshin/internal/source/office"
	. "github.com/toshin-archive/toshin/internal/source/sourcetest"
)

// These ask LibreOffice itself (make office); all other tests use a stand-in.

func convert(t *testing.T, b []byte, from, to string) []byte {
	t.Helper()
	program := office.Find()
	if program == "" {
		t.Fatal("LibreOffice is not installed: apt-get install --no-install-recommends libreoffice-writer libreoffice-calc")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "a."+from)
	if err := os.WriteFile(in, b, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", to, "--outdir", filepath.Join(dir, "out"), in)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	out, err := os.ReadFile(filepath.Join(dir, "out", "a."+to))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The same meeting, written by LibreOffice in each of the old formats, gives the
// record that its text gives.
func TestOldWordFormats(t *testing.T) {
	reader := formats.New()
	defer reader.Close()
	r, _ := parse.Document(reader.Bytes([]byte(text(meeting)), "data/records/a.txt")[0])
	want := bare(t, r)
	for _, to := range []string{"doc", "rtf", "odt"} {
		b := convert(t, word(meeting), "docx", to)
		begin := time.Now()
		docs := reader.Bytes(b, "data/records/a."+to)
		t.Logf("%s: %d bytes, %v", to, len(b), time.Since(begin).Round(100*time.Millisecond))
		if len(docs) != 1 || codes(docs) != "" || docs[0].Source.Format != to {
			t.Errorf("%s: %+v", to, docs[0])
			continue
		}
		lost(t, to, docs[0])
		r, ds := parse.Document(docs[0])
		if r == nil {
			t.Fatalf("%s: %+v", to, ds)
		}
		if got := bare(t, r); got != want {
			t.Errorf("%s differs from text:\n%s", to, difference(want, got))
		}
	}
}

func TestOldExcelFormats(t *testing.T) {
	reader := formats.New()
	defer reader.Close()
	list := Sheet([]string{"番号", "答申日", "件名", "結論"}, []string{"答申第1号", "令和5年6月1日", "灯台の点検記録の件", "妥当"})
	want := reader.Bytes(list, "a.xlsx")[0].Text()
	for _, to := range []string{"xls", "ods"} {
		d := reader.Bytes(convert(t, list, "xlsx", to), "a."+to)[0]
		if d.Text() != want || d.Source.Format != to {
			t.Errorf("%s: %q, want %q: %+v", to, d.Text(), want, d.Diagnostics)
		}
	}
}

// What a document links to is fetched from nowhere.
func TestLinksAreNotFollowed(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	asked := make(chan string, 10)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			asked <- c.RemoteAddr().String()
			c.Close()
		}
	}()
	defer l.Close()
	secret := filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(secret, []byte("HIMITSU"), 0o600); err != nil {
		t.Fatal(err)
	}
	odt := linking(t, convert(t, word(meeting), "docx", "odt"),
		`<text:p><draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="http://`+l.Addr().String()+`/a.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>`+
			`<text:section text:name="s1"><text:section-source xlink:href="file://`+secret+`"/><text:p>前の文</text:p></text:section>`+
			`<text:section text:name="s2"><text:section-source xlink:href="http://`+l.Addr().String()+`/a.odt"/><text:p>前の文</text:p></text:section>`)
	reader := formats.New()
	defer reader.Close()
	d := reader.Bytes(odt, "a.odt")[0]
	if !strings.Contains(d.Text(), "霧原会長") || strings.Contains(d.Text(), "HIMITSU") {
		t.Errorf("%q %+v", d.Text(), d.Diagnostics)
	}
	select {
	case who := <-asked:
		t.Errorf("%s asked for what the document links to", who)
	default:
	}
}

// linking puts XML at the end of an OpenDocument text.
func linking(t *testing.T, odt []byte, more string) []byte {
	r, err := zip.NewReader(bytes.NewReader(odt), int64(len(odt)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		p, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(p)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "content.xml" {
			b = bytes.Replace(b, []byte("</office:text>"), []byte(more+"</office:text>"), 1)
		}
		q, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: f.Method})
		if err == nil {
			_, err = q.Write(b)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
