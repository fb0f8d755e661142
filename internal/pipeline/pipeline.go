// Package pipeline runs the stages over an archive, in one direction:
//
//	read → parse → gate → write → index → shard → site
//
// It holds no rule of its own; each stage's package says what it does.
package pipeline

import (
	"context"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/audit"
	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/citation"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/gate/redact"
	"github.com/toshin-archive/toshin/internal/history"
	"github.com/toshin-archive/toshin/internal/parse"
	"github.com/toshin-archive/toshin/internal/parse/override"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
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
	c := &Checked{Archive: a, history: o.History, Diagnostics: ds, dossiers: map[string]*gate.Dossier{}}
	if c.registers, ds, err = gate.Open(a); err != nil {
		return nil, err
	}
	c.Diagnostics = append(c.Diagnostics, ds...)
	if o.BaseURL != "" {
		a.Config.BaseURL = o.BaseURL
	}
	if o.keep {
		c.parsed = openParsed(a, o.jobs())
	}
	files, err := c.read(ctx, o, p)
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

// file is one of the record files on its way.
type file struct {
	name, sum string
	docs      []*source.Document // what is still to be parsed
	dossiers  []*gate.Dossier    // one a document
	parsed    []parsed
}

func (c *Checked) read(ctx context.Context, o Options, p Progress) ([]file, error) {
	names, ds, err := c.Archive.RecordFiles()
	if err != nil {
		return nil, err
	}
	c.Diagnostics = append(c.Diagnostics, ds...)
	c.Files = len(names)
	ds, err = gate.Orphans(c.Archive, names)
	if err != nil {
		return nil, err
	}
	c.Diagnostics = append(c.Diagnostics, ds...)
	p.Begin("read", len(names))
	reader, ds, err := Reader(c.Archive)
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	c.Diagnostics = append(c.Diagnostics, ds...)
	c.names = names
	files := make([]file, len(names))
	err = each(ctx, o.jobs(), len(names), func(i int) {
		f := &files[i]
		path := c.Archive.Path(names[i])
		f.name, f.sum = names[i], c.parsed.sum(path, names[i])
		var ok bool
		if f.parsed, ok = c.parsed.get(f.name, f.sum); !ok {
			f.docs = parse.Apart(reader.File(path, f.name))
			f.dossiers = c.registers.PrepareAll(f.docs, path)
		}
		p.Step()
	})
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	failed := 0
	for _, f := range files {
		for _, d := range f.docs {
			if d.Failed() {
				failed++
			}
		}
		for _, d := range f.parsed {
			if d.Failed {
				failed++
			}
		}
	}
	p.End("read", Count{"files", len(names)}, Count{"unreadable", failed})
	return files, nil
}

func (c *Checked) parse(ctx context.Context, o Options, p Progress, files []file) error {
	p.Begin("parse", len(files))
	patches := map[string][]override.Patch{} // of lists, by file
	for _, f := range files {
		for _, d := range f.docs {
			if d.Patch != nil && d.Cells != nil && patches[f.name] == nil {
				patches[f.name], _ = override.Read(d)
			}
		}
	}
	fresh := make([]bool, len(files))
	err := each(ctx, o.jobs(), len(files), func(i int) {
		f := &files[i]
		fresh[i] = f.docs != nil
		for k, d := range f.docs {
			r, ds := parseDocument(d, f.dossiers[k], &c.Archive.Config)
			f.parsed = append(f.parsed, parsed{d.Source.Key(), d.Failed(), f.dossiers[k], r, ds})
		}
		// a file that could not be read may be readable tomorrow: LibreOffice is there
		if f.docs != nil && !slices.ContainsFunc(f.docs, (*source.Document).Failed) {
			c.parsed.put(f.name, f.sum, f.parsed)
		}
		f.docs = nil // a large archive's text need not be held twice
		p.Step()
	})
	if err == nil {
		err = c.parsed.save(o.jobs())
	}
	if err != nil {
		return fmt.Errorf("parse: %w", err)
	}
	c.Diagnostics = append(c.Diagnostics, missing(patches, func(yield func(*record.Record)) {
		for _, f := range files {
			for _, x := range f.parsed {
				if x.Record != nil {
					yield(x.Record)
				}
			}
		}
	})...)
	kinds := map[record.Kind]int{}
	for _, f := range files {
		for _, x := range f.parsed {
			c.dossiers[x.Key] = x.Dossier
			c.Diagnostics = append(c.Diagnostics, x.Diagnostics...)
			if x.Record != nil {
				kinds[x.Record.Kind]++
				c.Records = append(c.Records, x.Record)
			}
		}
	}
	if o.keep {
		c.foresee(parsedNow(files, fresh))
	}
	distinct(c.Records)
	if !o.Bare {
		citation.Resolve(c.Records)
	}
	for _, r := range c.Records {
		c.Diagnostics = append(c.Diagnostics, r.Diagnostics...)
	}
	errs, warns := diag.Count(c.Diagnostics)
	p.End("parse", Count{"minutes", kinds[record.KindMinutes]}, Count{"replies", kinds[record.KindReply]},
		Count{"errors", errs}, Count{"warnings", warns})
	return nil
}

// parsedNow are the records of the files that are fresh.
func parsedNow(files []file, fresh []bool) (rs []*record.Record) {
	for i, f := range files {
		for _, x := range f.parsed {
			if fresh[i] && x.Record != nil {
				rs = append(rs, x.Record)
			}
		}
	}
	return rs
}

// missing reports patches beside lists that name a record which no row gave.
func missing(patches map[string][]override.Patch, records func(yield func(*record.Record))) []record.Diagnostic {
	have := map[string]bool{}
	records(func(r *record.Record) {
		have[r.Source.File+" "+string(r.ID)] = true
		have[r.Source.File+" "+r.Source.Part] = true
	})
	var ds []record.Diagnostic
	for _, file := range slices.Sorted(maps.Keys(patches)) {
		ds = append(ds, override.Missing(patches[file], func(name string) bool { return have[file+" "+name] })...)
	}
	return ds
}

// ParseFile reads the file at osPath, named name in the archive, redacts it as
// the gate does, and parses it. The diagnostics are those of what gave no record.
// read, where not nil, is shown each record with the lines it was read from.
func ParseFile(a *archive.Archive, r *source.Reader, osPath, name string, read func(*record.Record, []source.Line)) ([]*record.Record, []record.Diagnostic, error) {
	g, _, err := gate.Open(a)
	if err != nil {
		return nil, nil, err
	}
	docs := parse.Apart(r.File(osPath, name))
	var rs []*record.Record
	var faults []record.Diagnostic
	for i, x := range g.PrepareAll(docs, osPath) {
		r, ds := parseDocument(docs[i], x, &a.Config)
		if r != nil {
			rs = append(rs, r)
			if read != nil {
				read(r, shown(docs[i], x))
			}
		}
		faults = append(faults, ds...)
	}
	return rs, faults, nil
}

// shown is the lines of d as staff may see them: what is redacted, masked.
func shown(d *source.Document, x *gate.Dossier) []source.Line {
	if len(x.Redactions) == 0 {
		return d.Lines
	}
	masked := &record.Record{}
	for _, l := range d.Lines {
		masked.Residue = append(masked.Residue, record.Residue{Text: l.Text})
	}
	redact.Expand(masked, x.Redactions)
	lines := slices.Clone(d.Lines)
	for i := range lines {
		lines[i].Text = masked.Residue[i].Text
	}
	return lines
}

// Parse reads one document as a record, with the diagnostics of reading it
// among its own. Without a record the diagnostics say why.
func Parse(d *source.Document, cfg *archive.Config) (*record.Record, []record.Diagnostic) {
	return parseDocument(d, &gate.Dossier{}, cfg)
}

func parseDocument(d *source.Document, x *gate.Dossier, cfg *archive.Config) (*record.Record, []record.Diagnostic) {
	if d.Failed() {
		return nil, d.Diagnostics
	}
	patches, faults := override.Read(d)
	if d.Kind == "" {
		d.Kind = override.Kind(patches)
	}
	r, ds := parse.Document(d)
	ds = append(ds, faults...)
	if r == nil {
		ds = append(append([]record.Diagnostic(nil), d.Diagnostics...), ds...)
	} else {
		if key := cfg.CouncilKey(r.Council); key != "" {
			r.ID = r.ID.WithCouncil(key)
		}
		ds, r.Diagnostics = nil, append(append(append([]record.Diagnostic(nil), d.Diagnostics...), r.Diagnostics...), ds...)
		located(r.Diagnostics, d.Source.File)
		redact.Expand(r, x.Redactions)
		override.Apply(r, patches)
	}
	located(ds, d.Source.File)
	return r, ds
}

// located names the file of diagnostics that do not name one.
func located(ds []record.Diagnostic, file string) {
	for i := range ds {
		if ds[i].File == "" {
			ds[i].File = file
		}
	}
}

// distinct marks records that claim the same ID: which of them is true only
// staff can say, so none goes out.
func distinct(rs []*record.Record) {
	first := map[record.ID]*record.Record{}
	for _, r := range rs {
		f, ok := first[r.ID]
		if !ok {
			first[r.ID] = r
			continue
		}
		for _, pair := range [][2]*record.Record{{f, r}, {r, f}} {
			d := diag.InFile(diag.At("A004", 0, 0, "", string(r.ID), pair[1].Source.File), pair[0].Source.File)
			pair[0].Diagnostics = append(pair[0].Diagnostics, d)
		}
	}
}

func (c *Checked) judge(o Options, p Progress) error {
	p.Begin("gate", len(c.Records))
	c.Diagnostics = append(c.Diagnostics, gate.CheckSubjects(c.registers.Approvals, c.Records, archive.ApprovalsFile)...)
	c.Gate = c.registers.Judge(c.Records, c.dossiers, o.today())
	c.Diagnostics = append(c.Diagnostics, c.Gate.Diagnostics...)
	if !o.Bare {
		if err := c.tie(c.Archive); err != nil {
			return err
		}
	}
	// A register or config that cannot be read says nothing of what may go out
	// and how: going on with half of it could unpublish, or publish, anything.
	for _, d := range c.Diagnostics {
		switch d.Code {
		case "A002", "A003", "G030", "G033":
			c.Untrue = true
		}
	}
	if err := c.audit(); err != nil {
		return err
	}
	p.End("gate", Count{"public", len(c.Gate.Public)}, Count{"withheld", len(c.Records) - len(c.Gate.Public)})
	return nil
}

// each calls do(0) … do(n-1) from up to jobs goroutines and stops early when
// ctx ends.
func each(ctx context.Context, jobs, n int, do func(i int)) error {
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(jobs, n) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range next {
				do(i)
			}
		}()
	}
	defer wg.Wait()
	defer close(next)
	for i := range n {
		select {
		case next <- i:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}
