package githook

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

// Update is one ref that a push changes, as git tells a hook on its standard
// input: "old new ref".
type Update struct{ Old, New, Ref string }

// maxUpdates bounds one push: nobody pushes more branches by intent.
const maxUpdates = 1000

// ReadUpdates reads them.
func ReadUpdates(in io.Reader) ([]Update, error) {
	var us []Update
	sc := bufio.NewScanner(in)
	for sc.Scan() {
		f := strings.SplitN(sc.Text(), " ", 3)
		if len(f) != 3 {
			return nil, fmt.Errorf("hook: git told %q, not \"old new ref\"", sc.Text())
		}
		if len(us) == maxUpdates {
			return nil, fmt.Errorf("hook: more than %d branches in one push", maxUpdates)
		}
		us = append(us, Update{f[0], f[1], f[2]})
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("hook: %w", err)
	}
	return us, nil
}

// Branch is the branch that is changed; ok is false for tags and others.
func (u Update) Branch() (name string, ok bool) { return strings.CutPrefix(u.Ref, "refs/heads/") }

// Deletes reports whether the ref goes. Git writes a missing side as zeros.
func (u Update) Deletes() bool { return strings.Trim(u.New, "0") == "" }

// Creates reports whether the ref is new.
func (u Update) Creates() bool { return strings.Trim(u.Old, "0") == "" }

// previewName is the folder of a branch's preview: ASCII, distinct for every
// branch, and not to be guessed wrong by a web server.
func previewName(branch string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(branch) {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			b.WriteRune(c)
		} else if s := b.String(); s != "" && s[len(s)-1] != '-' {
			b.WriteByte('-')
		}
	}
	sum := sha256.Sum256([]byte(branch))
	return strings.Trim(fmt.Sprintf("%.40s", b.String()), "-") + "-" + hex.EncodeToString(sum[:4])
}
