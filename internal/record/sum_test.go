package record

import (
	"reflect"
	"testing"
)

// Whatever field of a record changes, its sum does.
func TestSumFollowsEveryField(t *testing.T) {
	var r Record
	fill(reflect.ValueOf(&r).Elem())
	seen := map[string]bool{r.Sum(): true}
	fields := 0
	var walk func(v reflect.Value, path string)
	walk = func(v reflect.Value, path string) {
		try := func(change func()) {
			old := reflect.New(v.Type()).Elem()
			old.Set(v)
			change()
			if s := r.Sum(); seen[s] {
				t.Errorf("%s: the sum stays", path)
			} else {
				seen[s] = true
			}
			v.Set(old)
			fields++
		}
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
		case reflect.Slice:
			try(func() { v.SetZero() })
			walk(v.Index(0), path)
		case reflect.Pointer:
			try(func() { v.SetZero() })
			walk(v.Elem(), path)
		default:
			try(func() { v.SetZero() })
		}
	}
	walk(reflect.ValueOf(&r).Elem(), "")
	if fields < 100 {
		t.Errorf("only %d fields", fields)
	}
}

// fill gives every field a value.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("一")
	case reflect.Int:
		v.SetInt(3)
	case reflect.Float64:
		v.SetFloat(0.5)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Interface:
		v.Set(reflect.ValueOf("字"))
	}
}

// What stands in one field is never taken for the next one's.
func TestSumTellsFieldsApart(t *testing.T) {
	a, b := &Record{Council: "審議会", Title: ""}, &Record{Council: "", Title: "審議会"}
	c, d := &Record{Articles: []string{"第1条", "第2条"}}, &Record{Articles: []string{"第1条第2条"}}
	if a.Sum() == b.Sum() || c.Sum() == d.Sum() || a.Sum() != (&Record{Council: "審議会"}).Sum() {
		t.Error("the sum tells too little, or too much")
	}
}
