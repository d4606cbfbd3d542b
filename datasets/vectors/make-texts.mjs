// The words that get vectors, and the texts they are fitted on: node datasets/vectors/make-texts.mjs ../shared/data/labelled TEXTS.json
// Writes words.tsv beside this file (folded word, as mostly written, count) and TEXTS.json (not kept: texts of others, each with its rows of
// words.tsv). Sets under non-commercial terms and test splits are left out. Needs a build.
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOKEN } from '../../dist/enrich/words/token-kinds.js';
import { TokenBuffer } from '../../dist/enrich/words/tokens.js';
import { readSet } from '../../dist/learn/sets/layouts.js';

/** Public sets: folder or file, column of the text, texts to fit on. */
const SETS = [
  ['trustpilot_fr_food', 'text', 4500],
  ['ftdataset_fr_restaurants', 'Avis', 2000],
  ['complaints', '1', 1800],
  ['umsab/french', 'text', 1600],
  ['umsab/english', 'text', 1200],
  ['mlma/fr_dataset.csv', 'tweet', 600],
  ['masakhanews/fra', 'text', 400],
  ['tweeteval/emotion', 'text', 0],
  ['tweeteval/offensive', 'text', 0],
  ['sms_spam', 'SMS', 0],
  ['youtube_spam', 'CONTENT', 0],
];
/** A word is kept from so many occurrences, if so large a share of them begins small: names of people are not. */
const LEAST = 3,
  LEAST_SMALL = 0.3;
const LONGEST = 160;

const [labelled, textsFile] = process.argv.slice(2);
const here = fileURLToPath(new URL('.', import.meta.url));
const tokens = new TokenBuffer();
const words = new Map();
const fitted = [];

/** Reads the words of a text; our own texts count three times, public sets are larger. */
function count(text, times) {
  tokens.tokenize(text);
  for (let i = 0; i < tokens.count; i++) {
    const folded = tokens.folded(i);
    if (tokens.kinds[i] !== TOKEN.word || folded.length < 2 || folded.length > 24) continue;
    const written = tokens.written(i),
      small = written.toLowerCase();
    const word = words.get(folded) ?? { count: 0, small: 0, forms: new Map() };
    word.count += times;
    if (written[0] === small[0]) word.small += times;
    word.forms.set(small, (word.forms.get(small) ?? 0) + times);
    words.set(folded, word);
  }
}

const digest = (text) => createHash('md5').update(text).digest('hex');
const cut = (text) => [...text.replace(/\s+/g, ' ').trim()].slice(0, LONGEST).join('');

for (const [path, column, most] of SETS) {
  const texts = readSet(join(labelled, path)).flatMap(({ split, cells }) => (split === 'test' ? [] : [cells[column] ?? '']));
  for (const text of texts) count(text, 1);
  const drawn = [...new Set(texts.map(cut).filter((text) => text.length > 15))];
  fitted.push(...drawn.toSorted((a, b) => (digest(a) < digest(b) ? -1 : 1)).slice(0, most));
}
const own = join(here, '..', 'labelled');
for (const file of readdirSync(own).toSorted()) {
  if (!file.endsWith('.tsv') || /^(?:feed|hate-targets|language-other|drivers|emotions)/.test(file)) continue;
  for (const { cells } of readSet(join(own, file))) {
    count(cells.text ?? '', 3);
    fitted.push(cut(cells.text ?? ''));
  }
}

const kept = [...words]
  .filter(([, word]) => word.count >= LEAST && word.small >= LEAST_SMALL * word.count)
  .toSorted(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
const mostWritten = ({ forms }) => [...forms].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
writeFileSync(
  join(here, 'words.tsv'),
  kept.map(([folded, word]) => `${folded}\t${mostWritten(word)}\t${word.count}\n`).join(''),
);
const rowOf = new Map(kept.map(([folded], row) => [folded, row]));
const texts = [...new Set(fitted)].map((text) => {
  tokens.tokenize(text);
  const rows = Array.from({ length: tokens.count }, (_, i) => rowOf.get(tokens.folded(i))).filter((row) => row !== undefined);
  return { text, rows: [...new Set(rows)] };
});
writeFileSync(textsFile, JSON.stringify(texts));
console.log(`${kept.length} words, ${texts.length} texts`);
