package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// officeWords are what the offices of a town are called, so that in
// 小鹿野情報公開課長 the name ends before 情報公開, and 経営課長 is nobody's name.
var officeWords = strings.Fields(`総務 財政 企画 市民 情報公開 情報政策 情報システム 情報 地域安全 危機管理 防災 防災安全 福祉 福祉総務 長寿支援 高齢介護 高齢福祉 税務 資産税 市民税 納税 環境 環境政策
建設 都市計画 都市計 都市整備 都市建設 都市 教育総務 学校教育 生涯学習 社会教育 教育 人事 職員 広報 契約 管財 健康 健康づくり 保健 保険年金 保険 介護保険 子育て支援 子ども こども 保育 商工観光 商工 観光 農林水産 農林 農政 水産 産業 経済 デジタル推進
デジタル 下水道 上下水道 水道 消防 議会 監査 政策 文書 法制 法務 庶務 図書館 図書 司書 道路 河川 公園 緑地 公園緑地 建築 住宅 土木 営繕 会計 出納 経営 営業 施設 管理 交通 まちづくり 地域振興 地域 協働 文化 文化振興 スポーツ スポーツ振興 国際 人権 男女共同参画
青少年 生活 生活安全 生活環境 清掃 廃棄物 ごみ減量 衛生 医療 国保 年金 障がい福祉 障害福祉 社会福祉 こども政策 学芸 指導 教職員 給食 学務 教務 支援 相談 広聴 秘書 行政 行政管理 行政情報 改革 統計 選挙 戸籍 海洋 調整 文部 外務 厚生 労働 国土 復興 内閣 水質 保全 資源 循環 温暖化 防犯 安全 危機 空港 漁港 林業 漁業 地籍 議事 調査 技術 工務 計画 整備 維持 保全 開発 区画整理 用地 港湾 空港 農地 林務 畜産 振興 推進 事業 運営 業務 総括 統括 主任 上席 専門 首席 副 市史編さん 統合 連携 交流 移住 対策 促進 創生 戦略 未来 空き家 公共 施設整備 資産 債権管理 収税 課税 徴収 収納 保健福祉 健康福祉 健康増進 子育て 子育て応援 子ども家庭 こども家庭 家庭 幼児 幼稚園 保育園 保育所 長寿 高齢者 高齢 障がい者 障害者 障がい 地域包括 包括 包括支援 包括ケア 地域福祉 生活支援 生活福祉 保護 国民健康保険 保険給付 市民生活 市民協働 市民活動 協働推進 自治 自治振興 自治推進 くらし 暮らし 環境保全 環境衛生 循環型社会 脱炭素 ゼロカーボン 農政 農業 農業振興 農村 農地整備 耕地 治山 森林 緑化 みどり 花 にぎわい 企業誘致 企業立地 雇用 労政 商業 工業 ブランド シティプロモーション 魅力 営繕 契約検査 検査 工事 用地 交通政策 交通対策 都市政策 都市デザイン 拠点 再開発 市街地 まち 地区 住まい 下水 浄水 給水 水源 会計管理 議会事務 議会総務 法規 文書法制 行政経営 行財政 行革 行政改革 情報化 電算 デジタル戦略 DX推進 人材 人材育成 安心 安心安全 市民安全 消費 消費生活 平和 多文化 文化スポーツ 生涯 社会体育 地域学習 青少年育成 健全育成 学校給食 学校施設 教育政策 教育企画 学校運営 教育施設 国際交流 観光振興 観光交流 スポーツ推進 移住 センター 給食センター 子育て世代包括支援センター 共生 地域共生 重層 活用 資産活用 財産 財産活用 財産管理 運用 飛行 運航 保安 環境対策 騒音 上下水道局 病院局 企業局 交通局 教育局 福祉局 都市局 市民局 総務局 財政局 環境局 建設局 こども局 区政 区民 出張 連絡 調達 契約管財 入札 監理 指導監査 法人指導 介護 認定 給付 賦課 医療年金 医療保険 後期高齢 健診 予防接種 母子保健 母子 発達支援 療育 権利擁護 人権推進 人権政策 男女共生 男女平等 多様性 市史 歴史 文化振興 文化政策 芸術 国体 競技 温泉 観光戦略 観光政策 農産 園芸 林政 鳥獣 水田 土地改良 漁政 港湾空港 海岸 砂防 公共交通 地域交通 新幹線 自転車 駐車 歩道 橋りょう 設計 積算 品質 公共施設 施設マネジメント 庁舎 庁舎整備 車両 電気 機械 防災危機 防災対策 危機対策 国土強靱化 復旧 原子力 放射線 消防総務 予防 警防 指令 通信 情報通信 情報統計 行政改革推進 働き方 給与 研修 人事給与 厚生 福利 職員厚生 秘書広報 市長公室 政策調整 政策法務 政策秘書 総合戦略 総合計画 地域創生 定住 移住定住 ふるさと ふるさと納税 空家 住民 窓口 市場 病院 事務 中央 本部 警備 予防 救急 参事 担当 次 係 課 部 局 室 館 所 園 校 場 校区 学校 公民館 児童 母子 建築指導 開発指導 景観 債権 収納 総合 政策企画 経営企画 企画財政 企画政策 企画調整 財務 経理 用度 労務 産業振興 地域政策 市長 町長 村長 知事 看護 診療 薬剤 医事 診療支援 広報広聴 政策推進 地方創生 埋蔵文化財 文化財 博物館 美術館 体育 学事 義務教育 高校教育 特別支援 教育支援 教育指導 教育センター`)

// offices are the endings of a body's part that can speak by its own name.
var offices = strings.Fields("課 室 局 係 センター 図書館 公民館 署 担当 事務所 支所 部 班 グループ 保健所 消防本部 本部 委員会事務局 博物館 資料館 推進室")

// orgs end the names of bodies that people belong to.
var orgs = strings.Fields("大学 大学院 会 団体 組合 協会 連合会 法人 研究所 会社 学校 病院 連盟 機構 財団 クラブ センター 商店街 銀行 警察署 新聞社 委員会")

func officeName(s string) bool {
	if strings.HasSuffix(s, "入室") || strings.HasSuffix(s, "退室") || strings.HasSuffix(s, "別室") || strings.HasSuffix(s, "控室") {
		return false
	}
	if textutil.Longer(s, 16) || strings.HasSuffix(s, "関係") || strings.HasSuffix(s, "事務局") {
		return false
	}
	for _, o := range offices {
		if strings.HasSuffix(s, o) && s != o {
			return !((o == "部" || o == "室" || o == "係") && !textutil.Longer(s, 2) && s != "本部" && s != "支部") && !(o == "部" && buFamily(s))
		}
	}
	return false
}

func orgName(s string) bool {
	for _, o := range orgs {
		if strings.HasSuffix(s, o) && textutil.Longer(s, 3) {
			return true
		}
	}
	return false
}

func buFamily(s string) bool {
	for _, f := range buFamilies {
		if s == f {
			return true
		}
	}
	return false
}

// isTitle reports whether before belongs to the title that the role word ends:
// 総務|課長, 同|係長, 都市計画課|係長 — and not 三浦|課長.
func isTitle(before, role string) bool {
	switch role {
	case "chair", "vice-chair", "member":
		for _, n := range noNames {
			if before == n {
				return true
			}
		}
		if rest, _, r := roleOf(before); r != "" && rest == "" { // 教育長職務代理者
			return true
		}
		if officeSuffix(before) == before && textutil.Longer(before, 1) && !isSurname(before) { // 社会教育委員
			return true
		}
		return orgName(before) || strings.ContainsRune("市町村区県", textutil.LastRune(before)) && textutil.Longer(before, 2)
	}
	return isOffice(before)
}

// isOffice reports whether s names an office or a part of one.
func isOffice(s string) bool {
	if staffName(s) != "" {
		return false
	}
	if strings.HasPrefix(s, "同") || officeName(s) && !strings.HasSuffix(s, "担当") {
		return true
	}
	for _, o := range []string{"課", "室", "局", "センター", "担当", "事務所", "グループ", "・"} { // 税務課収納
		if i := strings.Index(s, o); i > 3 && i+len(o) < len(s) || o == "担当" && i > 3 {
			rest := strings.TrimSuffix(s, officeSuffix(s))
			if o == "担当" && rest != "" && !textutil.Longer(rest, 3) {
				continue // 西郷海洋政策担当|大臣
			}
			return true
		}
	}
	return officeSuffix(s) == s && !buFamily(s)
}

// officeSuffix is the longest run of words of offices that ends s.
func officeSuffix(s string) string {
	rest := s
	for rest != "" {
		best := ""
		for _, w := range officeWords {
			if strings.HasSuffix(rest, w) && len(w) > len(best) {
				best = w
			}
		}
		if best == "" {
			break
		}
		rest = strings.TrimSuffix(rest, best)
	}
	for rest != "" && len(rest) < len(s) { // 根室|環境: no office begins with 室
		r := textutil.FirstRune(s[len(rest):])
		if !strings.ContainsRune("室課部局係所館園場校次", r) {
			break
		}
		rest = s[:len(rest)+len(string(r))]
	}
	return s[len(rest):]
}

// splitOfficer parts the name from the title in what stands for an officer:
// 風間情報公開|課長. Where that is not certain nobody is named.
func splitOfficer(before, word string) (name, title string) {
	if buFamily(before) || !textutil.Longer(before, 2) && !isOffice(before) {
		return before, word
	}
	office := officeSuffix(before)
	rest := strings.TrimSuffix(before, office)
	if n := staffName(before); n != "" {
		return n, before[len(n):] + word
	}
	if b, _, r := roleOf(before); r != "" && b == "" { // 書記次長
		return "", before + word
	}
	switch {
	case rest == "":
		return "", before + word
	case office != "" && len(office) > 3 && !textutil.Longer(rest, 3):
		return rest, office + word
	case office == "" && (!textutil.Longer(before, 3) || !textutil.Longer(before, 4) && strings.ContainsAny(before, "ヶケノ々")):
		return before, word
	}
	return "", before + word
}
