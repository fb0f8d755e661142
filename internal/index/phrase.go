package index

// Representative is the pair that speaks for a phrase of three elements or more:
// the middle one, where a phrase of words is rarest; of two the one with more
// kanji, then the later. 0 stands for what is no unit.
func Representative(units []rune) int {
	n := len(units)
	if n < 3 {
		return 0
	}
	if n%2 == 0 {
		return n/2 - 1
	}
	a, b := (n-3)/2, (n-1)/2
	kanji := func(i int) (k int) {
		for _, r := range units[i : i+2] {
			if IsKanji(r) {
				k++
			}
		}
		return k
	}
	if kanji(a) > kanji(b) {
		return a
	}
	return b
}
