// Package publish builds an archive into a publication folder: all stages, then
// a release with its manifest, put live by one rename.
package publish

import (
	"context"
	"errors"
	"fmt"
	"os/user"
	"time"

	"github.com/toshin-archive/toshin/internal/pipeline"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/release"
)

// Options of a publication.
type Options struct {
	Site   release.Site
	Commit string           // of the archive's repository, "" where it has none
	Keep   int              // releases that stand, the live one included
	Build  pipeline.Options // Source, BaseURL, Version …; Out and Cache are set here
}

// Result of a publication. Release is nil where nothing could be built; Built
// then says why, and the live site stands.
type Result struct {
	Release *release.Release
	Built   *pipeline.Built
	Pruned  []string
}

// errNotBuilt leaves a release's making where the records forbid it.
var errNotBuilt = errors.New("not built")

// Live builds and puts the new release live. The caller holds the site's lock.
func Live(ctx context.Context, o Options) (*Result, error) {
	r := &Result{}
	rel, err := o.Site.Publish(func(dir string) (*release.Manifest, error) { return o.build(ctx, r, "published", dir) })
	if errors.Is(err, errNotBuilt) {
		return r, nil
	}
	if err != nil {
		return r, err
	}
	r.Release = rel
	if err := o.Site.Log(o.entry("publish", rel.ID)); err != nil {
		return r, err
	}
	if o.Keep > 0 {
		r.Pruned, err = o.Site.Prune(o.Keep)
	}
	return r, err
}

// Preview builds the site of a branch that is not published; name is its
// folder. Search engines are told to stay away; who may see it is the web
// server's to decide. The caller holds the site's lock.
func Preview(ctx context.Context, o Options, name string) (dir string, r *Result, err error) {
	r = &Result{}
	o.Build.Preview = true
	dir, err = o.Site.Preview(name, func(dir string) (*release.Manifest, error) { return o.build(ctx, r, "preview", dir) })
	if errors.Is(err, errNotBuilt) {
		return "", r, nil
	}
	return dir, r, err
}

func (o Options) build(ctx context.Context, r *Result, cache, dir string) (*release.Manifest, error) {
	o.Build.Out, o.Build.Cache = dir, o.Site.Cache(cache)
	b, err := pipeline.Build(ctx, o.Build)
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	r.Built = b
	if !b.Done {
		return nil, errNotBuilt
	}
	taken := map[record.ID]int{}
	for _, v := range b.Gate.Verdicts {
		taken[v.ID] = v.Redacted
	}
	return release.NewManifest(o.Build.Version, o.Commit, b.Gate.Public, func(id record.ID) int { return taken[id] }), nil
}

func (o Options) entry(action, id string) release.Entry {
	return release.Entry{Time: time.Now().UTC().Truncate(time.Second), Action: action, Release: id, Commit: o.Commit, By: Account()}
}

// Account is the name of the account that runs the program, for the site's log.
func Account() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}
