// Package pipeline runs the stages over an archive, in one direction:
//
//	read → parse → gate → write → index → shard → site
//
// It holds no rule of its own; each stage's package says what it does.
package pipeline

import (
	"context"
	"io"
	"path/filepath"
	"runtime"
	"time"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/audit"
	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/history"
	"github.com/toshin-archive/toshin/internal/record"
)

// Stage names one step, in the words that README and the log use.
type Stage struct{ Name, Japanese string }

// Stages in their order.
var Stages = []Stage{
	{"read", "読込"},
	{"parse", "解析"},
	{"gate", "公開判定"},
	{"write", "本文生成"},
	{"index", "索引"},
	{"shard", "検索配信"},
	{"site", "サイト生成"},
}

// Options of a run.
type Options struct {
	Source   string    // the archive's folder
	Cache    string    // what runs keep for the next one; empty: .toshin in the archive
	Out      string    // where the site goes; empty: public/ in the archive
	BaseURL  string    // overrides base_url of config.toml
	Jobs     int       // files read and parsed at once; 0: one a processor
	Today    time.Time // bounds dated approvals; zero: now
	Version  string    // of the program, stated on the pages
	Preview  bool      // for eyes inside the town: search engines are told to stay away
	Bare     bool      // without what researchers compare (cases, citations, counts, files): its cost is measured so
	Progress Progress  // nil: none
	Log      io.Writer // what Hugo says when it fails; nil: dropped

	History history.Files // when files came and changed, by the commits; nil: not known

	keep bool // what is read of a file may be kept, and used again
}

func (o *Options) jobs() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// open opens the archive, with the cache where o says.
func (o *Options) open() (*archive.Archive, []record.Diagnostic, error) {
	a, ds, err := archive.Open(o.Source)
	if err != nil || o.Cache == "" {
		return a, ds, err
	}
	a.Cache, err = filepath.Abs(o.Cache)
	return a, ds, err
}

func (o *Options) today() time.Time {
	if o.Today.IsZero() {
		return time.Now()
	}
	return o.Today
}

// Checked is an archive read, parsed and judged: all that check tells.
type Checked struct {
	Archive     *archive.Archive
	Files       int
	Records     []*record.Record    // in order of their files
	Diagnostics []record.Diagnostic // of the archive, of files without a record, and of the records, with their files
	Gate        *gate.Result
	Cases       *cases.Register // what staff say of cases
	Types       []*cases.Type
	Tied        *cases.Set   // cases of the public records; nil where nothing is compared
	Acts        []audit.Act  // the decisions that the registers state
	Audit       *audit.Trail // what is written of them
	Untrue      bool         // a fault stands that would make the whole archive untrue: nothing may be built
	words       *words       // of the public records, once they are read

	jobs      int      // workers of the work that is spread
	names     []string // of the files
	history   history.Files
	sums      record.Sums // of the public records, once they are made
	registers *gate.Registers
	parsed    *parsedFiles             // nil: nothing is kept between runs
	dossiers  map[string]*gate.Dossier // what the gate knows of each file before it is parsed
}

// Check runs read, parse and gate. An error is the machine's.
func Check(ctx context.Context, o Options) (*Checked, error) {
	p := o.progress()
	a, ds, err := o.open()
	if err != nil {
		return nil, err
	}
	c := &Checked{Archive: a, jobs: o.jobs(), history: o.History, Diagnostics: ds, dossiers: map[string]*gate.Dossier{}}
	if c.registers, ds, err = gate.Open(a); err != nil {
		return nil, err
	}
	c.Diagnostics = append(c.Diagnostics, ds...)
	if o.BaseURL != "" {
		a.Config.BaseURL = o.BaseURL
	}
	if o.keep {
		c.parsed = openParsed(a, c.jobs)
	}
	files, err := c.read(ctx, p)
	if err != nil {
		return nil, err
	}
	if err := c.parse(ctx, o, p, files); err != nil {
		return nil, err
	}
	if err := c.judge(o, p); err != nil {
		return nil, err
	}
	return c, nil
}
