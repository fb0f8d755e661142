package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// What a word of a roster looks like, in points: above 0 it speaks for a name, for
// a post (代表取締役, 主任研究員) or for a body (…株式会社), below 0 against it. No one
// sign decides; segment.go weighs them against each other and against the words
// beside them.

// postTails end what someone is called at work or in a body, whatever stands before.
var postTails = strings.Fields(`取締役 監査役 相談役 世話役 執行役 理事 理事長 監事 幹事 教授 講師 助教 研究員 指導員 相談員 推進員 調査員 児童委員 協力員 支援員 生活相談員 嘱託員 専門官 支援専門員
	代表 代表者 主任 主査 主幹 主事 参事 担当 担当者 代理 補佐 弁護士 会計士 税理士 司法書士 行政書士 社労士 社会保険労務士 建築士 技術士 測量士 調査士 鑑定士 栄養士 保育士 看護師 保健師 医師 歯科医師 薬剤師 助産師 技師 教諭 教頭 学芸員
	隊長 団長 総代 住職 宮司 校長 園長 館長 所長 署長 局長 部長 課長 室長 係長 次長 支部長 支店長 組合長 連合会長 会長 副会長 議長 院長 学長 学部長 病院長 班長 分団長 区長 総務 事務長 工場長 センター長 支配人 店長 社長 専務 常務 役員 会員 職員 館員 局員 記者 編集長 リーダー マネージャー ディレクター コーディネーター アドバイザー プランナー ワーカー オーナー ソーシャルワーカー ケアマネジャー ケアマネージャー コンサルタント 指導主事 審議役 調整役 政策監 監督 経営者 事業主 事業者 農業者 漁業者 住民 市民 町民 村民 区民 県民 保護者 利用者 被保険者 学識 有識者 学識経験者 公募 公募委員 一般公募 公募市民 市民公募 市民代表`)

// bodySigns stand in the names of bodies and places, and hardly in anybody's name.
var bodySigns = strings.Fields(`株式会社 有限会社 合同会社 ㈱ ㈲ (株) (有) 法人 組合 協会 連合 連盟 財団 社団 自衛隊 商工会 商議所 会議所 消防団 消防署 警察 大学 高校 高等学校 中学校 小学校 幼稚園 保育園 保育所 こども園 病院 診療所 医院 薬局 銀行 信用金庫 新聞 放送 電力 ガス 鉄道 バス タクシー 交通 運輸 事務所 研究所 研究室 振興局 保健所 委員会 協議会 審議会 育成会 自治会 町内会 老人クラブ 婦人会 女性会 青年会 医師会 薬剤師会 看護協会 同窓会 ＰＴＡ PTA NPO ＮＰＯ 農協 漁協 生協 センター クラブ グループ ネットワーク 連絡会 の会 本部 支部 支社 支店 支所 営業所 公社 公団 機構 庁 省 課 室 局 連合会 福祉会 地区 地域 学区 校区 施設 ホーム 社協`)

// nameShape says how much key looks like a name or a part of one.
func nameShape(key string) int {
	n := textutil.Runes(key)
	if n > 8 || !nameLike(key) {
		return -8
	}
	score := [...]int{0, 0, 3, 3, 2, 1, 0, -3, -4}[n]
	if isSurname(key) || textutil.Longer(key, 2) && beginsSurname(key) {
		score += 2
	}
	if n > 2 && strings.ContainsRune("市町村区県府都庁局課", textutil.LastRune(key)) && !isSurname(key) {
		score -= 4
	}
	kana := strings.IndexFunc(key, func(r rune) bool { return !textutil.IsKatakana(r) }) < 0
	switch {
	case kana && n > 4:
		score -= 5
	case strings.ContainsAny(key, "・"):
		score -= 3
	}
	return score
}

// postShape says how much key looks like a post or a quality.
func postShape(key string) int {
	before, _, role := roleOf(key)
	score := -3
	switch {
	case !textutil.Longer(key, 1) || strings.ContainsAny(key, ":×"):
		return -8
	case role != "" && before == "":
		score = 8
	case role != "" && isTitle(before, role):
		score = 6
	}
	if last := textutil.LastRune(key); last == '長' || last == '官' || last == '査' {
		score = max(score, 4)
	}
	if textutil.LastRune(key) == '士' && textutil.Longer(key, 3) { // 中小企業診断士
		score = max(score, 4)
	}
	for _, t := range postTails {
		if strings.HasSuffix(key, t) {
			score = max(score, 5)
			if key != t && isSurname(strings.TrimSuffix(key, t)) { // 中村|代表
				score -= 3
			}
			break
		}
	}
	return score
}

// bodyShape says how much key looks like a body, a place or an office.
func bodyShape(key string) int {
	score := -3
	if officeName(key) || orgName(key) {
		score = 6
	}
	for _, s := range bodySigns {
		if i := strings.Index(key, s); i >= 0 && (len(s) > 3 || i > 3) {
			score = max(score, 4)
			break
		}
	}
	n := textutil.Runes(key)
	if n > 6 {
		score += 2
	}
	if n > 2 && strings.ContainsRune("市町村区県府都省庁局会社店館園校院団", textutil.LastRune(key)) {
		score = max(score, 1)
	}
	return score
}
