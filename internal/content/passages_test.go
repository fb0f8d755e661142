package content

import (
	"bytes"
	"html/template"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

// Made here or by html/template, passages are the same, whatever stands in them.
func TestPassagesAsTemplatesMakeThem(t *testing.T) {
	const made = `{{ range . }}
<div class="passage{{ if .Speaker }} speech{{ end }}" id="{{ .ID }}" data-v="{{ said . }}"{{ with .Speaker }} data-role="{{ .Role }}"{{ end }}>
{{ with .Speaker }}<p class="speaker"><span>{{ .Label }}</span></p>{{ end }}
<div class="said">{{ range lines .Text }}<p>{{ . }}</p>{{ end }}</div>
<a class="permalink" href="#{{ .ID }}"><span aria-hidden="true">¶</span><span class="vh">{{ if .Speaker }}発言{{ else }}段落{{ end }} {{ .ID }}</span></a>
</div>
{{ end }}`
	nasty := "\x00 a<b>&amp;\"'+`=\xff{{ 1 }}<script>\n\n　\n  二行目\r\n</p>"
	ps := []record.Passage{
		{ID: "s0001", Text: "本文。"},
		{ID: "s0002", Text: nasty, Speaker: &record.Speaker{Label: nasty[:20], Role: "member"}},
		{ID: "s0003", Text: ""},
	}
	var want bytes.Buffer
	if err := template.Must(template.New("").Funcs(funcs).Parse(made)).Execute(&want, ps); err != nil {
		t.Fatal(err)
	}
	if got := string(passages(ps, "発言", "段落")); got != strings.ReplaceAll(want.String(), "&#43;", "+") {
		t.Errorf("got\n%q\nwant\n%q", got, want.String())
	}
}
