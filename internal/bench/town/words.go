package town

import "math/rand/v2"

// Words of a made-up city. Subjects are three of them in a row: 60,000 of them,
// so that a few records share one and none is in all, as in a real archive.
var (
	places   = []string{"北浜", "南浜", "灯台山", "汐見台", "松原", "葦原", "磯部", "帆掛", "霞谷", "白砂", "岩鼻", "千鳥", "夕凪", "潮入", "貝塚", "舟戸", "鳴瀬", "沖之島", "干潟", "朝凪"}
	things   = []string{"図書館", "水門", "給食施設", "市営住宅", "保育所", "消防署", "公園", "下水道", "墓地", "駐輪場", "渡船", "体育館", "市場", "診療所", "公民館", "斎場", "学童施設", "道路台帳", "防災無線", "浄水場"}
	papers   = []string{"利用者名簿", "点検記録", "入札調書", "相談票", "苦情処理簿", "設計図書", "見積書", "監視映像", "事故報告書", "通話記録", "面接記録", "補助金申請書", "立入検査結果", "委託契約書", "会議資料", "研修記録", "出退勤記録", "測量成果", "医療費明細", "指導要録", "評価調書", "土地売買資料", "採点結果", "訪問記録", "緊急連絡先", "滞納整理票", "健康診断結果", "廃棄記録", "貸出履歴", "センサー記録"}
	matters  = []string{"目的外利用", "外部提供", "本人外収集", "オンライン結合", "一部公開決定", "非公開決定", "存否応答拒否", "利用停止請求"}
	offices  = []string{"市民課", "福祉課", "建築課", "管財課", "学務課", "水道課", "危機管理課", "子育て課", "港湾課", "環境課"}
	grounds  = []string{"条例第9条第1項第5号", "条例第10条第2項", "条例第7条第1項第2号", "条例第7条第1項第4号", "条例第12条", "法第69条第2項第3号", "法第78条第1項第2号", "法第61条", "行政不服審査法第9条", "地方自治法第180条の2"}
	verbs    = []string{"慎重に検討した", "書面により確かめた", "職員から説明を聴いた", "現物を見分した", "他の例と比べた", "記録をたどった", "契約の条項を読み合わせた", "保存の期間を照らし合わせた"}
	findings = []string{"不自然なところはない", "なお説明が足りない", "特定の個人を識別できる", "必要な限りを超えない", "事務に支障を及ぼすおそれがある", "公にされている事柄である", "本人の同意があるとみられる", "別に定める手続によるべきである"}
	asked    = []string{"いつまで残すのですか", "だれが見ることができるのですか", "本人はどうやって知るのですか", "ほかの方法はないのですか", "業者との約束はどうなっていますか", "前の答申と何が違うのですか"}
	answered = []string{"用が済みしだい消します", "担当の職員に限ります", "窓口と広報でお知らせします", "別の方法では手間がかかりすぎます", "契約に書いて、年に一度確かめます", "使う項目を減らしました"}
)

// dice make the same throws for the same record.
type dice struct{ *rand.Rand }

func newDice(council, year, meeting, n int) dice {
	return dice{rand.New(rand.NewPCG(uint64(council)<<32|uint64(year), uint64(meeting)<<32|uint64(n)))}
}

func (d dice) of(words []string) string { return words[d.IntN(len(words))] }

// subject is what an inquiry is about.
type subject struct{ paper, matter, office string }

func (d dice) subject() subject {
	return subject{d.of(places) + d.of(things) + "の" + d.of(papers), d.of(matters), d.of(offices)}
}

func (s subject) title() string { return s.paper + "に係る" + s.matter + "について" }
