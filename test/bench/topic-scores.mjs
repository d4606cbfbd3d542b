/** Scores of a partition of texts, and of the terms that tell its classes. */
const WORD = /\p{L}{3,}/gu;

/** Mean normalised pointwise mutual information of the pairs of each class's terms, over the texts. Bouma 2009; −1 for a pair never met. */
export function npmiOf(classes, texts) {
  const textsOf = new Map();
  texts.forEach((text, at) => {
    for (const word of new Set(text.toLowerCase().match(WORD))) {
      const set = textsOf.get(word) ?? new Set();
      textsOf.set(word, set.add(at));
    }
  });
  const none = new Set();
  const scores = classes
    .filter((terms) => terms.length > 1)
    .map((terms) => {
      const pairs = terms.flatMap((a, i) =>
        terms.slice(i + 1).map((b) => [textsOf.get(a) ?? none, textsOf.get(b) ?? none]),
      );
      return mean(pairs.map(([a, b]) => pairScore(a, b, texts.length)));
    });
  return mean(scores);
}

function pairScore(a, b, n) {
  if (a.size === 0 || b.size === 0) return 0;
  const both = [...a].filter((text) => b.has(text)).length;
  if (both === 0) return -1;
  return both === n ? 1 : Math.log((both * n) / (a.size * b.size)) / -Math.log(both / n);
}

const mean = (values) => (values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length);

function table(a, b) {
  const count = (keys) => {
    const counts = new Map();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  return {
    rows: count(a),
    columns: count(b),
    cells: count(a.map((key, at) => `${key}\t${b[at]}`)),
    n: a.length,
  };
}

/** Adjusted Rand index. Hubert & Arabie 1985. */
export function randOf(a, b) {
  const { rows, columns, cells, n } = table(a, b);
  const pairs = (counts) => [...counts.values()].reduce((sum, m) => sum + (m * (m - 1)) / 2, 0);
  const chance = (pairs(rows) * pairs(columns)) / ((n * (n - 1)) / 2);
  return (pairs(cells) - chance) / ((pairs(rows) + pairs(columns)) / 2 - chance);
}

/** Normalised mutual information, by the mean of the entropies. */
export function nmiOf(a, b) {
  const { rows, columns, cells, n } = table(a, b);
  const entropy = (counts) => [...counts.values()].reduce((sum, m) => sum - (m / n) * Math.log(m / n), 0);
  const [x, y] = [entropy(rows), entropy(columns)];
  return x + y === 0 ? 1 : (2 * (x + y - entropy(cells))) / (x + y);
}

/** Mean best Jaccard overlap of the classes of one partition with those of another, by their texts; −1 is no class. */
export function overlapOf(a, b) {
  const { rows, columns, cells } = table(a, b);
  let sum = 0,
    told = 0;
  for (const [left, m] of rows) {
    if (left === -1) continue;
    told += m;
    let best = 0;
    for (const [right, n] of columns) {
      const both = right === -1 ? 0 : (cells.get(`${left}\t${right}`) ?? 0);
      best = Math.max(best, both / (m + n - both));
    }
    sum += m * best;
  }
  return told === 0 ? 0 : sum / told;
}
