package similar

import "slices"

// Table says which part has which feature. It is filled by who walks the index,
// feature by feature or part by part: the order makes no difference.
type Table struct {
	number [Kinds]map[string]int32
	all    []Feature
	of     map[Part][]int32
}

// NewTable is one of nothing.
func NewTable() *Table {
	t := &Table{of: map[Part][]int32{}}
	for k := range t.number {
		t.number[k] = map[string]int32{}
	}
	return t
}

// Add says that each of parts has a feature. text may be used again by the caller.
func (t *Table) Add(k Kind, text []byte, parts ...Part) {
	n, ok := t.number[k][string(text)]
	if !ok {
		f := Feature{k, string(text)}
		n = int32(len(t.all))
		t.all, t.number[k][f.Text] = append(t.all, f), n
	}
	for _, p := range parts {
		t.of[p] = append(t.of[p], n)
	}
}

// Features of a part, in the order in which they are told where they weigh the same.
func (t *Table) Features(p Part) (fs []Feature) {
	for _, n := range t.of[p] {
		fs = append(fs, t.all[n])
	}
	slices.SortFunc(fs, before)
	return fs
}

// features of a thing: those of its parts, each once.
func (t *Table) features(x *Thing) []int32 {
	var fs []int32
	for _, p := range x.Parts {
		fs = append(fs, t.of[p]...)
	}
	slices.Sort(fs)
	return slices.Compact(fs)
}
