package content

import (
	"encoding/json"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// Structured data by schema.org: minutes are a CreativeWork that records an
// Event, replies a Report. Addresses stand only where base_url is known.

type ld map[string]any

func (a *atlas) recordLD(r *record.Record) string {
	body := ld{"@type": "GovernmentOrganization", "name": r.Council}
	if a.cfg.City != "" {
		body["parentOrganization"] = ld{"@type": "GovernmentOrganization", "name": a.cfg.City}
	}
	m := a.base("Report", r.ID.URL(), pageTitle(r))
	m["identifier"] = string(r.ID)
	m["description"] = describe(r)
	put(m, "datePublished", r.Date)
	if r.Council != "" {
		m["author"] = body
	}
	put(m, "license", a.cfg.LicenseURL)
	if r.Kind == record.KindMinutes {
		m["@type"] = "CreativeWork"
		m["genre"] = "会議録"
		e := ld{"@type": "Event", "name": titleOf(r), "eventStatus": "https://schema.org/EventScheduled"}
		put(e, "startDate", stamp(r.Date, r.Start))
		put(e, "endDate", stamp(r.Date, r.End))
		if r.Venue != "" {
			e["location"] = ld{"@type": "Place", "name": r.Venue, "address": a.cfg.City}
		}
		if r.Council != "" {
			e["organizer"] = body
		}
		m["recordedAt"] = e
	} else {
		put(m, "reportNumber", r.Number)
		m["genre"] = "答申"
	}
	var cites []ld
	named := map[string]bool{}
	for _, c := range r.Cites {
		if named[c.Text] {
			continue
		}
		named[c.Text] = true
		w := ld{"@type": "CreativeWork", "name": c.Text}
		if a.byID[c.To] != nil {
			put(w, "url", a.absolute(c.To.URL()))
		}
		cites = append(cites, w)
	}
	if cites != nil {
		m["citation"] = cites
	}
	return marshalLD(m)
}

func (a *atlas) siteLD() string {
	m := a.base("WebSite", "", a.cfg.Title)
	put(m, "description", a.cfg.Description)
	if s := a.absolute("search/"); s != "" {
		m["potentialAction"] = ld{"@type": "SearchAction", "target": s + "?q={search_term_string}",
			"query-input": "required name=search_term_string"}
	}
	return marshalLD(m)
}

func (a *atlas) pageLD(url, title string) string {
	return marshalLD(a.base("CollectionPage", url, strings.TrimSpace(title)))
}

func (a *atlas) base(kind, url, name string) ld {
	m := ld{"@context": "https://schema.org", "@type": kind, "name": name, "inLanguage": a.cfg.Language}
	put(m, "url", a.absolute(url))
	return m
}

func put(m ld, key, value string) {
	if value != "" {
		m[key] = value
	}
}

// stamp is a day and a time; the time alone says nothing, and 24:00 is no time.
func stamp(day, hour string) string {
	if day == "" || hour == "" || hour >= "24:00" {
		return day
	}
	return day + "T" + hour + ":00+09:00"
}

// marshalLD escapes < and >, so that the data cannot end its script element.
func marshalLD(m ld) string {
	b, err := json.Marshal(m)
	if err != nil {
		return ""
	}
	return string(b)
}
