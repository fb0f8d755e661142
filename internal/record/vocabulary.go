package record

// The closed vocabularies of the model. Values are stable: they stand in the
// JSON, in URLs and in search filters.

// Roles of speakers, with the Japanese term readers see.
var Roles = []Term{
	{"chair", "会長"},
	{"vice-chair", "副会長"},
	{"member", "委員"},
	{"secretariat", "事務局"},
	{"department", "所管課"},
	{"agency", "実施機関"},
	{"applicant", "審査請求人"},
	{"executive", "市長・部課長"},
	{"seat", "議席番号"},
	{"expert", "参考人"},
	{"observer", "オブザーバー"},
	{"other", "その他"},
}

// SectionKinds of minutes and replies.
var SectionKinds = []Term{
	// minutes
	{"explanation", "説明"},
	{"questions", "質疑"},
	{"opinion", "意見"},
	{"deliberation", "審議"},
	{"decision", "結果"},
	{"stage", "議事進行"},
	// replies
	{"conclusion", "結論"},
	{"request", "請求の趣旨"},
	{"agency", "実施機関の説明"},
	{"applicant", "請求人の意見"},
	{"judgement", "判断"},
	{"conditions", "附帯意見"},
	{"history", "経過"},
	{"annex", "別表・別紙"},
	// both
	{"text", "本文"},
}

// ItemKinds of agenda items and items. The Japanese word is the value.
var ItemKinds = []string{"諮問", "報告", "議案", "協議", "審議", "開会", "閉会", "その他"}

// ItemOutcomes of a case in a meeting.
var ItemOutcomes = []string{"答申", "意見", "継続", "了承", "承認", "可決", "否決", "取下げ"}

// ReplyOutcomes of a reply. 妥当: the decision or plan stands; 一部: part of it
// does not; 取消: it does not; 却下: not taken up; 是: approved (審議会);
// 条件付: approved under conditions (審議会); 否: not approved.
var ReplyOutcomes = []string{"妥当", "一部", "取消", "却下", "是", "条件付", "否", "その他"}

// CiteKinds are what a mention points at.
var CiteKinds = []Term{
	{"reply", "答申"}, {"inquiry", "諮問"}, {"meeting", "会議"}, {"ruling", "判決・裁決"},
}

// Term pairs a stable English key with the Japanese word for it.
type Term struct{ Key, Japanese string }

// Japanese returns the Japanese word for key in terms, or key itself.
func Japanese(terms []Term, key string) string {
	for _, t := range terms {
		if t.Key == key {
			return t.Japanese
		}
	}
	return key
}

// FieldNames are the meanings that a head field can have.
var FieldNames = []Term{
	// minutes
	{"title", "題名"}, {"date", "日時"}, {"venue", "場所"}, {"attendees", "出席者"},
	{"absentees", "欠席者"}, {"staff", "事務局"}, {"officers", "説明者・関係部署"},
	{"observers", "傍聴者"}, {"openness", "公開・非公開"}, {"handouts", "配布資料"},
	{"agenda", "議事"}, {"next", "次回"},
	// replies
	{"number", "答申番号"}, {"addressee", "宛名"}, {"sender", "答申した機関"},
	{"subject", "件名"}, {"inquiry", "諮問"}, {"members", "委員"},
	// both
	{"page", "ページ情報"},
}
