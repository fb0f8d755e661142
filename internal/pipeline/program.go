package pipeline

import (
	"fmt"
	"os"
)

// program tells this program from any other build of it, as make tells files
// apart: by size and time. It is for what is kept between runs alone; "" where
// the program's file is not to be found.
func program() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	st, err := os.Stat(name)
	if err != nil {
		return ""
	}
	return fmt.Sprint(st.Size(), " ", st.ModTime().UnixNano())
}
