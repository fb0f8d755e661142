package report

import "github.com/toshin-archive/toshin/internal/record"

// vocabulary is what the report calls the parts of a record, in one language.
type vocabulary struct {
	field, agenda, item, heading, passage, speech, progress, residue, sep string
	reasons                                                               map[string]string
	english                                                               bool // the model's own keys are English
}

var words = map[string]*vocabulary{
	"ja": {
		field: "概要", agenda: "次第", item: "議題", heading: "・見出し", passage: "段落", speech: "発言", progress: "審議経過",
		residue: "記録の外", sep: "・",
		reasons: map[string]string{
			record.WhyChrome: "ウェブページの枠", record.WhyFurniture: "ページ番号・柱", record.WhyBoilerplate: "決まり文句",
			record.WhyUnplaced: "置き場所が分からない",
		},
	},
	"en": {
		field: "head", agenda: "agenda", item: "item", heading: " heading", passage: "passage", speech: "speech", progress: "progress",
		residue: "kept out", sep: ": ", english: true,
	},
}

func (v *vocabulary) term(terms []record.Term, key string) string {
	if v.english {
		return key
	}
	return record.Japanese(terms, key)
}

func (v *vocabulary) reason(key string) string {
	if s, ok := v.reasons[key]; ok {
		return s
	}
	return key
}

// Reason is why text is in no field, for people.
func Reason(lang, key string) string {
	if v := words[lang]; v != nil {
		return v.reason(key)
	}
	return key
}
