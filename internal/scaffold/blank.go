package scaffold

import (
	"bytes"
	"embed"
	"fmt"
	"text/template"
	"time"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

// blanks are records to be filled in, one a kind, in the forms that the parser
// knows best. Their own words say what to write where.
//
//go:embed blank
var blanks embed.FS

// Blank is what a new record begins with.
type Blank struct {
	Kind    record.Kind
	Council string
	Ordinal int       // 第N回 of the minutes, 第N号 of the reply; from 1
	Day     time.Time // of the meeting, or of the reply
}

// Text is the blank as a text file.
func (b Blank) Text() ([]byte, error) {
	t, err := template.ParseFS(blanks, "blank/"+string(b.Kind)+".txt")
	if err != nil {
		return nil, fmt.Errorf("new: %w", err)
	}
	var out bytes.Buffer
	err = t.Execute(&out, map[string]any{
		"Council": b.Council, "Ordinal": b.Ordinal, "Year": fiscalYear(b.Day),
		"Day": day(b.Day), "Weekday": string([]rune("日月火水木金土")[b.Day.Weekday()]),
		"Before": day(b.Day.AddDate(0, -2, 0)),
	})
	if err != nil {
		return nil, fmt.Errorf("new: %w", err)
	}
	return out.Bytes(), nil
}

func fiscalYear(d time.Time) string {
	year := d.Year()
	if d.Month() < time.April {
		year--
	}
	era, _ := jadate.EraOfFiscalYear(year)
	return era.Written(year) + "年"
}

func day(d time.Time) string {
	era, _ := jadate.EraOf(d.Format(time.DateOnly))
	return fmt.Sprintf("%s年%d月%d日", era.Written(d.Year()), d.Month(), d.Day())
}
