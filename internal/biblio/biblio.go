// Package biblio writes how a record, or one of its passages, is quoted: in the
// Japanese style, as BibTeX, as RIS and as CSL-JSON. Each names the speech, the
// address and the version, so that a quotation can be held against what the
// archive says today.
package biblio

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

// Archive is what the site is called and where it stands.
type Archive struct{ Title, City, BaseURL string }

// Entry is what is quoted. Passage and Speaker are empty where it is the record
// as a whole.
type Entry struct {
	ID      record.ID
	Body    string // the council, with its division
	Title   string
	Number  string // 答申第216号, 平成29年度第2回
	Date    string // ISO
	Genre   string // 会議録, 答申
	Passage string // s0001
	Speaker string // 会長
	Said    string // version of the passage, see PassageVersion
	Version string
	Archive Archive
}

// Of is the entry of a record; number is its number as people say it.
func Of(r *record.Record, number string, a Archive) Entry {
	return OfVersion(r, number, Version(r), a)
}

// OfVersion is Of where the version of r is known already.
func OfVersion(r *record.Record, number, version string, a Archive) Entry {
	e := Entry{ID: r.ID, Body: strings.TrimSpace(r.Council + " " + r.Division), Title: oneLine(r.Title), Number: number, Date: r.Date,
		Genre: "答申", Version: version, Archive: a}
	if r.Kind == record.KindMinutes {
		e.Genre = "会議録"
	}
	if e.Title == "" {
		e.Title = strings.TrimSpace(e.Body + " " + number)
	}
	return e
}

// At is the entry of one passage of the record.
func (e Entry) At(p record.Passage) Entry {
	e.Passage, e.Said = p.ID, PassageVersion(p)
	if p.Speaker != nil {
		e.Speaker = p.Speaker.Label
	}
	return e
}

// Key is the entry's key in a bibliography: replies-h30-3-s0002.
func (e Entry) Key() string {
	k := strings.ReplaceAll(string(e.ID), "/", "-")
	if e.Passage != "" {
		k += "-" + e.Passage
	}
	return k
}

// URL is where it stands; relative where the archive does not say where it is.
func (e Entry) URL() string {
	u := e.ID.PassageURL(e.Passage)
	if b := e.Archive.BaseURL; b != "" {
		return strings.TrimSuffix(b, "/") + "/" + u
	}
	return u
}

// Shown is r as anybody may read it: what the machine said to staff of the
// source is left out, and so is what the parser had no place for.
func Shown(r *record.Record) *record.Record {
	c := *r
	c.Diagnostics, c.Residue = nil, nil
	c.Source = record.Source{Format: r.Source.Format}
	return &c
}

// Version names what a record says today: the first half of its Sum.
func Version(r *record.Record) string { return VersionOf(JSON(r)) }

// VersionOf is Version where the JSON of the record is at hand.
func VersionOf(text []byte) string { return sum(text)[:32] }

// JSON is what is shown of a record, on one line. Its sum is that of the record.
func JSON(r *record.Record) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(Shown(r)); err != nil {
		panic("biblio: " + err.Error()) // a record is plain strings and numbers
	}
	return b.Bytes()
}

// PassageVersion names what one passage says: the first 16 hex digits of the
// SHA-256 of its speaker's label, a line end and its text, in UTF-8. It stays
// where another part of the record is put right.
func PassageVersion(p record.Passage) string {
	label := ""
	if p.Speaker != nil {
		label = p.Speaker.Label
	}
	h := sha256.Sum256([]byte(label + "\n" + p.Text))
	return hex.EncodeToString(h[:8])
}

// Sum is the SHA-256 of what is shown of a record, in hex. That of the source is
// not told: of a text with a few letters blacked out it would let anybody try
// which letters they were.
func Sum(r *record.Record) string { return sum(JSON(r)) }

func sum(text []byte) string {
	h := sha256.Sum256(text)
	return hex.EncodeToString(h[:])
}

// Japanese is the line by which Japanese papers quote it.
func (e Entry) Japanese() string {
	var parts []string
	for _, s := range []string{e.Body, "「" + e.Title + "」", e.numberApart(), wareki(e.Date), e.place(), e.Archive.Title, e.URL(), "版 " + e.Version, e.said()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "、")
}

// numberApart is the number where the title does not say it already.
func (e Entry) numberApart() string {
	if strings.Contains(e.Title, e.Number) {
		return ""
	}
	return e.Number
}

// place tells the passage: 発言 s0002（委員）, 段落 s0002.
func (e Entry) place() string {
	switch {
	case e.Passage == "":
		return ""
	case e.Speaker != "":
		return fmt.Sprintf("発言 %s（%s）", e.Passage, e.Speaker)
	default:
		return "段落 " + e.Passage
	}
}

// said is the version of the passage.
func (e Entry) said() string {
	if e.Said == "" {
		return ""
	}
	return "段落の版 " + e.Said
}

func wareki(iso string) string {
	var y, m, d int
	if _, err := fmt.Sscanf(iso, "%d-%d-%d", &y, &m, &d); err != nil {
		return ""
	}
	era, ok := jadate.EraOf(iso)
	if !ok {
		return fmt.Sprintf("%d年%d月%d日", y, m, d)
	}
	return fmt.Sprintf("%s年%d月%d日", era.Written(y), m, d)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
