package export

import "sort"

// dcat describes the files by W3C's DCAT 3, and by schema.org's Dataset for web
// search: one graph, two vocabularies.
func (d *data) dcat(w *writer) object {
	c := d.in.Config
	// What both vocabularies name is one thing, so it has a name of its own.
	part := func(name string) string { return d.url("data/dcat.jsonld#" + name) }
	var files, named []object
	for _, t := range tables {
		for _, f := range [][2]string{{".jsonl", "application/jsonl"}, {".csv", "text/csv"}} {
			name := t.name + f[0]
			o := object{"@id": part(name), "@type": []string{"dcat:Distribution", "schema:DataDownload"}, "dct:title": t.ja, "schema:name": name,
				"dcat:mediaType": object{"@id": "https://www.iana.org/assignments/media-types/" + f[1]}, "schema:encodingFormat": f[1], "dcat:downloadURL": object{"@id": d.url("data/" + name)}, "dcat:accessURL": object{"@id": d.url("data/")},
				"schema:contentUrl": d.url("data/" + name), "schema:sha256": w.sums[name],
				"spdx:checksum": object{"@type": "spdx:Checksum", "spdx:algorithm": object{"@id": "spdx:checksumAlgorithm_sha256"}, "spdx:checksumValue": object{"@type": "xsd:hexBinary", "@value": w.sums[name]}}}
			if c.LicenseURL != "" {
				o["dct:license"] = object{"@id": c.LicenseURL}
			}
			files, named = append(files, o), append(named, object{"@id": o["@id"]})
		}
	}
	days := []string{}
	for _, r := range d.records {
		if r.Date != "" {
			days = append(days, r.Date)
		}
	}
	sort.Strings(days)
	set := object{
		"@context": object{"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "schema": "https://schema.org/",
			"spdx": "http://spdx.org/rdf/terms#", "xsd": "http://www.w3.org/2001/XMLSchema#", "foaf": "http://xmlns.com/foaf/0.1/"},
		"@type": []string{"dcat:Dataset", "schema:Dataset"}, "@id": d.url("data/"),
		"dct:title": c.Title, "schema:name": c.Title, "dct:description": c.Description, "schema:description": c.Description,
		"dct:language": object{"@id": "http://id.loc.gov/vocabulary/iso639-1/" + c.Language}, "schema:inLanguage": c.Language, "schema:version": Version, "dcat:version": Version,
		"dcat:distribution": files, "schema:distribution": named,
	}
	if m := d.modified(); m != "" {
		set["dct:modified"] = object{"@type": "xsd:dateTime", "@value": m}
		set["schema:dateModified"] = m
	}
	if c.City != "" {
		set["dct:publisher"] = object{"@id": part("publisher"), "@type": []string{"foaf:Agent", "schema:GovernmentOrganization"}, "foaf:name": c.City, "schema:name": c.City}
		set["schema:publisher"] = object{"@id": part("publisher")}
	}
	if c.LicenseURL != "" {
		set["dct:license"], set["schema:license"] = object{"@id": c.LicenseURL}, c.LicenseURL
	}
	if len(days) > 0 {
		set["dct:temporal"] = object{"@type": "dct:PeriodOfTime", "dcat:startDate": date(days[0]), "dcat:endDate": date(days[len(days)-1])}
		set["schema:temporalCoverage"] = days[0] + "/" + days[len(days)-1]
	}
	return set
}

func date(iso string) object { return object{"@type": "xsd:date", "@value": iso} }
