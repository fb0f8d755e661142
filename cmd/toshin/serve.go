package main

import (
	"fmt"
	"sync"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/pipeline"
	"github.com/toshin-archive/toshin/internal/serve"
)

func serveCommand(a *app) *cobra.Command {
	var addr string
	c := &cobra.Command{
		Use:     "serve",
		Short:   text.serveShort,
		Long:    text.serveLong,
		Example: text.serveExample,
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return a.serve(addr) },
	}
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:1313", text.flagAddr)
	return c
}

// serve builds into the archive's cache, so that public/ stays what was built
// to be published, and builds again after every change.
func (a *app) serve(addr string) error {
	l, err := serve.Listen(addr)
	if err != nil {
		return usageError{err}
	}
	defer l.Close()
	o := a.options()
	arch, _, err := archive.Open(o.Source)
	if err != nil {
		return err
	}
	o.Out = arch.CachePath("serve")
	if err := a.build(o); err != nil {
		return err
	}
	s := &serve.Server{Dir: o.Out}
	fmt.Fprintf(a.out, text.serving, l.Addr())
	var watched []string
	for _, p := range []string{archive.ConfigFile, "data", archive.ContentDir, "layouts", "assets"} {
		watched = append(watched, arch.Path(p))
	}
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Add(1)
	go func() {
		defer wg.Done()
		err := serve.Watch(a.ctx, watched, func() {
			fmt.Fprint(a.out, text.changed)
			if err := a.build(o); err != nil {
				fmt.Fprintf(a.err, text.rebuildFailed, err)
				return
			}
			s.Reload()
		})
		if err != nil {
			fmt.Fprintf(a.err, "toshin: %v\n", err)
		}
	}()
	return s.Run(a.ctx, l)
}

// build runs all stages and tells what came of it.
func (a *app) build(o pipeline.Options) error {
	b, err := pipeline.Build(a.ctx, o)
	if err != nil {
		return err
	}
	a.tellBuild(b)
	if !b.Done {
		return errRecords
	}
	return nil
}
