package town

import "fmt"

// Density says how much the records of a town have to do with one another.
type Density struct {
	Minuted    int     // the minutes of one sitting of so many are in the archive
	Citing     float64 // share of replies that cite earlier ones
	Cited      float64 // how many those cite, on average
	Elsewhere  float64 // mentions a reply of what the archive does not have
	Provisions int     // articles of law that a reply names; 0: any of the town's ten, in every paragraph
	Paragraphs int     // of a reply's judgement
	Long       bool    // they are half as long again
	Conditions bool    // each reply puts two, and a council has a type
}

// Densities by their names. What is counted was counted in the 751 real replies of
// one board (審査会) and the one page of minutes beside them (../shared/records), with
// the parsers of 24 November 2026:
//
//   - a reply mentions others 1.07 times: 0.31 times a record that the archive has
//     (one reply of seven does, 2.2 times each), 0.76 times what it has not;
//   - it names 6.4 articles of law (1,311 different ones in all), puts no conditions,
//     and has 6,500 characters in 27 passages;
//   - the page of minutes has 4 cases, 11 mentions, none of them resolved, 4 articles,
//     and 6,000 characters in 83 passages;
//   - 4 cases in all, of one meeting each; one record of 752 is tied into cases; no types.
//
// So "real" has minutes of one sitting of 375. A council that publishes the minutes
// of all its sittings is not among the real records: "council" takes replies as they
// were counted and the minutes of each sitting with them, so that nearly every record
// is tied into a case. "dense" is the hardest: its replies cite thirteen times as many
// records as those counted, name half as many articles again, and put conditions.
var Densities = map[string]Density{
	"real":    {Minuted: 375, Citing: 0.14, Cited: 2.2, Elsewhere: 0.76, Provisions: 7, Paragraphs: 23, Long: true},
	"council": {Minuted: 1, Citing: 0.14, Cited: 2.2, Elsewhere: 0.76, Provisions: 7, Paragraphs: 23, Long: true, Conditions: true},
	"dense":   {Minuted: 1, Citing: 1, Cited: 4, Paragraphs: 20, Conditions: true},
}

// laws that provisions are of: the first ones far more often than the last.
var laws = []string{"条例", "法", "個人情報保護条例", "地方自治法", "行政不服審査法", "地方公務員法", "地方税法", "建築基準法", "都市計画法", "学校教育法", "児童福祉法", "生活保護法", "道路法", "消防法", "医療法"}

// provisions are the articles that a reply names. Many replies name the same few,
// and each some that hardly any other does.
func (c *council) provisions(d dice) []string {
	if c.of.Provisions == 0 {
		return grounds
	}
	var ps []string
	for range c.of.Provisions {
		law := laws[d.IntN(1+d.IntN(len(laws)))]
		switch d.IntN(4) {
		case 0:
			ps = append(ps, d.of(grounds))
		case 1:
			ps = append(ps, fmt.Sprintf("%s第%d条", law, 1+d.IntN(1+d.IntN(60))))
		default:
			ps = append(ps, fmt.Sprintf("%s第%d条第%d項第%d号", law, 1+d.IntN(1+d.IntN(20)), 1+d.IntN(2), 1+d.IntN(4)))
		}
	}
	return ps
}

// some is a number with the given average.
func (d dice) some(average float64) int {
	n := int(average)
	if d.Float64() < average-float64(n) {
		n++
	}
	return n
}

// mentions are the sentences, by the paragraph they stand in, with which a reply
// leans on others.
func (c *council) mentions(d dice) map[int]string {
	m := map[int]string{}
	if d.Float64() < c.of.Citing {
		for range d.some(c.of.Cited) {
			m[d.IntN(c.of.Paragraphs)] += c.leansOn(d, 1)
		}
	}
	for range d.some(c.of.Elsewhere) {
		m[d.IntN(c.of.Paragraphs)] += fmt.Sprintf("なお、諮問第%d号の調査でも同じことを確かめた。", 5000+d.IntN(4000))
	}
	return m
}
