// Package history tells when files of an archive came and when they were last
// changed, by the commits of its git repository. Whoever runs git gives what it
// says; the same commit gives the same days.
package history

import (
	"strings"
	"time"
)

// Dates of a file, RFC 3339 in UTC: the first and the last commit with it.
type Dates struct{ Added, Changed string }

// Files are those of an archive by their slash path below it.
type Files map[string]Dates

// Args are what git is asked for the history of a folder below a commit; names
// are relative to where git runs.
func Args(commit, folder string) []string {
	return []string{"log", "--format=%x01%cI", "--name-only", "--no-renames", "--relative", "-z", commit, "--", folder}
}

// Parse reads the answer, the newest commit first.
func Parse(out []byte) Files {
	files := Files{}
	at := ""
	for _, word := range strings.Split(string(out), "\x00") {
		word = strings.Trim(word, "\n")
		if i := strings.LastIndexByte(word, 1); i >= 0 {
			at = ""
			day, name, _ := strings.Cut(word[i+1:], "\n")
			if t, err := time.Parse(time.RFC3339, day); err == nil {
				at = t.UTC().Format(time.RFC3339)
			}
			word = strings.Trim(name, "\n")
		}
		if word == "" || at == "" {
			continue
		}
		d := files[word]
		if at > d.Changed {
			d.Changed = at
		}
		if d.Added == "" || at < d.Added {
			d.Added = at
		}
		files[word] = d
	}
	return files
}

// Of gives the dates of a record's file together with those of the file beside
// it, in which staff redact and correct.
func (f Files) Of(name, beside string) Dates {
	d := f[name]
	if s := f[beside]; d.Changed != "" && s.Changed > d.Changed {
		d.Changed = s.Changed
	}
	return d
}
