package main

// explainText is what toshin explain says.
var explainText = struct {
	filter, term, nothing, folded, expanded, ways, terms, records, total, hit, word string
	then, comma                                                                     string
	year, month, date, day, fiscal, fallen, anyLong                                 string
	tiers                                                                           map[string]string
	places                                                                          [6]string
}{
	filter:   "絞り込み: %s が「%s」\n",
	term:     "■「%s」\n",
	nothing:  "  記号だけなので、探しません。\n",
	folded:   "  索引での形: %s\n",
	expanded: "  読みから: 「%s」→「%s」\n",
	ways:     "  探し方（%d通り。上ほど先に並びます）:\n",
	terms:    "       索引を引く語: %s\n",
	records:  "  あった記録: %d 件（珍しさ %d）\n",
	total:    "\n見つかった記録: %d 件\n",
	hit:      "%d. %s  %s\n   段階: %s　点: %d\n",
	word:     "   「%s」 %s・%d 回・%s・語の切れ目 %d/2 → 珍しさ %d × 回数の重み %d × 場所 × 切れ目 = %d\n",
	then:     " の次に ",
	comma:    "、",
	year:     "%s年（和暦も）",
	month:    "%s年%s月（和暦も）",
	date:     "%s年%s月%s日（和暦も）",
	day:      "%s月%s日（どの年でも）",
	fiscal:   "%s年度（和暦も）",
	fallen:   "「%s」（語の終わりの長音）",
	anyLong:  "「%s」（長音を問わない）",
	tiers:    map[string]string{"exact": "書いたとおり", "folded": "表記の違い", "reading": "読み", "loose": "ゆるい一致"},
	places:   [6]string{"題名", "見出し", "結論・判断・意見", "本文", "主張", "概要・経過・別表"},
}
