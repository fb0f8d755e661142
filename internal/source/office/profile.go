package office

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// settings close LibreOffice to what a document may ask of it: pictures and texts
// from elsewhere (from the network, or from this machine's disk), macros, programs
// that data come from. As it is installed it fetches what a document links to.
var settings = []struct{ path, name, value string }{
	{"org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"},
	{"org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"},
	{"org.openoffice.Office.Common/Security/Scripting", "DisablePythonRuntime", "true"},
	{"org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"},
	{"org.openoffice.Office.Common/Misc", "CrashReport", "false"},
	{"org.openoffice.Office.Writer/Content/Update", "Link", "0"}, // never
	{"org.openoffice.Office.Calc/Content/Update", "Link", "2"},   // never
	// whatever asks for the network all the same asks a port where nobody answers
	{"org.openoffice.Inet/Settings", "ooInetProxyType", "2"},
	{"org.openoffice.Inet/Settings", "ooInetNoProxy", ""},
	{"org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"},
	{"org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"},
	{"org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"},
	{"org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"},
}

// profile writes a profile of LibreOffice in dir, which nobody else has: one that
// is open for somebody would swallow the call.
func profile(dir string) error {
	var b strings.Builder
	b.WriteString(xml.Header + `<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` + "\n")
	for _, s := range settings {
		fmt.Fprintf(&b, `<item oor:path="/%s"><prop oor:name="%s" oor:op="fuse"><value>%s</value></prop></item>`+"\n", s.path, s.name, s.value)
	}
	b.WriteString("</oor:items>\n")
	if err := os.MkdirAll(filepath.Join(dir, "user"), 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "user", "registrymodifications.xcu"), []byte(b.String()), 0o600)
}
