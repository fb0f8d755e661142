package reply

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
)

// roster reads the members that sp lists below the heading label. It takes
// nothing and returns false where sp has other things.
func (p *parser) roster(label, sp span) bool {
	all := sp
	if ls := p.within(sp); len(ls) > 1 && namesBody(p.s[ls[0].from:ls[0].to]) {
		p.bodyAndDivision(p.s[ls[0].from:ls[0].to])
		sp.from = ls[1].from
	}
	names, end := p.rosterTable(sp)
	below := span{end, sp.to}
	if names == nil {
		below, end = sp, sp.to
	}
	if ls := p.within(below); names == nil {
		n := 0
		for ; n < len(ls); n++ {
			ns, ok := p.rosterLine(ls[n].span)
			if !ok {
				end = ls[n].from
				break
			}
			names = append(names, ns...)
		}
		if aligned := p.alignedRoster(ls); len(aligned) > n || len(aligned) == n && longer(aligned, names) {
			names, end = aligned, sp.to
			if n = len(aligned); n < len(ls) {
				end = ls[n].from
			}
		}
	} else {
		for _, l := range ls {
			ns, ok := p.rosterLine(l.span)
			if !ok {
				end = l.from
				break
			}
			names = append(names, ns...)
		}
	}
	if ls := p.within(span{end, sp.to}); len(ls) == 1 && (rosterNote.MatchString(p.s[ls[0].from:ls[0].to]) || rosterHead.MatchString(p.s[ls[0].from:ls[0].to])) {
		end = sp.to
	}
	if len(names) == 0 || !p.free(label) || !p.free(span{all.from, end}) {
		return false
	}
	if m := divisionOfTitle.FindStringSubmatch(p.s[label.from:label.to]); m != nil && p.rec.Division == "" { // 第2部会委員
		p.rec.Division = m[1]
	}
	if m := bodyOfTitle.FindStringSubmatch(p.s[label.from:label.to]); m != nil && p.rec.Council == "" { // …審査会委員名簿
		p.rec.Council = m[1]
	}
	f := record.Field{Name: "members", Line: p.lineAt(label.from), Label: p.take(label), Text: p.take(span{all.from, end})}
	p.fieldAt(label.from, f)
	p.rec.Members = names
	if rest := (span{end, sp.to}); !rest.empty() {
		p.section(heading{kind: "text", words: end}, rest)
	}
	return true
}

// longer tells that the names in as are those in bs, not cut at their blanks.
func longer(as, bs []string) bool {
	if len(as) != len(bs) {
		return false
	}
	for i := range as {
		if !strings.HasPrefix(as[i], bs[i]) {
			return false
		}
	}
	return true
}

// rosterNote is a line below the members that speaks of them.
var rosterNote = regexp.MustCompile(`^(?:なお|※|\(?注).{0,40}委員`)

// longestRoster is how long a line of members may be, in bytes.
const longestRoster = 2000

// rosterLine reads the names of one line: A、B及びC; 会長 A 委員 B; A(会長) B; A会長, or
// a table's row of name and title. ok is false where the line is no such thing.
func (p *parser) rosterLine(sp span) (names []string, ok bool) {
	if sp.to-sp.from > longestRoster {
		return nil, false
	}
	s := strings.TrimSuffix(strings.TrimPrefix(p.s[sp.from:sp.to], "("), ")")
	if rosterHead.MatchString(s) {
		return nil, true
	}
	if namesBody(s) {
		return nil, false
	}
	if strings.HasSuffix(p.s[sp.from:sp.to], ")") && !strings.HasPrefix(p.s[sp.from:sp.to], "(") {
		s = p.s[sp.from:sp.to]
	}
	if name := p.nameOfCells(sp); name != "" {
		return []string{name}, true
	}
	for _, part := range p.people(sp, s) {
		if len(names) == 0 && namesBody(part) && part != s { // 遠見町行政不服審査会　委員　…
			continue
		}
		for range 2 { // 見晴市審査会委員会長…
			part = strings.TrimPrefix(part, p.titleAt(rosterTitle, sp.from+max(strings.Index(p.s[sp.from:sp.to], part), 0), part))
		}
		part = titleBehind.ReplaceAllString(part, "")
		part = affiliation.ReplaceAllString(part, "")
		if part == "" {
			continue
		}
		if len(names) > 0 && job.MatchString(part) { // 氏名 会長 弁護士
			continue
		}
		part = p.beforeJob(sp, part)
		if !personName.MatchString(part) {
			return nil, false
		}
		names = append(names, part)
	}
	return names, len(names) > 0
}

// job is what a roster says of a member behind the name.
var job = regexp.MustCompile(`^(?:元|前)?[\p{Han}\p{Katakana}ー・]{0,16}?(?:弁護士|司法書士|税理士|公認会計士|社会保険労務士|行政書士|教授|准教授|講師|学長|研究員|職員|会社員|役員|記者|代表|公募|市民|識見者?|有識者|経験者?|理事|相談員|委員|会長)$`)

// place is where a member works or what stands for it.
var place = regexp.MustCompile(`^(?:元|前)?[\p{Han}\p{Katakana}ー・]{1,16}(?:会|社|社友|団|団体|組合|協会|連合会|大学|学校|病院|法人|事務所|委員会|局|部|課)(?:\p{Han}{0,4})$`)

// beforeJob leaves out of part, in the line sp, the job that blanks part from the
// name.
func (p *parser) beforeJob(sp span, part string) string {
	at := strings.Index(p.s[sp.from:sp.to], part)
	for i := range part {
		if at < 0 || utf8.RuneCountInString(part[:i]) < 3 {
			continue
		}
		wide := p.blanks(sp.from + at + i)
		if p.gap(sp.from+at+i) && (wide > 1 || !p.spaced(sp)) && job.MatchString(part[i:]) ||
			wide > 2 && place.MatchString(part[i:]) {
			return part[:i]
		}
	}
	return part
}

// affiliation is what stands behind a name in brackets.
var affiliation = regexp.MustCompile(`\([^()]{1,24}\)$`)

// nameOfCells is the name in a row of title, name and job that wide blanks part.
func (p *parser) nameOfCells(sp span) string {
	var cells []string
	from := sp.from
	for i := range p.s[sp.from:sp.to] {
		if off := sp.from + i; off > from && p.blanks(off) > 1 {
			cells = append(cells, p.s[from:off])
			from = off
		}
	}
	cells = append(cells, p.s[from:sp.to])
	if len(cells) == 4 && cells[0]+cells[1] == "委員" { // 委　　員　…
		cells = cells[1:]
		cells[0] = "委員"
	}
	if n := utf8.RuneCountInString(cells[min(1, len(cells)-1)]); len(cells) == 3 && rosterTitle.FindString(cells[0]) == cells[0] && personName.MatchString(cells[1]) && n > 1 &&
		(job.MatchString(cells[2]) || utf8.RuneCountInString(cells[2]) > 3) && !rosterTitle.MatchString(cells[2]) {
		return cells[1]
	}
	return ""
}

// rosterBelow tells that the line below l lists members.
func (p *parser) rosterBelow(l line) bool {
	i := p.lineIndex(l.from) + 1
	if i+1 < len(p.lines) && namesBody(p.s[p.lines[i].from:p.lines[i].to]) {
		i++
	}
	if i >= len(p.lines) {
		return false
	}
	_, ok := p.rosterLine(p.lines[i].span)
	return ok
}
