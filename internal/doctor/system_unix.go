//go:build unix

package doctor

import (
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// freeSpace is what may still be written below dir, in bytes.
func freeSpace(dir string) (uint64, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return 0, err
	}
	return uint64(s.Bavail) * uint64(s.Bsize), nil
}

// terminal: the first of these that is set decides what the terminal's letters
// are, as POSIX has it.
func (p *patient) terminal() {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if l := strings.ToLower(v); strings.Contains(l, "utf-8") || strings.Contains(l, "utf8") {
				p.say("terminal", Fine, "", v)
			} else {
				p.say("terminal", Note, "other", name+"="+v)
			}
			return
		}
	}
	p.say("terminal", Note, "unset")
}
