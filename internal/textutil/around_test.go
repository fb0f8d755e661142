package textutil

import (
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// Around finds what a search through the whole text finds.
func TestAround(t *testing.T) {
	re := regexp.MustCompile(`《?(?:審査|審議){0,2}(経過)(?:年月日)?`)
	const longest = len("《審査審査経過年月日")
	words := strings.Fields("《 審査 審議 経過 年月日 経 過 。 である")
	rnd := rand.New(rand.NewPCG(1, 2))
	hits := 0
	for range 3000 {
		var b strings.Builder
		for range rnd.IntN(60) {
			b.WriteString(words[rnd.IntN(len(words))])
		}
		got, want := Around(re, b.String(), "経過", longest), re.FindAllStringSubmatchIndex(b.String(), -1)
		hits += len(want)
		if len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("%s: got %v, want %v", b.String(), got, want)
		}
	}
	if hits == 0 {
		t.Error("nothing was found")
	}
}
