package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// pieces cuts a line at its commas; those in brackets do not count. Shared
// suffixes are given to all: A・B・C各委員, A、B、Cの各評議員.
func pieces(s string) []string {
	var ts []string
	depth, at := 0, 0
	for i, r := range s {
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			depth = max(depth-1, 0)
		case '、', '，', ',', '／', '；':
			if depth == 0 {
				ts = append(ts, textutil.Trim(s[at:i]))
				at = i + len(string(r))
			}
		}
	}
	ts = append(ts, textutil.Trim(s[at:]))
	if n := len(ts); n > 0 {
		if a, b, ok := strings.Cut(ts[n-1], "及び"); ok && a != "" && b != "" && !strings.ContainsAny(ts[n-1], "(（") {
			ts = append(ts[:n-1], textutil.Trim(a), textutil.Trim(b))
		}
	}
	return abreastNames(shared(ts))
}

// abreastNames parts names that a dot joins behind their office: 総務班 沼宮内・根市.
func abreastNames(ts []string) []string {
	var out []string
	for _, t := range ts {
		k := strings.LastIndexFunc(t, textutil.IsBlank)
		names := strings.Split(t[k+1:], "・")
		if k >= 0 {
			names = strings.Split(textutil.TrimLeft(t[k:]), "・")
		}
		ok := len(names) > 1
		close := ok
		for _, n := range names { // 寺門課長・戸祭主任
			before, _, role := roleOf(n)
			close = close && role == "executive" && nameShape(before) > 2 && !isOffice(before)
		}
		if close {
			for _, n := range names {
				out = append(out, t[:max(k, 0)]+"　"+n)
			}
			continue
		}
		for _, n := range names {
			_, _, role := roleOf(n)
			ok = ok && role == "" && nameShape(n) > 2 && officeSuffix(n) != n && !strings.ContainsFunc(n, textutil.IsKatakana) && !sectors[n]
		}
		if !ok || k < 0 {
			out = append(out, t)
			continue
		}
		out = append(out, t[:k]+"　"+names[0])
		for _, n := range names[1:] {
			out = append(out, t[:k]+"　"+n)
		}
	}
	return out
}

func shared(ts []string) []string {
	last, tail := ts[len(ts)-1], ""
	if i := strings.LastIndexAny(last, "(（"); i > 0 && strings.ContainsRune(")）", textutil.LastRune(last)) {
		last, tail = textutil.Trim(last[:i]), last[i:] // 納谷の各委員（後閑副委員長は欠席）
	}
	name, suffix := "", ""
	for _, w := range []string{"の各", "各", "の両", "両"} {
		if i := strings.Index(last, w); i > 0 {
			if _, _, role := roleOf(textutil.Key(last[i+len(w):])); role != "" {
				name, suffix = textutil.Trim(last[:i]), textutil.Trim(last[i+len(w):])
				break
			}
		}
	}
	if suffix == "" {
		return ts
	}
	ts[len(ts)-1] = name
	var out []string
	for _, t := range ts {
		for _, n := range strings.FieldsFunc(t, func(r rune) bool { return r == '・' || r == '･' }) {
			if _, _, role := roleOf(textutil.Key(n)); role == "" {
				n += suffix
			}
			out = append(out, n)
		}
	}
	if tail != "" {
		out[len(out)-1] += tail
	}
	return out
}
