package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// caseWords name a case with the number behind them, with the kind of item
// that they make. Longer words stand before those that begin them.
var caseWords = []struct{ word, kind string }{
	{"諮問案件", "諮問"}, {"報告案件", "報告"}, {"審議案件", "審議"}, {"協議案件", "協議"},
	{"諮問第", "諮問"}, {"報告第", "報告"}, {"議案第", "議案"}, {"協議第", "協議"}, {"議第", "議案"}, {"報第", "報告"},
	{"案件", ""}, {"諮問", "諮問"},
}

const (
	opening = "【(（[［〔<＜〈≪《"
	closing = "】)）]］〕>＞〉≫》"
)

// caseAt reads a case tag at the head of s: 【諮問案件3】, (報告案件2), 諮問案件１　,
// 議案第3号. rest is what follows it.
func caseAt(s string) (id, kind, rest string, ok bool) {
	body := s
	open := textutil.FirstRune(s)
	bracketed := s != "" && strings.ContainsRune(opening, open)
	if bracketed {
		body = s[len(string(open)):]
	}
	for _, w := range caseWords {
		if !strings.HasPrefix(body, w.word) {
			continue
		}
		after := body[len(w.word):]
		_, size := jadate.Leading(after)
		if size == 0 {
			continue
		}
		end := len(w.word) + size
		after = body[end:]
		if strings.HasSuffix(w.word, "第") {
			if !strings.HasPrefix(after, "号") {
				continue
			}
			end += len("号")
			after = body[end:]
		}
		id = textutil.Key(body[:end])
		next := textutil.FirstRune(after)
		if bracketed {
			if after == "" || !strings.ContainsRune(closing, next) {
				continue
			}
			return id, w.kind, textutil.TrimLeft(after[len(string(next)):]), true
		}
		// 諮問案件2件 and 諮問案件3については are no tags of a heading
		if after == "" || textutil.IsBlank(next) || strings.ContainsRune("(（:：「『", next) {
			return id, w.kind, textutil.TrimLeft(strings.TrimLeft(after, ":：")), true
		}
	}
	return "", "", s, false
}

// kindWords tell the kind of an item from its title.
var kindWords = []struct{ word, kind string }{
	{"(報告)", "報告"}, {"(諮問)", "諮問"}, {"(協議)", "協議"}, {"(審議)", "審議"}, {"(議案)", "議案"},
}

func kindOf(title, byTag string) string {
	if byTag != "" {
		return byTag
	}
	key := textutil.Key(title)
	switch {
	case key == "開会" || key == "閉会":
		return key
	case strings.HasPrefix(key, "その他"):
		return "その他"
	}
	for _, w := range kindWords {
		if strings.Contains(key, w.word) {
			return w.kind
		}
	}
	for _, k := range []string{"諮問", "報告", "議案", "協議", "審議"} {
		if strings.HasPrefix(key, k) {
			return k
		}
	}
	if strings.HasSuffix(key, "の報告") {
		return "報告"
	}
	return ""
}
