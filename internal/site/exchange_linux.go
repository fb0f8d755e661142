package site

import "golang.org/x/sys/unix"

// exchange gives each of two folders the other's name, at once (renameat2(2)).
// It fails where one is missing and on file systems that cannot.
func exchange(a, b string) error {
	return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
}
