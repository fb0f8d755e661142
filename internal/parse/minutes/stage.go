package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// stageWords are what happens in the room without being anybody's speech, and
// what all call out together.
var stageWords = strings.Fields(`
異議 異義 なし 声 呼ぶ者 挙手 起立 拍手 賛成 反対 入室 退室 入場 退場 退席 着席 休憩 再開 暫時 登壇 降壇 説明 挨拶 あいさつ
紹介 委嘱 交付 傍聴 質問なし 意見なし 了承 承認 配布 配付 採決 投票 開票 朗読 黙とう 黙祷 略 省略 中断 録音 非公開 公開 散会 開会 閉会
現地 視察 資料 映写 確認 笑 特に 質疑 一同 全員 各委員 可決 決定 閉廷 手渡 伝達 諮問書 答申書 握手 中継 上映`)

// stage reports whether a whole line is a stage direction or an interjection:
// (「異議なし」の声あり), 〔賛成者起立〕, 《事務局説明》, ―休憩―, ○８番（瓜生君）登壇, ※各委員一致で可決.
func stage(s string) bool {
	if textutil.Longer(s, 60) {
		return false
	}
	if _, ok := numbered(s); ok {
		return false
	}
	first, last := textutil.FirstRune(s), textutil.LastRune(s)
	switch {
	case strings.ContainsRune("(（〔《≪〈＜<【[［", first) && strings.ContainsRune(")）〕》≫〉＞>】]］", last):
		return interjection(s) || (strings.Contains(s, "より") || strings.Contains(s, "から")) && strings.Contains(s, "報告") && !closes(s)
	case strings.ContainsRune("-－―─–—", first) && strings.ContainsRune("-－―─–—", last):
		inner := strings.Trim(s, "-－―─–— 　")
		return inner != "" && !closes(s) && !strings.ContainsFunc(inner, textutil.IsDigit) || interjection(s)
	case first == '※':
		return interjection(s) && !textutil.Longer(s, 40)
	case (strings.HasSuffix(s, "（省略）") || strings.HasSuffix(s, "(省略)") || strings.HasSuffix(s, "（略）") || strings.HasSuffix(s, "(略)")) && !textutil.Longer(s, 26) && !strings.Contains(s, "。"):
		return true
	case timed(s):
		return true
	case strings.HasSuffix(s, "登壇") || strings.HasSuffix(s, "登壇）") || strings.HasSuffix(s, "登壇〕"):
		return !textutil.Longer(s, 30)
	case first == '「' && strings.Contains(s, "」") && (strings.HasSuffix(s, "声あり") || strings.HasSuffix(s, "者あり") || strings.HasSuffix(s, "の声")):
		return true
	}
	return false
}

// timed knows the lines that only say when a pause began or ended: 午前11時58分　休憩.
func timed(s string) bool {
	key := strings.Trim(textutil.Key(s), "()-―─–—〔〕【】<>")
	for _, w := range []string{"休憩", "再開", "入室", "退室", "退席", "着席", "休会"} {
		if strings.HasSuffix(key, w) || strings.HasPrefix(key, w) {
			return !textutil.Longer(key, 22) && hasHours(s)
		}
	}
	return false
}

func interjection(s string) bool {
	if closes(s) {
		return false
	}
	for _, w := range stageWords {
		if strings.Contains(s, w) {
			return true
		}
	}
	if strings.ContainsFunc(s, textutil.IsBlank) && !textutil.Longer(s, 24) { // （全　員　挙　手）
		if key := textutil.Key(s); key != s && strings.IndexFunc(key, textutil.IsBlank) < 0 {
			return interjectionKey(key)
		}
	}
	return false
}

func interjectionKey(key string) bool {
	for _, w := range stageWords {
		if strings.Contains(key, w) {
			return true
		}
	}
	return false
}

// closes knows the words that end the paper and are nobody's speech: 以上, 閉会,
// 午前11時45分閉会, (閉会 午後3時), 終了 11時56分.
func closes(s string) bool {
	if textutil.Longer(s, 24) {
		return false
	}
	key := strings.Trim(textutil.Key(s), "()-―─–—〔〕【】<>≪≫《》")
	if strings.HasPrefix(key, "以上で") && strings.HasSuffix(key, "した。") && (strings.Contains(key, "閉会") || strings.Contains(key, "散会")) {
		return true
	}
	switch key {
	case "以上", "閉会", "散会", "了", "終了", "終", "会議終了":
		return true
	}
	if hasHours(s) {
		for _, w := range []string{"閉会", "散会", "終了", "閉議", "延会", "終"} {
			if strings.HasPrefix(key, w) || strings.HasSuffix(key, w) {
				return true
			}
		}
	}
	return false
}
