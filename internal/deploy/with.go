//go:build withdeploy

package deploy

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/gohugoio/hugo/common/loggers"
	hugoconfig "github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	hugodeploy "github.com/gohugoio/hugo/deploy"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/spf13/afero"
	"gocloud.dev/blob"
)

// Site brings the target to exactly what stands in the folder. Credentials are
// those of the environment (AWS_ACCESS_KEY_ID and so on).
func Site(ctx context.Context, o Options) error {
	if err := site(ctx, o); err != nil {
		return fmt.Errorf("deploy: %w", err)
	}
	return nil
}

func site(ctx context.Context, o Options) error {
	if _, err := os.Stat(filepath.Join(o.Dir, filepath.FromSlash(Marker))); err != nil {
		return err
	}
	if !o.Force {
		if err := ours(ctx, o.Target); err != nil {
			return err
		}
	}
	home, err := os.MkdirTemp("", "toshin-deploy-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	b, err := json.Marshal(map[string]any{
		"baseURL":      "/",
		"buildExpired": true, // the deployer's sign to be quiet
		"deployment": map[string]any{
			"targets":    []map[string]any{{"name": "toshin", "url": o.Target}},
			"matchers":   matchers,
			"order":      order,
			"dryRun":     o.DryRun,
			"maxDeletes": -1, // what was withdrawn must go, however much it is
		},
	})
	if err != nil {
		return err
	}
	file := filepath.Join(home, "hugo.json")
	if err := os.WriteFile(file, b, 0o600); err != nil {
		return err
	}
	flags := hugoconfig.New()
	flags.Set("workingDir", home)
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Flags: flags, Fs: hugofs.Os, Filename: file, Environment: "production", Environ: []string{"TOSHIN=1"},
		Logger: loggers.New(loggers.Options{StdOut: io.Discard, StdErr: io.Discard}),
	})
	if err != nil {
		return err
	}
	d, err := hugodeploy.New(configs.GetFirstLanguageConfig(), nil, afero.NewBasePathFs(afero.NewOsFs(), o.Dir))
	if err != nil {
		return err
	}
	return d.Deploy(ctx)
}

// ours wants the target to be empty or a site of toshin's.
func ours(ctx context.Context, target string) error {
	b, err := blob.OpenBucket(ctx, target)
	if err != nil {
		return err
	}
	defer b.Close()
	if is, err := b.Exists(ctx, Marker); err != nil || is {
		return err
	}
	switch _, err := b.List(nil).Next(ctx); {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return err
	}
	return ErrForeign
}
