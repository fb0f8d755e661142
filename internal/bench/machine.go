package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
)

// machine describes what was measured on and with, a line each: a figure
// without them cannot be compared with the next one.
func machine(ctx context.Context, work string, h *hugo, t *toshin) string {
	var b strings.Builder
	line := func(name, value string) { fmt.Fprintf(&b, "- %s: %s\n", name, value) }
	line("machine", fmt.Sprintf("%s, %d cores, %s of memory", field("/proc/cpuinfo", "model name"), runtime.NumCPU(), field("/proc/meminfo", "MemTotal")))
	line("file system", output(ctx, "stat", "-f", "-c", "%T", work))
	line("system", output(ctx, "uname", "-sr"))
	line("go", runtime.Version())
	if h != nil {
		line("bare Hugo", h.version)
	}
	line("toshin", t.version)
	return b.String()
}

// field is the first value of a "name : value" line, "?" where there is none.
func field(file, name string) string {
	text, _ := os.ReadFile(file)
	m := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(name) + `\s*:\s*(.+)$`).FindSubmatch(text)
	if m == nil {
		return "?"
	}
	return string(m[1])
}

func output(ctx context.Context, name string, args ...string) string {
	out, err := exec.CommandContext(ctx, name, args...).Output()
	if err != nil {
		return "?"
	}
	return strings.TrimSpace(string(out))
}
