//go:build unix

package office

import (
	"os/exec"
	"syscall"
)

// whole has cmd end with all that it started: soffice is a script, and what it
// starts would go on without it.
func whole(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
