package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"reflect"
)

// jsonLines is the rows as JSON Lines.
func jsonLines[Row any](rows []Row) []byte {
	var b bytes.Buffer
	for i := range rows {
		encode(&b, &rows[i], "")
	}
	return b.Bytes()
}

// csvLines is the rows as lines of CSV (RFC 4180).
func csvLines[Row any](t *table, rows []Row) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	cells := make([]string, len(t.columns))
	for i := range rows {
		v := reflect.ValueOf(&rows[i]).Elem()
		for k, c := range t.columns {
			cells[k] = cell(v.Field(c.field))
		}
		_ = w.Write(cells) // a buffer takes everything
	}
	w.Flush()
	return b.Bytes()
}

// indented puts each value of compact JSON on its own line.
func indented(compact []byte) []byte {
	var b bytes.Buffer
	if err := json.Indent(&b, compact, "", " "); err != nil {
		panic("export: " + err.Error()) // it was encoded here
	}
	return b.Bytes()
}
