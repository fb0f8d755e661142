package githook

import (
	"context"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/audit"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/pipeline"
	"github.com/toshin-archive/toshin/internal/publish"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/release"
)

// Verdict is what pre-receive says of one ref of a push.
type Verdict struct {
	Update
	Faults  []record.Diagnostic // of the push itself and of what the tree is made of
	Checked *pipeline.Checked   // of the records; nil where it did not come to that
	Refused bool
}

// PreReceive judges a push. Nothing is changed: the commit's tree is looked at
// in a temporary folder. One refused ref refuses the whole push, as git has it.
//
// On the published branch every error diagnostic refuses. On other branches
// records may be unfinished; only what no server should take refuses there.
func (r Repo) PreReceive(ctx context.Context, s Settings, us []Update, o pipeline.Options) ([]Verdict, error) {
	vs := make([]Verdict, 0, len(us))
	for _, u := range us {
		v, err := r.judge(ctx, s, u, o)
		if err != nil {
			return nil, err
		}
		vs = append(vs, v)
	}
	return vs, nil
}

func (r Repo) judge(ctx context.Context, s Settings, u Update, o pipeline.Options) (Verdict, error) {
	v := Verdict{Update: u}
	refuse := func(code string, args ...any) {
		v.Faults, v.Refused = append(v.Faults, diag.InFile(diag.At(code, 0, 0, "", args...), u.Ref)), true
	}
	branch, ok := u.Branch()
	if !ok {
		return v, nil // tags and notes are kept, and publish nothing
	}
	live := branch == s.Branch
	if u.Deletes() {
		if live {
			refuse("H010")
		}
		return v, nil
	}
	if live && !u.Creates() && !s.AllowForce {
		kept, err := r.ancestor(ctx, u.Old, u.New)
		if err != nil {
			return v, err
		}
		if !kept {
			refuse("H011")
			return v, nil
		}
	}
	ds, err := r.inspect(ctx, u.New)
	if err != nil {
		return v, err
	}
	if len(ds) > 0 {
		v.Faults, v.Refused = append(v.Faults, ds...), true
		return v, nil
	}
	if live && !u.Creates() {
		kept, err := r.extendsAudit(ctx, u.Old, u.New)
		if err != nil {
			return v, err
		}
		if !kept {
			v.Faults, v.Refused = append(v.Faults, diag.InFile(diag.At("H012", 0, 0, ""), archive.AuditFile)), true
			return v, nil
		}
	}
	dir, done, err := r.checkout(ctx, u.New)
	if err != nil {
		return v, err
	}
	defer done()
	o.Source, o.Cache = dir, release.Site{Dir: s.Site}.Cache(cacheOf(live))
	if v.Checked, err = pipeline.Check(ctx, o); err != nil {
		return v, err
	}
	errs, _ := diag.Count(v.Checked.Diagnostics)
	v.Refused = live && errs > 0
	return v, nil
}

// extendsAudit reports whether the register of decisions in the commit new has
// all lines of that in old as they were. That holds for forced pushes as well.
func (r Repo) extendsAudit(ctx context.Context, old, new string) (bool, error) {
	before, err := r.blob(ctx, old, archive.AuditFile)
	if err != nil || before == nil {
		return err == nil, err
	}
	after, err := r.blob(ctx, new, archive.AuditFile)
	return audit.Extends(before, after), err
}

// cacheOf: the checks and builds of one kind share what they parsed.
func cacheOf(live bool) string {
	if live {
		return "published"
	}
	return "preview"
}

// Teller tells the pusher what comes of a push, as it comes.
type Teller interface {
	Waiting()                                     // another publication goes on
	Building(branch, commit string)               // the build begins
	Published(*publish.Result)                    // Release nil: the records forbid it
	Preview(branch, at string, r *publish.Result) // at "": the records forbid it
	Gone(branch string)                           // a preview was removed
	Already(commit string)                        // that commit is live
	Nothing(ref string)                           // the ref publishes nothing
}

// PostReceive builds and publishes what a push brought. Pushes queue at the
// site's lock; whoever gets it publishes the branch's newest commit, so that of
// two pushes the later one is live in the end, in whatever order they wake.
func (r Repo) PostReceive(ctx context.Context, s Settings, us []Update, o pipeline.Options, t Teller) error {
	for _, u := range us {
		branch, ok := u.Branch()
		if !ok {
			t.Nothing(u.Ref)
			continue
		}
		if err := r.publish(ctx, s, branch, o, t); err != nil {
			return err
		}
	}
	return nil
}

func (r Repo) publish(ctx context.Context, s Settings, branch string, o pipeline.Options, t Teller) error {
	site := release.Site{Dir: s.Site}
	unlock, err := site.Lock(ctx, t.Waiting)
	if err != nil {
		return err
	}
	defer unlock()
	commit, err := r.tip(ctx, branch)
	if err != nil {
		return err
	}
	live := branch == s.Branch
	if commit == "" {
		if !live {
			t.Gone(branch)
			return site.RemovePreview(previewName(branch))
		}
		return nil // only by hand, past the hooks: the live site stands
	}
	if id, err := site.LiveID(); live && err == nil {
		if m, err := release.ReadManifest(site.Path(id)); err == nil && m.Commit == commit && m.Program == o.Version {
			t.Already(commit)
			return nil
		}
	}
	dir, done, err := r.checkout(ctx, commit)
	if err != nil {
		return err
	}
	defer done()
	t.Building(branch, commit)
	o.Source, o.BaseURL = dir, s.BaseURL
	if o.History, err = r.history(ctx, commit); err != nil {
		return err
	}
	p := publish.Options{Site: site, Commit: commit, Keep: s.Keep, Build: o}
	if live {
		res, err := publish.Live(ctx, p)
		if err == nil {
			t.Published(res)
		}
		return err
	}
	name := previewName(branch)
	p.Build.BaseURL = ""
	at, res, err := publish.Preview(ctx, p, name)
	if err != nil {
		return err
	}
	if at != "" && s.PreviewURL != "" {
		at = s.PreviewURL + name + "/"
	}
	t.Preview(branch, at, res)
	return nil
}
