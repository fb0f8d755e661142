package markdown

import (
	"strings"
	"testing"
	"time"

	"github.com/toshin-archive/toshin/internal/source/sourcetest"
)

// Front matter that unfolds into a billion words is a fault, at once.
func TestFrontMatterThatUnfolds(t *testing.T) {
	var b strings.Builder
	b.WriteString("---\na0: &a0 [笑, 笑]\n")
	for i, last := 1, "a0"; i < 40; i++ {
		name := "a" + string(rune('0'+i/10)) + string(rune('0'+i%10))
		b.WriteString(name + ": &" + name + " [*" + last + ", *" + last + "]\n")
		last = name
	}
	b.WriteString("---\n本文\n")
	begin := sourcetest.CPUTime()
	d := read(b.String())
	if len(d.Diagnostics) != 1 || d.Diagnostics[0].Code != "P906" || d.Text() != "本文\n" {
		t.Errorf("%+v %.100q", d.Diagnostics, d.Text())
	}
	if spent := sourcetest.CPUTime() - begin; spent > 2*time.Second {
		t.Errorf("took %v", spent)
	}
}

// Time is in proportion to the text, also where a mark opens on every character.
func TestLinear(t *testing.T) {
	for _, piece := range []string{"本文の一行です。\n", "**", "*a ", "__a ", "[", "[a](", "`", "\\", "|a", "|-", "<b", "&amp;", "# ", "> ", "1. ", "~~~\n", "a\n===\n"} {
		ok, quarter, whole := sourcetest.Linear(1<<17, func(n int) { read(strings.Repeat(piece, n/len(piece))) })
		if !ok {
			t.Errorf("%q: %v, four times as long %v", piece, quarter, whole)
		}
	}
}
