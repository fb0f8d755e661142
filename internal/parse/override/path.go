package override

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

var (
	passageID  = regexp.MustCompile(`^s\d{4,}$`)
	indexed    = regexp.MustCompile(`^([A-Za-z]+)\[(\d+)\]$`)
	speakersOf = regexp.MustCompile(`^speakers\.(.+)\.(role|name)$`)
)

// fixed are the fields that are not staff's to change: what the source is, what
// the parser left over, what links hang on.
var fixed = regexp.MustCompile(`^(?:source|residue|diagnostics|overrides|notation|readings)\b|(?:^|\.)(?:line|id)$`)

// texts are fields that hold the source's own words: a part of them is replaced.
var texts = regexp.MustCompile(`(?:^|\.)(?:text|label|conclusion)$`)

// apply changes the field of r. It returns what stood there.
func (p Patch) apply(r *record.Record) (was string, d *record.Diagnostic) {
	if p.Field == "kind" { // decided before parsing
		if k := record.Kind(p.Now); k != r.Kind {
			return "", p.fault("P904", p.Field, p.Now, "minutes か reply")
		}
		return p.Now, nil
	}
	if m := speakersOf.FindStringSubmatch(p.Field); m != nil {
		return p.speakers(r, m[1], m[2])
	}
	if fixed.MatchString(p.Field) && p.Field != "id" {
		return "", p.refuse()
	}
	v, ok := find(r, p.Field)
	if !ok {
		if strings.ContainsAny(p.Field, "[.") || passageID.MatchString(p.Field) {
			return "", p.fault("P905", p.Field)
		}
		return "", p.refuse()
	}
	return p.set(r, v)
}

// refuse says that there is no such field to override; front matter holds all
// sorts of things, which are none of ours.
func (p Patch) refuse() *record.Diagnostic {
	if p.front {
		return p.fault("P908", p.Field)
	}
	return p.fault("P902", p.Field)
}

func (p Patch) fault(code string, args ...any) *record.Diagnostic {
	text := "[[override]]"
	if p.front {
		text = p.Field
	}
	d := diag.At(code, p.line, 1, text, args...)
	return &d
}

// set checks what stands in v against the patch and writes the new value.
func (p Patch) set(r *record.Record, v reflect.Value) (string, *record.Diagnostic) {
	is := show(v)
	now := p.Now
	whole := p.Was
	if texts.MatchString(p.Field) && p.Was != "" {
		if strings.Count(is, p.Was) != 1 {
			return "", p.fault("P903", p.Field, p.Was, clip(is))
		}
		now = strings.Replace(is, p.Was, p.Now, 1)
		whole = is
	}
	switch {
	case whole == is:
	case p.front && p.Was == "":
	case p.Was == "":
		return "", p.fault("P901", fmt.Sprintf("was（今の読み取りは「%s」）", clip(is)))
	default:
		return "", p.fault("P903", p.Field, p.Was, clip(is))
	}
	if why := check(p.Field, now); why != "" {
		return "", p.fault("P904", p.Field, clip(now), why)
	}
	if !write(v, now) {
		return "", p.fault("P904", p.Field, clip(now), v.Kind())
	}
	if p.Field == "number" && r.Number != "" && (len(r.Numbers) == 0 || r.Numbers[0] == is) {
		r.Numbers = []string{r.Number}
	}
	if p.Was != "" {
		return p.Was, nil
	}
	return is, nil
}

// speakers changes the role or name of everyone with that label.
func (p Patch) speakers(r *record.Record, label, field string) (string, *record.Diagnostic) {
	var is string
	n := 0
	if why := check("speaker."+field, p.Now); why != "" {
		return "", p.fault("P904", p.Field, p.Now, why)
	}
	passages(r, func(x *record.Passage) {
		if x.Speaker == nil || x.Speaker.Label != label {
			return
		}
		at := &x.Speaker.Role
		if field == "name" {
			at = &x.Speaker.Name
		}
		if n == 0 {
			is = *at
		}
		if p.Was == "" || p.Was == *at {
			*at = p.Now
			n++
		}
	})
	switch {
	case n == 0 && is == "":
		return "", p.fault("P905", p.Field)
	case n == 0:
		return "", p.fault("P903", p.Field, p.Was, is)
	}
	return is, nil
}

func passages(r *record.Record, do func(*record.Passage)) {
	sections := func(ss []record.Section) {
		for i := range ss {
			for k := range ss[i].Passages {
				do(&ss[i].Passages[k])
			}
		}
	}
	for i := range r.Items {
		sections(r.Items[i].Sections)
	}
	sections(r.Sections)
}

// find is the value at a path of JSON names. A passage is known by its ID.
func find(r *record.Record, path string) (reflect.Value, bool) {
	v := reflect.ValueOf(r).Elem()
	for i, part := range strings.Split(path, ".") {
		if i == 0 && passageID.MatchString(part) {
			var at *record.Passage
			passages(r, func(x *record.Passage) {
				if x.ID == part {
					at = x
				}
			})
			if at == nil {
				return v, false
			}
			v = reflect.ValueOf(at).Elem()
			continue
		}
		name, index := part, -1
		if m := indexed.FindStringSubmatch(part); m != nil {
			name = m[1]
			index, _ = strconv.Atoi(m[2])
		}
		for v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return v, false
			}
			v = v.Elem()
		}
		if v.Kind() != reflect.Struct {
			return v, false
		}
		f, ok := field(v, name)
		if !ok {
			return v, false
		}
		v = f
		if index >= 0 {
			if v.Kind() != reflect.Slice || index >= v.Len() {
				return v, false
			}
			v = v.Index(index)
		}
	}
	return v, true
}

// field is the struct's field of that JSON name, those of embedded parts
// included.
func field(v reflect.Value, name string) (reflect.Value, bool) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Anonymous {
			if x, ok := field(v.Field(i), name); ok {
				return x, true
			}
			continue
		}
		if tag, _, _ := strings.Cut(f.Tag.Get("json"), ","); tag == name && tag != "-" {
			return v.Field(i), true
		}
	}
	return v, false
}

// show writes what stands in a field; several values with line ends between them.
func show(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Int:
		if v.Int() == 0 {
			return ""
		}
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Slice:
		var parts []string
		for i := range v.Len() {
			parts = append(parts, show(v.Index(i)))
		}
		return strings.Join(parts, "\n")
	}
	return ""
}

// write sets a field from text; false where the text is no value of its type, or
// the field has parts of its own.
func write(v reflect.Value, now string) bool {
	switch v.Kind() {
	case reflect.String:
		v.SetString(now)
	case reflect.Int:
		n, err := strconv.Atoi(now)
		if err != nil {
			return false
		}
		v.SetInt(int64(n))
	case reflect.Bool:
		b, err := strconv.ParseBool(now)
		if err != nil {
			return false
		}
		v.SetBool(b)
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.String {
			return false
		}
		var parts []string
		if now != "" {
			parts = strings.Split(now, "\n")
		}
		v.Set(reflect.ValueOf(parts))
	default:
		return false
	}
	return true
}

func clip(s string) string {
	s = strings.ReplaceAll(s, "\n", " ")
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
