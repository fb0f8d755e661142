package personal

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// A plate has the office that gave it, two or three characters of class, a
// kana, and four digits, 12-34 or ・・12.
var plate = regexp.MustCompile(`([\p{Han}\p{Hiragana}]{1,4}) ?([0-9][0-9ACFHKLMPXY]{1,2}) ?([あ-んがぎぐげござじずぜぞ]) ?([0-9]{2}-[0-9]{2}|[・.]{1,3} ?[0-9]{1,3}(?:-[0-9]{2})?|[0-9]{4})(?:[^0-9]|$)`)

var offices = regexp.MustCompile(`(?:札幌|函館|旭川|室蘭|苫小牧|釧路|知床|帯広|北見|青森|弘前|八戸|岩手|盛岡|平泉|宮城|仙台|秋田|山形|庄内|福島|会津|郡山|白河|いわき|水戸|土浦|つくば|宇都宮|那須|とちぎ|群馬|前橋|高崎|大宮|川口|所沢|川越|熊谷|春日部|越谷|千葉|成田|習志野|市川|船橋|袖ヶ浦|市原|野田|柏|松戸|品川|世田谷|練馬|杉並|板橋|足立|江東|葛飾|八王子|多摩|横浜|川崎|湘南|相模|山梨|富士山|新潟|長岡|上越|富山|石川|金沢|福井|長野|松本|諏訪|岐阜|飛騨|静岡|浜松|沼津|伊豆|名古屋|豊橋|三河|岡崎|豊田|一宮|春日井|三重|鈴鹿|四日市|滋賀|京都|大阪|なにわ|和泉|堺|神戸|姫路|奈良|飛鳥|和歌山|鳥取|島根|出雲|岡山|倉敷|広島|福山|山口|下関|徳島|香川|高松|愛媛|高知|福岡|北九州|久留米|筑豊|佐賀|長崎|佐世保|熊本|大分|宮崎|鹿児島|奄美|沖縄)$`)

var plateWord = regexp.MustCompile(`ナンバー|車両|車番|自動車登録|登録番号|自家用|車の番号`)

// plates are those with an office's name, or a form that nothing else has.
func plates(x *line) []hit {
	var hs []hit
	for _, f := range x.figs {
		if len(f.groups[0]) > 3 || len(f.groups) > 1 || !kanaThenNumber(x.folded[f.to:]) {
			continue
		}
		from := f.from - len(x.before(f.from, 5))
		for _, m := range plate.FindAllStringSubmatchIndex(x.folded[from:f.to+len(x.after(f.to, 12))], 1) {
			place, four := x.folded[from+m[2]:from+m[3]], x.folded[from+m[8]:from+m[9]]
			known := offices.MatchString(place) || plateWord.MatchString(x.before(from+m[2], 14)+place)
			if known || len(four) == 5 && m[5]-m[4] == 3 && !strings.Contains("にはのとも", x.folded[from+m[6]:from+m[7]]) {
				hs = append(hs, hit{from + m[2], from + m[9], true})
			}
		}
	}
	return hs
}

// kanaThenNumber reports whether s goes on as a plate does after its class.
func kanaThenNumber(s string) bool {
	if s == "" {
		return false
	}
	s = strings.TrimLeft(s, " ACFHKLMPXY")
	c, n := utf8.DecodeRuneInString(s)
	if c < 'あ' || c > 'ん' {
		return false
	}
	s = strings.TrimLeft(s[n:], " ")
	return s != "" && (isDigit(s[0]) || s[0] == '.' || strings.HasPrefix(s, "・"))
}
