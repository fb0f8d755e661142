package diag

import (
	"errors"
	"strings"
	"testing"
)

// A clerk reads why in Japanese, an engineer what the library said.
func TestCauses(t *testing.T) {
	for _, c := range []struct {
		code string
		arg  any
		want string
	}{
		{"R014", errors.New("word/document.xml: unexpected EOF"), "途中で切れています"},
		{"R001", errors.New("permission denied"), "読み取りの権限がありません"},
		{"R042", "too many rows: 100001", "（行の数 100001）"},
		{"A002", "toml: unexpected character U+00E8 'è' at start of value", "半角の引用符「\"」で囲みます"},
		{"A002", "unknown key: cover", "知らない項目名です: cover"},
		{"G027", errors.New("error parsing regexp: missing closing ): `(`"), "かっこ「)」が閉じていません"},
		{"R014", "x.xml に知らない事", "x.xml に知らない事"},
	} {
		d := At(c.code, 0, 0, "", c.arg)
		if !strings.Contains(d.Message, c.want) {
			t.Errorf("%v: %s", c.arg, d.Message)
		}
		if e, ok := c.arg.(error); ok && !strings.Contains(In("en", d).Message, e.Error()) {
			t.Errorf("English: %s", In("en", d).Message)
		}
	}
}
