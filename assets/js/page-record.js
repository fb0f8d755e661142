// A record's page: marks the words that led here, where the browser can mark
// without touching the text (CSS Custom Highlight).

let words = '';
try {
  words = sessionStorage.getItem('toshin-words') || '';
  sessionStorage.removeItem('toshin-words');
} catch { /* without storage there is nothing to mark */ }

const terms = words.split(/[\s　"]+/).filter((w) => w && !w.startsWith('-') && w !== 'OR' && !/[:：]/.test(w)).map((w) => w.normalize('NFKC').toLowerCase());

if (terms.length && window.Highlight && CSS.highlights) {
  const ranges = [];
  for (const said of document.querySelectorAll('.said')) {
    const walk = document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
    for (let n = walk.nextNode(); n; n = walk.nextNode()) ranges.push(...find(n));
  }
  CSS.highlights.set('words', new Highlight(...ranges));
}

// find compares character by character, so that places stay those of the text
// where NFKC would change its length.
function find(node) {
  const text = [...node.data];
  const folded = text.map((c) => c.normalize('NFKC').toLowerCase());
  const at = [0];
  for (const c of text) at.push(at[at.length - 1] + c.length);
  const ranges = [];
  for (const term of terms) {
    for (let i = 0; i < folded.length; i++) {
      let rest = term;
      let k = i;
      while (rest && k < folded.length && rest.startsWith(folded[k])) rest = rest.slice(folded[k++].length);
      if (rest) continue;
      const r = new Range();
      r.setStart(node, at[i]);
      r.setEnd(node, at[k]);
      ranges.push(r);
    }
  }
  return ranges;
}
