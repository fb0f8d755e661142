package content

import (
	"bytes"

	"github.com/toshin-archive/toshin/internal/gate/redact"
)

// bars puts an element around every redaction mark in the text of a page, so
// that it is seen as a bar. Its words stay, for those who listen and for those
// who copy. In attributes a mark is left as it is. html/template has escaped
// every < and > that is not markup.
func bars(html []byte) []byte {
	if !bytes.Contains(html, []byte(redact.Block)) {
		return html
	}
	var out bytes.Buffer
	for len(html) > 0 {
		to := bytes.IndexByte(html, '<')
		if to < 0 {
			to = len(html)
		}
		text := string(html[:to])
		at := 0
		for _, m := range redact.Marks(text) {
			out.WriteString(text[at:m.From])
			out.WriteString(`<span class="redacted"><span class="edge">` + redact.Block + `</span>` +
				text[m.Label:m.LabelEnd] + `<span class="edge">` + redact.Block + `</span></span>`)
			at = m.To
		}
		out.WriteString(text[at:])
		html = html[to:]
		end := bytes.IndexByte(html, '>') + 1
		if end == 0 {
			end = len(html)
		}
		out.Write(html[:end])
		html = html[end:]
	}
	return out.Bytes()
}
