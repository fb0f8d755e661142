package content

// DataFolder is where the files for researchers stand in the site (package
// export makes them); dataPage is the page that tells of them.
const DataFolder = "data"

func (a *atlas) dataPage() page {
	const url = DataFolder + "/"
	return page{URL: url, Body: "data",
		Data:  map[string]any{"Root": root(url), "License": a.cfg.License, "LicenseURL": a.cfg.LicenseURL},
		Front: a.listFront(url, DataFolder, "", "page")}
}
