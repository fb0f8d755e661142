package leak

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf16"

	"github.com/toshin-archive/toshin/internal/shard/letters"
)

const word = "松嵐秘"

func packed(w func(io.Writer) io.WriteCloser, head string, s string) []byte {
	var b bytes.Buffer
	b.WriteString(head)
	z := w(&b)
	_, _ = z.Write([]byte(s))
	_ = z.Close()
	return b.Bytes()
}

func searchFileOf(s, dictionary string) []byte {
	b := packed(func(w io.Writer) io.WriteCloser { z, _ := flate.NewWriterDict(w, 6, []byte(dictionary)); return z }, "tsh5", s)
	b = binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(dictionary+s)))
	return binary.LittleEndian.AppendUint32(b, uint32(len(dictionary)+len(s)))
}

// A text is packed with what texts have in common, of which its own file has nothing.
func TestFindsWithTheDictionary(t *testing.T) {
	dir := t.TempDir()
	common := "個人情報の保護に関する" + word + "条例"
	table := letters.Of("個人情報の条例")
	in := func(s string) string { return string(table.Append(nil, s)) }
	manifest, _ := json.Marshal(map[string]any{"format": 5, "dictionary": "abc", "letters": table.String()})
	for name, b := range map[string][]byte{
		"manifest.json": manifest, "abc.bin": searchFileOf(in(common), ""),
		"text": searchFileOf(in("その"+common+"による"), in(common)),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := Find(dir, []string{word})
	if err != nil || len(got) != 2 || got[0].File != "abc.bin" || got[1].File != "text" {
		t.Errorf("%v %v", got, err)
	}
}

// Whatever a word is wrapped in, it is found; a test that finds nothing proves
// nothing otherwise.
func TestFindsWhatIsWrapped(t *testing.T) {
	gz := func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }
	zl := func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }
	var le []byte
	for _, u := range utf16.Encode([]rune("x" + word)) {
		le = append(le, byte(u), byte(u>>8))
	}
	escaped, _ := json.Marshal("{\"a\":\"" + word + "\"}")
	for name, b := range map[string][]byte{
		"plain":          []byte("あ" + word + "い"),
		"search file":    searchFileOf(word, ""),
		"utf-16 in one":  searchFileOf(string(le), ""),
		"gzip":           packed(gz, "", word),
		"zlib":           packed(zl, "", word),
		"html":           []byte("&#26494;&#23888;&#x79d8;"),
		"json":           []byte(`"\u677e\u5d50\u79d8"`),
		"json in json":   escaped,
		"percent":        []byte("?q=" + url.QueryEscape(word)),
		"css":            []byte(`content: "\677e \5d50\79d8"`),
		"base64":         []byte("data:," + base64.StdEncoding.EncodeToString([]byte("xy"+word))),
		"base64 url":     []byte(base64.RawURLEncoding.EncodeToString([]byte(word))),
		"gzip in base64": []byte(base64.StdEncoding.EncodeToString(packed(gz, "", word))),
		"blanks between": []byte("松　嵐\n秘"),
		"tabs between":   []byte("松\t嵐\t秘"),
		"utf-16":         le,
	} {
		if got := In(b, []string{word, "別の語"}); len(got) != 1 || got[0].Needle != word {
			t.Errorf("%s: %v", name, got)
		}
	}
	if got := In([]byte("XQZ-Himitsu"), []string{"xqz-himitsu"}); len(got) != 1 {
		t.Error("case matters")
	}
}

func TestFindsNames(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, url.QueryEscape(word)+".txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if got, err := Find(dir, []string{word}); err != nil || len(got) != 1 {
		t.Errorf("%v %v", got, err)
	}
}
