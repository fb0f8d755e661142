package index

// Shown calls yield for the entry's pieces in the order in which a search looks
// for one to show: passages, then what is said about them (speakers, the
// meeting's outline, annexes), then title and headings. It stops when yield
// does.
func (e *Entry) Shown(yield func(segment, piece int) bool) {
	for pass := range 3 {
		for i, s := range e.Segments {
			if s.rank() != pass {
				continue
			}
			for k := range s.Pieces {
				if !yield(i, k) {
					return
				}
			}
		}
	}
}

func (s *Segment) rank() int {
	switch {
	case s.Class == Title || s.Class == Heading:
		return 2
	case s.Class == Aside:
		return 1
	}
	return 0
}
