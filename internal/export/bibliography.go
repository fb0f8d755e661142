package export

import (
	"bytes"

	"github.com/toshin-archive/toshin/internal/biblio"
	"github.com/toshin-archive/toshin/internal/content"
)

// bibliography is an entry for every record, in one file.
func (d *data) bibliography(write func(biblio.Entry) string) []byte {
	c := d.in.Config
	var b bytes.Buffer
	for _, r := range d.Records {
		b.WriteString(write(biblio.Of(r.of, content.Number(r.of), biblio.Archive{Title: c.Title, City: c.City, BaseURL: c.BaseURL})))
	}
	return b.Bytes()
}
