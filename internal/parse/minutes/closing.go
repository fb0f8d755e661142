package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

func hasHours(s string) bool { return len(jadate.FindTimes(clip(s, 120))) > 0 }

// closing reads the hour at which the meeting ended from its last words:
// 午前11時45分閉会, (閉会 午後3時).
func (p *parser) closing() {
	r := p.rec
	for i := range r.Items {
		for _, s := range r.Items[i].Sections {
			for _, x := range s.Passages {
				if x.Speaker == nil && !textutil.Longer(x.Text, 40) {
					p.hour(x.Text)
				}
			}
		}
	}
	for _, x := range r.Items {
		for _, l := range x.Labels {
			p.hour(l.Text)
		}
	}
	p.spokenHours()
}

// spokenHours reads the hours that stand in brackets behind what opens and closes the
// meeting: ただいまより開会いたします。（10：03）.
func (p *parser) spokenHours() {
	for _, it := range p.rec.Items {
		for _, s := range it.Sections {
			for _, x := range s.Passages {
				if x.Speaker == nil || !textutil.HasAny(x.Text, "(", "（") {
					continue
				}
				for _, piece := range strings.FieldsFunc(x.Text, func(r rune) bool { return r == '\n' || r == ')' || r == '）' }) {
					i := strings.LastIndexAny(piece, "(（")
					if i < 0 || textutil.Longer(piece[i:], 12) {
						continue
					}
					if ts := jadate.FindTimes(piece[i:]); len(ts) != 1 {
						continue
					}
					before := piece[:i]
					if k := strings.LastIndex(strings.TrimRight(before, "。 　"), "。"); k >= 0 {
						before = before[k:]
					}
					for _, w := range []string{"再開", "休憩"} {
						if strings.Contains(before, w) {
							before = ""
						}
					}
					p.hour(before + piece[i:])
				}
			}
		}
	}
}

func (p *parser) hour(s string) {
	ts := jadate.FindTimes(s)
	if len(ts) != 1 {
		return
	}
	key := textutil.Key(s)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(key, w) {
				return true
			}
		}
		return false
	}
	switch {
	case has("閉会", "散会", "終了", "閉議", "延会"):
		if p.rec.End == "" {
			p.rec.End = ts[0].String()
		}
	case has("開会", "開議", "開始"):
		if p.rec.Start == "" {
			p.rec.Start = ts[0].String()
		}
	}
}
