package reply

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// view is a document with its layout taken off: s is the text without blanks,
// in half width, so that 平 成 ２ ９ 年 and 平成29年 read the same. Every rule of this
// package looks at s; every piece of a record is cut from the source by way of
// the offsets kept here, so that nothing is written that the source lacks.
type view struct {
	s     string  // folded text
	at    []int32 // for each byte of s: where its character begins in src
	src   string  // lines as read, joined by "\n"
	lines []line  // the lines that have text
	first []int32 // where each line of the source begins in src
	nums  []int   // the number of each line of the source
	step  int     // from a line with text to the next one, 2 where empty lines stand between all

	pages  []record.Residue // page numbers, running heads and contents, of which src is free
	joined map[int]bool     // where a line went on that the margin or a page's end had cut
	broken map[int]bool     // lines that go on from the one before: a page's number stood between
}

// line is a line with text, as a span of the folded text.
type line struct {
	span
	n int // its number in the file
}

// span is a run of the folded text, in bytes.
type span struct{ from, to int }

func (sp span) empty() bool { return sp.from >= sp.to }

func newView(d *source.Document) *view {
	v := &view{joined: map[int]bool{}}
	lines := v.undrawn(v.unpaged(v.unfolioed(unspaced(d))))
	v.step = stepOf(lines)
	v.src = lines.Text()
	var b strings.Builder
	b.Grow(len(v.src))
	v.at = make([]int32, 0, len(v.src)+1)
	at := 0
	for i, l := range lines.Lines {
		v.first = append(v.first, int32(at))
		v.nums = append(v.nums, l.N)
		from := b.Len()
		for i, r := range l.Text {
			if record.IsBlank(r) {
				continue
			}
			f := fold(r)
			b.WriteRune(f)
			for range utf8.RuneLen(f) {
				v.at = append(v.at, int32(at+i))
			}
		}
		switch last := len(v.lines) - 1; {
		case b.Len() == from:
		case v.broken[i] && last >= 0 && !strings.HasSuffix(b.String()[:from], "。"):
			v.lines[last].to = b.Len()
			v.joined[from] = true
		default:
			v.lines = append(v.lines, line{span{from, b.Len()}, l.N})
		}
		at += len(l.Text) + 1
	}
	v.s = b.String()
	return v
}

// fold maps one character to the one that the rules are written with: full-width
// ASCII to half width, the dashes to -, half-width kana of the item letters to
// full width. It never changes how many characters there are.
func fold(r rune) rune {
	switch {
	case r < 0x80:
		return r
	case r >= '！' && r <= '～':
		return r - 0xfee0
	case r >= 'ｱ' && r <= 'ﾝ':
		return halfKana[r-'ｱ']
	}
	switch r {
	case '｡':
		return '。'
	case '､':
		return '、'
	case '｢':
		return '「'
	case '｣':
		return '」'
	case '･':
		return '・'
	case 'ｰ':
		return 'ー'
	case '−', '‐', '‑', '‒', '–', '—', '―', '─':
		return '-'
	case '〜', '∼', '˜':
		return '~'
	case '≪', '〈', '＜':
		return '<'
	case '≫', '〉', '＞':
		return '>'
	}
	return r
}

var halfKana = []rune("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン")

// text is the source of sp, every line without the blanks around it.
func (v *view) text(sp span) string {
	if sp.empty() {
		return ""
	}
	return tidy(v.src[v.at[sp.from]:v.end(sp.to)])
}

// end is the offset in src behind the last character before to.
func (v *view) end(to int) int {
	at := int(v.at[to-1])
	_, n := utf8.DecodeRuneInString(v.src[at:])
	return at + n
}

// tidy drops what is layout in a piece: blanks at both ends of a line, and
// lines that have nothing else.
func tidy(s string) string {
	if !strings.Contains(s, "\n") {
		return strings.TrimFunc(s, record.IsBlank)
	}
	var b strings.Builder
	for l := range strings.SplitSeq(s, "\n") {
		if l = strings.TrimFunc(l, record.IsBlank); l == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l)
	}
	return b.String()
}

// lineAt is the number of the line in which the folded offset stands.
func (v *view) lineAt(off int) int {
	if len(v.nums) == 0 {
		return 1
	}
	if off >= len(v.at) {
		return v.nums[len(v.nums)-1]
	}
	at := v.at[off]
	i := sort.Search(len(v.first), func(i int) bool { return v.first[i] > at })
	return v.nums[i-1]
}

// lineIndex is the index in v.lines of the line in which off stands.
func (v *view) lineIndex(off int) int {
	i := sort.Search(len(v.lines), func(i int) bool { return v.lines[i].from > off })
	return max(i-1, 0)
}

// starts reports whether a line begins at off.
func (v *view) starts(off int) bool {
	return len(v.lines) > 0 && off < len(v.s) && v.lines[v.lineIndex(off)].from == off
}

// gap reports whether blanks or a line end stand before the character at off.
func (v *view) gap(off int) bool {
	return off <= 0 || off >= len(v.at) || v.end(off) < int(v.at[off]) && !v.joined[off]
}

// blanks counts the blanks between the character at off and the one before it on
// its line. A tab parts cells: it counts as more than a name has.
func (v *view) blanks(off int) int {
	const tab = 8
	if off <= 0 || off >= len(v.at) || v.joined[off] {
		return 0
	}
	gap := v.src[v.end(off):v.at[off]]
	return utf8.RuneCountInString(gap) + (tab-1)*strings.Count(gap, "\t")
}

// within returns the lines of sp, cut to it.
func (v *view) within(sp span) []line {
	var ls []line
	for i := v.lineIndex(sp.from); i < len(v.lines) && v.lines[i].from < sp.to; i++ {
		l := v.lines[i]
		l.from, l.to = max(l.from, sp.from), min(l.to, sp.to)
		if !l.empty() {
			ls = append(ls, l)
		}
	}
	return ls
}

// stepOf tells how far the lines with text are from each other, where nearly all have
// the same number of empty ones between them.
func stepOf(d *source.Document) int {
	const few = 20 // one of so many may be otherwise
	count := map[int]int{}
	last, n := 0, 0
	for _, l := range d.Lines {
		if tidy(l.Text) == "" {
			continue
		}
		if last > 0 {
			count[l.N-last]++
			n++
		}
		last = l.N
	}
	if count[1]*few > n {
		return 1
	}
	step := 1
	for by, k := range count {
		if by > 0 && k*2 > n {
			step = by
		}
	}
	return step
}

// below is how many lines b stands below a, the empty ones left out that stand
// everywhere.
func (v *view) below(a, b line) int { return (b.n - a.n + v.step - 1) / v.step }
