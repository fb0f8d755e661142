package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// roleWords end a speaker's label and give the role. Of several that fit, the
// longest is meant.
var roleWords = []struct{ role, words string }{
	{"chair", "会長 委員長 座長 部会長 分科会長 議長 会頭 理事長 本部長 仮議長 臨時議長 仮会長 代表委員 会議議長 小委員長 幹事長"},
	{"vice-chair", "副会長 副委員長 副座長 副部会長 副議長 会長代理 会長職務代理 会長職務代理者 職務代理者 職務代理 委員長代理 委員長職務代理者 座長代理 部会長代理 委員長職務代理 議長代理 副分科会長 副会頭 部会長職務代理者"},
	{"member", "委員 議員 構成員 評議員 各委員 委員一同 全委員 委員全員 臨時委員 専門委員 特別委員 公募委員 委員代理 代理委員 農業委員 推進委員 メンバー 部会員 懇話会員 協議会員"},
	{"secretariat", "事務局 書記 司会 事務局長 庶務 書記長 書記次長 事務局次長 司会者 事務局員 事務局職員 議会事務局長 事務局主査 事務局係長"},
	{"department", "所管課 担当課 原課 主管課 関係課 説明員 説明者 担当者 担当部署 事業課 事業所管課 担当職員 所管部 担当部 主管部 事業担当課 所管部署 説明補助員"},
	{"agency", "実施機関 評価庁 諮問庁 処分庁 審査庁 原処分庁 諮問実施機関"},
	{"applicant", "申立人 審査申出人 審査請求人 異議申立人 参加人 請求人 申請者 陳述人 代理人 申出人 補佐人 申立人代理人 請求人代理人 審査申出人代理人 申請人"},
	{"executive", "組合長 支部長 市長 病院長 区長 町長 村長 知事 副市長 副町長 副区長 副村長 教育長 部長 次長 課長 課長補佐 室長 室長補佐 係長 主幹 主査 主任 主事 参事官 審議官 管理官 企画官 局長 所長 館長 監査委員 会計管理者 理事 主任主事 総括主査 消防長 署長 園長 校長 支所長 副部長 副課長 担当課長 課長代理 センター長 政策監 技監 副参事 専門官 技師 館長補佐 副館長 副主幹 主任主査 主席主査 局次長 室次長 教育次長 会計課長 学長 副学長 総長 園長補佐 専門員 保健師 指導主事 総括指導主事 統括指導主事 学芸員 司書 栄養士 調整官 対策官 監理官 推進官 事務次官 大臣 副大臣 政務官 院長 校長補佐 教頭 団長 課長心得 調整監 危機管理監 統括監 理事官 主事補 班長 主任技師 事務長 所長補佐 局長補佐 係員 参与 政策参与 担当部長 担当係長 担当主査 担当次長 グループ長 グループリーダー チームリーダー 主任指導主事 准教授 助教授 名誉教授 教授 会計年度任用職員 参事 副局長 副次長 副室長 副院長 副校長 副園長 副署長 副班長 副団長 副係長 小学校長 中学校長 高校長 高等学校長 幼稚園長 保育園長 保育所長 警察署長 保健所長 公民館長 図書館長 支店長 営業所長 事業所長 技術主幹 総括主幹 総括係長 専門幹 副所長 副支所長 消防署長 主任専門員 企画監 補佐 総括補佐 副市町村長 管理者 副管理者"},
	{"expert", "研究員 主任研究員 客員研究員 上席研究員 参考人 有識者 学識経験者 アドバイザー 講師 鑑定人 コーディネーター ファシリテーター コンサルタント"},
	{"observer", "オブザーバー 傍聴者 傍聴人"},
	{"other", "幹事 監事 顧問 進行役 受託者 委託業者 事業者 応募者 応募団体 応募事業者 提案事業者 設計者 受注者"},
}

var roleByLast = func() map[rune][]roleWord {
	m := map[rune][]roleWord{}
	for _, row := range roleWords {
		for _, w := range strings.Fields(row.words) {
			m[textutil.LastRune(w)] = append(m[textutil.LastRune(w)], roleWord{row.role, w})
		}
	}
	return m
}()

type roleWord struct{ role, word string }

// buFamilies are family names that end in 部, so that 服部会長 is 服部 + 会長 and not
// 服 + 部会長. Source: the common ones of the country's name statistics.
var buFamilies = strings.Fields("服部 阿部 安部 渡部 堀部 岡部 磯部 矢部 長谷部 日下部 物部 園部 軽部 曽我部 綾部 織部 海部 刑部 黒部 建部 武部 田部 戸部 土部 平部 細部 南部 宮部 村部 吉部 菅部 川部 神部 下部 高部 真部 門部 辺部 江部 鳥部 額部 五百部 曾我部 長曽我部 我部 久部 忌部 阿曽部 都部 塚部 伴部 穂部 矢田部 日置部 額田部 春日部 苅部 刈部 長部 足部 桶部 苗部 磐部 小長谷部 占部 卜部 壁部 波部 浅部 小部 大部 木部 財部 勝部 石部 伊部 渋部 水部 三部 梶部")

// wholeRoles are role words only where nothing stands before them.
var wholeRoles = map[string]string{
	"市": "department", "町": "department", "村": "department", "区": "department", "県": "department", "市側": "department", "町側": "department", "執行部": "department", "当局": "department",
	"全員": "member", "一同": "member", "メンバー": "member", "代理": "vice-chair", "進行": "secretariat", "参事": "executive", "課員": "executive",
	"住民": "other", "町民": "other", "村民": "other", "区民": "other", "参加者": "other", "施行者": "department", "病院": "department", "保護者": "other", "生徒": "other", "学生": "other", "発表者": "other", "提案者": "other", "指定管理者": "other", "質問者": "other", "回答者": "other",
	"市民": "other", "代表": "other", "会員": "other", "業者": "other", "傍聴席": "observer", "発言者": "other",
}

// roleOf splits a label without blanks into what stands before its role word
// and the role: 新美会長 → 新美, chair. role is "" where it ends in none.
func roleOf(key string) (before, word, role string) {
	if role, ok := wholeRoles[key]; ok {
		return "", key, role
	}
	best := roleWord{}
	for _, w := range roleByLast[textutil.LastRune(key)] {
		if strings.HasSuffix(key, w.word) && len(w.word) > len(best.word) {
			best = w
		}
	}
	if strings.HasPrefix(best.word, "部会長") { // also 部会長代理
		for _, f := range buFamilies {
			if strings.HasSuffix(strings.TrimSuffix(key, best.word)+"部", f) {
				best = roleWord{"chair", strings.TrimPrefix(best.word, "部")}
				if strings.HasSuffix(best.word, "代理") {
					best.role = "vice-chair"
				}
			}
		}
	}
	if best.word == "" {
		return key, "", ""
	}
	if before, ok := strings.CutSuffix(strings.TrimSuffix(key, best.word), "副"); ok && best.role != "member" { // 副局長
		best.word = "副" + best.word
		if best.role == "chair" {
			best.role = "vice-chair"
		}
		return before, best.word, best.role
	}
	return strings.TrimSuffix(key, best.word), best.word, best.role
}

// wordOf is the role word that ends key.
func wordOf(key string) string { _, word, _ := roleOf(key); return word }
