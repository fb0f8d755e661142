package personal

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// honorifics follow the name of somebody who holds no office. Their last
// characters are spots, see isSpot.
var honorifics = []string{"氏", "さん", "さま", "様", "くん", "君", "ちゃん", "殿"}

var (
	// what goes before an honorific without being a name, by its end
	roleEnd = regexp.MustCompile(`(?:者|員|長|人|民|業|店|社|会|課|局|部|署|家|族|客|方|生|師|士|官|手|係|役|側|屋|園|校|院|主|達|娘|息子|奥|母|父|兄|弟|姉|妹|孫|嫁|婿|夫|妻|隣|神|仏|王|姫|殿|上|市|町|県|区|村|国|省|庁|所|室|団|組|班|隊|館|学|行|察|位|々|皆|子供|子|親|友|祖父|祖母|各|全|何|貴|両|諸|某|同|赤|摂|華|源|平|性|物|金|銭|代|等|係員|当局|機関|企業|先|元|系|組合|病|体|寺|電|鉄|営|設|工|販|売|内|外|間|氏|防|協|祉|政)$`)
	// whole words that are no names, and beginnings of other words
	noName   = regexp.MustCompile(`^(?:甲|乙|丙|丁|戊|仕|同|多|模|一|異|有|態|誰|彼|仏|神|俺|僕|諸|主|暴|名|若|細|お|御|皆|客|人|各|両|某|何|赤|叔父|伯父|叔母|伯母|和|熊|猫|犬|兎|鳥|坊|嬢|爺|婆|女医|保健|警備|土建|建材|不動産|弁当|農家|本庁|本社|御用|地元|先方|相手|業界|世間|旦那|大家|番頭|若旦那|常連|新人|初心|受付|舅|姑|花嫁|花婿|婦警|仲間|嫁|主治医|町医|獣医|歯医|校医|産業医)$|[甲乙丙丁戊己庚辛壬癸]$`)
	verbs    = "行書聞置働引開着歩泣付続届描吹泳焼抜解利効空弾沸磨築導招省"
	notAfter = map[string]string{"氏": "名族神子姓素", "様": "々式子態相なにで", "さま": "ざ", "さん": "ざせぽご", "殿": "堂", "君": "主臨が"}
	// an office and a blank before the name: an official, under a letter or in its head
	officer = regexp.MustCompile(`(?:長|知事|管理者|取締役|理事|監査委員|委員|議員|院長|所長|課長) ?(?:職務代理者|代理)? ?$`)
	// offices that somebody of a name holds
	office = regexp.MustCompile(`(?:委員|会長|議員|市長|町長|村長|区長|課長|部長|係長|室長|局長|所長|教授|先生|弁護士|主査|主任|店長|社長|市民|区民|町民|村民|議長|店|家|会|課|部|組|駅|支店|病院|医院)$`)
)

// names are those before 氏, さん and the like, or beside another cue (cued). Who they are
// the caller knows: somebody on the record's roster is none (Finding.OnRoster).
func names(x *line) []hit {
	var hs []hit
	for _, s := range x.spots {
		end := s.at + utf8.RuneLen(s.c)
		if h := ending(x.folded[:end], honorifics); h != "" {
			if from, ok := nameBefore(x, end-len(h), h); ok && !overlaps(hs, hit{from: from, to: end}) {
				hs = append(hs, hit{from, end, true})
			}
		}
		if from, to, ok := cued(x, s.c, end); ok && !overlaps(hs, hit{from: from, to: to}) {
			hs = append(hs, hit{from, to, true})
		}
	}
	return hs
}

// ending is the word that s ends with, "" for none.
func ending(s string, words []string) string {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return w
		}
	}
	return ""
}

// nameBefore looks back from the honorific h at byte i for a name.
func nameBefore(x *line, i int, h string) (from int, ok bool) {
	next, _ := utf8.DecodeRuneInString(x.folded[i+len(h):])
	if strings.ContainsRune(notAfter[h], next) && next != utf8.RuneError {
		return 0, false
	}
	parted := i > 0 && x.folded[i-1] == ' ' // 松風　渚　様
	if parted {
		i--
	}
	run := back(x.folded, i, unicode.Han)
	if run == "" {
		return kataBefore(x, i, h)
	}
	if parted && (!strings.Contains(run, " ") && !fullName(run) || strings.ContainsAny(run, "年月日市町村区長議会")) {
		return 0, false
	}
	from = i - len(run)
	if officer.MatchString(x.before(from, 14)) || strings.HasSuffix(x.folded[:from], "お") || strings.HasSuffix(x.folded[:from], "ご") {
		return 0, false
	}
	n := utf8.RuneCountInString(run)
	if h == "殿" && (n < 3 || !fullName(run)) {
		return 0, false
	}
	if fullName(run) {
		return from, true
	}
	if last, _ := utf8.DecodeLastRuneInString(run); h == "くん" && strings.ContainsRune(verbs, last) && !surnames()[run] {
		return 0, false
	}
	if noName.MatchString(run) || n == 1 && !surnames()[run] && h != "ちゃん" || roleEnd.MatchString(run) && !surnames()[run] {
		return 0, false
	}
	if surnames()[run] {
		return from, true
	}
	// 審査請求人山田太郎さん, 27日森山氏: the name is the end of the run
	for k := range run {
		if k == 0 {
			continue
		}
		s := run[k:]
		if utf8.RuneCountInString(s) >= 2 && (fullName(s) || surnames()[s]) && (roleEnd.MatchString(run[:k]) || strings.HasSuffix(run[:k], "日")) {
			return from + k, true
		}
	}
	switch h {
	case "ちゃん":
		return from, n <= 3
	case "様", "殿":
		return from, n <= 5 && strings.Contains(run, " ")
	}
	return from, n >= 2 && n <= 4
}

// fullName reports whether s is a common surname of two characters or more and
// a given name of up to three.
func fullName(s string) bool {
	rest, n, ok := afterSurname(strings.ReplaceAll(s, " ", ""))
	k := utf8.RuneCountInString(rest)
	return ok && n >= 2 && k >= 1 && k <= 3 && !office.MatchString(rest) && !strings.ContainsAny(rest, "市町村区県郡者員社会等側方宅様")
}

// kataBefore takes a name in katakana, タナカさん. Trades and firms in katakana
// are as common before さん, so it must be short and end as no trade does.
func kataBefore(x *line, i int, h string) (int, bool) {
	if h == "様" || h == "殿" || h == "さま" {
		return 0, false
	}
	run := back(x.folded, i, unicode.Katakana)
	n := utf8.RuneCountInString(run)
	if n < 2 || n > 6 || noKata.MatchString(run) {
		return 0, false
	}
	return i - len(run), true
}

var noKata = regexp.MustCompile(`ー$|(?:スタッフ|ボランティア|ケアマネ|マスコミ|コンビニ|スト|マン|フ|ジャー|ヤ|サービス|システム|ガス|バス|ホーム|クラブ|グループ|ビル|ペット|ネコ|ワンコ|ワン|ニャン|ママ|パパ|オジ|オバ|デイ|ステーション|ドコモ|トップ|ユーザ|パート|バイト|ゲスト|モデル|アドバイザ|コンサル|ゼネコン|テナント|スポンサ|ベンダ|ソフトバンク|トヨタ|ホンダ|ソニー|ヤマト|イオン|シルバー|ヘルパ|ドクター|ナース|プロ|メディア|ハウス|シロアリ|ゾウ|キリン|クマ|サル|カッパ)$`)

// back is the run of letters of script that ends at byte i of s, with a blank
// between two of them at most (姓　名).
func back(s string, i int, script *unicode.RangeTable) string {
	from := i
	blank := false
	for from > 0 {
		c, w := utf8.DecodeLastRuneInString(s[:from])
		switch {
		case unicode.Is(script, c), c == 'ー' && script == unicode.Katakana, c == '々':
			from -= w
		case c == ' ' && !blank && script == unicode.Han && from < i:
			p, _ := utf8.DecodeLastRuneInString(s[:from-w])
			if !unicode.Is(script, p) || utf8.RuneCountInString(s[from:i]) > 4 {
				return s[from:i]
			}
			blank = true
			from -= w
		default:
			return s[from:i]
		}
	}
	return s[from:i]
}

// bare is a name without its honorific.
func bare(s string) string {
	for _, h := range honorifics {
		if t, ok := strings.CutSuffix(s, h); ok && t != "" {
			return t
		}
	}
	return s
}
