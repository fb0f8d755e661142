package redact

import (
	"reflect"

	"github.com/toshin-archive/toshin/internal/record"
)

// Expand turns the tokens in every text of r into marks.
func Expand(r *record.Record, rs []Redaction) {
	if len(rs) == 0 {
		return
	}
	Walk(r, func(s string) string { return expand(s, rs) })
}

// Walk replaces every string of r, wherever it stands in the record, by
// change(it). A field that the model gains is reached without a word here.
func Walk(r *record.Record, change func(string) string) { walk(reflect.ValueOf(r).Elem(), change) }

func walk(v reflect.Value, change func(string) string) {
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); s != "" {
			if t := change(s); t != s {
				v.SetString(t)
			}
		}
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), change)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				walk(v.Field(i), change)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), change)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			x := reflect.New(v.Type().Elem()).Elem()
			x.Set(v.MapIndex(k))
			walk(x, change)
			v.SetMapIndex(k, x)
		}
	case reflect.Interface: // Diagnostic.Args
		if s, ok := v.Interface().(string); ok {
			if t := change(s); t != s {
				v.Set(reflect.ValueOf(t))
			}
		}
	}
}
