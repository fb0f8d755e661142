package reading

import (
	"strings"
	"sync"

	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome-dict/ipa"
)

// ipadic is the IPA dictionary (IPA辞書) with its words' readings apart.
type ipadic struct {
	*dict.Dict
	readings string
	ends     []uint32 // where each word's ends, by the word's ID
}

// loadIPA loads the dictionary once, in half a second. Of what the dictionary says
// of a word only its reading and kind are used here: the rest, nine strings for each
// of 400,000 words, is let go, or the collector would walk through its 100 MB to the
// end of a build.
var loadIPA = sync.OnceValue(func() *ipadic {
	d := &ipadic{Dict: ipa.Dict()}
	d.ends = make([]uint32, len(d.Contents))
	var b strings.Builder
	for id, c := range d.Contents {
		if at := int(d.ContentsMeta[dict.ReadingIndex]) - len(d.POSTable.POSs[id]); at < len(c) && c[at] != "*" {
			b.WriteString(hiragana(c[at]))
		}
		d.ends[id] = uint32(b.Len())
	}
	d.readings = b.String()
	d.Contents = nil
	return d
})

// reading is a word's in hiragana, "" where none is known.
func (d *ipadic) reading(id int) string {
	if id == 0 {
		return d.readings[:d.ends[0]]
	}
	return d.readings[d.ends[id-1]:d.ends[id]]
}

// readingsIn lists what the dictionary has for a written form, given names left
// out: they can be read in any way.
func (d *ipadic) readingsIn(written string) (rs []string) {
	for _, id := range d.Index.Search(written) {
		pos := d.POSTable.POSs[id]
		given := len(pos) > 3 && d.POSTable.NameList[pos[2]] == "人名" && d.POSTable.NameList[pos[3]] == "名"
		if r := d.reading(id); !given && r != "" {
			rs = append(rs, r)
		}
	}
	return rs
}
