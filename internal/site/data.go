package site

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// dataFolder, in the WorkDir, holds what layouts find in hugo.Data. Hugo reads all
// of it in each run, so it holds only what the pages of the run show.
const dataFolder = "data"

// give writes the data of the pages of some content files.
func (o Options) give(files func(yield func(string) bool)) error {
	some := map[string]json.RawMessage{}
	for f := range files {
		if b, ok := o.Similar[f]; ok {
			some[f] = b
		}
	}
	b, err := json.Marshal(some)
	if err != nil {
		return err
	}
	dir := filepath.Join(o.WorkDir, dataFolder)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "similar.json"), b, 0o644)
}

// addData adds to the sums of pages those of their data: a page is made again where
// either changed.
func (o Options) addData(sums map[string]string) {
	for f := range sums {
		if b, ok := o.Similar[f]; ok {
			sums[f] += fmt.Sprintf("+%x", sha256.Sum256(b))[:17]
		}
	}
}
