package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"reflect"
	"strings"
)

// table is one kind of row: its name and its columns.
type table struct {
	name, ja string
	columns  []column
}

// column is a field of a row's struct; its tags say all of it.
type column struct {
	field    int
	name     string
	ja, en   string
	kind     string // string, integer, array: as JSON Schema has it
	optional bool
}

var (
	recordsTable   = tableOf[Record]("records", "記録")
	passagesTable  = tableOf[Passage]("passages", "段落・発言")
	casesTable     = tableOf[Case]("cases", "案件")
	typesTable     = tableOf[Type]("types", "類型")
	citationsTable = tableOf[Citation]("citations", "引用")
	changesTable   = tableOf[Change]("changes", "変更")

	tables = []*table{recordsTable, passagesTable, casesTable, typesTable, citationsTable, changesTable}
)

func tableOf[Row any](name, ja string) *table {
	t := &table{name: name, ja: ja}
	of := reflect.TypeFor[Row]()
	for i := range of.NumField() {
		f := of.Field(i)
		tag, opt, _ := strings.Cut(f.Tag.Get("json"), ",")
		kind := map[reflect.Kind]string{reflect.Int: "integer", reflect.Slice: "array"}[f.Type.Kind()]
		if kind == "" {
			kind = "string"
		}
		t.columns = append(t.columns, column{i, tag, f.Tag.Get("ja"), f.Tag.Get("en"), kind, opt == "omitempty"})
	}
	return t
}

// separator parts the values of a list in a CSV cell: a blank line, which no
// text of a record holds.
const separator = "\n\n"

// bom lets Excel know that a CSV is UTF-8.
const bom = "\ufeff"

// head is what a table's CSV begins with.
func (t *table) head() []byte {
	head := make([]string, len(t.columns))
	for i, c := range t.columns {
		head[i] = c.name
	}
	return toCSV([][]string{head})
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
	b := bytes.NewBufferString(bom)
	c := csv.NewWriter(b)
	c.UseCRLF = true     // RFC 4180
	_ = c.WriteAll(rows) // a buffer takes everything
	return b.Bytes()
}

// dictionary says what every column of every table means.
func dictionary(ts []*table) []byte {
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
func (t *table) schema() object {
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
