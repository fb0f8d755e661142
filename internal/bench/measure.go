package main

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"slices"
	"syscall"
	"time"
)

// sample is one run of a program, as the kernel counted it.
type sample struct {
	wall   time.Duration
	cpu    time.Duration            // of all its threads, user and system
	memory int64                    // peak resident set in bytes
	stages map[string]time.Duration // by stage, where the program tells
}

func (s sample) String() string {
	return fmt.Sprintf("%.2f s, %d MB", s.wall.Seconds(), s.memory>>20)
}

// measure runs a program to its end. What it says on standard error is given
// back: toshin logs its stages there.
func measure(ctx context.Context, dir, program string, args ...string) (sample, []byte, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = dir
	var said bytes.Buffer
	cmd.Stderr = &said
	syscall.Sync() // what the last run wrote is not this one's to wait for
	start := time.Now()
	err := cmd.Run()
	s := sample{wall: time.Since(start)}
	if err != nil {
		return s, nil, fmt.Errorf("%s %v: %w\n%s", program, args, err, tail(said.Bytes(), 2000))
	}
	s.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	if ru, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		s.memory = ru.Maxrss << 10 // Linux counts in KB
	}
	return s, said.Bytes(), nil
}

// samples are the runs of one contender.
type samples []sample

func (ss *samples) add(s sample, err error) error {
	if err == nil {
		*ss = append(*ss, s)
	}
	return err
}

func (ss samples) last() sample { return ss[len(ss)-1] }

// median of one figure of the runs; of an even number the lower middle one, so
// that it is a figure that was measured.
func median[T int64 | time.Duration](ss samples, figure func(sample) T) T {
	if len(ss) == 0 {
		return 0
	}
	var all []T
	for _, s := range ss {
		all = append(all, figure(s))
	}
	slices.Sort(all)
	return all[(len(all)-1)/2]
}

func (ss samples) wall() time.Duration {
	return median(ss, func(s sample) time.Duration { return s.wall })
}

func (ss samples) cpu() time.Duration {
	return median(ss, func(s sample) time.Duration { return s.cpu })
}

func (ss samples) stage(name string) time.Duration {
	return median(ss, func(s sample) time.Duration { return s.stages[name] })
}

// memory is the highest peak: what the machine must have.
func (ss samples) memory() int64 {
	var peak int64
	for _, s := range ss {
		peak = max(peak, s.memory)
	}
	return peak
}

func tail(b []byte, n int) []byte { return b[max(0, len(b)-n):] }
