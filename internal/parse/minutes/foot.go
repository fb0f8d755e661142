package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// signing opens the lines that certify and sign the minutes.
var signing = strings.Fields("上記会議の経過 上記の会議の経過 会議の経過を記載し 会議の経過を記録し 上記のとおり会議の 以上、会議の経過 この会議録は 議事の経過を記載し 上記会議録 会議録署名委員 議事録署名委員 議事録署名人 会議録署名人 上記議事 会議録調製者 以上のとおり会議の 以上の通り 以上のとおり 以上、会議の 上記のとおり 上記の通り 右のとおり 会議規則第 右会議の 右の会議 会議の顛末 この議事録 ここに署名 会議録作成者 署名委員")

// footAt finds where the end matter begins: the page's foot, or the lines that
// certify and sign the minutes. Nothing behind it may be speech.
func (p *parser) footAt(lines []line) int {
	end := len(lines)
	if p.notation != nil {
		for i := len(lines) - 1; i >= 0; i-- {
			if x, ok := p.notation.at(p.voices, lines[i].text); ok && (sentence(x.text) || x.text == "" && i+1 < len(lines) && sentence(lines[i+1].text)) {
				end = i
				break
			}
		}
		if end == len(lines) {
			end = 0
		}
	} else {
		end = 0
	}
	for i := end; i < len(lines); i++ {
		if isTail(lines[i].text) || i > 0 && isSigning(lines, i) || contact(lines, i) {
			for i > 0 && signer(lines[i], lines[i-1]) {
				i--
			}
			return i
		}
	}
	return len(lines)
}

// signer reports whether the line before the end matter is where the chair is to sign:
// 議　　長 over 議事録署名委員.
func signer(first, before line) bool {
	key := textutil.Key(before.text)
	b, _, role := roleOf(key)
	return b == "" && (role == "chair" || role == "vice-chair") && before.indent > 0 && before.indent >= first.indent && len(before.text) > len(key)
}

// contact reports whether line i is the row that says whom to ask, at the end of a form.
func contact(lines []line, i int) bool {
	l := lines[i]
	if l.cell != firstCell || len(lines)-i > 6 {
		return false
	}
	switch textutil.Key(l.text) {
	case "問合せ先", "問い合わせ先", "連絡先", "会議主管課", "事務担当課", "担当課", "事務局", "担当部署", "事務担当", "会議担当課":
		return true
	}
	return false
}

func isSigning(lines []line, i int) bool {
	s := lines[i].text
	if textutil.Longer(s, 90) {
		return false
	}
	for _, w := range signing {
		if strings.HasPrefix(s, w) && (strings.Contains(s, "署名") || strings.Contains(s, "証する") || strings.Contains(s, "相違") || seals(lines[i:])) {
			return true
		}
	}
	for _, w := range []string{"ここに署名", "により署名する", "により、署名する", "記名押印", "署名押印", "ここに記名"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	for _, w := range []string{"作成者", "記録者", "会議録作成者", "記録", "文責"} {
		if rest, ok := cutSpaced(s, w); ok && rest != "" && (textutil.IsBlank(textutil.FirstRune(rest)) || strings.ContainsRune(":：", textutil.FirstRune(rest))) && len(lines) < i+4 {
			return true
		}
	}
	return isSeal(s)
}

// isSeal knows the line of a signature.
func isSeal(s string) bool {
	return strings.HasSuffix(s, "㊞") || strings.HasSuffix(s, "印") && !textutil.Longer(textutil.Key(s), 16) && strings.ContainsFunc(s, textutil.IsBlank)
}

func seals(lines []line) bool {
	for i, l := range lines {
		if isSeal(l.text) {
			return true
		}
		if i > 12 {
			break
		}
	}
	return len(lines) < 8
}

// end sets the end matter aside: signatures are fixed words, the page's foot is
// its frame.
func (p *parser) end(lines []line) {
	why := record.WhyBoilerplate
	for _, l := range lines {
		if isTail(l.text) || l.cell == firstCell && textutil.Key(l.text) == "問合せ先" {
			why = record.WhyChrome
		}
		p.residue(l, why)
	}
}
