// Command toshin turns the records of a council into a public archive that
// people can search:
//
//	read → parse → gate → write → index → shard → site
//
// It only wires: each stage is a package of internal/, run by
// internal/pipeline.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/toshin-archive/toshin/internal/pipeline"
)

func main() {
	pipeline.LimitMemory()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
