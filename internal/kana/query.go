package kana

import "strings"

// maxChains bounds the ways tried for one phrase.
const maxChains = 24

// maxUnits bounds a phrase: what is longer is searched by its beginning, so that
// a pasted page costs no more than a sentence.
const maxUnits = 200

// piece is one step of a way to read the query, tier the best it can reach.
type piece struct {
	atoms []Atom
	tier  Tier
	shown string // what a reading expanded to, as people are shown it
}

// choice is the ways to read one stretch of the query, the typed one first.
type choice []piece

// stretch is the units [from,to) of the query and the ways to read them.
type stretch struct {
	from, to int
	ways     choice
}

// Query lists the ways to find one phrase, the literal one first. Its tier is
// Exact where the occurrence is also written so: an occurrence whose
// Span.Changed differs from Atom.Changed, unit by unit, is Folded.
func (t *Table) Query(term string) []Chain { return t.QueryWith(term, nil) }

// QueryWith is Query with the archive's reading lexicon for kana and romaji.
func (t *Table) QueryWith(term string, lex Lexicon) []Chain {
	f := t.pool.Get().(*folder)
	defer t.put(f)
	f.query(term)
	if len(f.out) == 0 {
		return nil
	}
	return product(f.choices(lex))
}

// query folds a query phrase. Marks that nobody means go from its ends: 答申。 々の
func (f *folder) query(term string) {
	f.asks = true
	f.read(term)
	f.raw = f.raw[:min(len(f.raw), maxUnits)]
	for i := range f.raw {
		f.raw[i].gap &^= gapBlock
	}
	f.bend()
	for n := len(f.out); n > 1 && has1("。、.,!?…", f.out[n-1].r); n-- {
		f.out = f.out[:n-1]
	}
	for len(f.out) > 1 && has1("。、,々〻ゝゞヽヾ", f.out[0].r) {
		f.out = f.out[1:]
	}
}

// choices cuts the query into stretches, each by the first rule that fits where it
// begins, with the ways to read it.
func (f *folder) choices(lex Lexicon) []stretch {
	alts := f.alts(nil)
	var cs []stretch
	for i := 0; i < len(f.out); {
		best := longestAlt(alts, i, len(f.out))
		if c, ok := f.ordinal(i, best.to > i); ok {
			cs = append(cs, c)
			if c.to > i {
				i = c.to
				continue
			}
		}
		c := f.stretchAt(i, best, alts, lex)
		cs = append(cs, c)
		i = c.to
	}
	return cs
}

// stretchAt is the stretch of one unit or more at unit i: a word that is spelled
// otherwise, too; romaji; a number or a date; a run of digits or letters; kana; or
// one character. best is the longest number or date there.
func (f *folder) stretchAt(i int, best alt, alts []alt, lex Lexicon) stretch {
	if c, ok := f.spelled(i, best, alts, lex); ok {
		return c
	}
	if c, ok := f.romajiAt(i, best, lex); ok {
		return c
	}
	k := i + 1
	switch {
	case best.to > i:
		return stretch{i, best.to, choice{{atoms: f.literal(i, best.to)}, through(best)}}
	case f.out[i].cls.whole():
		k = f.runEnd(i)
	case f.out[i].cls.isKana():
		k = f.kanaEnd(i)
		return stretch{i, k, f.kanaChoice(i, k, lex)}
	}
	return stretch{i, k, append(choice{{atoms: f.literal(i, k)}}, f.likened(i)...)}
}

// spelled is a word that is written with more or fewer kana, or in other characters.
func (f *folder) spelled(i int, best alt, alts []alt, lex Lexicon) (stretch, bool) {
	k, forms := f.t.spell.at(f, i)
	if k <= i || k <= best.to {
		return stretch{}, false
	}
	c := choice{{atoms: f.literal(i, k)}}
	if as, ok := f.inFigures(alts, i, k); ok {
		c = append(c, piece{atoms: as, tier: Folded})
	}
	for _, w := range forms {
		c = append(c, piece{atoms: f.t.atoms(w), tier: Folded})
	}
	if f.out[i].cls.isKana() {
		n := f.kanaEnd(i)
		c = f.reading(c, lex, string(f.runes(i, k)), n == k && i == 0 && k == len(f.out))
	}
	return stretch{i, k, c}, true
}

// romajiAt is a word in Latin letters that can be read as kana.
func (f *folder) romajiAt(i int, best alt, lex Lexicon) (stretch, bool) {
	if lex == nil || f.out[i].cls != letter {
		return stretch{}, false
	}
	k := f.romajiEnd(i)
	if k < best.to {
		return stretch{}, false
	}
	word := f.typed(i, k)
	if word == "" || len(Romaji(word)) == 0 {
		return stretch{}, false
	}
	c := choice{{atoms: f.literal(i, k)}}
	if best.to == k {
		c = append(c, through(best))
	}
	return stretch{i, k, f.romaji(c, lex, word, i == 0 && k == len(f.out))}, true
}

// likened are the other characters that unit i may stand for in names and counts.
func (f *folder) likened(i int) choice {
	switch r := f.out[i].r; {
	case r == '個' && f.counts(i):
		return choice{gram("か", Folded), gram("箇", Folded)}
	case r == '箇' && f.counts(i):
		return choice{gram("か", Folded), gram("個", Folded)}
	case r == '斎':
		return choice{gram("斉", Loose)}
	case r == '斉':
		return choice{gram("斎", Loose)}
	}
	return nil
}

// counts reports that unit i begins the query as the か of 3か月 does.
func (f *folder) counts(i int) bool {
	return i == 0 && len(f.out) > 1 && has1(beforeKa, f.out[1].r)
}

// longestAlt is the longest number or date of alts at unit i that ends by unit most;
// its end is 0 where there is none.
func longestAlt(alts []alt, i, most int) (best alt) {
	for _, a := range alts {
		if a.from == i && a.to > best.to && a.to <= most && a.term[0] != '=' && a.term[0] != '~' {
			best = a
		}
	}
	return best
}

// through finds what an alternate stands for, however it is written.
func through(a alt) piece {
	return piece{atoms: []Atom{{Text: a.term, Kind: Alt}}, tier: Folded}
}

// ordinal is the 第 of an article that the text or the query leaves out: 9条1項 is
// 第9条第1項. A stretch of no units may find a 第 before the number at unit i.
func (f *folder) ordinal(i int, number bool) (stretch, bool) {
	if i == 0 || f.out[i].gap&gapPunct != 0 {
		return stretch{}, false
	}
	p := f.out[i-1].r
	if f.out[i].r == '第' && has1("条項", p) && i+1 < len(f.out) && (f.out[i+1].cls == digit || numeral(f.out[i+1].r) >= 0) {
		return stretch{i, i + 1, choice{{atoms: f.literal(i, i+1)}, {tier: Folded}}}, true
	}
	if (number || f.out[i].cls == digit) && has1("条項法例則令", p) && (f.out[i].cls == digit || numeral(f.out[i].r) >= 0) {
		return stretch{i, i, choice{{}, gram("第", Folded)}}, true
	}
	return stretch{}, false
}

// inFigures is the units [i,k) with the numbers among them in figures.
func (f *folder) inFigures(alts []alt, i, k int) (as []Atom, ok bool) {
	for i < k {
		if best := longestAlt(alts, i, k); best.to > i {
			as, ok, i = append(as, Atom{Text: best.term, Kind: Alt}), true, best.to
			continue
		}
		e := i + 1
		if f.out[i].cls.whole() {
			e = f.runEnd(i)
		}
		as, i = append(as, f.literal(i, e)...), e
	}
	return as, ok
}

// literal is the units [i,k) as typed.
func (f *folder) literal(i, k int) (as []Atom) {
	for i < k {
		e, kind := i+1, Gram
		if f.out[i].cls.whole() {
			e, kind = f.runEnd(i), Run
		}
		a := Atom{Kind: kind}
		for ; i < e; i++ {
			a.Text += string(f.out[i].r)
			a.Changed = append(a.Changed, f.out[i].fl&isChanged != 0)
		}
		as = append(as, a)
	}
	return as
}

// atoms is a folded word of the tables, its figures and letters whole.
func (t *Table) atoms(w string) []Atom {
	f := t.pool.Get().(*folder)
	defer t.put(f)
	f.read(w)
	f.bend()
	as := f.literal(0, len(f.out))
	for i := range as {
		as[i].Changed = nil
	}
	return as
}

func gram(s string, t Tier) piece { return piece{atoms: []Atom{{Text: s, Kind: Gram}}, tier: t} }

// kanaEnd is the end of the run of one kana script at i.
func (f *folder) kanaEnd(i int) int {
	k := i + 1
	for k < len(f.out) && f.out[k].cls.isKana() && (f.out[k].cls == long || f.out[k].cls == f.out[i].cls || f.out[i].cls == long) {
		k++
	}
	return k
}

// kanaChoice: a kana run as typed; in the other script where sizes differ; with
// the final ー that a longer run of the text would have lost; without inner ー.
func (f *folder) kanaChoice(i, k int, lex Lexicon) choice {
	run := f.out[i:k]
	var typed, other, large strings.Builder
	smalls, longs := 0, 0
	for _, u := range run {
		typed.WriteRune(u.r)
		o, l := u.r, u.r
		if u.fl&isKata != 0 {
			if n := strings.IndexRune("ツヤユヨ", u.r); n >= 0 {
				o = map[rune]rune{'ツ': 'つ', 'ヤ': 'や', 'ユ': 'ゆ', 'ヨ': 'よ'}[u.r]
				if u.fl&isChanged != 0 {
					o--
				}
			}
		} else if has1("っゃゅょ", u.r) {
			smalls++
			l = u.r + 1
			o = foldKana(u.r + 0x60)
		} else if has1("つやゆよ", u.r) {
			o = foldKana(u.r + 0x60)
		}
		if u.cls == long {
			longs++
		}
		other.WriteRune(o)
		large.WriteRune(l)
	}
	c := choice{{atoms: f.literal(i, k)}}
	kata := run[0].fl&isKata != 0 || run[0].cls == long
	alone := i == 0 && k == len(f.out)
	if other.String() != typed.String() && (kata || smalls+longs > 0 || alone) {
		c = append(c, gram(other.String(), Folded))
	}
	last := run[len(run)-1]
	if last.cls == long && len(run) > 1 {
		body := []rune(typed.String())
		n := len(body) - 1
		for n > 0 && body[n] == 'ー' {
			n--
		}
		p := piece{tier: Folded}
		if n > 0 {
			p.atoms = append(p.atoms, Atom{Text: string(body[:n]), Kind: Gram})
		}
		p.atoms = append(p.atoms, Atom{Text: "=" + string(body[n]) + "ー", Kind: Alt})
		c = append(c, p)
	}
	if f.out[i].cls == katakana && k-i >= 4 {
		bare := strings.ReplaceAll(typed.String(), "ー", "")
		if bare != typed.String() && len([]rune(bare)) >= 2 {
			c = append(c, gram(bare, Loose))
		}
		c = append(c, piece{atoms: []Atom{{Text: "~" + bare, Kind: Alt}}, tier: Loose})
	}
	if smalls > 0 && !kata {
		c = append(c, gram(large.String(), Loose))
	}
	if kata {
		c = f.reading(c, lex, other.String(), alone)
	} else {
		c = f.reading(c, lex, typed.String(), alone)
	}
	switch {
	case k-i == 1 && run[0].r == 'け' && kata && (i == 0 && k < len(f.out) || i > 0 && k == len(f.out)):
		c = append(c, gram("が", Folded))
		if i == 0 && has1(beforeKa, f.out[k].r) {
			c = append(c, gram("か", Folded))
		}
	}
	return c
}

// product is the chains of all choices, those that change least first.
func product(cs []stretch) []Chain {
	ways := []piece{{}}
	for _, c := range cs {
		next := make([]piece, 0, len(ways)*len(c.ways))
		for _, p := range c.ways {
			for _, w := range ways {
				if len(next) >= maxChains {
					break
				}
				n := piece{tier: max(w.tier, p.tier), atoms: append(append([]Atom(nil), w.atoms...), p.atoms...)}
				next = append(next, n)
			}
		}
		ways = next
	}
	seen := map[string]bool{}
	var chains []Chain
	for tier := Exact; tier <= Loose; tier++ {
		for _, w := range ways {
			if w.tier != tier {
				continue
			}
			ch := Chain{Atoms: merge(w.atoms), Tier: tier}
			if k := ch.key(); !seen[k] {
				seen[k] = true
				chains = append(chains, ch)
			}
		}
	}
	return chains
}

// merge joins neighbouring Gram atoms to one.
func merge(as []Atom) (out []Atom) {
	for _, a := range as {
		if n := len(out); n > 0 && a.Kind == Gram && out[n-1].Kind == Gram {
			l := &out[n-1]
			l.Changed = append(pad(l), pad(&a)...)
			l.Text += a.Text
			l.WordEnd = a.WordEnd
			continue
		}
		a.Changed = append([]bool(nil), a.Changed...)
		out = append(out, a)
	}
	return out
}

func pad(a *Atom) []bool {
	if a.Changed != nil {
		return a.Changed
	}
	return make([]bool, len([]rune(a.Text)))
}

func (c Chain) key() string {
	var b strings.Builder
	for _, a := range c.Atoms {
		b.WriteByte('0' + byte(a.Kind))
		b.WriteString(a.Text)
		b.WriteByte(0)
	}
	return b.String()
}

func (f *folder) runes(i, k int) (rs []rune) {
	rs = make([]rune, k-i)
	for n := range rs {
		rs[n] = f.out[i+n].r
	}
	return rs
}
