package docx

import "strings"

// Text with black behind it looks blacked out (墨消し) and is still there to be
// copied; it must not get into a record.

// covered reports whether a run's letters stand on black and are not light.
func covered(p *node) bool {
	if p == nil {
		return false
	}
	dark := p.child("highlight").val() == "black"
	if s := p.child("shd"); s != nil {
		dark = dark || black(s.val("fill")) || s.val() == "solid" && (black(s.val("color")) || s.val("color") == "auto")
	}
	if !dark {
		return false
	}
	c := p.child("color").val()
	return c == "" || c == "auto" || black(c)
}

// black reports whether a colour RRGGBB is black, or nearly.
func black(c string) bool {
	if len(c) != 6 {
		return false
	}
	return strings.Trim(strings.ToLower(c[0:1]+c[2:3]+c[4:5]), "0123") == ""
}
