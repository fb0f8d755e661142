package export

import (
	"strconv"

	"github.com/toshin-archive/toshin/internal/biblio"
	"github.com/toshin-archive/toshin/internal/content"
	"github.com/toshin-archive/toshin/internal/record"
)

// The rows of the tables. A field's tags are all that is known of its column:
// its name, what it is in Japanese and in English. The files, the dictionary
// and the schemas are made from them, so they cannot disagree.

// Record is a row of records: a meeting's minutes or a reply.
type Record struct {
	IssueID       string   `json:"issueID" ja:"記録の番号。変わらない" en:"the record's ID; never changes"`
	Kind          string   `json:"kind" ja:"minutes（会議録）か reply（答申）" en:"minutes or reply"`
	NameOfMeeting string   `json:"nameOfMeeting" ja:"会議体の名前" en:"the body, as written"`
	Division      string   `json:"division,omitempty" ja:"部会" en:"its division"`
	Issue         string   `json:"issue,omitempty" ja:"号数（平成29年度第2回、答申第216号）" en:"the meeting's round or the reply's number, as people say it"`
	Numbers       []string `json:"numbers,omitempty" ja:"答申の番号すべて" en:"every number the reply answers to"`
	Date          string   `json:"date,omitempty" ja:"開催の日、答申の日（ISO 8601）" en:"day of the meeting or of the reply, ISO 8601"`
	FiscalYear    int      `json:"fiscalYear,omitempty" ja:"年度（始まりの西暦）" en:"fiscal year by the Gregorian year in which it began"`
	Title         string   `json:"title,omitempty" ja:"題名" en:"title, as written"`
	Addressee     []string `json:"addressee,omitempty" ja:"答申のあて先" en:"to whom the reply is addressed"`
	Inquiries     []string `json:"inquiries,omitempty" ja:"諮問の番号または文書番号" en:"inquiries by number or document"`
	Outcome       string   `json:"outcome,omitempty" ja:"結論の種類" en:"outcome of the reply"`
	Conclusion    string   `json:"conclusion,omitempty" ja:"結論" en:"conclusion, as written"`
	Conditions    []string `json:"conditions,omitempty" ja:"附帯意見・条件" en:"conditions, as written"`
	Articles      []string `json:"articles,omitempty" ja:"条文" en:"articles of law"`
	Members       []string `json:"members,omitempty" ja:"委員" en:"members named in the reply"`
	SpeechCount   int      `json:"numberOfSpeeches" ja:"段落（発言）の数" en:"how many passages it has"`
	MeetingURL    string   `json:"meetingURL" ja:"ページの場所" en:"its page"`
	Version       string   `json:"version" ja:"内容の符丁（公開した内容の SHA-256 の前半）" en:"first half of the SHA-256 of its published form"`
	License       string   `json:"license,omitempty" ja:"利用の条件" en:"terms of use"`
	Types         []string `json:"types,omitempty" ja:"関わる類型（認めた、当てはめた、報告を受けた）の名前" en:"names of the types that it approved, applied or was told of"`
}

// Passage is a row of passages: a speech, or a stretch of prose under a heading.
type Passage struct {
	SpeechID        string `json:"speechID" ja:"段落の番号（記録の番号＋#＋段落）" en:"the passage's ID: the record's, #, the passage's"`
	IssueID         string `json:"issueID" ja:"記録の番号" en:"the record's ID"`
	SpeechOrder     int    `json:"speechOrder" ja:"記録の中での順" en:"its place in the record, from 1"`
	NameOfMeeting   string `json:"nameOfMeeting" ja:"会議体の名前" en:"the body"`
	Issue           string `json:"issue,omitempty" ja:"号数" en:"the record's number"`
	Date            string `json:"date,omitempty" ja:"日（ISO 8601）" en:"the record's day"`
	Speaker         string `json:"speaker,omitempty" ja:"発言者（書かれているとおり）" en:"speaker, as written"`
	SpeakerRole     string `json:"speakerRole,omitempty" ja:"発言者の役割" en:"the speaker's role"`
	SpeakerPosition string `json:"speakerPosition,omitempty" ja:"発言者の役割（日本語）" en:"the role in Japanese"`
	SpeakerName     string `json:"speakerName,omitempty" ja:"発言者の名前（役職と別に書かれているとき）" en:"name written beside the role"`
	Case            string `json:"case,omitempty" ja:"案件" en:"the case it belongs to"`
	ItemTitle       string `json:"itemTitle,omitempty" ja:"議題" en:"the item it belongs to"`
	Section         string `json:"section,omitempty" ja:"節の種類" en:"kind of section"`
	SectionLabel    string `json:"sectionLabel,omitempty" ja:"見出し" en:"the section's heading"`
	Speech          string `json:"speech" ja:"本文" en:"the text"`
	SpeechURL       string `json:"speechURL" ja:"段落の場所" en:"its address"`
	SpeechVersion   string `json:"speechVersion" ja:"段落の版（発言者、改行、本文の SHA-256 の初めの16字）" en:"first 16 hex digits of the SHA-256 of speaker, line feed and text"`
}

// Citation is a row of citations: a mention in a record.
type Citation struct {
	IssueID string `json:"issueID" ja:"引用している記録" en:"the record that mentions"`
	Kind    string `json:"kind,omitempty" ja:"引用の種類" en:"what is mentioned: reply, inquiry, meeting, ruling"`
	Text    string `json:"text" ja:"書かれているとおり" en:"as written"`
	Council string `json:"council,omitempty" ja:"ほかの会議体のとき、その名前" en:"the body, where it is another one"`
	Number  string `json:"number,omitempty" ja:"番号" en:"number"`
	Date    string `json:"date,omitempty" ja:"日（ISO 8601）" en:"day"`
	To      string `json:"to,omitempty" ja:"引用されている記録（アーカイブにあるとき）" en:"the record mentioned, where the archive has it"`
}

// Case is a row of cases: one inquiry or report through the meetings that dealt
// with it.
type Case struct {
	CaseID        string   `json:"caseID" ja:"案件の番号" en:"the case's ID"`
	Kind          string   `json:"kind" ja:"種類（諮問、報告 …）" en:"kind, in Japanese"`
	Label         string   `json:"label" ja:"案件の呼び名" en:"as the minutes call it"`
	Title         string   `json:"title,omitempty" ja:"件名" en:"title"`
	NameOfMeeting string   `json:"nameOfMeeting" ja:"会議体の名前" en:"the body"`
	Department    string   `json:"department,omitempty" ja:"所管課" en:"department in charge"`
	FiscalYear    int      `json:"fiscalYear,omitempty" ja:"年度" en:"fiscal year"`
	Outcome       string   `json:"outcome,omitempty" ja:"最後の会議での扱い" en:"outcome in the last meeting"`
	Meetings      []string `json:"meetings,omitempty" ja:"扱った会議録" en:"minutes that dealt with it, the oldest first"`
	Replies       []string `json:"replies,omitempty" ja:"答申" en:"replies given to it"`
	CaseURL       string   `json:"caseURL" ja:"ページの場所" en:"its page"`
	Items         []string `json:"items,omitempty" ja:"扱った会議録の議題（会議録の番号＋#＋議題）" en:"items of the minutes that dealt with it: the minutes' ID, #, the item"`
	Information   []string `json:"information,omitempty" ja:"どのような個人情報か（職員による）" en:"which personal information, in staff's words"`
	Whose         []string `json:"whose,omitempty" ja:"だれの個人情報か（職員による）" en:"whose information, in staff's words"`
	Purpose       []string `json:"purpose,omitempty" ja:"何のために使うか（職員による）" en:"for which purpose, in staff's words"`
	Types         []string `json:"types,omitempty" ja:"当てはめた類型の名前" en:"names of the types under which it was handled"`
	Articles      []string `json:"articles,omitempty" ja:"条文（答申のものと、会議の発言に名前のあるもの）" en:"articles of law, of the replies and as the meetings name them"`
	Kept          []string `json:"kept,omitempty" ja:"附帯意見がどう守られたか（附帯意見の番号、日、内容）" en:"how conditions were kept: the condition's ID, the day, what was done"`
}

// Type is a row of types (類型).
type Type struct {
	TypeID     string   `json:"typeID" ja:"類型の番号" en:"the type's ID"`
	Name       string   `json:"name" ja:"名前" en:"name"`
	Definition string   `json:"definition,omitempty" ja:"定義" en:"abstract definition"`
	Scope      string   `json:"scope,omitempty" ja:"範囲" en:"scope"`
	Exclusions string   `json:"exclusions,omitempty" ja:"除くもの" en:"what it does not cover"`
	Founding   string   `json:"founding,omitempty" ja:"もとになった答申" en:"founding reply"`
	Regime     string   `json:"regime,omitempty" ja:"根拠の法令" en:"legal regime"`
	Status     string   `json:"status,omitempty" ja:"今の扱い" en:"status"`
	Cases      []string `json:"cases,omitempty" ja:"当てはめた案件" en:"cases applied under it"`
	TypeURL    string   `json:"typeURL" ja:"ページの場所" en:"its page"`
}

// data is what goes out: the records, and the rows that are made of several.
type data struct {
	in      Input
	records []*record.Record // in order of their IDs
	Cases   []Case
	Types   []Type
}

// rows of one record.
type rows struct {
	record    Record
	passages  []Passage
	citations []Citation
}

// rowsOf depends on the record and the settings alone (see [part]).
func (d *data) rowsOf(r *record.Record, version string) rows {
	var x rows
	x.record = Record{IssueID: string(r.ID), Kind: string(r.Kind), NameOfMeeting: r.Council, Division: r.Division, Issue: content.Number(r),
		Numbers: r.Numbers, Date: r.Date, FiscalYear: r.FiscalYear, Title: r.Title, Addressee: r.Addressee, Outcome: r.Outcome,
		Conclusion: r.Conclusion, Articles: r.Articles, Types: r.Types, Members: r.Members, MeetingURL: d.url(r.ID.URL()), Version: version,
		License: d.in.Config.License}
	for _, q := range r.Inquiries {
		if n := q.Number + q.Document; n != "" {
			x.record.Inquiries = append(x.record.Inquiries, n)
		}
	}
	for _, c := range r.Conditions {
		x.record.Conditions = append(x.record.Conditions, c.Text)
	}
	d.passages(&x, r.Sections, record.Item{})
	for _, it := range r.Items {
		d.passages(&x, it.Sections, it)
	}
	x.record.SpeechCount = len(x.passages)
	for i := range x.passages {
		x.passages[i].SpeechOrder = i + 1
	}
	for _, c := range r.Cites {
		x.citations = append(x.citations, Citation{string(r.ID), c.Kind, c.Text, c.Council, c.Number, c.Date, string(c.To)})
	}
	return x
}

func (d *data) passages(x *rows, ss []record.Section, it record.Item) {
	of := &x.record
	for _, s := range ss {
		for _, p := range s.Passages {
			row := Passage{SpeechID: of.IssueID + "#" + p.ID, IssueID: of.IssueID, NameOfMeeting: of.NameOfMeeting, Issue: of.Issue,
				Date: of.Date, Case: it.Case, ItemTitle: it.Title, Section: s.Kind, SectionLabel: s.Label, Speech: p.Text,
				SpeechURL: d.url(record.ID(of.IssueID).PassageURL(p.ID)), SpeechVersion: biblio.PassageVersion(p)}
			if sp := p.Speaker; sp != nil {
				row.Speaker, row.SpeakerRole, row.SpeakerName = sp.Label, sp.Role, sp.Name
				row.SpeakerPosition = record.Japanese(record.Roles, sp.Role)
			}
			x.passages = append(x.passages, row)
		}
	}
}

// url is absolute where the config says where the site stands.
func (d *data) url(rel string) string {
	if base := d.in.Config.BaseURL; base != "" {
		if base[len(base)-1] != '/' {
			base += "/"
		}
		return base + rel
	}
	return rel
}

func itoa(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
