package report

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// vocabulary is what the report calls the parts of a record, in one language.
type vocabulary struct {
	field, agenda, item, heading, passage, speech, progress, residue, sep string
	reasons, places, looks                                                map[string]string
	severities                                                            map[record.Severity]string
	kinds                                                                 map[record.Kind]string
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
		places: map[string]string{
			"header": "概要の欄", "attendees": "出席者・欠席者", "agenda": "次第", "items": "議題", "sections": "見出しのある節",
			"speeches": "発言", "passages": "段落", "conditions": "附帯意見", "members": "委員", "progress": "審議経過",
		},
		looks: map[string]string{
			"none": "記録になりませんでした", "error": "誤りがあります", "unplaced": "置き場所の分からない行があります",
			"doubtful": "形式か文字コードが確かではありません", "warning": "注意があります",
		},
		severities: map[record.Severity]string{record.Error: "誤り", record.Warning: "注意", record.Info: "お知らせ"},
		kinds:      map[record.Kind]string{record.KindMinutes: "会議録", record.KindReply: "答申"},
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

// list says what a row has, and how many; ten thousand rows are too many for the
// template to range over each.
func (v *vocabulary) list(r Row) string {
	s := make([]string, len(r.Places))
	for i, p := range r.Places {
		s[i] = v.places[p.Key] + " " + strconv.Itoa(p.Count)
	}
	return strings.Join(s, "、")
}

func (v *vocabulary) kept(r Row) string {
	var s []string
	for _, why := range slices.Sorted(maps.Keys(r.Residue)) {
		s = append(s, v.reason(why)+" "+strconv.Itoa(r.Residue[why]))
	}
	return strings.Join(s, "、")
}

func (v *vocabulary) look(key string) string            { return v.looks[key] }
func (v *vocabulary) severity(s record.Severity) string { return v.severities[s] }

// Reason is why text is in no field, for people.
func Reason(lang, key string) string {
	if v := words[lang]; v != nil {
		return v.reason(key)
	}
	return key
}
