package docx

import (
	"strconv"
	"strings"

	"github.com/toshin-archive/toshin/internal/source/docx/numfmt"
)

// level is one level of a list: how its numbers look and where they start.
type level struct {
	format  string // decimal, aiueo, …
	text    string // %1. , （%1）, 第%1
	suffix  string // tab, space, nothing
	style   string // the paragraph style bound to it
	start   int
	restart int // restarts after a level above this one, 1-based; -1 after any
	legal   bool
}

type definition struct {
	levels map[int]level
	link   string // style that holds the definition instead
}

// lists counts the automatic numbers of a document.
type lists struct {
	defs   map[string]*definition   // w:abstractNum
	nums   map[string]string        // w:num → w:abstractNum
	over   map[string]map[int]level // levels that a w:num overrides
	starts map[string]map[int]int   // starts that a w:num overrides
	counts map[string]*[9]int       // by w:abstractNum: the number last given, 0 where none
	begun  map[string]bool          // w:num whose own starts were used
}

// fresh is the same lists at their beginning.
func (l *lists) fresh() *lists {
	c := *l
	c.counts, c.begun = map[string]*[9]int{}, map[string]bool{}
	return &c
}

// loadNumbering reads numbering.xml.
func (r *reader) loadNumbering() error {
	l := &lists{defs: map[string]*definition{}, nums: map[string]string{}, over: map[string]map[int]level{}, starts: map[string]map[int]int{}}
	r.lists = l.fresh()
	b, err := r.part("numbering")
	if b == nil || err != nil {
		return err
	}
	links := map[string]string{} // style → abstractNum that defines it
	err = each(b, "abstractNum", func(n *node) {
		d := &definition{levels: map[int]level{}, link: n.child("numStyleLink").val()}
		for _, k := range n.kids {
			if k.name == "lvl" {
				d.levels[number(k.val("ilvl"), 0)] = readLevel(k)
			}
		}
		id := n.val("abstractNumId")
		l.defs[id] = d
		if s := n.child("styleLink").val(); s != "" {
			links[s] = id
		}
	})
	if err != nil {
		return err
	}
	err = each(b, "num", func(n *node) {
		id := n.val("numId")
		abstract := n.child("abstractNumId").val()
		if d := l.defs[abstract]; d != nil && d.link != "" && links[d.link] != "" {
			abstract = links[d.link]
		}
		l.nums[id] = abstract
		for _, k := range n.kids {
			if k.name != "lvlOverride" {
				continue
			}
			at := number(k.val("ilvl"), 0)
			if s := k.child("startOverride"); s != nil {
				if l.starts[id] == nil {
					l.starts[id] = map[int]int{}
				}
				l.starts[id][at] = number(s.val(), 1)
			}
			if o := k.child("lvl"); o != nil {
				if l.over[id] == nil {
					l.over[id] = map[int]level{}
				}
				l.over[id][at] = readLevel(o)
			}
		}
	})
	r.lists = l.fresh()
	return err
}

func readLevel(n *node) level {
	v := level{format: n.child("numFmt").val(), text: n.child("lvlText").val(), suffix: n.child("suff").val(),
		style: n.child("pStyle").val(), start: number(n.child("start").val(), 1), restart: -1, legal: n.child("isLgl").on()}
	if x := n.child("lvlRestart"); x != nil {
		v.restart = number(x.val(), -1)
	}
	if n.child("lvlText").val("null") == "1" {
		v.text = ""
	}
	return v
}

func number(s string, otherwise int) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return otherwise
}

// of is the level that a paragraph's number has: its own numPr, else that of its
// style.
func (r *reader) numbered(ppr *node) (num string, at int) {
	if own := ppr.child("numPr"); own != nil {
		if id := own.child("numId").val(); id != "" {
			return id, number(own.child("ilvl").val(), 0)
		}
	}
	r.styles.chain(ppr.child("pStyle").val(), func(id string, s style) bool {
		if s.numID == "" {
			return false
		}
		num, at = s.numID, s.level
		if d := r.lists.defs[r.lists.nums[num]]; d != nil {
			for i, v := range d.levels {
				if v.style == id {
					at = i
				}
			}
		}
		return true
	})
	return num, at
}

// next is the number before the next paragraph of that list and level, with the
// blank behind it; "" where it has none.
func (l *lists) next(num string, at int) string {
	abstract, ok := l.nums[num]
	d := l.defs[abstract]
	if !ok || d == nil || at < 0 || at > 8 {
		return ""
	}
	c := l.counts[abstract]
	if c == nil {
		c = &[9]int{}
		l.counts[abstract] = c
	}
	if !l.begun[num] {
		l.begun[num] = true
		for i := range l.starts[num] {
			if i < 9 {
				c[i] = 0
			}
		}
	}
	if c[at] == 0 {
		c[at] = l.start(num, d, at)
	} else {
		c[at]++
	}
	for i := at + 1; i < 9; i++ {
		if v := l.level(num, d, i); v.restart < 0 || v.restart > at {
			c[i] = 0
		}
	}
	return l.render(num, d, at, c)
}

func (l *lists) level(num string, d *definition, at int) level {
	if v, ok := l.over[num][at]; ok {
		return v
	}
	v, ok := d.levels[at]
	if !ok {
		v.restart = -1
	}
	return v
}

func (l *lists) start(num string, d *definition, at int) int {
	if s, ok := l.starts[num][at]; ok {
		return s
	}
	return l.level(num, d, at).start
}

func (l *lists) render(num string, d *definition, at int, c *[9]int) string {
	v := l.level(num, d, at)
	var b strings.Builder
	switch v.format {
	case "none":
	case "bullet":
		b.WriteString(strings.Map(numfmt.Symbol, v.text))
	default:
		for i := 0; i < len(v.text); i++ {
			if v.text[i] != '%' || i+1 >= len(v.text) || v.text[i+1] < '1' || v.text[i+1] > '9' {
				b.WriteByte(v.text[i])
				continue
			}
			i++
			k := int(v.text[i] - '1')
			n, format := c[k], l.level(num, d, k).format
			if n == 0 {
				n = l.start(num, d, k)
			}
			if v.legal && k < at {
				format = "decimal"
			}
			b.WriteString(numfmt.Number(format, n))
		}
	}
	if b.Len() > 0 && v.suffix != "nothing" {
		b.WriteByte(' ')
	}
	return b.String()
}
