package parse

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// grown is a sample record with its body repeated until it has that many bytes.
func grown(b testing.TB, name, from string, size int) *source.Document {
	t, err := os.ReadFile(filepath.Join("../../data/records", name))
	if err != nil {
		b.Fatal(err)
	}
	at := strings.Index(string(t), from)
	if at < 0 {
		b.Fatalf("%s has no %q", name, from)
	}
	head, body := string(t[:at]), string(t[at:])
	text := head + strings.Repeat(body+"\n", max(1, (size-len(head))/len(body)))
	return source.Bytes([]byte(text), name)
}

// BenchmarkParse says how many MB of text are parsed a second, and that thirty
// times the text takes thirty times as long.
func BenchmarkParse(b *testing.B) {
	for _, k := range []struct {
		name, file, from string
		kind             record.Kind
	}{
		{"minutes", "minutes/unei-r5-1.txt", "1　会長及び副会長の選出について\n\n（", record.KindMinutes},
		{"reply", "replies/shinsa-014.txt", "２　審査請求の趣旨", record.KindReply},
	} {
		for _, mb := range []int{1, 30} {
			b.Run(fmt.Sprintf("%s/%dMB", k.name, mb), func(b *testing.B) {
				d := grown(b, k.file, k.from, mb<<20)
				d.Kind = k.kind
				b.SetBytes(int64(len(d.Text())))
				b.ResetTimer()
				for b.Loop() {
					if r, _ := Document(d); r == nil || len(r.Pieces()) == 0 {
						b.Fatal("no record")
					}
				}
			})
		}
	}
}
