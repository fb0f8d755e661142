package archive

// LayoutError is a layout (ひな形) that cannot be used: the archive's own, below
// layouts/, or the program's. It says what it wraps.
type LayoutError struct{ Err error }

func (e *LayoutError) Error() string { return e.Err.Error() }
func (e *LayoutError) Unwrap() error { return e.Err }
