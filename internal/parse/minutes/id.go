package minutes

import (
	"crypto/sha256"
	"fmt"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

// ID makes the record's ID from council, year and round: minutes/h29-2, or
// minutes/toshokan-r1-3 with the ASCII name that the archive gives its council.
// Without a round it is the date; without that, the file's name, hashed.
func ID(r *record.Record, council string) record.ID {
	if council != "" {
		council += "-"
	}
	prefix := "minutes/" + council
	era, ok := jadate.EraOfFiscalYear(r.FiscalYear)
	switch {
	case r.Ordinal > 0 && r.FiscalYear > 0 && ok:
		return record.ID(fmt.Sprintf("%s%s%d-%d", prefix, era.Letter, era.Number(r.FiscalYear), r.Ordinal))
	case r.Date != "":
		return record.ID(prefix + r.Date)
	case r.Ordinal > 0:
		return record.ID(fmt.Sprintf("%sno%d", prefix, r.Ordinal))
	}
	return record.ID(fmt.Sprintf("%sf%x", prefix, sha256.Sum256([]byte(r.Source.File)))[:len(prefix)+9])
}
