package kana

import (
	_ "embed"
	"strings"
)

//go:embed data/variants.txt
var variantsText string

//go:embed data/hentaigana.txt
var hentaiganaText string

// readVariants reads data/variants.txt and data/hentaigana.txt: a line is the usual
// character, a blank and the forms that fold to it; # begins a comment. Source: the old forms beside
// the 常用漢字表 (2010) and 人名用漢字 (別表第二), and spellings of names seen on
// rosters. Characters that were different words (欠 and 缺) stay apart.
func readVariants() map[rune]rune {
	m := map[rune]rune{}
	for _, l := range strings.Split(variantsText+hentaiganaText, "\n") {
		l, _, _ = strings.Cut(l, "#")
		f := strings.Fields(l)
		if len(f) != 2 {
			continue
		}
		to := []rune(f[0])[0]
		for _, from := range f[1] {
			m[from] = to
		}
	}
	return m
}

// radicals are the CJK radicals that NFKC leaves alone, by Unicode's
// EquivalentUnifiedIdeograph. (The Kangxi radicals are in NFKC.)
var radicals = pairs("⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳罓⺴罓⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟")

func pairs(s string) map[rune]rune {
	m, r := map[rune]rune{}, []rune(s)
	for i := 0; i+1 < len(r); i += 2 {
		m[r[i]] = r[i+1]
	}
	return m
}
