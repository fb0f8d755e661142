package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// toshin is this repository's program on the corpus's records.
type toshin struct{ bin, archive, version string }

// The corpus's council, as the generator names it, with the approval without
// which nothing would go out.
const (
	archiveConfig = `title = "見本市記録審議会"
city = "見本市"

[[council]]
name = "見本市記録審議会"
key = "kiroku"
`
	archiveApprovals = `[[approval]]
covers  = ["minutes"]
council = "見本市記録審議会"
decided = 2005-04-01
meeting = "第1回会議"
item    = "1"
`
)

// newToshin builds the program and makes an archive of the corpus, unless it stands.
func newToshin(ctx context.Context, repo string, c *corpus, built bool) (*toshin, error) {
	work := filepath.Dir(filepath.Dir(c.site))
	t := &toshin{bin: filepath.Join(work, "toshin"), archive: filepath.Join(work, "archive")}
	if err := command(ctx, repo, "go", "build", "-trimpath", "-o", t.bin, "./cmd/toshin"); err != nil {
		return nil, err
	}
	if v, err := exec.CommandContext(ctx, "git", "-C", repo, "describe", "--always", "--dirty").Output(); err == nil {
		t.version = strings.TrimSpace(string(v))
	}
	if built {
		return t, nil
	}
	if err := os.RemoveAll(t.archive); err != nil {
		return nil, err
	}
	data := filepath.Join(t.archive, "data")
	if err := os.CopyFS(filepath.Join(data, "records"), os.DirFS(c.records)); err != nil {
		return nil, err
	}
	for name, text := range map[string]string{
		filepath.Join(t.archive, "config.toml"): archiveConfig,
		filepath.Join(data, "approvals.toml"):   archiveApprovals,
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// cold builds the archive as on the first day: all stages, no cache.
func (t *toshin) cold(ctx context.Context) (sample, error) {
	for _, made := range []string{"public", ".toshin"} {
		if err := os.RemoveAll(filepath.Join(t.archive, made)); err != nil {
			return sample{}, err
		}
	}
	return t.build(ctx)
}

// changed builds again after one record was corrected, each time another one.
func (t *toshin) changed(ctx context.Context, nth int) (sample, error) {
	files, err := filepath.Glob(filepath.Join(t.archive, "data", "records", "*.txt"))
	if err != nil || len(files) == 0 {
		return sample{}, fmt.Errorf("no records in %s: %w", t.archive, err)
	}
	name := files[(nth*7+len(files)/2)%len(files)]
	text, err := os.ReadFile(name)
	if err != nil {
		return sample{}, err
	}
	corrected := append(bytes.TrimRight(text, "\n"), fmt.Sprintf("訂正第%d号を反映しました。\n", nth+1)...)
	if err := os.WriteFile(name, corrected, 0o644); err != nil {
		return sample{}, err
	}
	return t.build(ctx)
}

// stageLine is a line of the program's log: the end of a stage.
var stageLine = regexp.MustCompile(`(?m)\bstage=(\w+)\b.*\btook=(\S+)`)

func (t *toshin) build(ctx context.Context) (sample, error) {
	s, log, err := measure(ctx, t.archive, t.bin, "build", "--source", t.archive)
	if err != nil {
		return s, err
	}
	s.stages = map[string]time.Duration{}
	for _, m := range stageLine.FindAllSubmatch(log, -1) {
		took, err := time.ParseDuration(string(m[2]))
		if err != nil {
			return s, fmt.Errorf("the log's %q: %w", m[0], err)
		}
		s.stages[string(m[1])] += took
	}
	return s, nil
}
