package main

// searchText holds what search says about how it read a query. The search
// page's words for the same codes stand in layouts/_body/search.html.
var searchText = struct {
	notes map[string]string // by the code of a search.Note; %s is its part of the query

	expanded, same, facets                 string
	flagSort, flagSame, flagPlain, badSort string
	flagFacets                             string
}{
	notes: map[string]string{
		"unclosed-quote":    "引用符が閉じていないので、終わりまでを続いた言葉として探しました: %s",
		"empty-phrase":      "引用符の中が空なので、ないものとして探しました。%s",
		"or-without-left":   "%s の前に言葉がないので、ないものとして探しました。",
		"or-without-right":  "%s の後に言葉がないので、ないものとして探しました。",
		"or-with-not":       "除く言葉の前の OR は、ないものとして探しました: %s",
		"or-with-filter":    "OR は、言葉としぼりこみの間では働きません。両方に合うものを探しました: %s",
		"unknown-filter":    "このしぼりこみの名前はないので、言葉として探しました: %s",
		"filter-empty":      "値のないしぼりこみは、ないものとして探しました: %s",
		"unread-date":       "年月日として読めないので、ないものとして探しました: %s",
		"unread-number":     "番号として読めないので、ないものとして探しました: %s",
		"no-such-day":       "その日はないので、その月として探しました: %s",
		"range-reversed":    "前と後が逆なので、入れ替えて探しました: %s",
		"era-missing":       "元号がないので、どの元号の年としても探しました: %s",
		"parentheses":       "かっこは、ないものとして探しました（OR は空白より先に結び付きます）: %s",
		"too-many":          "長い検索語なので、ここから後は使いませんでした: %s",
		"nothing-to-search": "記号だけの言葉は探せないので、ないものとして探しました: %s",
	},
	expanded:   "「%s」を「%s」でも探しました。そのままの言葉だけで探すには --no-readings を付けます。\n",
	same:       "すべての言葉が同じ発言（段落）の中にあるものを探しました。\n",
	facets:     "\n内訳:\n",
	flagSort:   "並べる `順`: relevance 関連, newest 新しい, oldest 古い, number 番号",
	flagSame:   "すべての言葉が同じ発言（段落）の中にあるものだけを探す",
	flagPlain:  "ひらがな・ローマ字を読みとして広げない",
	flagFacets: "結論や年度などの内訳も出す",
	badSort:    "--sort は relevance, newest, oldest, number のどれかです（%q）",
}
