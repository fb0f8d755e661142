package shard

import (
	"github.com/toshin-archive/toshin/internal/index"
)

// term is a list by its name.
type term struct {
	text  string
	word  string // of a word of three units or more, which has no list
	key   uint64 // in names
	names *index.Names
	*list
}

// merge joins the lists of inverters that took one stretch of the records each,
// in order, adds the words, and sorts all by name.
func merge(vs []*inverter) []term {
	at := map[string]int{}
	var ts []term
	for _, v := range vs {
		for key, l := range v.lists {
			text := v.names.Text(key)
			if i, ok := at[text]; ok {
				ts[i].join(l)
				continue
			}
			at[text] = len(ts)
			ts = append(ts, term{text: text, key: key, names: &v.names, list: l})
		}
		v.lists, v.ctx = nil, nil
	}
	return withWords(ts, vs)
}

// join appends what l has; its records come after those of x.
func (x *list) join(l *list) {
	number := make(map[string]uint32, len(x.contexts))
	for i, c := range x.contexts {
		number[c] = uint32(i)
	}
	renumbered := make([]uint32, len(l.contexts))
	for i, c := range l.contexts {
		n, ok := number[c]
		if !ok {
			n = uint32(len(x.contexts))
			x.contexts = append(x.contexts, c)
		}
		renumbered[i] = n
	}
	for i := 0; i < len(l.around); i++ {
		w := l.around[i]
		x.around = append(x.around, renumbered[w>>5]<<5|w&31)
		if w&15 == 15 {
			i++
			x.around = append(x.around, l.around[i])
		}
	}
	x.posts = append(x.posts, l.posts...)
	x.wordy = x.wordy || l.wordy
}
