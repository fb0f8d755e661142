package jadate

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text, iso, weekday string
		faults             Fault
	}{
		{"平成30年3月29日(木曜日)午前9時00分", "2018-03-29", "木", 0},
		{"平成３０年３月２９日（木）", "2018-03-29", "木", 0},
		{"平 成 2 9 年 １ 月 3 0 日", "2017-01-30", "", 0},
		{"平成 24 年 1 月 30 日", "2012-01-30", "", 0},
		{"令和元年１２月１日（日曜）", "2019-12-01", "日", 0},
		{"平成二十二年十月十九日", "2010-10-19", "", 0},
		{"二〇一八年七月十九日", "2018-07-19", "", 0},
		{"[2018年7月19日]", "2018-07-19", "", 0},
		{"更新日:2022/11/15", "2022-11-15", "", 0},
		{"2018-07-19", "2018-07-19", "", 0},
		{"H30.3.29", "2018-03-29", "", 0},
		{"H30.10/29", "2018-10-29", "", 0},
		{"（平15.12.16裁決）", "2003-12-16", "", 0},
		{"Ｒ２．１．５", "2020-01-05", "", 0},
		{"2018年（平成30年）7月19日", "2018-07-19", "", 0},
		{"平成31年（2019年）4月1日", "2019-04-01", "", 0},
		{"会議室2 2018年7月19日", "2018-07-19", "", 0},
		{"昭和63年12月31日", "1988-12-31", "", 0},
		{"平成28年10年27日", "", "", Impossible},
		{"平成8年12月13月", "", "", Impossible},
		{"平成29年2月30日", "", "", Impossible},
		{"令和4年10月31日（火）", "2022-10-31", "火", WrongDay},
		{"平成31年5月2日", "2019-05-02", "", OutOfEra},
		{"平成30年3月　　日", "", "", 0},
		{"平成12年の答申", "", "", 0},
		{"30年3月29日", "", "", 0},
	} {
		d, ok := First(c.text)
		if !ok {
			t.Errorf("%s: no date", c.text)
			continue
		}
		if d.ISO() != c.iso || d.Weekday != c.weekday || d.Faults != c.faults {
			t.Errorf("%s: got %q %q %v, want %q %q %v", c.text, d.ISO(), d.Weekday, d.Faults, c.iso, c.weekday, c.faults)
		}
	}
}

func TestNoDate(t *testing.T) {
	for _, s := range []string{
		"", "平成29年度", "3年間", "1.日時", "9条1項2号", "○年○月○日", "第2回", "2.5.", "075-955-3143",
		"令1-5、6、7", "毎月", "同日", "29年度 第2回", "１２時３０分",
	} {
		if d := Find(s); len(d) > 0 {
			t.Errorf("%q: found %+v", s, d)
		}
	}
}

// partial is the date as far as it is given.
func partial(d Date) string {
	return strings.ReplaceAll(fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day), "-00", "")
}

func TestPartialAndRelative(t *testing.T) {
	text := "平成12年2月16日、同月20日、同年12月3日及び同日の各決定、平成13年4月、平成14年"
	want := []string{"2000-02-16", "2000-02-20", "2000-12-03", "2000-12-03", "2001-04", "2002"}
	got := Find(text)
	if len(got) != len(want) {
		t.Fatalf("got %d dates: %+v", len(got), got)
	}
	for i, d := range got {
		if p := partial(d); p != want[i] {
			t.Errorf("%d (%s): got %s, want %s", i, text[d.Start:d.End], p, want[i])
		}
	}
	if d, _ := First("30年3月29日"); d.In(2018).ISO() != "2018-03-29" {
		t.Errorf("without an era: %+v", d.In(2018))
	}
	if d, _ := First("平成30年3月29日"); d.FiscalYear() != 2017 {
		t.Errorf("年度 of March: %d", d.FiscalYear())
	}
}

func TestFiscalYear(t *testing.T) {
	for _, c := range []struct {
		text          string
		year, written int
	}{
		{"29年度 第2回", 0, 29},
		{"平成２９年度第１回", 2017, 29},
		{"令和元年度 第3回", 2019, 1},
		{"2018年度", 2018, 2018},
		{"第3回（平成 31 年度）", 2019, 31},
	} {
		y, ok := FindFiscalYear(c.text)
		if !ok || y.Year != c.year || y.Written != c.written {
			t.Errorf("%s: got %+v", c.text, y)
		}
	}
	if y := YearNear(29, 2018); y != 2017 {
		t.Errorf("29 near 2018 = %d", y)
	}
	if e, _ := EraOfFiscalYear(2017); e.Letter != "h" || e.Number(2017) != 29 {
		t.Errorf("era of 2017: %+v", e)
	}
	if e, _ := EraOfFiscalYear(2019); e.Letter != "r" || e.Number(2019) != 1 {
		t.Errorf("era of 2019: %+v", e)
	}
}

func TestHours(t *testing.T) {
	for _, c := range []struct {
		text, from, to string
		faults         HourFault
	}{
		{"平成30年4月5日(木曜日)午前9時00分~午前11時00分", "09:00", "11:00", 0},
		{"午後１時３０分～３時", "13:30", "15:00", 0},
		{"午後5時55分から8時まで", "17:55", "20:00", 0},
		{"午前10時〜正午", "10:00", "12:00", 0},
		{"10:00∼12:15", "10:00", "12:15", 0},
		{"１４時００分－１６時", "14:00", "16:00", 0},
		{"午後7時開会 午後7時45分閉会", "19:00", "19:45", 0},
		{"午前11時45分閉会", "", "11:45", 0},
		{"閉会 午後 0 時 15 分", "", "12:15", 0},
		{"午後13時30分", "13:30", "", OddHour},
		{"午前10時～3時", "10:00", "15:00", 0},
		{"10:00～3:00", "10:00", "", Backwards},
		{"午 後 2 時 0 0 分 か ら", "14:00", "", 0},
		{"午後二時半", "14:30", "", 0},
		{"午前9時～10時、午後1時～2時", "09:00", "", TooMany},
		{"2時間", "", "", 0},
		{"", "", "", 0},
	} {
		if h := FindHours(c.text); h.From != c.from || h.To != c.to || h.Faults != c.faults {
			t.Errorf("%s: got %+v, want %s %s %v", c.text, h, c.from, c.to, c.faults)
		}
	}
}

func TestInt(t *testing.T) {
	for s, want := range map[string]int{"12": 12, "１２": 12, "十二": 12, "二十": 20, "百三": 103, "一〇": 10, "1 2": 12, "千二百": 1200} {
		if n, ok := Int(s); !ok || n != want {
			t.Errorf("%s: got %d %v, want %d", s, n, ok, want)
		}
	}
	for _, s := range []string{"", "あ", "12a", "12 3"} {
		if n, ok := Int(s); ok {
			t.Errorf("%q: got %d", s, n)
		}
	}
	if n, size := Leading("１２番（見晴議員）"); n != 12 || size != 6 {
		t.Errorf("Leading: %d %d", n, size)
	}
}

// Spans lie in the text, in order, whatever the text.
func TestSpans(t *testing.T) {
	part := rapid.SampledFrom([]string{"平成", "令和", "元", "３０", "3", "年", "月", "日", "同", "度", " ", "　", "(", "木", ")", "曜日", "H", ".", "/", "十", "〇", "午後", "時", "半", "分", ":", "あ", "\xff"})
	rapid.Check(t, func(t *rapid.T) {
		s := ""
		for range rapid.IntRange(0, 20).Draw(t, "n") {
			s += part.Draw(t, "part")
		}
		at := 0
		for _, d := range Find(s) {
			if d.Start < at || d.End <= d.Start || d.End > len(s) {
				t.Fatalf("%q: %+v", s, d)
			}
			at = d.End
		}
		at = 0
		for _, x := range FindTimes(s) {
			if x.Start < at || x.End <= x.Start || x.End > len(s) {
				t.Fatalf("%q: %+v", s, x)
			}
			at = x.End
		}
	})
}
