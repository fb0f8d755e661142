package minutes

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

func joined(lines []line) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l.text)
	}
	return b.String()
}

// listed takes the entries of a list: one a line or several on one, without the
// bullets and numbers that only set them apart.
func listed(lines []line) []string {
	var out []string
	var style string
	full := false
	for i, l := range lines {
		full = i > 0 && lines[i-1].full
		l.text = strings.ReplaceAll(l.text, "\n", "　")                                                              // the cells of a row
		if strings.HasPrefix(l.text, "※") && len(out) > 0 && l.gap == 0 && !strings.HasPrefix(lines[0].text, "※") { // ※当日差替え
			out[len(out)-1] += l.text
			continue
		}
		if batch(l.text) != "" { // ［当日机上配布］
			if l.text = batch(l.text); l.text == "-" {
				continue
			}
		}
		if enclosed(l.text) != "" && len(out) > 0 && l.gap == 0 && l.indent > lines[0].indent { // （別冊）
			out[len(out)-1] += l.text
			continue
		}
		var parts []string
		for _, s := range enumerated(l.text) {
			parts = append(parts, papers(s)...)
		}
		for k, s := range parts {
			if rest := strings.TrimLeft(s, "-－‐"); rest != s && textutil.IsBlank(textutil.FirstRune(rest)) {
				s = textutil.TrimLeft(rest)
			}
			s = textutil.TrimLeft(strings.TrimLeft(s, "・•○●◇◆■□･※*＊▪▶➢"))
			n, ok := numbered(s)
			switch {
			case ok && (n.n == 1 || n.style == style):
				style, s = n.style, n.rest
			case !ok && k == 0 && len(out) > 0 && (wraps(out[len(out)-1], l) || full && l.gap == 0 && !papered(l.text)):
				out[len(out)-1] += s
				continue
			}
			if s != "" && textutil.Key(s) != "なし" {
				out = append(out, s)
			}
		}
	}
	return out
}

// batches are what papers are grouped under by when they were handed out.
var batches = regexp.MustCompile(`^(?:事前|当日|席上|机上|席上|会議前|審議前|会議後|追加|当日机上|当日席上)(?:送付|配布|配付|提出|追加|郵送)?(?:資料|分|物|した資料)?$`)

// batch is what stands behind such a heading on its line, "-" where nothing does; ""
// where s does not begin with one.
func batch(s string) string {
	t := strings.TrimLeft(textutil.Trim(s), "・•○●◇◆■□※▪")
	if inner := whole(t); inner != "" && !strings.ContainsAny(inner, closing) || inner == "" && enclosed(t) != "" {
		if batches.MatchString(textutil.Key(strings.Trim(t, opening+closing))) {
			return "-"
		}
		return ""
	}
	if batches.MatchString(textutil.Key(t)) {
		return "-"
	}
	i := strings.IndexAny(clip(t, 60), "】]］〕>＞〉)）:：")
	if i <= 0 || !strings.ContainsAny(t[:i], opening) && !strings.ContainsRune(":：", textutil.FirstRune(t[i:])) {
		return ""
	}
	if strings.ContainsRune(")）", textutil.FirstRune(t[i:])) { // （当日配布）児童数の推計 says it of one paper
		return ""
	}
	if rest := textutil.TrimLeft(t[i+len(string(textutil.FirstRune(t[i:]))):]); rest != "" && batches.MatchString(textutil.Key(strings.TrimLeft(t[:i], opening))) {
		return rest
	}
	return ""
}

// papers cuts a line that names several papers: 次第、資料1 …、資料2 ….
func papers(s string) []string {
	var out []string
	from, depth := 0, 0
	last := paperNumber(s)
	prev := ' '
	for i, r := range s {
		if n := 0; depth == 0 && last > 0 && i > 0 && textutil.IsBlank(prev) && !textutil.IsBlank(r) {
			if n = paperNumber(s[i:]); n == last+1 { // 資料1 … 資料2 …
				out = append(out, textutil.Trim(s[from:i]))
				from, last = i, n
			}
		}
		prev = r
		switch {
		case strings.ContainsRune("(（「", r):
			depth++
		case strings.ContainsRune(")）」", r):
			depth--
		case depth == 0 && strings.ContainsRune("、，／/", r):
			before, after := textutil.Trim(s[from:i]), textutil.TrimLeft(s[i+len(string(r)):])
			for _, w := range []string{"資料", "参考", "別紙", "別冊", "別図", "当日", "追加", "委員名簿", "名簿"} {
				if strings.HasPrefix(after, w) && before != "" || strings.HasSuffix(before, "次第") || strings.HasSuffix(before, "議案書") || strings.HasSuffix(before, "名簿") || strings.HasSuffix(before, "座席表") || strings.HasSuffix(before, "席次表") {
					out = append(out, before)
					from = i + len(string(r))
					break
				}
			}
		}
	}
	out = append(out, textutil.Trim(s[from:]))
	if ws := strings.Split(s, "、"); len(out) == 1 && len(ws) > 2 && paperNumber(s) == 0 && !strings.Contains(s, "。") { // 前回の議事録、朝市の収支、…
		for _, w := range ws {
			if w == "" || textutil.Longer(w, 20) || strings.Count(w, "（")+strings.Count(w, "(") != strings.Count(w, "）")+strings.Count(w, ")") {
				return out
			}
		}
		return ws
	}
	return out
}

// paperNumber is the number of a paper that s begins with: 資料2 …; 0 for none.
func paperNumber(s string) int {
	rest, ok := cutSpaced(s, "資料")
	if !ok {
		return 0
	}
	n, w := jadate.Leading(clip(textutil.Fold(clip(rest, 20)), 20))
	if w == 0 || !textutil.IsDigit(textutil.FirstRune(rest)) {
		return 0
	}
	return n
}

// wraps reports whether a line of a list goes on with the entry before it.
func wraps(before string, l line) bool {
	if l.gap == 0 && strings.Count(before, "[")+strings.Count(before, "（")+strings.Count(before, "(") > strings.Count(before, "]")+strings.Count(before, "）")+strings.Count(before, ")") {
		return true
	}
	return l.gap == 0 && textutil.Longer(before, 30) && strings.ContainsRune("のをはがにと・、", textutil.LastRune(before))
}

// papered reports whether a line begins like an entry of its own: ・…, 資料1 ….
func papered(s string) bool {
	if strings.ContainsRune("・•○●◇◆■□･※*＊▪▶➢【", textutil.FirstRune(s)) {
		return true
	}
	for _, w := range []string{"資料", "参考", "別紙", "別冊", "当日", "追加", "委員名簿", "名簿", "次第"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}
