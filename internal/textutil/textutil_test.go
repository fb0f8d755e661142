package textutil

import (
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

func TestIsBlankAgreesWithTheAccount(t *testing.T) {
	for r := rune(0); r <= 0x10ffff; r++ {
		if IsBlank(r) != record.IsBlank(r) {
			t.Errorf("%U: %v", r, IsBlank(r))
		}
	}
}

func TestKey(t *testing.T) {
	for in, want := range map[string]string{
		"日　　時":   "日時",
		"（１） 委員": "(1)委員",
		"":       "",
	} {
		if got := Key(in); got != want {
			t.Errorf("Key(%q) = %q, want %q", in, got, want)
		}
	}
	if !Longer("あいう", 2) || Longer("あいう", 3) {
		t.Error("Longer counts characters")
	}
	if Trim("\ufeff　a \u00a0") != "a" || FirstRune("") != 0 || LastRune("ab") != 'b' {
		t.Error("Trim, FirstRune, LastRune")
	}
}
