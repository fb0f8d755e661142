//go:build withdeploy

package deploy

// immutable are files whose name has the sum of what they hold.
const immutable = `^(search/files/.*\.bin|(css|js)/.*\.[0-9a-f]{64}\.(css|js)|icon\.[0-9a-f]{64}\.svg)$`

// matchers say how files are served; the first that matches a path counts. They
// keep to what server/nginx.conf says.
var matchers = []map[string]any{
	{"pattern": immutable, "cacheControl": "public, max-age=31536000, immutable"},
	{"pattern": `\.html$`, "cacheControl": "no-cache", "contentType": "text/html; charset=utf-8"},
	{"pattern": `\.csv$`, "cacheControl": "no-cache", "contentType": "text/csv; charset=utf-8"},
	{"pattern": `\.txt$`, "cacheControl": "no-cache", "contentType": "text/plain; charset=utf-8"},
	{"pattern": `\.jsonl$`, "cacheControl": "no-cache", "contentType": "application/x-ndjson"},
	{"pattern": `.*`, "cacheControl": "no-cache"},
}

// order: what pages point to is there before them, and the home page and the
// manifest, which stand in no folder, come last. Deletions follow.
var order = []string{immutable, `/`}
