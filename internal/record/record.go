// Package record is the model of what toshin publishes: the minutes of a
// council (会議録) and its written replies (答申).
//
// Text in a record is what the source says, minus layout: nothing here folds,
// corrects or normalizes characters. Every non-blank source character is either
// in a text field of the record or in [Record.Residue], exactly once:
// [Record.Account] counts them.
//
// The package imports only the standard library. JSON names are a contract
// relied on from outside (docs/record.md).
package record

// Kind says which of the two kinds of record this is.
type Kind string

const (
	KindMinutes Kind = "minutes" // 会議録
	KindReply   Kind = "reply"   // 答申
)

// Record is one meeting's minutes or one reply. Fields that only one kind has
// are grouped in the embedded parts; empty fields are left out of the JSON.
type Record struct {
	Kind   Kind   `json:"kind"`
	ID     ID     `json:"id"`
	Source Source `json:"source"`

	Council    string  `json:"council,omitempty"`    // the body as written, e.g. 情報公開・個人情報保護運営審議会
	Title      string  `json:"title,omitempty"`      // one line, as written
	FiscalYear int     `json:"fiscalYear,omitempty"` // 年度: the Gregorian year in which it began (平成29年度 = 2017)
	Date       string  `json:"date,omitempty"`       // ISO 8601: the day the meeting was held, or the reply given
	Division   string  `json:"division,omitempty"`   // 部会
	Header     []Field `json:"header,omitempty"`     // every head field as written, in source order

	Minutes
	Reply

	Articles    []string     `json:"articles,omitempty"` // 条例第9条第1項第5号
	Types       []string     `json:"types,omitempty"`    // 類型 that it approved, applied or was told of, by the register's word; set once the gate has judged
	Laws        []Law        `json:"laws,omitempty"`     // the laws behind its short names: what 条例 is
	Cites       []Cite       `json:"cites,omitempty"`
	Rulings     []Cite       `json:"rulings,omitempty"` // 判決, 裁決
	Page        *Page        `json:"page,omitempty"`    // the web page it was saved from
	Notation    string       `json:"notation,omitempty"`
	Readings    []Reading    `json:"readings,omitempty"` // ruby of the source
	Overrides   []Override   `json:"overrides,omitempty"`
	Residue     []Residue    `json:"residue,omitempty"`
	Diagnostics []Diagnostic `json:"diagnostics,omitempty"`
}

// Minutes holds what only minutes have.
type Minutes struct {
	Term      int          `json:"term,omitempty"`    // 期
	Ordinal   int          `json:"ordinal,omitempty"` // 第N回
	Start     string       `json:"start,omitempty"`   // HH:MM, 24 h
	End       string       `json:"end,omitempty"`     // HH:MM, 24 h; may be 24:00 and over for a meeting past midnight
	Venue     string       `json:"venue,omitempty"`
	Attendees []Attendee   `json:"attendees,omitempty"`
	Observers string       `json:"observers,omitempty"` // 傍聴者, as written
	Handouts  []string     `json:"handouts,omitempty"`  // 配布資料
	Agenda    []AgendaItem `json:"agenda,omitempty"`    // 議事, as announced
	Items     []Item       `json:"items,omitempty"`     // what was dealt with, in the order taken up
}

// Reply holds what only replies have.
type Reply struct {
	Number     string      `json:"number,omitempty"`  // the first number, digits half-width: 216, 29-1, 令2-6
	Numbers    []string    `json:"numbers,omitempty"` // every number it answers to
	Addressee  []string    `json:"addressee,omitempty"`
	Inquiries  []Inquiry   `json:"inquiries,omitempty"` // 諮問
	Outcome    string      `json:"outcome,omitempty"`   // one of ReplyOutcomes
	Conclusion string      `json:"conclusion,omitempty"`
	Sections   []Section   `json:"sections,omitempty"`
	Conditions []Condition `json:"conditions,omitempty"` // 附帯意見
	Members    []string    `json:"members,omitempty"`
	Progress   []Progress  `json:"progress,omitempty"` // rows of the 審議経過 table
}

// Source tells where the bytes came from.
type Source struct {
	File     string `json:"file"`               // slash path below the archive's folder
	SHA256   string `json:"sha256"`             // of the bytes of the file, hex
	Format   string `json:"format"`             // text, html, docx, pdf, …
	Encoding string `json:"encoding,omitempty"` // IANA name; none where the format has only one

	Confidence float64 `json:"confidence,omitempty"` // how surely format and encoding were told, 0 to 1
	Part       string  `json:"part,omitempty"`       // of a list: the sheet and row that this record is; of several meetings in one file: which
	Pages      []int   `json:"pages,omitempty"`      // of a PDF: the line with which each page begins
	Gaiji      []Gaiji `json:"gaiji,omitempty"`      // characters that the archive's table put for the source's own
}

// Gaiji is one character (外字) that only one office's fonts have: the text holds
// what staff say it stands for.
type Gaiji struct {
	Line   int    `json:"line"`
	Column int    `json:"column"` // in the source's line, in characters, from 1
	Code   string `json:"code"`   // of the source: U+E000
	Text   string `json:"text"`   // what stands for it
	Reason string `json:"reason"`
}

// PageOf is the page, from 1, on which a line stands; 0 where the source has
// none.
func (s Source) PageOf(line int) int {
	page := 0
	for page < len(s.Pages) && s.Pages[page] <= line {
		page++
	}
	return page
}

// Key tells the records of an archive apart by what they were read from: the
// file, and of a list its part.
func (s Source) Key() string { return s.File + "\x00" + s.Part }

// Reading is a reading that the source itself gives (ruby, 振り仮名). It is no part
// of the text.
type Reading struct {
	Text string `json:"text"` // what it stands over, as written
	Kana string `json:"kana"` // as written
	Line int    `json:"line"`
}

// Field is one field of the head (会議の概要), label and value as written. A
// value over several lines keeps them, joined with "\n". Name is the field's
// meaning (one of FieldNames) where the parser knows it; a reply's head has
// mostly fields without a label.
type Field struct {
	Name  string `json:"name,omitempty"`
	Label string `json:"label"`
	Text  string `json:"text"`
	Line  int    `json:"line"` // 1-based line of the label, or of the text where there is none
}

// Attendee is one person or body that was there, or was expected (Absent).
type Attendee struct {
	Group       string `json:"group"` // the heading it stands under, as written without notes: 委員, 事務局
	Name        string `json:"name"`
	Title       string `json:"title,omitempty"`
	Affiliation string `json:"affiliation,omitempty"`
	Absent      bool   `json:"absent,omitempty"`
	Note        string `json:"note,omitempty"` // 途中退席, オンライン, 代理 …
	Line        int    `json:"line,omitempty"`
}

// AgendaItem is one announced item (次第, 議事).
type AgendaItem struct {
	Number string `json:"number,omitempty"` // as written, half-width, without its point: 2, (1), ア
	Kind   string `json:"kind,omitempty"`   // one of ItemKinds
	Case   string `json:"case,omitempty"`   // 諮問案件3
	Title  string `json:"title"`
	Label  string `json:"label,omitempty"` // the line as written; the fields above are read from it
	Line   int    `json:"line,omitempty"`
}

// Item is one thing dealt with. A case put off and taken up again later in the
// same meeting is one item whose sections stand in the order spoken.
type Item struct {
	Number     string    `json:"number,omitempty"` // as in AgendaItem
	Kind       string    `json:"kind,omitempty"`   // one of ItemKinds
	Case       string    `json:"case,omitempty"`
	Title      string    `json:"title,omitempty"`
	Department string    `json:"department,omitempty"` // 所管課
	Outcome    string    `json:"outcome,omitempty"`    // one of ItemOutcomes
	Labels     []Heading `json:"labels,omitempty"`     // its headings as written; two where it was put off and resumed
	Line       int       `json:"line,omitempty"`       // of its first heading
	Sections   []Section `json:"sections,omitempty"`
}

// Heading is a heading line as written.
type Heading struct {
	Text string `json:"text"`
	Line int    `json:"line"`
}

// Section is a headed part of an item or of a reply.
type Section struct {
	Kind     string    `json:"kind"`            // one of SectionKinds
	Label    string    `json:"label,omitempty"` // the heading as written
	Line     int       `json:"line,omitempty"`
	Passages []Passage `json:"passages,omitempty"`
}

// Passage is the smallest thing that has a link: one speech, or one run of
// prose under a heading. Paragraphs of a passage are joined with "\n".
type Passage struct {
	ID      string   `json:"id"` // s0001, counted through the whole record
	Speaker *Speaker `json:"speaker,omitempty"`
	Text    string   `json:"text"`
	Line    int      `json:"line"` // 1-based line where its text (or its speaker's label) begins
}

// Speaker is who speaks, by the label the source gives. Name is only what the
// source itself writes beside the role; it is never guessed from a roster.
type Speaker struct {
	Label string `json:"label"`          // as written, without its brackets or mark: 委員, 髙橋会長, 議長（山本君）
	Mark  string `json:"mark,omitempty"` // what stood around it: 【】, ○, ():, ：
	Role  string `json:"role"`           // one of Roles
	Name  string `json:"name,omitempty"`
}

// Inquiry is a 諮問 that a reply answers.
type Inquiry struct {
	Number   string `json:"number,omitempty"`   // 諮問第64号
	Document string `json:"document,omitempty"` // 見ス第31号
	Date     string `json:"date,omitempty"`     // ISO
}

// Condition is one 附帯意見 of a reply, or of the opinion in minutes.
type Condition struct {
	ID   string `json:"id"` // c01 …
	Text string `json:"text"`
	Line int    `json:"line,omitempty"`
}

// Progress is one row of a 審議経過 table.
type Progress struct {
	Date string `json:"date,omitempty"` // ISO; empty where the source's date is damaged
	When string `json:"when,omitempty"` // the date as written
	Text string `json:"text"`           // what was done, with the round it was done in
	Line int    `json:"line,omitempty"`
}

// Law is a law or ordinance that the text defines a short name for.
type Law struct {
	Term   string `json:"term"`             // 条例, as in Articles
	Name   string `json:"name,omitempty"`   // 見晴市情報公開条例, folded
	Number string `json:"number,omitempty"` // 平成12年見晴市条例第1号, folded
	Line   int    `json:"line,omitempty"`
}

// Cite is a mention of another reply, inquiry or meeting, or of a ruling.
type Cite struct {
	Kind    string `json:"kind,omitempty"`    // one of CiteKinds
	Council string `json:"council,omitempty"` // the body it names, where that is another one
	Text    string `json:"text"`              // as written
	Date    string `json:"date,omitempty"`    // ISO
	Number  string `json:"number,omitempty"`  // 222, 29-1
	To      ID     `json:"to,omitempty"`      // set where the archive has it
	Line    int    `json:"line,omitempty"`
}

// Page is the web page that a record was saved from; its date is never the
// date of the meeting.
type Page struct {
	ID   string `json:"id,omitempty"`
	Date string `json:"date,omitempty"`
}

// Override is a correction that staff made in <file>.toml, with the reason.
type Override struct {
	Field  string `json:"field"`
	Was    string `json:"was,omitempty"`
	Now    string `json:"now"`
	Reason string `json:"reason"`
}

// Residue is source text that is in no field, with the reason.
type Residue struct {
	Line int    `json:"line"`
	Text string `json:"text"`
	Why  string `json:"why"` // one of the Why… constants
}

// Why a line is residue.
const (
	WhyChrome      = "chrome"         // the web page around the record
	WhyFurniture   = "page-furniture" // page numbers, running heads
	WhyBoilerplate = "boilerplate"    // fixed words that say nothing of the case
	WhyUnplaced    = "unplaced"       // the parser knows no place for it
)

// Diagnostic is a fault in the input, located. See package diag for the
// catalogue of codes.
type Diagnostic struct {
	Code     string   `json:"code"`
	Severity Severity `json:"severity"`
	File     string   `json:"file,omitempty"`
	Line     int      `json:"line,omitempty"`   // 1-based
	Column   int      `json:"column,omitempty"` // 1-based, in characters
	Text     string   `json:"text,omitempty"`   // the source line it is about
	Message  string   `json:"message"`
	Hint     string   `json:"hint,omitempty"`
	Args     []any    `json:"-"` // what the catalogue's texts are filled with
}

// Severity of a diagnostic. An error keeps the record from going out.
type Severity string

const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)
