package minutes

import (
	"slices"
	"testing"

	"github.com/toshin-archive/toshin/internal/source"
)

// TestSigns asks why the lines of a small paper became what they did.
func TestSigns(t *testing.T) {
	text := "第1回 見晴市緑化審議会 会議録\n日時：令和5年10月3日（火）\n出席者\n　見晴交通株式会社　取締役　岬　一郎\n　見晴森林組合　理事　霧原　花\n議題\n　1 並木の手入れについて\n議事録\n1 並木の手入れについて\n【会長】始めます。\n【委員】枝が低いです。\n"
	got := map[int]Sign{}
	for _, s := range Signs(source.Bytes([]byte(text), "a.txt")) {
		if _, ok := got[s.Line]; !ok {
			got[s.Line] = s
		}
	}
	for line, want := range map[int]Sign{
		0: {What: SignNotation, Args: []string{"【役職】", "2"}},
		2: {What: SignWord, Args: []string{"日時"}},
		4: {What: SignPeople, Args: []string{"見晴交通株式会社", "body", "取締役", "post", "岬", "name", "一郎", "given"}},
		9: {What: SignAgenda, Args: []string{"1 並木の手入れについて"}},
	} {
		s := got[line]
		if s.What != want.What || len(s.Args) < len(want.Args) || !slices.Equal(s.Args[:len(want.Args)], want.Args) {
			t.Errorf("line %d: %+v, want %+v", line, s, want)
		}
	}
}
