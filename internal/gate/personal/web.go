package personal

import (
	"regexp"
	"strings"
)

var (
	mail       = regexp.MustCompile(`[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)
	officeMail = regexp.MustCompile(`(?i)(?:\.lg\.jp|\.go\.jp|(?:city|town|vill|pref|metro)\.[a-z0-9.-]+\.jp)$`)
	roleMail   = regexp.MustCompile(`(?i)^(?:info|contact|support|admin|office|kouhou|koho|soumu|somu|jimu|jimukyoku|webmaster|press|mail|postmaster|inquiry|toiawase|soudan|sodan|kaikei|jinji|koukai|jouhou)[0-9]*@`)
	site       = regexp.MustCompile(`https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~%!$&'*+,;=:@/?#-]*)?`)
	ownPage    = regexp.MustCompile(`(?i)^https?://(?:(?:www\.|m\.|mobile\.)?(?:twitter|x|facebook|instagram|tiktok|threads|note|line|ameblo|youtube)\.(?:com|net|me|jp|ee)/(?:profile\.php\?id=|u/|user/|people/|channel/|c/|@)?[A-Za-z0-9._@-]{2,}|[A-Za-z0-9.-]+(?::[0-9]+)?/~[A-Za-z0-9._-]+|[a-z0-9-]+\.(?:hatenablog|fc2|livedoor|seesaa|cocolog-nifty|blogspot)\.)`)
	idInQuery  = regexp.MustCompile(`(?i)[?&#](?:user|userid|user_id|uid|account|member|memberid|member_id|kojin|kojinid|juki|atena|mail|email|tel|name|token|session|sessionid|sid)=[^&#]{2,}`)
	notAPerson = regexp.MustCompile(`(?i)^https?://[^/]+/(?:share|sharer|intent|home|search|hashtag|watch|embed|results|login|help|about|policies|terms|privacy)(?:[/?.]|$)|^https?://[^/]+/[A-Za-z_]*(?:city|town|pref|kouhou|koho|official)`)
)

// mails are addresses of people: not of offices, nor of a function.
func mails(x *line) []hit {
	if !x.has('@') {
		return nil
	}
	var hs []hit
	for _, m := range mail.FindAllStringIndex(x.folded, -1) {
		if s := x.folded[m[0]:m[1]]; !officeMail.MatchString(s) && !roleMail.MatchString(s) {
			hs = append(hs, hit{m[0], m[1], false})
		}
	}
	return hs
}

// urls are pages of a person, and addresses that carry a person's number.
func urls(x *line) []hit {
	if !x.has(':') || !strings.Contains(x.folded, "://") {
		return nil
	}
	var hs []hit
	for _, m := range site.FindAllStringIndex(x.folded, -1) {
		s := x.folded[m[0]:m[1]]
		if ownPage.MatchString(s) && !notAPerson.MatchString(s) || idInQuery.MatchString(s) {
			hs = append(hs, hit{m[0], m[1], true})
		}
	}
	return hs
}
