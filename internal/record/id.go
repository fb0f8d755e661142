package record

import "strings"

// ID names a record for good: kind folder, then body and number, ASCII
// ("minutes/h29-2", "replies/216"). It is made from the body, the year and the
// number, never from a title, so a corrected title keeps its address.
type ID string

// URL is the record's page, relative to the site's root: "replies/216/".
func (id ID) URL() string { return string(id) + "/" }

// PassageURL is the page with the passage's anchor.
func (id ID) PassageURL(passage string) string {
	if passage == "" {
		return id.URL()
	}
	return id.URL() + "#" + passage
}

// Folder is the part before the slash: "minutes" or "replies".
func (id ID) Folder() string {
	f, _, _ := strings.Cut(string(id), "/")
	return f
}

// Slug is the part after the slash.
func (id ID) Slug() string {
	_, s, _ := strings.Cut(string(id), "/")
	return s
}

// WithCouncil is the ID of the same record in an archive that tells bodies
// apart by key: minutes/h29-2 → minutes/koho-h29-2.
func (id ID) WithCouncil(key string) ID {
	return ID(id.Folder() + "/" + key + "-" + id.Slug())
}
