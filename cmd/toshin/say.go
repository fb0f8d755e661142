package main

// said is what the commands say of records, in each language of --lang. Help
// and how to call a command are Japanese alone (text.go).
type said struct {
	built, reported, withheld, notBuilt                                 string
	public, notPublic, faults, clean, noHits, hits, noTitle             string
	notSearched                                                         string // a register or the config cannot be read
	file, format, sure, notation, council, date, venue, number, outcome string
	people, item                                                        string
	section, residue, count, passages                                   string
	place, reason, andMore                                              string // of a withheld record
	because                                                             string // before what spoke for a line
	line, became, text                                                  string // heads of parse --explain
}

var languages = map[string]*said{
	"ja": {
		built:       "%s にサイトを作りました。公開 %d 件、公開しないもの %d 件。\n",
		reported:    "読み取りの報告（職員用。公開されません）: %s\n",
		withheld:    "\n公開しない記録:\n",
		notBuilt:    "サイトは作りませんでした。これまでのサイトはそのままです。\n",
		public:      "公開できます: %d 件\n",
		notPublic:   "公開できません: %d 件\n",
		faults:      "誤り %d 件、注意 %d 件。\n",
		clean:       "直すところはありません。\n",
		noHits:      "見つかりませんでした。\n",
		notSearched: "探しませんでした。設定か台帳が読めないと、どの記録を公開してよいか分かりません。上の指摘を直してください。\n",
		hits:        "%d 件\n",
		noTitle:     "（題名なし）",
		file:        "ファイル", format: "形式", sure: "（確かさ %.0f%%）", notation: "発言者の書き方", council: "会議体", date: "日付", venue: "場所", number: "番号", outcome: "結論",
		people: "出席者・欠席者", item: "議題", section: "節", residue: "本文に入れなかった行（%s）",
		count: "%d 人", passages: "（段落 %d）",
		place: "  %s（%s）\n", reason: "    %s %s\n      %s\n",
		andMore: "  ほか %d 件（%s %s）。--json を付けると、全部見られます。\n",
		line:    "行", became: "何になったか", text: "元の文", because: "└ 根拠：",
	},
	"en": {
		built:       "the site is in %s: %d public, %d withheld\n",
		reported:    "how each file was read (for staff, not published): %s\n",
		withheld:    "\nwithheld:\n",
		notBuilt:    "no site was built; the old one was left as it was\n",
		public:      "may go out: %d\n",
		notPublic:   "may not go out: %d\n",
		faults:      "%d errors, %d warnings\n",
		clean:       "nothing to mend\n",
		noHits:      "nothing found\n",
		notSearched: "nothing was searched: while the config or a register cannot be read, nobody can tell which records may go out; mend the faults above\n",
		hits:        "%d records\n",
		noTitle:     "(no title)",
		file:        "file", format: "format", sure: " (%.0f%% sure)", notation: "speakers written as", council: "body", date: "date", venue: "venue", number: "number", outcome: "outcome",
		people: "attendees and absent", item: "item", section: "section", residue: "lines kept out of the text (%s)",
		count: "%d", passages: " (%d passages)",
		place: "  %s (%s)\n", reason: "    %s %s\n      %s\n",
		andMore: "  and %d more (%s %s); --json tells of all\n",
		line:    "line", became: "became", text: "source", because: "└ because: ",
	},
}

// say is the language asked for; root.go has refused any other.
func say(lang string) *said { return languages[lang] }
