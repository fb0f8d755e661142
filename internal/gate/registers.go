package gate

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/gate/personal"
	"github.com/toshin-archive/toshin/internal/gate/redact"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// Registers are what staff wrote for the archive as a whole.
type Registers struct {
	Approvals    []Approval
	Withdrawals  []Withdrawal
	Acknowledged []Acknowledgement
	Names        NamePolicy
	Office       personal.Office
}

// Open reads the registers of a. A register that is not there is empty. An
// error is the machine's.
func Open(a *archive.Archive) (*Registers, []record.Diagnostic, error) {
	g := &Registers{}
	var ds []record.Diagnostic
	for _, reg := range []struct {
		file   string
		decode func(b []byte, file string) []record.Diagnostic
	}{
		{archive.ApprovalsFile, func(b []byte, file string) (ds []record.Diagnostic) {
			g.Approvals, ds = Decode(b, file)
			return ds
		}},
		{archive.WithdrawalsFile, func(b []byte, file string) (ds []record.Diagnostic) {
			g.Withdrawals, ds = decodeWithdrawals(b, file)
			return ds
		}},
		{archive.AcknowledgedFile, func(b []byte, file string) (ds []record.Diagnostic) {
			var r struct {
				Acknowledged []Acknowledgement `toml:"acknowledged"`
			}
			if d := archive.DecodeTOML(b, file, &r, true); d != nil {
				return []record.Diagnostic{*d}
			}
			g.Acknowledged, ds = checkAcknowledgements(r.Acknowledged, headings(b, "[[acknowledged]]"), "[[acknowledged]]", file)
			return ds
		}},
	} {
		b, err := os.ReadFile(a.Path(reg.file))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, nil, fmt.Errorf("gate: %w", err)
		}
		ds = append(ds, reg.decode(b, reg.file)...)
	}
	var faults []record.Diagnostic
	g.Names, faults = namePolicy(&a.Config)
	for _, o := range a.Config.Offices {
		g.Office.Add(o.Telephone, o.Mail, o.Address)
	}
	return g, append(ds, faults...), nil
}

// Dossier is what the gate knows of one document before it is parsed.
type Dossier struct {
	Redactions   []redact.Redaction // in the order of their tokens
	Findings     []personal.Finding // of what is left
	Acknowledged []Acknowledgement  // beside the record
	Rules        []redact.Rule      // beside the record, for what is put into it after parsing
	Unfilled     record.Diagnostic  // of the first line that a new record's form still fills; no code: none
}

// prepare redacts d, which was read from osPath, and looks for personal
// information in what is left. Faults join d's diagnostics.
func (g *Registers) prepare(d *source.Document, osPath string) *Dossier {
	rules, acks, ds := readSidecar(osPath, d.Source.File)
	x := &Dossier{Acknowledged: acks, Rules: rules}
	if !d.Failed() {
		var faults []record.Diagnostic
		x.Redactions, faults = redact.Apply(d, rules)
		ds = append(ds, faults...)
		x.Findings = personal.Scan(d.Lines, &g.Office)
	}
	for i := range ds {
		if ds[i].File == "" {
			ds[i].File = d.Source.File
		}
	}
	d.Diagnostics = append(d.Diagnostics, ds...)
	return x
}
