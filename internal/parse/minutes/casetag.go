package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// caseWords name a case with the number behind them, with the kind of item
// that they make. Longer words stand before those that begin them.
var caseWords = []struct{ word, kind string }{
	{"諮問案件", "諮問"}, {"報告案件", "報告"}, {"審議案件", "審議"}, {"協議案件", "協議"}, {"諮問事項", "諮問"}, {"報告事項", "報告"}, {"協議事項", "協議"}, {"審議事項", "審議"}, {"議決事項", "議案"}, {"付議案件", "議案"},
	{"諮問第", "諮問"}, {"報告第", "報告"}, {"議案第", "議案"}, {"協議第", "協議"}, {"議第", "議案"}, {"報第", "報告"},
	{"請願第", ""}, {"陳情第", ""}, {"発議第", "議案"}, {"認定第", "議案"}, {"同意第", "議案"}, {"承認第", "議案"}, {"諮第", "諮問"}, {"専決第", "議案"}, {"意見書案第", "議案"}, {"決議案第", "議案"},
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
	if k := strings.Index(clip(body, 40), "年"); k > 0 && !bracketed {
		rest := strings.TrimPrefix(body[k+len("年"):], "度")
		if d, is := jadate.FindFiscalYear(body[:k] + "年度"); is && d.Start == 0 {
			if id, kind, title, ok := caseAt(rest); ok && strings.Contains(id, "第") {
				return textutil.Key(body[:len(body)-len(rest)]) + id, kind, title, true
			}
		}
	}
	if id, rest, ok := serialAt(s, body, bracketed); ok {
		return id, "", rest, true
	}
	if id, kind, rest, ok := numberFirst(body, bracketed); ok {
		return id, kind, rest, true
	}
	for _, w := range caseWords {
		after, ok := cutSpaced(body, w.word)
		if !ok {
			continue
		}
		_, size := jadate.Leading(after)
		if size == 0 || textutil.IsBlank(textutil.FirstRune(after)) && !strings.HasSuffix(w.word, "第") {
			continue
		}
		end := len(body) - len(after) + size
		after = body[end:]
		if strings.HasSuffix(w.word, "第") {
			rest, ok := cutSpaced(after, "号")
			if !ok {
				continue
			}
			end = len(body) - len(rest)
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
		if strings.HasPrefix(after, "事案") || strings.HasPrefix(after, "「") {
			return id, w.kind, after, true
		}
		if after == "" || textutil.IsBlank(next) || strings.ContainsRune("(（:：「『", next) {
			return id, w.kind, textutil.TrimLeft(strings.TrimLeft(after, ":：")), true
		}
	}
	return "", "", s, false
}

// numberFirst reads a case whose number stands before its word: 第１号議案　….
func numberFirst(body string, bracketed bool) (id, kind, rest string, ok bool) {
	after, ok := cutSpaced(body, "第")
	if !ok {
		return "", "", body, false
	}
	after = textutil.TrimLeft(after)
	_, size := jadate.Leading(after)
	if size == 0 {
		return "", "", body, false
	}
	after, ok = cutSpaced(after[size:], "号")
	if !ok {
		return "", "", body, false
	}
	for _, w := range []struct{ word, kind string }{{"議案", "議案"}, {"報告", "報告"}, {"協議", "協議"}, {"諮問", "諮問"}, {"審議", "審議"}, {"案件", ""}, {"請願", ""}, {"陳情", ""}} {
		tail, is := cutSpaced(after, w.word)
		if !is {
			continue
		}
		next := textutil.FirstRune(tail)
		id = textutil.Key(body[:len(body)-len(tail)])
		switch {
		case bracketed && tail != "" && strings.ContainsRune(closing, next):
			return id, w.kind, textutil.TrimLeft(tail[len(string(next)):]), true
		case bracketed:
		case tail == "" || textutil.IsBlank(next) || strings.ContainsRune("(（:：「『", next):
			return id, w.kind, textutil.TrimLeft(strings.TrimLeft(tail, ":：")), true
		}
	}
	return "", "", body, false
}

// serialAt reads a case that goes by its year and number: 【令4-3】, 【6-19】.
func serialAt(s, body string, bracketed bool) (id, rest string, ok bool) {
	if !bracketed {
		return "", s, false
	}
	end := strings.IndexAny(body, closing)
	if end <= 0 || end > 24 {
		return "", s, false
	}
	id = textutil.Key(body[:end])
	t := strings.TrimLeft(strings.TrimLeft(id, "令平和成RHrh"), "元0123456789")
	if t == id || t == "" || strings.Count(t, "-") > 1 || strings.Trim(t, "-‐－0123456789") != "" || !strings.ContainsAny(t, "-‐－") || strings.ContainsAny(id, "/") {
		return "", s, false
	}
	if strings.TrimLeft(t, "-‐－") == "" {
		return "", s, false
	}
	return id, textutil.TrimLeft(body[end+len(string(textutil.FirstRune(body[end:]))):]), true
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
	for _, w := range []string{"【公開】", "【非公開】", "【一部公開】", "(公開)", "(非公開)", "(一部公開)"} {
		key = strings.TrimSuffix(key, w)
	}
	switch {
	case key == "開会" || key == "閉会":
		return key
	case strings.HasPrefix(key, "その他"):
		return "その他"
	}
	for _, w := range kindWords {
		if strings.Contains(key, w.word) || strings.Contains(key, "【"+strings.Trim(w.word, "()")+"】") {
			return w.kind
		}
	}
	for _, k := range []string{"諮問", "報告", "議案", "協議", "審議"} {
		if strings.HasPrefix(key, k) && !strings.HasPrefix(key, k+"会") {
			return k
		}
	}
	if strings.HasSuffix(key, "報告") || strings.HasSuffix(key, "の報告について") || strings.HasSuffix(key, "の報告の件") {
		return "報告"
	}
	return ""
}
