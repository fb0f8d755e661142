package reading

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/toshin-archive/toshin/internal/kana"
)

// cacheFormat is raised when the reading of a stretch changes by our own doing.
const cacheFormat = 3

// lastLine tells that the file is whole.
const lastLine = "."

// word is a stretch's part: its length in characters, and its readings in
// hiragana where it has kanji, the one in this place first and between "/";
// "" where none is known.
type word struct {
	n        int
	readings string
}

// Cache keeps what kagome said of each stretch, so that it is loaded only for
// an archive that has new ones. What it said of a stretch depends on nothing
// but the stretch and the corrections.
type Cache struct {
	path  string
	key   string
	words map[string][]word
}

// OpenCache reads the cache at path. One that is missing, damaged or of another
// make is empty.
func OpenCache(path string) *Cache {
	c := &Cache{path: path, words: map[string][]word{}}
	f, err := os.Open(path)
	if err != nil {
		return c
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	if !sc.Scan() {
		return c
	}
	c.key = sc.Text()
	whole := false
	for sc.Scan() {
		if whole = sc.Text() == lastLine; whole {
			break
		}
		s, ws, ok := parseLine(sc.Text())
		if !ok {
			break
		}
		c.words[s] = ws
	}
	if !whole {
		return &Cache{path: path, words: map[string][]word{}}
	}
	return c
}

// parseLine reads "受付は<TAB>2うけつけ 1": the lengths must add up to the stretch's.
func parseLine(l string) (stretch string, ws []word, ok bool) {
	stretch, rest, ok := strings.Cut(l, "\t")
	left := len([]rune(stretch))
	for _, f := range strings.Fields(rest) {
		i := strings.IndexFunc(f, func(r rune) bool { return r < '0' || r > '9' })
		if i < 0 {
			i = len(f)
		}
		n, err := strconv.Atoi(f[:i])
		if err != nil || n < 1 || n > left {
			return "", nil, false
		}
		left -= n
		ws = append(ws, word{n, f[i:]})
	}
	return stretch, ws, ok && left == 0
}

// Key names what the words of stretches depend on besides the stretches: the
// rules, the words and places that the program knows, and cs.
func Key(cs []Correction) string {
	h := sha256.New()
	fmt.Fprintf(h, "%d %d %s\n%s\n%s\n", cacheFormat, kana.Version, dictionary, places, domain)
	for _, c := range cs {
		fmt.Fprintf(h, "%s\t%s\n", c.Written, c.Reading)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// save writes the cache with exactly words, unless it has these already.
func (c *Cache) save(key string, words map[string][]word) error {
	if c.path == "" || key == c.key && len(words) == len(c.words) && same(words, c.words) {
		return nil
	}
	var b strings.Builder
	b.WriteString(key + "\n")
	ss := make([]string, 0, len(words))
	for s := range words {
		ss = append(ss, s)
	}
	sort.Strings(ss)
	for _, s := range ss {
		b.WriteString(s + "\t")
		for i, w := range words[s] {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(strconv.Itoa(w.n) + w.readings)
		}
		b.WriteByte('\n')
	}
	b.WriteString(lastLine + "\n")
	tmp := c.path + ".new"
	err := os.MkdirAll(filepath.Dir(c.path), 0o755)
	if err == nil {
		err = os.WriteFile(tmp, []byte(b.String()), 0o644)
	}
	if err == nil {
		err = os.Rename(tmp, c.path)
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("reading: cache: %w", err)
	}
	c.key, c.words = key, words
	return nil
}

func same(a, b map[string][]word) bool {
	for s, ws := range a {
		if !slices.Equal(ws, b[s]) {
			return false
		}
	}
	return true
}
