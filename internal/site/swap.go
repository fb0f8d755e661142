package site

import (
	"errors"
	"io/fs"
	"os"
)

// swap puts the finished folder fresh in the place of out, and tells where what
// stood there stands now, for the caller to remove. It is done in one step where
// the file system can exchange two names. Elsewhere it takes two renames,
// between which out is missing; recoverSwap mends that after a kill.
func swap(fresh, out string) (old string, err error) {
	if exchange(fresh, out) == nil {
		return fresh, nil
	}
	old = out + ".old"
	if err := os.RemoveAll(old); err != nil {
		return "", err
	}
	if err := os.Rename(out, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if err := os.Rename(fresh, out); err != nil {
		return "", errors.Join(err, recoverSwap(out))
	}
	return old, nil
}

// recoverSwap brings back the old site where a swap was cut off.
func recoverSwap(out string) error {
	if _, err := os.Stat(out); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(out+".old", out); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
