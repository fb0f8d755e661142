package shard

// numbers is a map from hashes or keys to numbers, for millions of look-ups that
// mostly miss the processor's caches: one place in memory each. Keys are spread by
// a multiplication; what meets takes the next free place.
type numbers struct {
	at    []numbered // a power of two
	count int
	shift int
}

type numbered struct {
	key uint64
	n   int32 // from 1; 0: free
}

// of is the number of key, or that which make gives it.
func (m *numbers) of(key uint64, make func() int32) int32 {
	if 2*m.count >= len(m.at) {
		m.grow()
	}
	p := m.place(key)
	if p.n == 0 {
		*p = numbered{key, make() + 1}
		m.count++
	}
	return p.n - 1
}

// get is the number of key, or -1.
func (m *numbers) get(key uint64) int32 {
	if m.count == 0 {
		return -1
	}
	return m.place(key).n - 1
}

func (m *numbers) place(key uint64) *numbered {
	for i := key * 0x9E3779B97F4A7C15 >> m.shift; ; i++ {
		if p := &m.at[int(i)&(len(m.at)-1)]; p.n == 0 || p.key == key {
			return p
		}
	}
}

func (m *numbers) grow() {
	old := m.at
	n := max(1<<12, 2*len(old))
	m.at, m.shift = make([]numbered, n), 64
	for n > 1 {
		n, m.shift = n/2, m.shift-1
	}
	for _, x := range old {
		if x.n != 0 {
			*m.place(x.key) = x
		}
	}
}

// clear forgets all, and keeps the memory.
func (m *numbers) clear() {
	clear(m.at)
	m.count = 0
}

// mix takes a further character or label into a hash. Of a million hashes two are
// the same once in thirty million archives.
func mix[C rune | uint32](hash uint64, c C) uint64 {
	hash = (hash ^ uint64(uint32(c))) * 0x9E3779B97F4A7C15
	return hash ^ hash>>29
}

// mixed is the hash of a word.
func mixed(word []rune) (hash uint64) {
	for _, c := range word {
		hash = mix(hash, c)
	}
	return hash
}
