package pdf

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// slowest is the longest that one file may take. 250 pages take five seconds on
// a slow machine.
const slowest = 3 * time.Minute

// engine is PDFium in its sandbox. Compiling it takes seconds, so that the
// compiled form is kept in the user's cache folder, and an archive without PDFs
// never loads it.
type engine struct {
	once   sync.Once
	pool   pdfium.Pool
	cache  wazero.CompilationCache
	cancel context.CancelFunc
	err    error
}

func (e *engine) load() {
	ctx, cancel := context.WithCancel(context.Background())
	e.cancel = cancel
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(16384). // 1 GB
		WithCloseOnContextDone(true) // a file that makes it run for ever is stopped
	if dir, err := os.UserCacheDir(); err == nil {
		// without a cache it is slower, no worse
		if e.cache, err = wazero.NewCompilationCacheWithDir(filepath.Join(dir, "toshin", "pdfium")); err == nil {
			config = config.WithCompilationCache(e.cache)
		}
	}
	e.pool, e.err = webassembly.Init(webassembly.Config{
		Context: ctx, MaxIdle: 1, MaxTotal: max(1, min(runtime.GOMAXPROCS(0), 4)),
		FSConfig: wazero.NewFSConfig(), // nothing of this machine
		Stdout:   io.Discard, Stderr: io.Discard,
		RuntimeConfig: config,
	})
}

// worker is an instance of the engine for one file.
type worker struct {
	pdfium.Pdfium
	timer *time.Timer
}

func (e *engine) instance() (*worker, error) {
	e.once.Do(e.load)
	if e.err != nil {
		return nil, e.err
	}
	in, err := e.pool.GetInstance(10 * time.Minute) // until another file is done
	if err != nil {
		return nil, err
	}
	return &worker{in, time.AfterFunc(slowest, func() { _ = in.Kill() })}, nil
}

func (w *worker) done() {
	if w.timer.Stop() {
		_ = w.Pdfium.Close() // it has no file of its own to lose
	}
}

func (e *engine) close() error {
	e.once.Do(func() {}) // never loaded from now on
	if e.pool == nil {
		return nil
	}
	err := e.pool.Close()
	e.cancel()
	if e.cache != nil {
		_ = e.cache.Close(context.Background())
	}
	return err
}
