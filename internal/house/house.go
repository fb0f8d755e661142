// Package house holds the rules of the house as tests: which package may import
// which, how large a file may be, that fuzz targets have seeds, that a build
// gives the same bytes twice and that a killed build leaves the old site.
//
// It looks at the repository from outside, through the go and git commands and
// the toshin program, and is imported by nothing.
package house
