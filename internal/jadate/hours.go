package jadate

import (
	"fmt"
	"strings"
)

// Hours is when a meeting began and ended, "HH:MM" of 24 hours; "" where the
// text does not say.
type Hours struct {
	From, To string
	Faults   HourFault
}

// HourFault says what is doubtful about the hours.
type HourFault uint8

const (
	OddHour   HourFault = 1 << iota // 午後13時30分: read as 13:30
	Backwards                       // the end lies before the beginning
	TooMany                         // more than two times: several sittings
)

// Time is one time of the day found in a text.
type Time struct {
	Minutes    int  // since midnight
	Half       rune // 前, 後 or 0 where 午前/午後 is not written
	Odd        bool // 午後13時
	Start, End int  // bytes in the text
}

func (t Time) String() string { return fmt.Sprintf("%02d:%02d", t.Minutes/60, t.Minutes%60) }

// FindTimes returns every time of the day in s: 午前9時00分, 14時, 10:00, 午後2時半, 正午.
func FindTimes(s string) []Time {
	if !strings.ContainsAny(s, "時午:：") {
		return nil
	}
	gs := glyphs(s)
	var ts []Time
	for i := 0; i < len(gs); {
		t, next, ok := timeAt(gs, i)
		if !ok {
			if digit(gs[i].r) {
				for i++; i < len(gs) && digit(gs[i].r) && !gs[i].gap; i++ {
				}
			} else {
				i++
			}
			continue
		}
		t.Start, t.End = gs[i].at, gs[next-1].end
		ts = append(ts, t)
		i = next
	}
	return ts
}

func timeAt(gs []glyph, i int) (t Time, next int, ok bool) {
	if is(gs, i, "正午") {
		return Time{Minutes: 12 * 60, Half: '後'}, i + 2, true
	}
	j := i
	switch {
	case oneOf(gs, j, "午前", "AM", "am") > 0:
		t.Half, j = '前', j+2
	case oneOf(gs, j, "午後", "PM", "pm") > 0:
		t.Half, j = '後', j+2
	}
	h, k, isNum := number(gs, j)
	if !isNum || h > 29 || k >= len(gs) {
		return t, i, false
	}
	m := 0
	switch gs[k].r {
	case '時':
		k++
		if k < len(gs) && (gs[k].r == '間' || gs[k].r == '点') { // 2時間, 10時点
			return t, i, false
		}
		if k < len(gs) && gs[k].r == '半' {
			m, k = 30, k+1
		} else if n, l, isMin := number(gs, k); isMin && l < len(gs) && gs[l].r == '分' && n < 60 {
			m, k = n, l+1
		}
	case ':':
		n, l, isMin := number(gs, k+1)
		if !isMin || l-k != 3 || n >= 60 || !digit(gs[j].r) { // two digits: 10:00
			return t, i, false
		}
		m, k = n, l
	default:
		return t, i, false
	}
	if t.Half != 0 && h > 12 {
		t.Odd = true
	} else if t.Half == '後' && h < 12 {
		h += 12
	} else if t.Half == '前' && h == 12 {
		h = 0
	}
	t.Minutes = h*60 + m
	return t, k, true
}

// FindHours reads the hours of a meeting from s: the first time and the second.
// An end without 午前/午後 takes the half of the beginning, or the afternoon where
// it would lie before it (午前10時～3時).
func FindHours(s string) Hours {
	ts := FindTimes(s)
	var h Hours
	if len(ts) == 0 {
		return h
	}
	from := ts[0]
	if from.Odd {
		h.Faults |= OddHour
	}
	h.From = from.String()
	if len(ts) == 1 {
		// only 閉会 (or まで) before or after one time makes it the end
		if onlyEnd(s, from) {
			h.From, h.To = "", h.From
		}
		return h
	}
	if len(ts) > 2 {
		h.Faults |= TooMany
		return h
	}
	to := ts[1]
	if to.Odd {
		h.Faults |= OddHour
	}
	if to.Half == 0 && from.Half != 0 && to.Minutes < from.Minutes && to.Minutes < 12*60 {
		to.Minutes += 12 * 60
	}
	if to.Minutes < from.Minutes {
		h.Faults |= Backwards
		return h
	}
	h.To = to.String()
	return h
}

func onlyEnd(s string, t Time) bool {
	after := strings.TrimSpace(s[t.End:])
	before := s[:t.Start]
	for _, w := range []string{"閉会", "終了", "散会", "まで"} {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	for _, w := range []string{"閉会", "終了", "散会"} {
		if strings.Contains(before, w) && !strings.Contains(before, "開会") {
			return true
		}
	}
	return false
}
