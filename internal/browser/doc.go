// Package browser holds the tests that look at a built site as readers do: its
// links, and its pages in Chromium under axe-core (MPL-2.0, vendored packed in
// testdata with its licence).
package browser
