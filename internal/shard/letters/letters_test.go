package letters

import (
	"strings"
	"testing"
)

const sample = "見晴市の個人情報の保護に関する条例及び情報公開条例の解釈及び運用の手引について、審査会に諮問します。"

// What is written is read again, whatever characters it has, and by a table that
// was written and read itself.
func TestThereAndBack(t *testing.T) {
	wrote := Of(sample)
	read, err := From(wrote.String())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"", sample, "ＡＢ ab JQXZ Àé ～〔〕①㍻", "𠮷野家 😀 髙﨑", "\x01\x02\b\t\n\f\r{\"a\":[1,-2]}\\", "\u0000\u001f\uffff\ue000", strings.Repeat("鬱", 300)} {
		if got := read.Decode(wrote.Append(nil, s)); got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

// The sample's own characters take a byte each.
func TestCommonTakeOneByte(t *testing.T) {
	if got, want := len(Of(sample).Append(nil, sample)), len([]rune(sample)); got != want {
		t.Errorf("%d bytes for %d characters", got, want)
	}
	few := Of(strings.Repeat(sample, 3) + "鬱")
	if few.String() != Of(sample+"鬱").String() {
		t.Error("a table depends on more than the order of the counts")
	}
}

func TestNoTable(t *testing.T) {
	for _, s := range []string{"", "abc", always + strings.Repeat("あ", common), always + "😀"} {
		if _, err := From(s); err == nil {
			t.Errorf("%q is taken for a table", s)
		}
	}
	Of(sample).Decode([]byte{255}) // cut off: no panic
	Of(sample).Decode([]byte{255, 1})
	Of(sample).Decode([]byte{200})
	Of(sample).Decode([]byte{169})
}
