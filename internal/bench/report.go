package main

import (
	"fmt"
	"strings"
	"time"
)

// results are the runs of a comparison.
type results struct {
	hugo, cold, changed samples
	pagefind            samples // its index alone
	sizes               sizes
	own, peer           searches // peer may be empty
	quality             quality
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

	r.search(&b)
	fmt.Fprint(&b, "| stage | cold | one record changed |\n|---|--:|--:|\n")
	for _, stage := range stages {
		fmt.Fprintf(&b, "| %s | %.2f s | %.2f s |\n", stage, r.cold.stage(stage).Seconds(), r.changed.stage(stage).Seconds())
	}
	return b.String()
}

// stages in the order of the program's log.
var stages = []string{"read", "parse", "gate", "write", "index", "shard", "site"}

func mb(n int64) float64 { return float64(n) / 1e6 }

// search is the table of searches: medians of the queries, the most in brackets.
func (r results) search(b *strings.Builder) {
	fmt.Fprintf(b, "Searches: medians of %d queries (the most in brackets), to the first ten hits with all that is shown of them.\n\n", len(r.own))
	fmt.Fprint(b, "| | Pagefind | toshin | ratio | budget |\n|---|--:|--:|--:|--:|\n")
	counted := func(name, budget string, figure func(asked) int) {
		m, most := figures(r.own, figure)
		peer, ratio := "", ""
		if len(r.peer) > 0 {
			pm, pmost := figures(r.peer, figure)
			if pm > 0 {
				peer, ratio = fmt.Sprintf("%d (%d)", pm, pmost), fmt.Sprintf("%.2f", float64(m)/float64(pm))
			}
		}
		fmt.Fprintf(b, "| %s | %s | %d (%d) | %s | %s |\n", name, peer, m, most, ratio, budget)
	}
	timed := func(name, budget string, figure func(asked) time.Duration) {
		m, most := figures(r.own, figure)
		peer, ratio := "", ""
		if len(r.peer) > 0 {
			pm, pmost := figures(r.peer, figure)
			peer, ratio = fmt.Sprintf("%.0f ms (%.0f)", ms(pm), ms(pmost)), fmt.Sprintf("%.2f", float64(m)/float64(pm))
		}
		fmt.Fprintf(b, "| %s | %s | %.0f ms (%.0f) | %s | %s |\n", name, peer, ms(m), ms(most), ratio, budget)
	}
	counted("bytes, cold, gzip", "≤ 75,000 (200,000)", func(a asked) int { return total(a.sent) })
	counted("requests, cold", "≤ 10", func(a asked) int { return len(a.sent) })
	timed("time, cold", "≤ 0.35", coldTime)
	timed("time, a new query, warm", "≤ 0.2", warmTime)
	counted("bytes of the search page, all its files", "", func(a asked) int { return total(a.page) })
	counted("requests of the search page", "", func(a asked) int { return len(a.page) })
	fmt.Fprintf(b, "| recall / precision against a scan of the folded text | | %s | | 1.000 / 1.000 |\n", r.quality)
	if len(r.pagefind) > 0 {
		fmt.Fprintf(b, "| time and memory of the index | %.1f s, %.0f MB | in the build above | | |\n", r.pagefind.wall().Seconds(), mb(r.pagefind.memory()))
	}
	fmt.Fprintln(b)
}

func ms(d time.Duration) float64 { return float64(d) / 1e6 }
