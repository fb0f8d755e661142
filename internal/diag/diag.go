// Package diag is the one catalogue of what can be wrong with the input: a
// stable code, how bad it is, what it says and what to do, in Japanese and in
// English. Stages report faults by code; people's text stands only here.
package diag

import (
	"fmt"
	"sort"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// Entry is one kind of fault. {0}, {1} … in the texts stand
// for the args of [At].
type Entry struct {
	Code     string // a letter for the stage (R read, P parse, G gate, A archive, H push, C cases and types, U audit), then three digits
	Severity record.Severity
	Ja, En   Text
}

// Text is what a person reads: what is wrong, and what to do.
type Text struct{ Message, Hint string }

// tables has one table a file, so that a stage's texts are read together.
var tables = [][]Entry{
	readEntries,
	formatEntries,
	listEntries,
	patchEntries,
	archiveEntries,
	parseEntries,
	minutesEntries,
	replyEntries,
	gateEntries,
	pushEntries,
	caseEntries,
	auditEntries,
}

// All returns the catalogue in the order of its codes.
func All() []Entry {
	var all []Entry
	for _, t := range tables {
		all = append(all, t...)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Code < all[j].Code })
	return all
}

// At makes the diagnostic of code at a place. line and column are 1-based, in
// characters; 0 where it concerns the whole file. text is the source line. An
// unknown code panics: it is a mistake of the program, not of the input.
func At(code string, line, column int, text string, args ...any) record.Diagnostic {
	e, ok := find(code)
	if !ok {
		panic("diag: no such code: " + code)
	}
	d := record.Diagnostic{Code: code, Severity: e.Severity, Line: line, Column: column, Text: text, Args: args}
	return In("ja", d)
}

// In returns d with its texts in the given language, "ja" or "en".
func In(lang string, d record.Diagnostic) record.Diagnostic {
	e, ok := find(d.Code)
	if !ok {
		return d
	}
	t, say := e.Ja, cause
	if lang == "en" {
		t, say = e.En, func(s string) string { return s }
	}
	d.Message, d.Hint = fill(t.Message, d.Args, say), fill(t.Hint, d.Args, say)
	return d
}

// fill puts args for {0}, {1} … in format, each as say puts it.
func fill(format string, args []any, say func(string) string) string {
	for i, a := range args {
		format = strings.ReplaceAll(format, fmt.Sprintf("{%d}", i), say(fmt.Sprint(a)))
	}
	return format
}

func find(code string) (Entry, bool) {
	for _, t := range tables {
		for _, e := range t {
			if e.Code == code {
				return e, true
			}
		}
	}
	return Entry{}, false
}

// InFile returns d as a fault of file.
func InFile(d record.Diagnostic, file string) record.Diagnostic {
	d.File = file
	return d
}

var severityOrder = map[record.Severity]int{record.Error: 0, record.Warning: 1, record.Info: 2}

func sortDiagnostics(ds []record.Diagnostic) {
	sort.SliceStable(ds, func(i, j int) bool {
		a, b := ds[i], ds[j]
		if a.Severity != b.Severity {
			return severityOrder[a.Severity] < severityOrder[b.Severity]
		}
		return a.Line < b.Line
	})
}

// Count gives how many of ds are errors and how many are warnings.
func Count(ds []record.Diagnostic) (errors, warnings int) {
	for _, d := range ds {
		switch d.Severity {
		case record.Error:
			errors++
		case record.Warning:
			warnings++
		}
	}
	return errors, warnings
}
