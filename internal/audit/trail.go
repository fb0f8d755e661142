package audit

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// Entry is one line of the register: JSON with its keys in this order.
type Entry struct {
	N   int    `json:"n"`   // from 1
	At  string `json:"at"`  // RFC 3339, UTC: when the line was written
	Who string `json:"who"` // who wrote it
	Do  Do     `json:"do"`
	Act
	Prev string `json:"prev"`          // sum of the line before, "" of the first
	Sum  string `json:"sum,omitempty"` // SHA-256 of the line without this key, hex
}

// Do tells what became of an act in the registers.
type Do string

const (
	Stated Do = "stated" // a register states it (記載)
	Ended  Do = "ended"  // no register states it any more, or not in this form (削除・変更)
)

func (e Entry) sum() string {
	e.Sum = ""
	h := sha256.Sum256(encode(e))
	return hex.EncodeToString(h[:])
}

func encode(e Entry) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(e) // strings, numbers and booleans: cannot fail
	return bytes.TrimRight(b.Bytes(), "\n")
}

// Trail is the register as it was read.
type Trail struct {
	Entries []Entry
	Started bool // the file is there
	Broken  bool // Entries end where the chain does

	standing map[string]int // acts stated and not ended
}

// Read reads the register. Line ends may be those of Windows, since git may
// have changed them; every other byte must be as it was written.
func Read(b []byte) (*Trail, []record.Diagnostic) {
	t := &Trail{Started: b != nil, standing: map[string]int{}}
	broken := func(line int, code string) (*Trail, []record.Diagnostic) {
		t.Broken = true
		return t, []record.Diagnostic{diag.InFile(diag.At(code, line, 0, "", line), archive.AuditFile)}
	}
	prev := ""
	lines := bytes.Split(plain(b), []byte("\n"))
	for i, line := range lines {
		if i == len(lines)-1 && len(line) == 0 {
			break
		}
		var e Entry
		if json.Unmarshal(line, &e) != nil || !bytes.Equal(encode(e), line) || e.Sum != e.sum() || e.Do != Stated && e.Do != Ended {
			return broken(i+1, "U001")
		}
		if e.N != i+1 || e.Prev != prev || i == len(lines)-1 {
			return broken(i+1, "U002")
		}
		if e.Do == Stated {
			t.standing[e.key()]++
		} else if t.standing[e.key()]--; t.standing[e.key()] < 0 {
			return broken(i+1, "U002")
		}
		prev = e.Sum
		t.Entries = append(t.Entries, e)
	}
	return t, nil
}

func (e *Entry) key() string { return e.Act.key() }

func plain(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")) }

// Extends reports whether the register new has all that old has, as it was, and
// maybe more after it.
func Extends(old, new []byte) bool { return bytes.HasPrefix(plain(new), plain(old)) }

// Pending is what the registers state today and the trail does not have yet,
// and what it has that they do not state any more. Endings come first: a changed
// act ends and begins.
func (t *Trail) Pending(acts []Act) []Entry {
	now := map[string]int{}
	for i := range acts {
		now[acts[i].key()]++
	}
	var es []Entry
	left := map[string]int{}
	for k, n := range t.standing {
		left[k] = n - now[k] // that many have ended
	}
	for i := len(t.Entries) - 1; i >= 0; i-- {
		if e := &t.Entries[i]; e.Do == Stated && left[e.key()] > 0 {
			left[e.key()]--
			es = append(es, Entry{Do: Ended, Act: e.Act})
		}
	}
	seen := map[string]int{}
	for i := range acts {
		k := acts[i].key()
		if seen[k]++; seen[k] > t.standing[k] {
			es = append(es, Entry{Do: Stated, Act: acts[i]})
		}
	}
	return es
}

// Compare tells how the trail and the registers disagree. A register that was
// never begun disagrees with nothing.
func (t *Trail) Compare(acts []Act) []record.Diagnostic {
	if !t.Started || t.Broken {
		return nil
	}
	n := map[Do]int{}
	for _, e := range t.Pending(acts) {
		n[e.Do]++
	}
	var ds []record.Diagnostic
	for _, x := range []struct {
		do   Do
		code string
	}{{Stated, "U003"}, {Ended, "U004"}} {
		if n[x.do] > 0 {
			ds = append(ds, diag.InFile(diag.At(x.code, 0, 0, "", n[x.do]), archive.AuditFile))
		}
	}
	return ds
}

// Lines gives the pending entries as lines to be put at the register's end.
func (t *Trail) Lines(pending []Entry, at time.Time, who string) []byte {
	n, prev := len(t.Entries), ""
	if n > 0 {
		prev = t.Entries[n-1].Sum
	}
	var b bytes.Buffer
	for _, e := range pending {
		n++
		e.N, e.At, e.Who, e.Prev = n, at.UTC().Format(time.RFC3339), who, prev
		e.Sum = e.sum()
		prev = e.Sum
		b.Write(append(encode(e), '\n'))
	}
	return b.Bytes()
}
