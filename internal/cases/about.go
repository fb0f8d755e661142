package cases

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// What a text says plainly of a case, each in words of its own: a label or a
// subject, and what follows up to the end of the sentence.
var (
	saysInformation = regexp.MustCompile(`(?:(?:利用|提供|収集|使用|記録)する(?:保有)?個人情報(?:の(?:項目|内容|種類|範囲))?|(?:取り扱う|対象となる)(?:保有)?個人情報(?:の(?:項目|内容|種類|範囲))?|個人情報の(?:項目|種類))(?:は、?|[:：　]+)([^。\n]{2,80})`)
	saysWhose       = regexp.MustCompile(`(?:^|[。、\n　・])対象(?:者|となる(?:者|人|方|個人))(?:は、?|[:：　]+)([^。\n]{2,80})`)
	saysPurpose     = regexp.MustCompile(`(?:利用|収集|提供|取扱い|使用)の?目的(?:は、?|[:：　]+)([^。\n]{4,100})`)

	isInformation = regexp.MustCompile(`氏名|住所|生年月日|年齢|性別|番号|連絡先|画像|映像|履歴|時刻|状況|記録|情報|アドレス`)
	isCount       = regexp.MustCompile(`^(?:約|延べ)?[0-9０-９,，]+(?:人|名)`)
	copula        = regexp.MustCompile(`(?:とします|とする|です|でございます|である|であります|となります|となる)$`)
)

// proposeAbout tells staff what the records of a case say of the personal
// information, of whom, and for what, where they have written nothing of it. It
// is never taken over: who speaks may be asking, or wrong.
func (s *Set) proposeAbout(records []*record.Record) (ds []record.Diagnostic) {
	byID := map[record.ID]*record.Record{}
	for _, r := range records {
		byID[r.ID] = r
	}
	for _, c := range s.Cases {
		if len(c.About) > 0 {
			continue
		}
		for _, x := range c.texts(byID) {
			var a About
			for _, p := range x.passages {
				say(&a.Information, saysInformation, "個人情報", p.Text)
				say(&a.Whose, saysWhose, "対象", p.Text)
				say(&a.Purpose, saysPurpose, "目的", p.Text)
				if a.Source == "" && a.Information != "" {
					a.Source = string(x.of.ID) + "#" + p.ID
				}
			}
			if isCount.MatchString(a.Whose) {
				a.Whose = ""
			}
			if isInformation.MatchString(a.Information) && a.Whose+a.Purpose != "" {
				ds = append(ds, diag.InFile(diag.At("C021", 0, 0, "", c.ID, c.Title, a.Information, a.Whose, a.Purpose, a.Source), x.of.Source.File))
				break
			}
		}
	}
	return ds
}

// say puts into field what text says, where nothing has said it before; word is
// in whatever the expression matches.
func say(field *string, by *regexp.Regexp, word, text string) {
	if *field != "" || !strings.Contains(text, word) {
		return
	}
	if m := by.FindStringSubmatch(text); m != nil {
		*field = copula.ReplaceAllString(strings.TrimFunc(m[1], record.IsBlank), "")
	}
}

// told is what one record says of a case, questions and opinions left out.
type told struct {
	of       *record.Record
	passages []record.Passage
}

// texts are the records of c: the meetings in their order, then the replies.
func (c *Case) texts(byID map[record.ID]*record.Record) (ts []told) {
	add := func(r *record.Record, ss []record.Section) {
		t := told{of: r}
		for _, s := range ss {
			switch s.Kind {
			case "questions", "opinion", "deliberation", "applicant", "annex":
				continue
			}
			t.passages = append(t.passages, s.Passages...)
		}
		ts = append(ts, t)
	}
	for _, st := range c.Steps {
		if r := byID[st.Meeting]; r != nil && st.Item < len(r.Items) {
			add(r, r.Items[st.Item].Sections)
		}
	}
	for _, id := range c.Replies {
		if r := byID[id]; r != nil {
			add(r, r.Sections)
		}
	}
	return ts
}
