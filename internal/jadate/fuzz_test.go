package jadate

import (
	"testing"
	"time"
)

// Whatever is read as a date is one of the calendar, and is where it says it is.
func FuzzFind(f *testing.F) {
	f.Add("平成30年3月29日（木）午前9時～11時")
	f.Add("H30.10/29 平15.12.16 二月十七日 同月20日 平成28年10年27日 令和元年 昭和64年1月8日")
	f.Add("午後13時30分 正午から午後5時55分から8時 10:00~")
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range Find(s) {
			if d.Start < 0 || d.Start >= d.End || d.End > len(s) {
				t.Fatalf("%q: %+v", s, d)
			}
			if iso := d.ISO(); len(iso) == len(time.DateOnly) {
				if _, err := time.Parse(time.DateOnly, iso); err != nil {
					t.Fatalf("%q: %s", s, iso)
				}
			}
		}
		for _, x := range FindTimes(s) {
			if x.Start < 0 || x.Start >= x.End || x.End > len(s) {
				t.Fatalf("%q: %+v", s, x)
			}
		}
		FindHours(s)
		FindFiscalYear(s)
	})
}
