package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// oncePerson takes who is named twice among the members (議長氏名 above the list of
// all) for one, with the title that either gives.
func oncePerson(as []record.Attendee) []record.Attendee {
	at := map[string]int{}
	var out []record.Attendee
	for _, a := range as {
		key := a.Group + "\x00" + textutil.Key(a.Name)
		if k, ok := at[key]; ok && a.Name != "" && a.Absent == out[k].Absent && (a.Title == "" || out[k].Title == "") && a.Affiliation == "" {
			if out[k].Title == "" {
				out[k].Title = a.Title
			}
			continue
		}
		at[key] = len(out)
		out = append(out, a)
	}
	return out
}

// presidesAs is the title in a label: 会長 of 議長（会長）氏名, 委員長 of 委員長氏名.
func presidesAs(label string) string {
	key := strings.TrimRight(textutil.Key(label), ":")
	if i, j := strings.IndexByte(key, '('), strings.IndexByte(key, ')'); i > 0 && j > i {
		if _, _, role := roleOf(key[i+1 : j]); role == "chair" && !strings.Contains(key[i:j], "・") {
			return key[i+1 : j]
		}
		key = key[:i]
	}
	return strings.TrimSuffix(strings.TrimSuffix(key, "氏名"), "の")
}
