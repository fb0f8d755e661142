package main

// query is one of the set, with the other ways that its words are written in the
// corpus: the truth looks for them as well.
type query struct {
	Text string
	Any  []string
}

// The queries: words of one kind after another, as people type them: common and
// rare words, parts of words, katakana and half-width, kana for kanji, several
// words, phrases.
var queries = []query{
	{Text: "予算"}, {Text: "条例"}, {Text: "答申"}, {Text: "個人情報"}, {Text: "待機児童"}, {Text: "ふるさと納税"},
	{Text: "ごみ"}, {Text: "まちづくり"}, {Text: "データ"}, {Text: "サーバー"}, {Text: "サーバ"}, {Text: "ﾃﾞｰﾀ"},
	{Text: "とうしん", Any: []string{"とうしん", "答申"}},
	{Text: "カーボンニュートラル"}, {Text: "個人情報保護条例"}, {Text: "児童"}, {Text: "水道"},
	{Text: "タシケント"}, {Text: "百貨店"},
	{Text: "耐震化 体育館"}, {Text: "予算 学校給食"}, {Text: "コミュニティバス 高齢者"},
	{Text: "サーバー 個人情報 セキュリティ"}, {Text: "待機児童 保育士 予算"},
	{Text: "ニュートラル"}, {Text: "保護条例"}, {Text: "学校"}, {Text: "税"}, {Text: "推進に向けて"}, {Text: "財政調整基金"},
	{Text: "令和5年度"}, {Text: "老朽管"}, {Text: "包括支援センター"}, {Text: "運転免許"}, {Text: "子育て 支援"},
}

// first is what a reader looked for before the query whose warm time is taken.
const first = "図書館"
