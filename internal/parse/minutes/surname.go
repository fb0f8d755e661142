package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// surnames are common family names, by their length. They part a name from the
// office that print sets close behind it (月岡法務課課長補佐), and nothing else: who
// is not listed is read all the same where a blank or a bracket shows it.
// Source: the common ones of the country's name statistics.
var surnames = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`
佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 齊藤 清水 山崎 池田 橋本 阿部 石川 山下 中島 中嶋 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 工藤 谷口 今井 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 河野 藤本 武田 野口 松井 千葉 菅原 岩崎 木下 久保 佐野 野村 松尾 市川 菊地 菊池 古川 水野 大西 島田 桜井 高野 吉川 山内 西田 飯田 西川 小松 北村 安田 五十嵐 川口 平田 関口 中田 久保田 服部 東 岩田 土屋 川崎 本田 樋口 秋山 田口 永井 山中 中西 吉村 川上 大橋 石原 松岡 浜田 馬場 森本 矢野 浅野 松下 星野 小池 吉岡 大久保 熊谷 野田 渡部 岡崎 荒井 大島 内藤 黒田 松村 関根 成田 上野 早川 田辺 須藤 松浦 望月 小田 岡 荒木 大川 永田 菅野 荒川 福島 大谷 小沢 片山 中井 吉野 堀 今村 奥村 富田 西山 尾崎 本間 岸 牧野 川村 宮田 山根 大石 小西 岩本 天野 鎌田 桑原 田代 杉本 福井 西尾 村井 川島 宮川 大森 黒川 沢田 児玉 篠原 飯塚 高山 萩原 古賀 土井 安部 白石 千田 小森 南 西 北 関 泉 平山 宮下 平井 内山 永野 榎本 小倉 金井 植田 吉原 三宅 上原 早坂 根本 松永 浅井 米田 上村 森山 小原 広瀬 大竹 辻 奥田 堀内 柳 柳田 岸本 稲垣 古田 川田 池上 西岡 堀田 小泉 青山 宇野 長田 畑 庄司 神田 大沢 相馬 金田 福本 前川 青柳 大和 相沢 会田 石橋 石塚 市原 岩井 岩瀬 岩佐 植木 梅田 梅原 江口 遠山 大木 大田 大場 大平 大山 岡村 岡部 岡野 小笠原 小野寺 落合 甲斐 笠原 梶原 片岡 角田 門脇 金沢 川合 川瀬 川端 河合 河村 河原 神谷 木内 北川 北野 北島 北原 木本 久野 倉田 栗原 栗田 黒木 小出 小久保 小谷 小宮 近野 佐伯 坂井 坂口 酒井 榊原 坂田 佐久間 桜田 笹原 佐竹 沢 塩田 志村 篠田 柴崎 島崎 清野 下田 庄子 新田 末永 杉浦 杉原 杉田 須田 関谷 瀬戸 曽根 田島 高井 高島 高瀬 高畑 滝沢 竹田 竹中 武藤 立石 谷 谷川 谷本 田原 玉井 千野 塚本 土田 津田 堤 角 寺田 寺島 徳永 戸田 富永 鳥居 内海 長尾 長岡 長沢 永山 長野 中尾 中沢 中谷 中原 中本 仲田 成瀬 新美 二宮 丹羽 根岸 野崎 野沢 野中 野本 芳賀 橋口 花田 浜口 原 原口 日高 平川 平林 深沢 深谷 福岡 福永 福原 藤川 藤沢 藤野 藤村 古沢 星 細川 細田 堀江 堀口 堀川 本多 前原 牧 正木 町田 松木 松崎 松沢 松原 松山 真鍋 三上 三木 水谷 水島 溝口 三好 三輪 向井 武藤 村山 村松 室井 目黒 毛利 茂木 桃井 森 森岡 森川 森下 森脇 八木 安井 柳沢 矢島 矢部 山岸 山川 山形 山路 山元 結城 横田 横井 吉井 吉沢 吉本 米山 若林 若松 鷲尾 渡 
赤木 赤坂 赤松 秋元 秋田 浅田 浅見 芦田 麻生 足立 安達 穴井 姉崎 天川 綾部 新垣 有田 有馬 粟野 安斎 飯島 飯野 伊賀 生田 井口 井川 池内 池本 石黒 石渡 石坂 石丸 石本 和泉 磯部 板垣 板倉 市橋 一ノ瀬 稲田 稲葉 犬飼 井原 今泉 今野 入江 岩下 岩永 岩間 岩渕 上杉 上山 宇佐美 臼井 宇田川 内野 宇都宮 梅津 梅本 浦 浦田 江藤 江原 海老原 及川 大江 大内 大垣 大槻 大坪 大友 大西 大貫 大庭 大原 大町 大村 岡元 沖 沖田 荻野 荻原 奥 奥野 奥山 尾形 緒方 小笠 小澤 尾上 折原 恩田 海野 加賀 影山 笠井 柏木 柏原 春日 粕谷 片桐 勝又 勝田 加納 鎌倉 神山 亀井 亀田 唐沢 川北 川添 川野 川原 川本 神原 神戸 菅 木原 木戸 木田 鬼頭 木暮 北 北沢 北山 吉良 日下 日下部 草野 草間 楠 楠田 久米 倉橋 栗林 栗山 黒岩 黒沢 桑田 桑名 剣持 小池 小磯 小菅 小寺 小平 小暮 小杉 小柳 郷田 古谷 古屋 近江 斉木 西郷 西条 坂上 坂下 坂巻 坂元 相良 向坂 桜庭 迫田 佐川 佐原 佐山 猿渡 沢井 沢村 塩崎 塩見 塩野 宍戸 四宮 柴 柴山 芝 芝田 渋谷 島 島村 清川 白井 白川 城 城田 新谷 新藤 進藤 神保 菅沼 杉 杉村 杉野 鈴村 諏訪 瀬川 瀬尾 関川 仙波 園田 染谷 平 高岡 高松 高倉 高桑 高梨 高原 高見 高村 鷹野 滝川 滝口 田上 田畑 田川 田沢 田所 田崎 田尻 田端 田淵 田丸 竹下 竹本 武井 立花 橘 辰巳 伊達 館 棚橋 谷村 玉木 玉田 丹野 近田 千原 塚田 塚原 月岡 柘植 辻本 辻村 筒井 常盤 津村 鶴田 鶴見 手塚 寺井 寺尾 寺本 寺西 土居 東郷 東条 時田 富山 富岡 友田 豊田 内藤 名取 名倉 永島 永瀬 長島 長浜 中 中岡 中里 中条 中根 中塚 中平 中森 仲村 南雲 梨本 夏目 奈良 成島 名和 難波 南部 新倉 西沢 西野 西原 西本 西脇 新田 二瓶 沼田 根津 能登 野上 野島 野尻 野原 野々村 橋爪 橋田 長谷部 畠山 蜂谷 羽田 花岡 花井 浜野 浜崎 浜本 林 林田 速水 原島 半田 播磨 東山 日比野 檜山 姫野 平岡 平尾 平賀 平島 平塚 平松 広田 深井 深川 福士 福地 福山 藤 藤岡 藤枝 藤尾 藤倉 藤崎 藤島 藤森 藤山 船越 船橋 船山 古市 古野 別府 北条 保坂 星川 細井 細野 保科 堀越 本庄 本郷 前島 前野 牧田 増井 升田 町 松川 松坂 松島 松野 松橋 松葉 松宮 丸 丸岡 丸田 三井 三枝 三沢 三島 三田 三谷 三原 三村 水上 水口 水沢 水田 水原 溝 皆川 湊 南 峰 峯 宮 宮内 宮城 宮坂 宮沢 宮地 宮島 宮野 宮原 武者 村 村岡 村川 村木 村瀬 村本 室田 毛塚 最上 持田 本山 元木 百瀬 守 守屋 森口 森崎 森沢 森永 森野 森村 諸橋 門田 八代 八巻 安川 安倍 柳原 柳川 矢口 矢崎 矢田 谷田 薮田 山井 山縣 山城 山辺 山村 山室 山脇 湯浅 湯川 行武 由良 吉住 吉武 吉永 吉成 横川 横尾 横溝 横地 依田 米沢 若山 若杉 和久井 鷲見 涌井 渡瀬 
堺 窪 乾 境 梶 桂 榊 榎 椿 栗 桑 樋 滝 瀧 砂 神 秦 轟 脇 荒 萩 葛 藪 蛭 袴 角 辰 都築 錦 塙 雨宮 助川 白坂 寒河江 羽田野 嵯峨 貴船 鷹峯 根室 釧路 帯広 小室 皆川 真下 宮前 砂押 高遠 戸隠 桂川 鴨下 志賀 遠州 伊豆 赤羽 赤尾 生駒 小椋 金森 桐山 宗方 両角 三沢 浅利 市毛 打越 川又 茂呂 久下 新島 吉江 阿左美 五十棲 垂井 勅使河原 名越 新妻 浅倉 飯村 江尻 小貫 片寄 秋庭 五木田 海保 香取 越川 佐瀬 椎名 滑川 穴沢 久世 鞍馬 太秦 延命寺 阿武 井伊 宇佐 清家 久武 大隅 加地 小早川 是枝 明石 出雲 小泊 日向 中標津 青野 青島 青沼 秋葉 浅沼 朝倉 東海林 荒巻 飯沼 飯村 池端 池ノ上 石毛 石崎 泉田 井手 出水 出口 伊東 稲村 猪股 今川 今西 岩村 宇井 上松 魚住 梅沢 江川 榎戸 円谷 大関 大里 大滝 大熊 大高 大畑 大津 大前 大和田 岡安 岡山 小木曽 奥平 尾関 小野田 小田切 尾花 影浦 風間 笠間 加瀬 片倉 片平 金山 兼子 蒲田 茅野 河内 河田 川越 川畑 川辺 菅谷 神尾 桐生 桐谷 岸田 北浦 北里 北見 喜多 木津 櫛田 熊田 熊沢 倉本 栗本 桑野 源田 小鹿野 小金井 越川 児島 小関 小滝 後閑 小林 駒井 小峰 権田 斎木 財部 佐分 境野 坂 坂東 鮫島 沢口 塩沢 宍倉 設楽 下村 下川 下山 庄野 白鳥 城之内 新庄 新保 新堂 菅井 杉崎 鈴川 住田 住友 関本 妹尾 反田 高坂 高須 高取 鷹取 高安 滝田 竹原 武部 立川 田部 田宮 茶谷 辻井 土橋 恒川 戸塚 鳥羽 登坂 土肥 富樫 冨樫 冨田 中込 中津 永沼 長峰 長嶺 仁科 布施 沼尻 野々宮 袴田 芹沢 羽生 原沢 久田 兵藤 平沢 福元 福留 古山 逸見 細見 堀切 前沢 牧村 間宮 三国 三橋 三森 宮永 武内 六車 村越 茂田 本橋 守谷 八木沢 柳本 矢沢 八重樫 山添 湯本 吉澤 吉崎 蓬田 若狭 和泉 綿引 綿貫 鰐淵`) {
		m[w] = true
	}
	return m
}()

// directions may stand before an office as a place: 南支所, 北部土木事務所.
const directions = "東西南北中上下大小新本"

// isSurname reports whether s is a family name of the list.
func isSurname(s string) bool { return surnames[s] }

// staffName parts a family name from the office that stands close behind it in
// before: 堺企画課 → 堺. "" where that is not certain.
func staffName(before string) string {
	longest := ""
	for i := range before {
		name, rest := before[:i], before[i:]
		if i == 0 || i > 12 || !isSurname(name) || strings.Contains(directions, name) || !textutil.Longer(rest, 1) || strings.ContainsRune("室課部局係所館園場校次", textutil.FirstRune(rest)) {
			continue
		}
		if officeSuffix(rest) == rest || textutil.Longer(name, 1) && officeName(rest) && !placed(rest) {
			longest = name
		}
	}
	return longest
}

// placed reports whether what stands behind a name shows that it names a place:
// 青山|公民館長, 高島|支所長.
func placed(rest string) bool {
	for _, w := range []string{"支所", "公民館", "小学校", "中学校", "高校", "学校", "保健所", "警察署", "消防署", "図書館", "地区", "出張所", "センター", "町", "市", "県", "村", "区", "駅", "川", "山", "港", "空港", "病院", "保育", "幼稚園", "児童館", "館", "園"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// leftover is what stands before the words of an office, where it can be a family
// name that the list does not know: 助川経営課 → 助川.
func leftover(before string) string {
	office := officeSuffix(before)
	name := strings.TrimSuffix(before, office)
	if !textutil.Longer(office, 1) || name == "" || textutil.Longer(name, 4) || !nameLike(name) || strings.ContainsAny(name, "省庁課室局係館校") || strings.ContainsRune("市町村区県都府国部園", textutil.LastRune(name)) || strings.Contains(directions, name) || name == "同" {
		return ""
	}
	return name
}

// titleFirst parts a title from the name that stands close behind it:
// 委員長三笠源一. Both are empty where the rest does not begin like a name.
func titleFirst(s string) (title, name string) {
	key := textutil.Key(s)
	if key != s || textutil.Longer(key, 12) || !textutil.Longer(key, 4) {
		return "", ""
	}
	for i := range key {
		if i < 6 {
			continue
		}
		before, _, role := roleOf(key[:i])
		rest := key[i:]
		if role != "" && (before == "" || isTitle(before, role)) && textutil.Longer(rest, 2) && !textutil.Longer(rest, 5) && beginsSurname(rest) && !strings.HasPrefix(rest, "代理") {
			title, name = key[:i], rest // the longest title counts
		}
	}
	return title, name
}

// beginsSurname reports whether s is a family name of the list with more behind it.
func beginsSurname(s string) bool {
	for i := range s {
		if i > 0 && isSurname(s[:i]) {
			return true
		}
	}
	return false
}

// twoNames parts glyphs that stand apart into two names where they can be two
// and only in one way: each three to five glyphs, a listed family name first.
func twoNames(parts []token) (first, second []token) {
	if len(parts) < 6 || len(parts) > 10 {
		return nil, nil
	}
	var b strings.Builder
	for _, p := range parts {
		if textutil.Longer(p.text, 1) {
			return nil, nil
		}
		b.WriteString(p.text)
	}
	rs := []rune(b.String())
	at := 0
	for i := 3; i <= 5 && len(rs)-i >= 3; i++ {
		if len(rs)-i <= 5 && beginsSurname(string(rs[:i])) && beginsSurname(string(rs[i:])) {
			if at > 0 {
				return nil, nil
			}
			at = i
		}
	}
	if at == 0 {
		return nil, nil
	}
	return parts[:at:at], parts[at:]
}
