// Package deploy puts a finished site into object storage (S3 and what speaks
// like it) with Hugo's deployer: what changed is sent, what is gone is deleted.
//
// The deployer brings the clients of three clouds with it, which make the
// program twice as large and a build many times as long, so it is in the program
// only where it was built with -tags withdeploy.
package deploy

import "errors"

// Options of one deployment.
type Options struct {
	Dir    string // the site's folder
	Target string // where to: s3://bucket?region=…&endpoint=…&prefix=…
	DryRun bool   // only tell what would be done
	Force  bool   // delete what is there, though it is no site of toshin's
}

// ErrNotBuiltIn is returned by a program that was built without the deployer.
var ErrNotBuiltIn = errors.New("built without -tags withdeploy")

// ErrForeign is returned where the target holds something that is no site of
// toshin's: deploying would delete it.
var ErrForeign = errors.New("the target holds something else")

// Marker is a file that every site of toshin's has.
const Marker = "search/files/manifest.json"
