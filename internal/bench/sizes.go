package main

import "path/filepath"

// searchFolder is where the site keeps the files that only a search fetches,
// pages and the client's own script left out.
const searchFolder = "search/files"

// sizes of a built site, in bytes and files.
type sizes struct {
	site, search           int64
	siteFiles, searchFiles int
}

func (t *toshin) sizes() (s sizes, err error) {
	public := filepath.Join(t.archive, "public")
	if s.site, s.siteFiles, err = folderSize(public); err != nil {
		return s, err
	}
	s.search, s.searchFiles, err = folderSize(filepath.Join(public, filepath.FromSlash(searchFolder)))
	return s, err
}
