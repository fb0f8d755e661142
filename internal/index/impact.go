package index

// Impact is what a term that stands tf times in a record of length positions
// counts for, 1 to 8: BM25's part of the two with k1 = 1.2 and b = 0.5. The
// mean length is fixed, so that one record's change leaves the others' alone.
func Impact(tf, length int) int {
	const (
		mean = 4096
		k1   = 307 // 1.2 × 256
	)
	k := k1/2 + k1*min(length, 16*mean)/(2*mean)
	return 1 + min(tf*256*8/(tf*256+k), 7)
}
