package main

import (
	"fmt"
	"strings"
	"time"
)

// results are the runs of a comparison.
type results struct {
	hugo, cold, changed samples
	sizes               sizes
}

// report is the tables in Markdown, which a terminal shows well enough.
func (r results) report(c *corpus, env string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d records, %.1f MB; medians of %d runs in turn.\n\n%s\n", c.size, mb(c.bytes), len(r.cold), env)

	fmt.Fprint(&b, "| | bare Hugo | toshin | ratio | budget |\n|---|--:|--:|--:|--:|\n")
	row := func(name string, peer, own time.Duration, budget string) {
		fmt.Fprintf(&b, "| %s | %.2f s | %.2f s | %.1f | %s |\n", name, peer.Seconds(), own.Seconds(), float64(own)/float64(peer), budget)
	}
	row("cold build, all stages", r.hugo.wall(), r.cold.wall(), "≤ 15")
	row("one record changed", r.hugo.wall(), r.changed.wall(), "≤ 2")
	row("processor time, cold", r.hugo.cpu(), r.cold.cpu(), "")
	memory := max(r.cold.memory(), r.changed.memory())
	fmt.Fprintf(&b, "| peak memory | %.0f MB | %.0f MB | %.1f | ≤ 2,000 MB |\n", mb(r.hugo.memory()), mb(memory), float64(memory)/float64(r.hugo.memory()))
	fmt.Fprintf(&b, "| search files ÷ text | | %.1f MB (%d files) | %.2f | ≤ 0.6 |\n", mb(r.sizes.search), r.sizes.searchFiles, float64(r.sizes.search)/float64(c.bytes))
	fmt.Fprintf(&b, "| the site, search files included | | %.1f MB (%d files) | %.2f | |\n\n", mb(r.sizes.site), r.sizes.siteFiles, float64(r.sizes.site)/float64(c.bytes))

	fmt.Fprint(&b, "| stage | cold | one record changed |\n|---|--:|--:|\n")
	for _, stage := range stages {
		fmt.Fprintf(&b, "| %s | %.2f s | %.2f s |\n", stage, r.cold.stage(stage).Seconds(), r.changed.stage(stage).Seconds())
	}
	return b.String()
}

// stages in the order of the program's log.
var stages = []string{"read", "parse", "gate", "write", "index", "shard", "site"}

func mb(n int64) float64 { return float64(n) / 1e6 }
