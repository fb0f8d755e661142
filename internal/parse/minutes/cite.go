package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// cites finds the inquiries and replies that are named by their day
// (平成12年2月16日付答申), their year (平成12年の答申) or their number (答申第18号, 答申書29-1、29-2).
// The cases that the meeting itself deals with are no citations.
func (p *parser) cites() {
	for _, f := range p.fields {
		if f.m.field == "handouts" {
			for _, l := range f.lines {
				p.cite(l.text, l.n)
			}
		}
	}
	for _, it := range p.rec.Items {
		for _, s := range it.Sections {
			for _, x := range s.Passages {
				if strings.Contains(x.Text, "答申") || strings.Contains(x.Text, "諮問") {
					n := x.Line
					for i, l := range strings.Split(x.Text, "\n") {
						if i > 0 {
							n = 0
						}
						p.cite(l, max(n, x.Line))
					}
				}
			}
		}
	}
}

func (p *parser) cite(text string, n int) {
	done := map[int]bool{}
	for _, d := range jadate.Find(text) {
		rest := text[d.End:]
		for _, link := range []string{"付けの", "付けで", "付の", "付け", "付", "の", ""} {
			after, ok := strings.CutPrefix(rest, link)
			if !ok || d.Day == 0 && link != "の" {
				continue
			}
			word := ""
			for _, w := range []string{"諮問", "答申"} {
				if strings.HasPrefix(after, w) {
					word = w
				}
			}
			if word == "" {
				continue
			}
			end := d.End + len(link) + len(word)
			c := record.Cite{Date: d.ISO(), Line: n}
			if num, w := serialNumber(text[end:]); num != "" {
				c.Number, end = num, end+w
			}
			c.Text = text[d.Start:end]
			p.rec.Cites = append(p.rec.Cites, c)
			done[d.End+len(link)] = true
			break
		}
	}
	for at := 0; ; {
		i := strings.Index(text[at:], "答申")
		if i < 0 {
			return
		}
		i += at
		at = i + len("答申")
		if done[i] {
			continue
		}
		end := at
		if strings.HasPrefix(text[end:], "書") {
			end += len("書")
		}
		num, w := serialNumber(text[end:])
		if num == "" {
			continue
		}
		end += w
		p.rec.Cites = append(p.rec.Cites, record.Cite{Text: text[i:end], Number: num, Line: n})
		at = end
		for { // 答申書29-1、29-2; 答申第3号及び第4号
			rest := text[at:]
			sep := 0
			for _, s := range []string{"、", "及び", "・", ",", "並びに"} {
				if strings.HasPrefix(rest, s) {
					sep = len(s)
				}
			}
			if sep == 0 {
				break
			}
			num, w := serialNumber(rest[sep:])
			if num == "" {
				break
			}
			p.rec.Cites = append(p.rec.Cites, record.Cite{Text: rest[sep : sep+w], Number: num, Line: n})
			at += sep + w
		}
	}
}

// serialNumber reads 第18号, 29-1, 令2-3 at the head of s: the number, half width,
// and the bytes it takes.
func serialNumber(s string) (string, int) {
	if rest, ok := strings.CutPrefix(s, "第"); ok {
		n, w := jadate.Leading(rest)
		if w > 0 && strings.HasPrefix(rest[w:], "号") {
			_ = n
			return textutil.Key(rest[:w]), len("第") + w + len("号")
		}
		return "", 0
	}
	i, dash := 0, false
	for k, r := range s {
		h := textutil.Half(r)
		switch {
		case k == 0 && strings.ContainsRune("令平R H", r) && r != ' ':
		case h >= '0' && h <= '9' || h == '元' && k <= 3:
		case (h == '-' || r == '－' || r == '‐') && !dash && k > 0:
			dash = true
		default:
			i = k
			goto end
		}
		i = k + len(string(r))
	}
end:
	num := textutil.Key(s[:i])
	if !dash || num == "" || num[len(num)-1] < '0' || num[len(num)-1] > '9' {
		return "", 0
	}
	return num, i
}
