package content

import (
	"fmt"
	"html/template"
	"regexp"
	"strings"
	"time"

	"github.com/toshin-archive/toshin/internal/biblio"
	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

// ownNumber is what a text begins with that has its own number, (1) or ア; a list
// need not count it again.
var ownNumber = regexp.MustCompile(`^[\s　]*(?:[(（〔]?[0-9０-９一二三四五六七八九十ア-ンa-zａ-ｚ]{1,3}[)）〕.．、]|[0-9０-９]{1,2}[\s　]|[①-⑳・○●])`)

// funcs are what the templates of bodies can say beyond the records' fields.
var funcs = template.FuncMap{
	"seireki":    seireki,
	"wareki":     wareki,
	"nendo":      nendo,
	"nendoShort": nendoShort,
	"lines":      lines,
	"paragraphs": paragraphs,
	"passages":   passages,
	"inc":        func(n int) int { return n + 1 },
	"role":       func(key string) string { return record.Japanese(record.Roles, key) },
	"section":    func(key string) string { return record.Japanese(record.SectionKinds, key) },
	"field":      fieldLabel,
	"tone":       tone,
	"short":      short,
	"hours":      hours,
	"anchor":     ItemAnchor,
	"dict":       dict,
	"clip":       clip,
	"said":       biblio.PassageVersion,
	"graph":      graphSVG,
	"graphRows":  graphRows,
	"numbered":   ownNumber.MatchString,
	"similar":    func() template.HTML { return similarHere },
}

// seireki is an ISO day as 2018年3月29日（木）.
func seireki(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	day := [...]string{"日", "月", "火", "水", "木", "金", "土"}[t.Weekday()]
	return fmt.Sprintf("%d年%d月%d日（%s）", t.Year(), t.Month(), t.Day(), day)
}

// wareki is an ISO day as 平成30年3月29日; "" where no era covers it.
func wareki(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	e, ok := jadate.EraOf(iso)
	if err != nil || !ok {
		return ""
	}
	return fmt.Sprintf("%s年%d月%d日", e.Written(t.Year()), t.Month(), t.Day())
}

// nendo is a fiscal year as 平成29年度（2017年度）.
func nendo(year int) string {
	return fmt.Sprintf("%s（%d年度）", nendoShort(year), year)
}

// nendoShort is a fiscal year as 平成29年度.
func nendoShort(year int) string {
	e, ok := jadate.EraOfFiscalYear(year)
	if !ok {
		return fmt.Sprintf("%d年度", year)
	}
	return e.Written(year) + "年度"
}

// lines splits text into its paragraphs; blank ones are layout.
func lines(s string) []string {
	var ls []string
	for _, l := range strings.Split(s, "\n") {
		if strings.TrimFunc(l, record.IsBlank) != "" {
			ls = append(ls, l)
		}
	}
	return ls
}

// fieldLabel heads a field of the head: its own label, or what it means.
func fieldLabel(f record.Field) string {
	if f.Label != "" {
		return f.Label
	}
	return record.Japanese(record.FieldNames, f.Name)
}

// short is enough of a hash to tell two files apart at sight.
func short(sum string) string {
	if len(sum) > 12 {
		return sum[:12]
	}
	return sum
}

// hours is 9:00〜11:00 of two times HH:MM.
func hours(start, end string) string {
	trim := func(s string) string { return strings.TrimPrefix(s, "0") }
	switch {
	case start == "":
		return trim(end)
	case end == "":
		return trim(start) + "〜"
	}
	return trim(start) + "〜" + trim(end)
}

// ItemAnchor is where the page of minutes has their item i, counted from 0.
func ItemAnchor(i int) string { return fmt.Sprintf("i%02d", i+1) }

// dict makes a map of pairs, to hand several values to a template.
func dict(pairs ...any) (map[string]any, error) {
	m := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		k, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("dict: %v is no key", pairs[i])
		}
		m[k] = pairs[i+1]
	}
	return m, nil
}

// titleOf is what a record is called where only one line is left for it.
func titleOf(r *record.Record) string {
	if t := strings.TrimSpace(r.Title); t != "" {
		return t
	}
	if n := Number(r); n != "" && r.Council != "" {
		return r.Council + " " + n
	}
	return string(r.ID)
}

var plainNumber = regexp.MustCompile(`^[0-9]+$`)

// Number is a record's number as people say it: 答申第216号, 平成29年度第2回; "" of
// minutes that have none.
func Number(r *record.Record) string {
	if r.Kind == record.KindMinutes {
		var b strings.Builder
		if r.FiscalYear > 0 {
			b.WriteString(nendoShort(r.FiscalYear))
		}
		if r.Ordinal > 0 {
			fmt.Fprintf(&b, "第%d回", r.Ordinal)
		}
		return b.String()
	}
	if len(r.Numbers) > 1 {
		return replyNumber(r.Numbers[0]) + "〜" + strings.TrimPrefix(replyNumber(r.Numbers[len(r.Numbers)-1]), "答申")
	}
	return replyNumber(r.Number)
}

func replyNumber(n string) string {
	switch {
	case n == "":
		return "答申"
	case plainNumber.MatchString(n):
		return "答申第" + n + "号"
	}
	return "答申" + n
}
