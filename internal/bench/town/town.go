// Package town writes an archive of any size for measuring: the minutes and
// replies of a made-up city's councils, which cite one another and articles of
// law, carry cases over, put conditions and handle cases under types.
//
// All of it follows from the number of records and the [Density] alone.
package town

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A council sits five times a year over 30 years and deals with two new inquiries
// each time, each of which gets a reply: where all minutes are in the archive, 5 of
// 15 records are, and 10,000 records have 23 councils.
const (
	firstYear = 1994
	years     = 30
	meetings  = 5 // of a council in a year
	inquiries = 2 // new ones of a meeting
)

// Stats counts what was written.
type Stats struct {
	Minutes, Replies, Types int
	Bytes                   int64 // of the records
}

// Write puts an archive of n records as dense as of says, config and registers
// included, into dir.
func Write(dir string, n int, of Density) (Stats, error) {
	var s Stats
	files := map[string]string{}
	var config, types strings.Builder
	config.WriteString("title = \"測り市の記録\"\ncity = \"測り市\"\nbase_url = \"https://example.jp/\"\n")
	sittings := 0
	for k := 0; s.Minutes+s.Replies < n; k++ {
		c := newCouncil(k, of)
		fmt.Fprintf(&config, "\n[[council]]\nname = %q\nkey = %q\n", c.name, c.key)
		if of.Conditions {
			types.WriteString(c.types())
			s.Types++
		}
		for y := firstYear; y < firstYear+years; y++ {
			for m := range meetings {
				sitting := c.sit(y, m+1)
				texts := sitting.replies
				if sittings++; sittings%of.Minuted == 1%of.Minuted {
					texts = append(texts, sitting.minutes)
				}
				for i, text := range texts {
					if s.Minutes+s.Replies == n {
						break
					}
					name := fmt.Sprintf("%s/%d-%d-%d.txt", c.key, y, m+1, i)
					if s.Bytes += int64(len(text)); i < len(sitting.replies) {
						s.Replies++
					} else {
						s.Minutes++
					}
					files[filepath.Join("data", "records", filepath.FromSlash(name))] = text
				}
			}
		}
	}
	files["config.toml"] = config.String()
	files[filepath.Join("data", "types.toml")] = types.String()
	files[filepath.Join("data", "approvals.toml")] = approvals
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			return s, fmt.Errorf("town: %w", err)
		}
	}
	return s, nil
}

const approvals = `[[approval]]
covers   = ["minutes", "replies"]
council  = "測り市の審議会"
decided  = 2005-04-01
meeting  = "第1回会議"
item     = "1"
reviewed = true
`
