package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/toshin-archive/toshin/internal/source"
)

// maxDepth of elements in a sheet; what programs write is six deep.
const maxDepth = 256

var errTooDeep = errors.New("nested too deep")

// wellFormed looks through the sheets before the library does: where a sheet's
// XML breaks off, the library ends the table there and says nothing. An entity
// that the file itself defines is such a break; none is ever resolved.
func wellFormed(z *source.Zip) error {
	for _, name := range z.Names() {
		if !strings.HasPrefix(name, "xl/worksheets/sheet") && name != "xl/sharedStrings.xml" {
			continue
		}
		b, fault := z.Part(name)
		if fault != nil {
			return errors.New(fault.Message)
		}
		if n := bytes.Count(b, []byte("<mergeCell ")); n > maxMerges {
			return fmt.Errorf("%w merged cells: %d", errTooLarge, n)
		}
		if err := balanced(b); err != nil {
			return err
		}
	}
	return nil
}

func balanced(b []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(b))
	dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // the library's to decode
	for depth := 0; ; {
		t, err := dec.Token()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errTooDeep
			}
		case xml.EndElement:
			depth--
		}
	}
}
