package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// item opens the item that l heads, or goes on with it where it was put off.
func (p *parser) item(l line, out *headings, num number, id, kind, title string, known *record.AgendaItem) {
	h := record.Heading{Text: l.text, Line: l.n}
	var office string
	title, office = departmentTail(title)
	above := out.kind(num.style)
	it := record.Item{Number: num.text, Case: id, Title: title, Kind: kindOf(title, kind), Line: l.n, Labels: []record.Heading{h}, Department: office}
	if id == "" {
		if c, _, rest, ok := caseAt(strings.TrimSuffix(title, "について")); ok && rest == "" { // （1）諮問第３１号について
			it.Case = c
		}
	}
	if it.Number == "" && id != "" && len(p.rec.Items) > 0 {
		it.Number = p.last().Number
	}
	if known != nil {
		if known.Number != "" && (num.text == "" || num.style == "議題") {
			it.Number = known.Number
		}
		if it.Kind == "" {
			it.Kind = known.Kind
		}
		if it.Case == "" {
			it.Case = known.Case
		}
		if it.Department == "" {
			for _, s := range strings.Split(known.Label, "\n") {
				if _, d := departmentTail("。" + s); d != "" {
					it.Department = d
				}
			}
		}
		if it.Title == "" && it.Case != "" {
			it.Title = ""
		}
	}
	group := groupKind(title)
	if it.Kind == "" {
		it.Kind = group
	}
	if it.Kind == "" {
		it.Kind = above
	}
	if num.style == "" && group != "" {
		out.levels = []level{{style: "≪", n: 0, kind: group}}
	} else {
		out.enter(num, group, false)
	}
	for i, old := range p.rec.Items { // put off and taken up again
		if len(p.rec.Items) > 500 {
			break
		}
		same := it.Case != "" && old.Case == it.Case || it.Case == "" && old.Title != "" && old.Title == it.Title && old.Number == it.Number && old.Kind == it.Kind
		if same {
			old.Labels = append(old.Labels, h)
			if i == len(p.rec.Items)-1 {
				p.rec.Items[i] = old
				if len(old.Sections) > 0 {
					p.openSection(record.Section{Kind: "text"})
				}
				return
			}
			rest := append(append([]record.Item{}, p.rec.Items[:i]...), p.rec.Items[i+1:]...)
			p.rec.Items = append(rest, old)
			p.openSection(record.Section{Kind: "text"})
			return
		}
	}
	p.rec.Items = append(p.rec.Items, it)
}

func (p *parser) department(label string) {
	if it := p.last(); it.Department == "" {
		it.Department = departmentIn(label)
	}
}

func (p *parser) last() *record.Item {
	if len(p.rec.Items) == 0 {
		p.rec.Items = append(p.rec.Items, record.Item{})
	}
	return &p.rec.Items[len(p.rec.Items)-1]
}

func (p *parser) openSection(s record.Section) {
	it := p.last()
	it.Sections = append(it.Sections, s)
}

func (p *parser) current() *record.Section {
	it := p.last()
	if len(it.Sections) == 0 {
		it.Sections = append(it.Sections, record.Section{Kind: "text"})
	}
	return &it.Sections[len(it.Sections)-1]
}
