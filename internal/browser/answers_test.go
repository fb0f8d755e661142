package browser

import "testing"

// A search of filters alone shows what each record comes to.
func showConclusions(t *testing.T, p *tab) {
	p.t = t
	p.open("search/?q=" + "結論:取消")
	p.done("8")
	p.want(items+`.every(li => li.querySelector('.snippet').textContent === '非公開としたことは、取消である。' && li.dataset.passage === 's0001' && !li.querySelector('mark'))`, true)
	p.open("search/?q=" + "結論:取消 節:判断")
	p.done("8")
	p.want(items+`.every(li => li.querySelector('.snippet').textContent.startsWith('貸出しの答申と') && li.dataset.passage === 's0002')`, true)
	p.clean("filters alone")
}

// What filters alone and titles show is text, whatever a record has in it.
func showHostile(t *testing.T, p *tab) {
	p.t = t
	p.open("search/?q=" + "種別:会議録")
	p.done("2")
	p.want(items+`.every(li => li.querySelector('.snippet') && [...li.querySelectorAll('*')].every(e => ['A', 'P', 'SPAN', 'TIME'].includes(e.tagName)))`, true)
	p.get(query + `.focus()`)
	p.get(query + `.select()`)
	p.typeIn("太字")
	p.until(`[...` + list + `.children].some(li => li.dataset.kind === 'record' && li.textContent.includes('<script>'))`)
	p.want(`(window.hit ?? 0) + `+list+`.querySelectorAll('script, img, b').length`, 0.0)
}

// Of words that must stand in one passage the first hits come before the count, and
// stay where they are when it has come.
func showFirstEarly(t *testing.T, p *tab) {
	p.t = t
	p.open("search/")
	p.until(`document.querySelector('[data-facet]')`)
	p.get(`void (window.states = [], window.firsts = [], new MutationObserver(() => { states.push(` + status + `.dataset.state); firsts.push(` + items + `[0]); }).observe(` + status + `, { attributes: true, attributeFilter: ['data-state'] }))`)
	p.get(query + `.focus()`)
	p.typeIn("貸出し 記録 節:判断 同じ発言:はい")
	p.done("24")
	p.want(`states.slice(-2).join()`, "counting,done")
	p.want(`firsts.at(-1) === firsts.at(-2) && firsts.at(-1).isConnected`, true)
	p.want(items+`.every(li => li.dataset.passage === 's0002')`, true)
	p.want(`document.querySelectorAll('[data-page]').length`, 1.0)
}

// A question as it is asked finds nothing as it stands: its telling words are offered,
// all that are found together before each.
func askWhole(t *testing.T, p *tab) {
	p.t = t
	p.open("search/?q=" + "図書館の鰐の記録はありますか")
	p.done("0")
	p.until(`document.querySelector('[data-search-none] a')`)
	p.want(`[...document.querySelectorAll('[data-search-none] a')].map(a => new URL(a.href).searchParams.get('q')).slice(0, 3).join()`, "図書館 記録,図書館,記録")
	p.get(`document.querySelector('[data-search-none] a').click()`)
	p.until(status + `.dataset.state === 'done' && ` + items + `.length`)
	p.clean("a question")
	p.open("search/?q=" + "発言: 貸出し")
	p.done("0")
	p.until(`document.querySelector('[data-search-none] a')`)
	p.want(`new URL(document.querySelector('[data-search-none] a').href).searchParams.get('q')`, "貸出し")
}

// Titles are suggested whatever was searched for, by their sound too, and open the record.
func suggestTitles(t *testing.T, p *tab) {
	p.t = t
	record := `[...` + list + `.children].find(li => li.dataset.kind === 'record')`
	for _, typed := range []string{"その105", "としょかんの"} {
		p.open("search/")
		p.until(`document.querySelector('[data-facet]')`)
		p.get(query + `.focus()`)
		p.typeIn(typed)
		p.until(record)
	}
	p.want(record+`.firstChild.textContent.startsWith('図書館の記録について その')`, true)
	p.clean("titles")
	p.get(query + `.focus()`)
	p.get(query + `.select()`)
	p.typeIn("その105")
	p.until(record + `?.firstChild.textContent === '図書館の記録について その105'`)
	p.get(`void setTimeout(() => ` + record + `.click())`)
	p.until(`location.pathname.endsWith('/replies/105/')`)
	p.open("search/")
	p.until(`document.querySelector('[data-facet]')`)
	p.get(query + `.focus()`)
	p.typeIn("答申第11")
	p.until(list + `.firstChild?.dataset.kind === 'number' && ` + list + `.firstChild.firstChild.textContent === '番号:110'`)
}
