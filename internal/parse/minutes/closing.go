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
