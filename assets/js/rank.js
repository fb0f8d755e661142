// Rank: the twin of internal/search/rank.go and internal/index/worth.go.
// Integers only, so that scores agree to the last bit.
import { SHORT } from "./phrase.js";

const EXACT = 0, FOLDED = 1;
const EDGE = [4, 8, 16], PLACE = [32, 22, 20, 16, 13, 12];
const int = Math.floor;

function log2(a, b) {
  const x = int((a * 256) / b), n = 31 - Math.clz32(x);
  return (n - 8) * 256 + (int((x * 256) / 2 ** n) - 256);
}

export const idf = (n, df) => log2(2 * n + 2, 2 * df + 1);

const worth = (rank, edges) => ((rank & 15) + 1) * PLACE[rank >> 4] * EDGE[edges];

// leaves joins what the phrases of one term found: for each record the best, as
// {tier, worth, phrase, all}. found: one Map a phrase, in order of tier.
export function leaves(phrases, found) {
  const best = new Map();
  phrases.forEach((p, i) => {
    for (const [n, h] of found[i]) {
      const tier = p.tier === EXACT && !h.exact ? FOLDED : p.tier, was = best.get(n);
      if (was && (was.tier <= p.tier || was.tier <= tier)) continue;
      best.set(n, { tier, worth: worth(h.rank, p.labels.length > SHORT ? 2 : h.edges), phrase: p, all: phrases });
    }
  });
  return best;
}
