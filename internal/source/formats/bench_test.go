package formats_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/japanese"

	"github.com/toshin-archive/toshin/internal/source/formats"
	. "github.com/toshin-archive/toshin/internal/source/sourcetest"
)

// long is the meeting with its speeches said over and over: so many bytes of text.
func long(size int) []block {
	bs := append([]block{}, meeting...)
	for n := 0; n < size; {
		for _, x := range meeting[9:14] {
			bs = append(bs, x)
			n += len(x.text)
		}
	}
	return bs
}

// BenchmarkRead says how many MB of text a second come out of each format: MB of
// the text itself, not of the file. The second size shows that time is in
// proportion.
func BenchmarkRead(b *testing.B) {
	reader := formats.New()
	defer reader.Close()
	for _, mb := range []int{1, 4} {
		bs := long(mb << 20)
		plain := text(bs)
		sjis, err := japanese.ShiftJIS.NewEncoder().String(plain)
		if err != nil {
			b.Fatal(err)
		}
		var rows [][]string
		var list strings.Builder
		list.WriteString("番号,答申日,件名,概要\n")
		rows = append(rows, []string{"番号", "答申日", "件名", "概要"})
		for i, x := range bs[9:] {
			r := []string{fmt.Sprintf("答申第%d号", i), "令和5年6月1日", "灯台の点検記録の件", x.text}
			rows = append(rows, r)
			list.WriteString(strings.Join(r, ",") + "\n")
		}
		for _, c := range []struct {
			name string
			b    []byte
		}{
			{"a.txt", []byte(plain)}, {"sjis.txt", []byte(sjis)}, {"a.md", []byte(markdown(bs))}, {"a.html", []byte(page(bs))},
			{"a.docx", word(bs)}, {"a.csv", []byte(list.String())}, {"a.xlsx", sheet(b, rows)}, {"a.pdf", print(bs)},
		} {
			if mb > 1 && (c.name == "a.pdf" || c.name == "a.xlsx") {
				continue // the engines' own time
			}
			b.Run(fmt.Sprintf("%s/%dMB", c.name, mb), func(b *testing.B) {
				b.SetBytes(int64(len(plain)))
				spent := CPUTime()
				for b.Loop() {
					if ds := reader.Bytes(c.b, c.name); ds[0].Failed() {
						b.Fatalf("%+v", ds[0].Diagnostics)
					}
				}
				// on a busy machine the processors' time says more than the clock
				b.ReportMetric(float64(len(plain)*b.N)/1e6/(CPUTime()-spent).Seconds(), "MB/cpu-s")
			})
		}
	}
}

func sheet(b *testing.B, rows [][]string) []byte {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i, r := range rows {
		cells := make([]any, len(r))
		for k, c := range r {
			cells[k] = c
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}
