package minutes

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/parse/cite"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// cites finds the replies, inquiries and rulings that the handouts and the
// proceedings name, and the provisions (条文). The cases that the meeting itself
// deals with are no citations.
func (p *parser) cites() {
	own := map[string]bool{}
	for _, a := range p.rec.Agenda {
		own[a.Case] = true
	}
	for _, it := range p.rec.Items {
		own[it.Case] = true
	}
	for _, f := range p.fields {
		if f.m.field == "handouts" {
			for _, l := range f.lines {
				p.cite(l.text, l.n, own)
			}
		}
	}
	var b strings.Builder
	for _, it := range p.rec.Items {
		for _, s := range it.Sections {
			for _, x := range s.Passages {
				if strings.Contains(x.Text, "答申") || strings.Contains(x.Text, "諮問") || strings.Contains(x.Text, "判決") || strings.Contains(x.Text, "裁決") {
					for _, l := range strings.Split(x.Text, "\n") {
						p.cite(l, x.Line, own)
					}
				}
				if strings.Contains(x.Text, "条") || strings.Contains(x.Text, "法") {
					b.WriteString(textutil.Key(x.Text))
				}
			}
		}
	}
	found, _ := cite.Provisions(b.String(), cite.Layout{Home: homeOf.FindString(p.rec.Council)})
	seen := map[string]bool{}
	for _, f := range found {
		if !seen[f.Text] {
			seen[f.Text] = true
			p.rec.Articles = append(p.rec.Articles, f.Text)
		}
	}
}

var homeOf = regexp.MustCompile(`^\p{Han}{1,5}?[市町村区県都府道]`)

// mention is a citation with the bytes of the text that it takes.
type mention struct {
	from, to int
	record.Cite
}

// cite adds the mentions of one line.
func (p *parser) cite(text string, n int, own map[string]bool) {
	ms := append(byDay(text), byNumber(text)...)
	key, at := folded(text)
	for _, m := range cite.Find(key) {
		if m.Kind == cite.Meeting || m.To > len(at)-1 {
			continue
		}
		x := mention{at[m.From], at[m.To], record.Cite{Kind: string(m.Kind), Number: m.Number, Date: m.Date}}
		if m.Council != "" && !strings.HasSuffix(p.rec.Council, m.Council) {
			x.Council = m.Council
		}
		ms = append(ms, x)
	}
	slices.SortStableFunc(ms, func(a, b mention) int { return cmp.Compare(a.from, b.from) })
	end := 0
	for _, m := range ms {
		m.Text, m.Line = textutil.Trim(text[m.from:m.to]), n
		if m.from < end || own[textutil.Key(m.Text)] {
			continue
		}
		end = m.to
		if m.Kind == string(cite.Ruling) {
			p.rec.Rulings = append(p.rec.Rulings, m.Cite)
			continue
		}
		p.rec.Cites = append(p.rec.Cites, m.Cite)
	}
}

// folded is s half width and without blanks; at tells where each of its bytes
// begins in s.
func folded(s string) (key string, at []int) {
	var b strings.Builder
	for i, r := range s {
		if textutil.IsBlank(r) {
			continue
		}
		h := textutil.Half(r)
		for range utf8.RuneLen(h) {
			at = append(at, i)
		}
		b.WriteRune(h)
	}
	return b.String(), append(at, len(s))
}

// kindOfWord is what a mention by its word points at.
var kindOfWord = map[string]string{"諮問": string(cite.Inquiry), "答申": string(cite.Reply)}

// byDay finds mentions by day or year: 平成12年2月16日付答申, 平成12年の答申.
func byDay(text string) []mention {
	var ms []mention
	for _, d := range jadate.Find(text) {
		rest := text[d.End:]
		for _, link := range []string{"付けの", "付けで", "付の", "付け", "付", "の", ""} {
			after, ok := strings.CutPrefix(rest, link)
			if !ok || d.Day == 0 && link != "の" {
				continue
			}
			word := ""
			for w := range kindOfWord {
				if strings.HasPrefix(after, w) {
					word = w
				}
			}
			if word == "" {
				continue
			}
			end := d.End + len(link) + len(word)
			c := record.Cite{Kind: kindOfWord[word], Date: d.ISO()}
			if num, w := serialNumber(text[end:]); num != "" {
				c.Number, end = num, end+w
			}
			ms = append(ms, mention{d.Start, end, c})
			break
		}
	}
	return ms
}

// byNumber finds replies by number: 答申第18号, 答申書29-1、29-2.
func byNumber(text string) []mention {
	var ms []mention
	for at := 0; ; {
		i := strings.Index(text[at:], "答申")
		if i < 0 {
			return ms
		}
		i += at
		at = i + len("答申")
		end := at
		if strings.HasPrefix(text[end:], "書") {
			end += len("書")
		}
		num, w := serialNumber(text[end:])
		if num == "" {
			continue
		}
		end += w
		ms = append(ms, mention{i, end, record.Cite{Kind: string(cite.Reply), Number: num}})
		at = end
		for { // 答申書29-1、29-2; 答申第3号及び第4号
			rest := text[at:]
			sep := 0
			for _, s := range []string{"、", "及び", "・", ",", "並びに"} {
				if strings.HasPrefix(rest, s) {
					sep = len(s)
				}
			}
			num, w := serialNumber(rest[sep:])
			if sep == 0 || num == "" {
				break
			}
			ms = append(ms, mention{at + sep, at + sep + w, record.Cite{Kind: string(cite.Reply), Number: num}})
			at += sep + w
		}
	}
}

// serialNumber reads 第18号, 29-1, 令2-3 at the head of s: the number, half width,
// and the bytes it takes.
func serialNumber(s string) (string, int) {
	if rest, ok := strings.CutPrefix(s, "第"); ok {
		_, w := jadate.Leading(rest)
		if w > 0 && strings.HasPrefix(rest[w:], "号") {
			return textutil.Key(rest[:w]), len("第") + w + len("号")
		}
		return "", 0
	}
	end, dash := 0, false
	for i, r := range clip(s, 40) {
		h := textutil.Half(r)
		switch {
		case i == 0 && strings.ContainsRune("令平RH", r):
		case h >= '0' && h <= '9' || h == '元' && i <= 3:
		case (h == '-' || r == '‐') && !dash && i > 0:
			dash = true
		default:
			h = 0
		}
		if h == 0 {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	num := textutil.Key(s[:end])
	if !dash || num == "" || num[len(num)-1] < '0' || num[len(num)-1] > '9' {
		return "", 0
	}
	return num, end
}
