package serve

// Policy is the Content-Security-Policy under which every page of a site works:
// nothing from elsewhere, nothing inline. Each page says it of itself
// (layouts/baseof.html), so that it holds on any static host; toshin serve and
// the nginx configuration of toshin init say it as a header.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
