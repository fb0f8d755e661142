package difftest

import (
	"maps"
	"math/rand"
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/facet"
)

// queries makes queries of an archive: stretches of its text cut and mutated, its
// readings, joined by all that the query language has.
type queries struct {
	rng      *rand.Rand
	texts    [][]rune
	readings []string
	values   [][2]string // filter, a value that some record has
	rules    []string    // of mutations
}

func newQueries(seed int64, b *built) *queries {
	q := &queries{rng: rand.New(rand.NewSource(seed)), rules: slices.Sorted(maps.Keys(mutations)), readings: slices.Sorted(maps.Keys(b.lexicon))}
	seen := map[[2]string]bool{}
	for _, r := range b.records {
		for _, p := range r.Pieces() {
			if t := []rune(strings.TrimSpace(p.Text)); len(t) > 3 {
				q.texts = append(q.texts, t)
			}
		}
		for name, vs := range facet.Values(r) {
			for _, v := range vs {
				seen[[2]string{name, v}] = true
			}
		}
	}
	for v := range seen {
		q.values = append(q.values, v)
	}
	slices.SortFunc(q.values, func(a, b [2]string) int { return strings.Compare(a[0]+"\t"+a[1], b[0]+"\t"+b[1]) })
	return q
}

func (q *queries) pick(s ...string) string { return s[q.rng.Intn(len(s))] }

// word is a stretch of the text, as written or otherwise, or a reading.
func (q *queries) word() string {
	if len(q.readings) > 0 && q.rng.Intn(10) == 0 {
		w := q.readings[q.rng.Intn(len(q.readings))]
		if q.rng.Intn(2) == 0 {
			w = romaji(w)
			if q.rng.Intn(3) == 0 {
				w = short.Replace(w)
			}
		}
		return w
	}
	t := q.texts[q.rng.Intn(len(q.texts))]
	i := q.rng.Intn(len(t) - 1)
	w := strings.Join(strings.Fields(string(t[i:min(len(t), i+1+q.rng.Intn(9))])), "")
	if q.rng.Intn(3) == 0 {
		w = mutate(q.rng, q.rules, w)
	}
	return w
}

// filter is one of every kind: a value or a part of one, a range in 和暦 or 西暦
// open at either end, numbers, passages; some are negated.
func (q *queries) filter() string {
	not := q.pick("", "", "", "-")
	switch q.rng.Intn(4) {
	case 0:
		v := q.values[q.rng.Intn(len(q.values))]
		return not + v[0] + `:="` + strings.ReplaceAll(v[1], `"`, "") + `"`
	case 1:
		v := q.values[q.rng.Intn(len(q.values))]
		part := []rune(strings.Join(strings.Fields(v[1]), ""))
		if len(part) == 0 {
			part = []rune("課")
		}
		i := q.rng.Intn(len(part))
		return not + v[0] + ":" + strings.Trim(string(part[i:min(len(part), i+1+q.rng.Intn(4))]), `"|-`)
	case 2:
		return not + q.pick("年度:2018", "年度:平成29..令和元", "年度:..2010", "年度:H25~H28", "年度:令和2以降", "年度:29", "番号:1..20", "番号:100..", "番号:29-1", "番号:第5号",
			"期間:..平成30年12月", "期間:2015-04-01..2016-03-31", "期間:平成28年4月1日以降", "期間:2018/3", "期間:平成29年4月~30年3月", "期間:..")
	}
	return not + q.pick("種別:答申", "種別:会議録", "発言:会長", "発言:委員", "発言:事務局", "発言:会長|委員", "節:結論", "節:判断", "節:質疑", "節:主張", "節:意見", "節:結論|判断", "節:質疑 発言:委員",
		"同じ発言:はい", "同じ発言:いいえ", "結論:妥当", "結論:取消", "結論:妥当|一部", "実施機関:教育委員会", "所管課:課", "条文:第9条", "条文:第7条第2項", "発言:誰でもない")
}

// one is a query: mostly one word, else joined.
func (q *queries) one() string {
	s := q.word()
	switch q.rng.Intn(12) {
	case 0:
		s += " " + q.word()
	case 1:
		s += " OR " + q.word()
	case 2:
		s += " -" + q.word()
	case 3:
		s = `"` + s + `"`
	case 4, 5:
		s += " " + q.filter()
	case 6:
		s += " " + q.word() + " OR " + q.word() + " -" + q.word()
	case 7:
		s = q.filter() + " " + q.filter()
	case 8:
		s += " " + q.word() + " " + q.filter() + " " + q.filter()
	case 9: // a blank inside of a word: each half by itself
		if r := []rune(s); len(r) > 2 {
			i := 1 + q.rng.Intn(len(r)-1)
			s = string(r[:i]) + " " + string(r[i:])
		}
	}
	return s
}

// many makes n queries, and the odd ones.
func (q *queries) many(n int) (qs []string) {
	for len(qs) < n {
		qs = append(qs, q.one())
	}
	return append(qs, "", " ", `"`, "OR", "a OR", "-", "--", "種別:答申", `<b onclick="x">`, "。", "とうしん", "toushin", "しもん 答申", "諮問の すべて")
}

// romaji is a reading in Kunrei; what it has no letters for stays.
func romaji(s string) string {
	var b strings.Builder
	rs := []rune(s)
	for i := 0; i < len(rs); i++ {
		for _, n := range []int{2, 1} {
			if i+n <= len(rs) && letters[string(rs[i:i+n])] != "" {
				b.WriteString(letters[string(rs[i:i+n])])
				i += n - 1
				break
			}
			if n == 1 {
				b.WriteRune(rs[i])
			}
		}
	}
	return b.String()
}

// short leaves long vowels out, as names on signs do.
var short = strings.NewReplacer("ou", "o", "oo", "o", "uu", "u")

var letters = func() map[string]string {
	m := map[string]string{"ん": "n'"}
	for row, consonant := range map[string]string{"あいうえお": "", "かきくけこ": "k", "さしすせそ": "s", "たちつてと": "t", "なにぬねの": "n", "はひふへほ": "h", "まみむめも": "m", "らりるれろ": "r",
		"がぎぐげご": "g", "ざじずぜぞ": "z", "だぢづでど": "d", "ばびぶべぼ": "b", "ぱぴぷぺぽ": "p"} {
		for i, k := range []rune(row) {
			m[string(k)] = consonant + "aiueo"[i:i+1]
			for j, y := range []rune("ゃゅょ") {
				if i == 1 && consonant != "" {
					m[string(k)+string(y)] = consonant + "y" + "auo"[j:j+1]
				}
			}
		}
	}
	for i, k := range []rune("やゆよ") {
		m[string(k)] = "y" + "auo"[i:i+1]
	}
	m["わ"] = "wa"
	return m
}()
