package html

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// A page saved whole (.mht) is a mail message with the page as one of its parts.

// archived reports whether head begins as such a message does.
func archived(head []byte) bool {
	i := bytes.Index(head, []byte("\n\n"))
	if j := bytes.Index(head, []byte("\r\n\r\n")); i < 0 || j >= 0 && j < i {
		i = j
	}
	if i < 0 {
		i = len(head)
	}
	h := bytes.ToLower(head[:i])
	return bytes.Contains(h, []byte("mime-version:")) && bytes.Contains(h, []byte("content-type: multipart/related"))
}

// mostParts of a message are looked at for the page; it is the first one, as a rule.
const mostParts = 10_000

// unpack finds the page in the message, and the encoding that the message states.
func unpack(b []byte) (page []byte, declared string, err error) {
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		return nil, "", err
	}
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		return nil, "", err
	}
	r := multipart.NewReader(m.Body, params["boundary"])
	for range mostParts {
		p, err := r.NextRawPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, "", err
		}
		kind, params, err := mime.ParseMediaType(p.Header.Get("Content-Type"))
		if err != nil || kind != "text/html" && kind != "application/xhtml+xml" {
			continue
		}
		var body io.Reader = p
		switch strings.ToLower(p.Header.Get("Content-Transfer-Encoding")) {
		case "quoted-printable":
			body = quotedprintable.NewReader(p)
		case "base64":
			body = base64.NewDecoder(base64.StdEncoding, p)
		}
		page, err = io.ReadAll(body)
		declared = params["charset"]
		if declared == "" {
			declared = charset(page)
		}
		return page, declared, err
	}
	return nil, "", errors.New("no page in the message")
}
