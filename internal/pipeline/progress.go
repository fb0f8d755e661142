package pipeline

// Progress is told how a run goes on. Step may be called from several
// goroutines at once.
type Progress interface {
	Begin(stage string, total int) // total 0: not known
	Step()
	End(stage string, counts ...Count)
}

// Count is one figure of a stage's result, in the order worth reading.
type Count struct {
	Name string // English key: files, minutes, replies, public …
	N    int
}

func (o *Options) progress() Progress {
	if o.Progress == nil {
		return silent{}
	}
	return o.Progress
}

type silent struct{}

func (silent) Begin(string, int)    {}
func (silent) Step()                {}
func (silent) End(string, ...Count) {}
