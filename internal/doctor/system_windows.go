package doctor

import (
	"strconv"

	"golang.org/x/sys/windows"
)

// freeSpace is what may still be written below dir, in bytes.
func freeSpace(dir string) (uint64, error) {
	path, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, err
	}
	var free uint64
	return free, windows.GetDiskFreeSpaceEx(path, &free, nil, nil)
}

// terminal: code page 65001 is UTF-8.
func (p *patient) terminal() {
	page, err := windows.GetConsoleOutputCP()
	if err != nil {
		return // no console
	}
	if page == 65001 {
		p.say("terminal", Fine, "", "UTF-8")
		return
	}
	p.say("terminal", Note, "other", strconv.Itoa(int(page)))
}
