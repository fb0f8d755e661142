package main

import (
	"bytes"
	"compress/gzip"
	"mime"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
)

// server hands out a folder on loopback as a plain static host does, compressed
// with gzip where that is smaller, and counts what it sends.
type server struct {
	dir  string
	more map[string][]byte // files that the folder lacks, by path
	url  string
	http *http.Server

	mu     sync.Mutex
	sent   []sent
	packed map[string][]byte
}

// sent is an answered request: its path and the bytes of its body.
type sent struct {
	path  string
	bytes int
}

const blank = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>blank</title><link rel="icon" href="data:,">`

func newServer(dir string, more map[string][]byte) (*server, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &server{dir: dir, more: more, url: "http://" + l.Addr().String(), packed: map[string][]byte{}}
	s.http = &http.Server{Handler: s}
	go s.http.Serve(l) // until close
	return s, nil
}

func (s *server) close() { _ = s.http.Close() }

// reset begins a new count; blank pages are not counted.
func (s *server) reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sent = nil
}

// count lists what was sent since, in order.
func (s *server) count() []sent {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sent
}

func total(ss []sent) (bytes int) {
	for _, x := range ss {
		bytes += x.bytes
	}
	return bytes
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p := path.Clean("/" + r.URL.Path)
	if p == "/__blank" {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write([]byte(blank))
		return
	}
	if strings.HasSuffix(r.URL.Path, "/") {
		p = path.Join(p, "index.html")
	}
	b, packed, ok := s.file(p)
	s.mu.Lock()
	s.sent = append(s.sent, sent{p, len(b)})
	s.mu.Unlock()
	if !ok {
		http.NotFound(w, r)
		return
	}
	kind := mime.TypeByExtension(path.Ext(p))
	if kind == "" || path.Ext(p) == ".bin" {
		kind = "application/octet-stream"
	}
	if path.Ext(p) == ".wasm" {
		kind = "application/wasm"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "max-age=3600")
	if packed {
		w.Header().Set("Content-Encoding", "gzip")
	}
	w.Write(b)
}

// file is a file's bytes as they are sent.
func (s *server) file(p string) (b []byte, packed, ok bool) {
	s.mu.Lock()
	z, known := s.packed[p]
	s.mu.Unlock()
	raw, own := s.more[p]
	if !own {
		var err error
		if raw, err = os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(p))); err != nil {
			return nil, false, false
		}
	}
	if !known {
		var buf bytes.Buffer
		w, _ := gzip.NewWriterLevel(&buf, 6) // errs for levels that don't exist only
		w.Write(raw)
		w.Close()
		z = buf.Bytes()
		s.mu.Lock()
		s.packed[p] = z
		s.mu.Unlock()
	}
	if len(z) < len(raw) {
		return z, true, true
	}
	return raw, false, true
}
