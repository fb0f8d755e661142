//go:build !withdeploy

package deploy

import "context"

// Site returns ErrNotBuiltIn.
func Site(context.Context, Options) error { return ErrNotBuiltIn }
