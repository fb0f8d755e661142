// Package kana is the kana-aware analyzer: it folds Japanese text so that what
// people write and what they type meet (docs/folding.md, which numbers the rules), and cuts it into
// tokens for an index in which every substring can be found.
//
// # Units, positions and tokens
//
// Folding turns a text into a row of units. A unit is one folded character of
// Japanese text; a run of digits or of Latin letters has as many units as it
// has folded characters, but is one atom that is never cut. Positions count
// units from 0; between blocks (line groups that may not join) there is a gap
// of at least 2, so that no phrase reaches over it.
//
// Tokens over those units:
//
//	gram   two neighbouring Japanese units: term 答申, Width 2
//	edge   one Japanese unit with no Japanese unit before or after it (run
//	       start or run end): term 条, Width 1. All other single characters
//	       are found by the prefix of the grams that begin with them.
//	run    a digit or Latin run, whole: term 2018, lgwan; Width its units
//	alt    another way to write a stretch (第十二条: 12; 平成30年: d2018), at the
//	       position and with the width of the stretch
//
// A text matches a query's chain of atoms where each next atom begins at the
// position where the one before ends (Pos+Width). That is exact: no other
// check of the text is needed.
package kana

// Kind of a token.
type Kind uint8

const (
	Gram Kind = iota
	Edge
	Run
	Alt
)

// Token is one indexable unit of a text.
type Token struct {
	Term       string // folded
	Pos        int    // position of its first unit
	Width      int    // units it covers
	Start, End int    // what it covers in the source, in bytes
	Kind       Kind
}

// Span maps one unit to the source.
type Span struct {
	Start, End int  // bytes of the source
	Pos        int  // position of the unit
	Rune       rune // folded
	Changed    bool // the fold changed what the source has (more than width, case and blanks)
	WordStart  bool // a word of the text begins here
	WordEnd    bool // a word of the text ends after this unit
}

// Text is an analyzed text.
type Text struct {
	Spans  []Span  // in order of Pos
	Tokens []Token // in order of Pos, then of Term
	Len    int     // positions used, the gap after the last block not counted
}

// Atom is one step of a query's chain.
type Atom struct {
	Text string // folded; Japanese characters, or one whole digit or Latin run, or an alt term
	Kind Kind   // Gram for a stretch of one or more Japanese characters; Run; Alt

	// Changed tells, unit by unit of Text, what the query writes otherwise than
	// usual; an occurrence is exact where its spans say the same. nil = nothing.
	Changed []bool

	// WordStart and WordEnd ask that the first unit begins and the last one ends
	// a word of the text (Span): what a reading found must not cut words.
	WordStart, WordEnd bool
}

// Chain is one way to find a query phrase: atoms that follow each other without
// a gap. Tier says how it was reached; a record's tier is its best chain's.
type Chain struct {
	Atoms []Atom
	Tier  Tier
}

// Tier orders hits: exact above folded above reading above loose.
type Tier uint8

const (
	Exact   Tier = iota // the text is written as the query (width, case and blanks aside)
	Folded              // equal after folding, or through an alternate
	Reading             // found by a reading
	Loose               // found by the loose rules only
)

func (t Tier) String() string { return [...]string{"exact", "folded", "reading", "loose"}[t] }
