//go:build !unix

package office

import "os/exec"

// whole leaves cmd as it is: soffice.com is the program itself there.
func whole(*exec.Cmd) {}
