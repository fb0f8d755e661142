package content

// DataFolder is where the files for researchers stand in the site (package
// export makes them); dataPage is the page that tells of them.
const DataFolder = "data"

func (a *atlas) dataPage() page {
	const url = DataFolder + "/"
	return page{URL: url, Body: "data",
		Data: map[string]any{"Root": root(url), "License": a.cfg.License, "LicenseURL": a.cfg.LicenseURL,
			"Tables": []map[string]string{
				{"Name": "records", "Title": "記録", "Note": "会議録と答申、一件一行"},
				{"Name": "passages", "Title": "段落・発言", "Note": "発言や段落、一つ一行"},
				{"Name": "cases", "Title": "案件", "Note": "諮問・報告案件、一件一行"},
				{"Name": "types", "Title": "類型", "Note": "承認された類型、一つ一行"},
				{"Name": "citations", "Title": "引用", "Note": "ほかの答申・会議・判決への言及、一つ一行"},
				{"Name": "changes", "Title": "変更", "Note": "記録が加わった日、最後に変わった日、取り下げた日。一件一行"},
			}},
		Front: a.listFront(url, DataFolder, "", "page")}
}
