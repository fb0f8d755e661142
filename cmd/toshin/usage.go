package main

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/site"
)

// usageError is a mistake in how the command was called.
type usageError struct{ error }

// badFlag says what is wrong with an option, in the words of the rest.
func badFlag(err error) error {
	var none *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	switch {
	case errors.As(err, &none):
		return usageError{fmt.Errorf(text.noFlag, none.GetSpecifiedName())}
	case errors.As(err, &empty):
		return usageError{fmt.Errorf(text.needValue, empty.GetSpecifiedName())}
	case errors.As(err, &value):
		return usageError{fmt.Errorf(text.badValue, value.GetFlag().Name, value.GetValue())}
	}
	return usageError{err}
}

// noSuch refuses words after the program's name that are no command.
func noSuch(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		return usageError{fmt.Errorf(text.noCommandNear, args[0], near[0])}
	}
	return usageError{fmt.Errorf(text.noCommand, args[0])}
}

// remedy is what a person can do about a failure of the machine, "" where
// toshin cannot tell.
func remedy(err error) string {
	var layout *archive.LayoutError
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return text.diskFull
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return text.noPermission
	case errors.As(err, &layout):
		return text.badLayout
	}
	return ""
}

// misplaced turns a site that would take the place of something else into a
// mistake in how the command was called.
func misplaced(err error) error {
	if errors.Is(err, site.ErrPlace) {
		return usageError{errors.New(text.badPlace)}
	}
	return err
}
