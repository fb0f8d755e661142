// Package doctor looks at the machine that toshin runs on: what is missing or
// old, before a record or a push finds out. It changes nothing.
package doctor

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/githook"
	"github.com/toshin-archive/toshin/internal/release"
	"github.com/toshin-archive/toshin/internal/source/office"
)

// State of one thing looked at.
type State string

const (
	Fine  State = "ok"
	Note  State = "note"  // works, but not as well as it could
	Fault State = "fault" // something will fail
)

// Finding is what one look came to. Check and Why are keys of the texts; Args
// fill them.
type Finding struct {
	Check string   `json:"check"`
	State State    `json:"state"`
	Why   string   `json:"why,omitempty"`
	Args  []string `json:"args,omitempty"`
}

// Options say where to look.
type Options struct {
	Source  string // the archive's folder
	Site    string // publication folder; "" none
	Repo    string // repository that takes pushes; "" none
	Version string // of this program
}

// Oldest git that does all that is asked of it: init --initial-branch.
const gitMajor, gitMinor = 2, 28

// leastSpace is what a publication of some thousand records may take, twice, in bytes.
const leastSpace = 1 << 30

type patient struct {
	Options
	ctx   context.Context
	found []Finding
}

func (p *patient) say(check string, s State, why string, args ...string) {
	p.found = append(p.found, Finding{check, s, why, args})
}

// Look looks at everything, in a fixed order.
func Look(ctx context.Context, o Options) []Finding {
	p := &patient{Options: o, ctx: ctx}
	if p.Repo != "" && p.Site == "" {
		if s, err := (githook.Repo{Dir: p.Repo}).Settings(ctx); err == nil {
			p.Site = s.Site
		}
	}
	git := p.git()
	p.terminal()
	p.archive(git)
	if p.Site != "" {
		p.site()
	}
	if p.Repo != "" && git {
		p.hooks()
	}
	return p.found
}

var gitVersion = regexp.MustCompile(`(\d+)\.(\d+)(\.\d+)?`)

func (p *patient) git() bool {
	b, err := p.output("git", "--version")
	m := gitVersion.FindStringSubmatch(b)
	if err != nil || m == nil {
		p.say("git", Fault, "missing")
		return false
	}
	major, _ := strconv.Atoi(m[1])
	minor, _ := strconv.Atoi(m[2])
	if major < gitMajor || major == gitMajor && minor < gitMinor {
		p.say("git", Fault, "old", m[0], strconv.Itoa(gitMajor)+"."+strconv.Itoa(gitMinor))
		return true
	}
	p.say("git", Fine, "", m[0])
	return true
}

// output runs a program for at most ten seconds.
func (p *patient) output(name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(p.ctx, 10*time.Second)
	defer cancel()
	b, err := exec.CommandContext(ctx, name, args...).Output()
	return strings.TrimSpace(string(b)), err
}

func (p *patient) archive(git bool) {
	a, ds, err := archive.Open(p.Source)
	if err != nil || len(ds) > 0 {
		p.say("archive", Fault, "missing", p.Source)
		p.office(nil)
		return
	}
	p.say("archive", Fine, "", a.Config.Title)
	p.space(a.Dir)
	names, _, _ := a.RecordFiles()
	p.office(names)
	if !git {
		return
	}
	if _, err := p.output("git", "-C", a.Dir, "rev-parse", "--git-dir"); err != nil {
		p.say("repository", Note, "missing")
		return
	}
	for _, key := range []string{"user.name", "user.email"} {
		if v, _ := p.output("git", "-C", a.Dir, "config", key); v == "" {
			p.say("repository", Fault, "nobody", key)
			return
		}
	}
	if v, _ := p.output("git", "-C", a.Dir, "config", "core.quotePath"); v != "false" {
		p.say("repository", Note, "quoted")
		return
	}
	p.say("repository", Fine, "")
}

// office: old documents are read by LibreOffice alone.
func (p *patient) office(files []string) {
	need := 0
	for _, f := range files {
		if office.Needs(f) {
			need++
		}
	}
	switch at := office.Find(); {
	case at != "":
		p.say("office", Fine, "", at)
	case need > 0:
		p.say("office", Fault, "needed", strconv.Itoa(need))
	default:
		p.say("office", Note, "missing")
	}
}

func (p *patient) space(dir string) {
	free, err := freeSpace(dir)
	if err != nil {
		return // a system that does not tell
	}
	mb := strconv.FormatUint(free>>20, 10)
	if free < leastSpace {
		p.say("space", Fault, "little", dir, mb, strconv.Itoa(leastSpace>>20))
		return
	}
	p.say("space", Fine, "", dir, mb)
}

func (p *patient) site() {
	if err := writable(p.Site); err != nil {
		p.say("site", Fault, "closed", p.Site, err.Error())
		return
	}
	p.space(p.Site)
	s := release.Site{Dir: p.Site}
	id, err := s.LiveID()
	if errors.Is(err, release.ErrNone) {
		p.say("site", Note, "empty", p.Site)
		return
	}
	var m *release.Manifest
	if err == nil {
		m, err = release.ReadManifest(s.Path(id))
	}
	switch {
	case err != nil:
		p.say("site", Fault, "damaged", s.Live())
	case m.Program != p.Version:
		p.say("site", Note, "old", m.Program, p.Version)
	default:
		p.say("site", Fine, "", s.Live())
	}
}

// writable makes a file in dir and takes it away; permissions alone do not tell
// of read-only disks.
func writable(dir string) error {
	f, err := os.CreateTemp(dir, ".doctor-")
	if err == nil {
		err = errors.Join(f.Close(), os.Remove(f.Name()))
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

func (p *patient) hooks() {
	for _, h := range githook.Hooks {
		switch ours, err := githook.Installed(p.Repo, h); {
		case errors.Is(err, fs.ErrNotExist):
			p.say("hooks", Fault, "missing", p.Repo, h)
			return
		case err != nil || !ours:
			p.say("hooks", Fault, "foreign", filepath.Join(p.Repo, "hooks", h))
			return
		}
	}
	p.say("hooks", Fine, "", p.Repo)
	if p.Site == "" {
		return
	}
	bin := filepath.Join(p.Site, "bin", "toshin")
	said, err := p.output(bin, "--version")
	switch v := strings.TrimPrefix(said, "toshin "); {
	case err != nil:
		p.say("program", Fault, "missing", bin)
	case v != p.Version:
		p.say("program", Fault, "old", v, p.Version)
	default:
		p.say("program", Fine, "", v)
	}
}
