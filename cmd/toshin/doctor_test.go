package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// Whatever doctor can find has its words, and every word is of something that it
// can find.
func TestDoctorHasWords(t *testing.T) {
	src := ""
	for _, f := range []string{"doctor.go", "system_unix.go", "system_windows.go"} {
		b, err := os.ReadFile("../../internal/doctor/" + f)
		if err != nil {
			t.Fatal(err)
		}
		src += string(b)
	}
	said := map[string]bool{}
	for _, m := range regexp.MustCompile(`p\.say\("(\w+)", (Fine|Note|Fault), "(\w*)"`).FindAllStringSubmatch(src, -1) {
		key := strings.TrimSpace(m[1] + " " + map[string]string{"Fine": "ok", "Note": "note", "Fault": "fault"}[m[2]] + " " + m[3])
		said[key] = true
		if x := doctorText.advice[key]; x.message == "" || (x.hint == "") != (m[2] == "Fine") {
			t.Errorf("%s: %+v", key, x)
		}
	}
	for key := range doctorText.advice {
		if !said[key] {
			t.Errorf("%q is never found", key)
		}
	}
}
