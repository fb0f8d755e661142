// Package serve shows a built site on this machine and reloads open pages when
// it was built anew. It is for looking at one's work, not for publishing.
package serve

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// Server serves the folder Dir. Pages get a script that listens for Reload;
// the files themselves are not touched.
type Server struct {
	Dir string

	mu      sync.Mutex
	waiting map[chan struct{}]bool
}

// script reloads the page when the server says so.
const script = `<script src="/__toshin/reload.js" defer></script>`

// A browser has six connections to a host, and pages that it keeps for the way back
// would hold theirs: the seventh page would wait for ever.
const reloadJS = `let source;
const listen = () => {
  source = new EventSource('/__toshin/events');
  source.addEventListener('reload', () => location.reload());
};
listen();
addEventListener('pagehide', () => source.close());
addEventListener('pageshow', (e) => { if (e.persisted) listen(); });
`

// Listen opens addr, which must be on the loopback interface: the site may hold
// what is not published yet. Where the port is taken the next free one of ten
// is used.
func Listen(addr string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("serve: %w", err)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("serve: %s is not on this machine only (use 127.0.0.1)", host)
	}
	first, err := net.LookupPort("tcp", port)
	if err != nil {
		return nil, fmt.Errorf("serve: %w", err)
	}
	for p := first; ; p++ {
		l, err := net.Listen("tcp", net.JoinHostPort(host, fmt.Sprint(p)))
		if err == nil || first == 0 || p == first+9 {
			return l, err
		}
	}
}

// Run serves on l until ctx ends.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	srv := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-ctx.Done()
		end, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		s.Reload() // lets waiting pages go
		if srv.Shutdown(end) != nil {
			srv.Close()
		}
	}()
	err := srv.Serve(l)
	if errors.Is(err, http.ErrServerClosed) {
		<-done
		return nil
	}
	return err
}

// Reload tells all open pages that the site is new.
func (s *Server) Reload() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.waiting {
		close(c)
	}
	s.waiting = nil
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/__toshin/reload.js":
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		w.Write([]byte(reloadJS))
		return
	case "/__toshin/events":
		s.events(w, r)
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("Content-Security-Policy", Policy)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	name := path.Clean("/" + r.URL.Path)
	file := filepath.Join(s.Dir, filepath.FromSlash(name))
	st, err := os.Stat(file)
	if err == nil && st.IsDir() {
		if !strings.HasSuffix(r.URL.Path, "/") {
			http.Redirect(w, r, name+"/", http.StatusMovedPermanently)
			return
		}
		file = filepath.Join(file, "index.html")
		_, err = os.Stat(file)
	}
	status := http.StatusOK
	if err != nil {
		status, file = http.StatusNotFound, filepath.Join(s.Dir, "404.html")
	}
	if strings.HasSuffix(file, ".html") {
		page(w, file, status)
		return
	}
	http.ServeFile(w, r, file)
}

// page sends an HTML file with the reload script before its end.
func page(w http.ResponseWriter, file string, status int) {
	b, err := os.ReadFile(file)
	if err != nil {
		http.Error(w, http.StatusText(http.StatusNotFound), http.StatusNotFound)
		return
	}
	if i := bytes.LastIndex(b, []byte("</body>")); i >= 0 {
		b = append(b[:i:i], append([]byte(script), b[i:]...)...)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(b)
}

// events keeps the connection until the next Reload.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	c := make(chan struct{})
	s.mu.Lock()
	if s.waiting == nil {
		s.waiting = map[chan struct{}]bool{}
	}
	s.waiting[c] = true
	s.mu.Unlock()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprint(w, "retry: 500\n\n")
	if f, ok := w.(http.Flusher); ok {
		f.Flush()
	}
	select {
	case <-c:
		fmt.Fprint(w, "event: reload\ndata: \n\n")
	case <-r.Context().Done():
		s.mu.Lock()
		delete(s.waiting, c)
		s.mu.Unlock()
	}
}
