package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"reflect"
	"strings"
)

// table is one kind of row: its name, its columns and the rows.
type table struct {
	name, ja string
	columns  []column
	rows     []reflect.Value
}

// column is a field of a row's struct; its tags say all of it.
type column struct {
	field    int
	name     string
	ja, en   string
	kind     string // string, integer, array: as JSON Schema has it
	optional bool
}

func (d *data) tables() []table {
	return []table{
		newTable("records", "記録", d.Records),
		newTable("passages", "段落・発言", d.Passages),
		newTable("cases", "案件", d.Cases),
		newTable("types", "類型", d.Types),
		newTable("citations", "引用", d.Citations),
	}
}

func newTable[Row any](name, ja string, rows []Row) table {
	t := table{name: name, ja: ja}
	of := reflect.TypeFor[Row]()
	for i := range of.NumField() {
		f := of.Field(i)
		tag, opt, _ := strings.Cut(f.Tag.Get("json"), ",")
		if tag == "" {
			continue
		}
		kind := map[reflect.Kind]string{reflect.Int: "integer", reflect.Slice: "array"}[f.Type.Kind()]
		if kind == "" {
			kind = "string"
		}
		t.columns = append(t.columns, column{i, tag, f.Tag.Get("ja"), f.Tag.Get("en"), kind, opt == "omitempty"})
	}
	for i := range rows {
		t.rows = append(t.rows, reflect.ValueOf(&rows[i]).Elem())
	}
	return t
}

// separator parts the values of a list in a CSV cell: a blank line, which no
// text of a record holds.
const separator = "\n\n"

// bom lets Excel know that a CSV is UTF-8.
const bom = "\ufeff"

func (w *writer) table(t table) {
	var lines bytes.Buffer
	for _, r := range t.rows {
		encode(&lines, r.Interface(), "")
	}
	w.put(t.name+".jsonl", lines.Bytes())

	head := make([]string, len(t.columns))
	for i, c := range t.columns {
		head[i] = c.name
	}
	rows := [][]string{head}
	for _, r := range t.rows {
		cells := make([]string, len(t.columns))
		for i, c := range t.columns {
			cells[i] = cell(r.Field(c.field))
		}
		rows = append(rows, cells)
	}
	w.put(t.name+".csv", toCSV(rows))
	w.json("schema/"+t.name+".schema.json", t.schema())
}

func cell(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Int:
		return itoa(int(v.Int()))
	case reflect.Slice:
		return strings.Join(v.Interface().([]string), separator)
	default:
		return v.String()
	}
}

func toCSV(rows [][]string) []byte {
	var b bytes.Buffer
	b.WriteString(bom)
	c := csv.NewWriter(&b)
	c.UseCRLF = true     // RFC 4180
	_ = c.WriteAll(rows) // a buffer takes everything
	return b.Bytes()
}

// dictionary says what every column of every table means.
func dictionary(ts []table) []byte {
	rows := [][]string{{"table", "column", "type", "required", "日本語", "English"}}
	for _, t := range ts {
		for _, c := range t.columns {
			required := "yes"
			if c.optional {
				required = "no"
			}
			rows = append(rows, []string{t.name, c.name, c.kind, required, c.ja, c.en})
		}
	}
	return toCSV(rows)
}

type object map[string]any

// schema is the JSON Schema (2020-12) of a row.
func (t table) schema() object {
	props, required := object{}, []string{}
	for _, c := range t.columns {
		p := object{"type": c.kind, "title": c.ja, "description": c.en}
		if c.kind == "array" {
			p["items"] = object{"type": "string"}
		}
		props[c.name] = p
		if !c.optional {
			required = append(required, c.name)
		}
	}
	return object{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": t.name, "description": t.ja,
		"type": "object", "properties": props, "required": required, "additionalProperties": false}
}

// encode writes v and a line end. Text stands as it is: nothing here is HTML.
func encode(b *bytes.Buffer, v any, indent string) {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		panic("export: " + err.Error()) // the rows are plain strings and numbers
	}
}
