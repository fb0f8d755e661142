package main

import (
	"io"
	"log/slog"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/toshin-archive/toshin/internal/pipeline"
)

// newProgress shows a bar where w is a terminal, and one structured line a
// stage elsewhere (CI, hooks, files).
func newProgress(w io.Writer) pipeline.Progress {
	if f, ok := w.(*os.File); ok {
		if st, err := f.Stat(); err == nil && st.Mode()&os.ModeCharDevice != 0 {
			return &bar{w: w}
		}
	}
	return &lines{log: slog.New(slog.NewTextHandler(w, nil))}
}

// lines logs the end of every stage.
type lines struct {
	log   *slog.Logger
	begun time.Time
}

func (l *lines) Begin(string, int) { l.begun = time.Now() }
func (l *lines) Step()             {}
func (l *lines) End(stage string, counts ...pipeline.Count) {
	args := []any{"stage", stage}
	for _, c := range counts {
		args = append(args, c.Name, c.N)
	}
	l.log.Info(japanese(stage), append(args, "took", time.Since(l.begun).Round(time.Millisecond))...)
}

// bar draws a progress bar for each stage and leaves a line behind.
type bar struct {
	w   io.Writer
	now atomic.Pointer[progressbar.ProgressBar]
}

func (b *bar) Begin(stage string, total int) {
	if total == 0 {
		total = -1 // a spinner
	}
	b.now.Store(progressbar.NewOptions(total,
		progressbar.OptionSetWriter(b.w),
		progressbar.OptionSetDescription(label(stage)),
		progressbar.OptionSetWidth(24),
		progressbar.OptionShowCount(),
		progressbar.OptionThrottle(65*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	))
}

func (b *bar) Step() {
	if p := b.now.Load(); p != nil {
		_ = p.Add(1) // a bar that cannot be drawn is no reason to stop
	}
}

func (b *bar) End(stage string, counts ...pipeline.Count) {
	if p := b.now.Load(); p != nil {
		_ = p.Finish()
		_ = p.Clear()
	}
	var s strings.Builder
	for _, c := range counts {
		if c.N > 0 || len(counts) == 1 {
			s.WriteString("  " + countName(c.Name) + " " + number(c.N))
		}
	}
	io.WriteString(b.w, label(stage)+s.String()+"\n")
}

// label is a stage's name in both languages, as in README.
func label(stage string) string { return pad(stage, 6) + japanese(stage) }

func japanese(stage string) string {
	for _, s := range pipeline.Stages {
		if s.Name == stage {
			return s.Japanese
		}
	}
	return stage
}

func pad(s string, n int) string { return s + strings.Repeat(" ", max(1, n-len(s))) }
