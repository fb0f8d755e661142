package kana

import "strings"

// numeral is the value of a kanji numeral, digits by their value and
// multipliers by theirs; -1 = none.
func numeral(r rune) int64 {
	switch r {
	case '〇', '零':
		return 0
	case '一', '壱':
		return 1
	case '二', '弐':
		return 2
	case '三', '参':
		return 3
	case '四':
		return 4
	case '五', '伍':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十', '拾':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	case '万':
		return 10000
	case '億':
		return 100000000
	}
	return -1
}

// number reads the number that begins at unit i: where it ends, its value, and
// whether kanji take part (a plain run of digits is a token by itself).
func (f *folder) number(i int) (end int, value int64, mixed bool) {
	var total, section, cur int64
	have, kanjiDigit := false, false
	k := i
loop:
	for k < len(f.out) && k-i < 20 {
		u := f.out[k]
		if k > i && u.gap&(gapBlock|gapPunct|gapApart) != 0 {
			break
		}
		if u.cls == digit {
			if have {
				break
			}
			e := f.runEnd(k)
			if e-k > 12 {
				break
			}
			for ; k < e; k++ {
				cur = cur*10 + int64(f.out[k].r-'0')
			}
			have = true
			continue
		}
		n := numeral(u.r)
		switch {
		case n < 0:
			break loop
		case n < 10:
			if have && !kanjiDigit || cur > 1e12 {
				break loop
			}
			cur, have, kanjiDigit = cur*10+n, true, true
		case n < 10000:
			if !have {
				cur = 1
			}
			section, cur, have, kanjiDigit = section+cur*n, 0, false, false
		default:
			if section+cur == 0 {
				if k > i {
					break loop
				}
				cur = 1
			}
			total, section, cur, have, kanjiDigit = total+(section+cur)*n, 0, 0, false, false
		}
		mixed = true
		k++
	}
	return k, total + section + cur, mixed
}

// runEnd is the end of the digit or Latin run at unit i.
func (f *folder) runEnd(i int) int {
	k := i + 1
	for k < len(f.out) && f.out[k].cls == f.out[i].cls && f.out[k].gap == 0 {
		k++
	}
	return k
}

// Counters that make a number of a kanji numeral before them, as folded. An
// idiom is no number: 一部, 一般, 十分, 千葉, 三重 … so 一 alone takes fewer.
var (
	counters = strings.Fields("回 条 項 号 年 月 日 時 分 人 名 件 円 か所 か月 か国 か年 か村 つ 部 章 節 款 目 級 種類 枚 冊 台 本 戸 世帯 校 園 階 歳 才 倍 割 % ぱーせんと めーとる きろ 丁目 番 番地 度 週 秒 票 点 社 団体 行 頁 ぺーじ 次 期 代 室 通 例 棟 株 名 区画 か条 箇条 等 位 組 字 箱 袋 席 歩 連 巻 編 表 種 班 課 ヘクタール 坪 口 箇 個 語 問 泊 隻 両 基 件 杯 匹 頭 羽 面 段 列 間 m kg km 平方")
	oneOnly  = strings.Fields("回 条 項 号 年 月 日 人 名 件 円 か所 か月 か国 か年 か村 つ 枚 冊 台 戸 世帯 校 階 歳 週間 丁目 番地 時間 級 票 点 社 団体 頁 ぺーじ 期 棟 株 泊 個 章 節 款")
	notFirst = "市町村県区駅通松木堀河烏大坊宮島城戸山川田" // 四日市, 三条通, 八戸市, 六本木
	notWords = strings.Fields("八千代 千代 千歳 百合 千葉 三重 一般 万年 十人十色 七五三 一時 十分 三角 四角 四季 五感 一本化 一体 八百屋")
)

// counted reports whether the kanji number [i,k) counts something or is ordinal.
func (f *folder) counted(i, k int, value int64) bool {
	if i > 0 && f.out[i].gap&gapBlock == 0 {
		p := f.out[i-1].r
		if p == '第' {
			return true
		}
		if p == 'の' && i > 1 && has1("条項号目番", f.out[i-2].r) {
			return true
		}
		if has1("数何幾", p) {
			return false
		}
		if f.out[i-1].cls == kanji && has1("十百千万億", f.out[i].r) && numeral(p) >= 0 {
			return false
		}
	}
	if k-i == 1 && f.out[i].r == '十' && f.starts(k, "分") {
		before := i > 0 && (f.out[i-1].r == '時' || f.out[i-1].cls == digit)
		return before || f.starts(k+1, "間") || f.starts(k+1, "後")
	}
	for _, w := range notWords {
		if f.starts(i, w) {
			return false
		}
	}
	list := counters
	if k-i == 1 && f.out[i].r == '一' {
		if i > 1 && (f.out[i-1].r == '前' || f.out[i-1].r == '後') && f.out[i-2].r == '午' {
			return true
		}
		list = oneOnly
	}
	for _, c := range list {
		if f.starts(k, c) {
			e := k + len([]rune(c))
			if has1("日条本戸町次歳代度", []rune(c)[0]) && e < len(f.out) && has1(notFirst, f.out[e].r) {
				return false
			}
			return true
		}
	}
	return false
}

// starts reports whether the folded text w stands at unit i.
func (f *folder) starts(i int, w string) bool {
	for _, r := range w {
		if i >= len(f.out) || f.out[i].r != r || f.out[i].gap&gapBlock != 0 {
			return false
		}
		i++
	}
	return true
}
