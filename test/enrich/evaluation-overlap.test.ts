import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseTsv } from '../../src/enrich/data-file.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Words that two texts must share in a row to be called the same sentence. */
const GRAM = 5;
/** A phrase of a lexicon of that many words, inside a text, gives its answer away. */
const PHRASE = 4;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function grams(text: string, size: number): string[] {
  const words = wordsOf(text);
  return Array.from({ length: Math.max(0, words.length - size + 1) }, (_, at) =>
    words.slice(at, at + size).join(' '),
  );
}

/** Rows of our own sets that heads learn from, and the sets that are only looked at. */
const WATCHED = new Set(['drivers.tsv', 'emotions.tsv']);
const taught = readdirSync(new URL('../../datasets/labelled/', import.meta.url))
  .filter((file) => file.endsWith('.tsv') && !WATCHED.has(file))
  .flatMap((file) =>
    read(`../../datasets/labelled/${file}`)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('text\t'))
      .map((line) => line.split('\t')[file === 'language-other.tsv' ? 1 : 0] ?? ''),
  );
const phrases = ['fr', 'en'].flatMap((id) =>
  parseTsv(read(`../../src/enrich/data/lexicons/${id}.tsv`), 3, id)
    .flatMap(([, , terms = '']) => terms.split(', '))
    .map((term) => wordsOf(term).join(' ')),
);

/** What a text shares with a text that was taught: the whole, a run of words, or a phrase of a lexicon. */
function shared(text: string): string | undefined {
  const whole = wordsOf(text).join(' ');
  if (whole === '') return undefined;
  const padded = ` ${whole} `;
  return (
    wholes.get(whole) ??
    grams(text, GRAM).find((gram) => runs.has(gram)) ??
    phrases.find(
      (phrase) =>
        (phrase === whole && phrase.split(' ').length >= 3) ||
        (phrase.split(' ').length >= PHRASE && padded.includes(` ${phrase} `)),
    )
  );
}
const wholes = new Map(taught.map((text) => [wordsOf(text).join(' '), text]));
const runs = new Set(taught.flatMap((text) => grams(text, GRAM)));

it('false friends share no sentence with what was taught', () => {
  const rows = parseTsv(read('false-friends.tsv'), 4, 'false-friends.tsv');
  expect(
    rows.map(([, , , text = '']) => `${text} ← ${shared(text) ?? ''}`).filter((line) => !line.endsWith('← ')),
  ).toEqual([]);
});

it('would find a sentence that was taught, whole or in part', () => {
  expect(taught.length).toBeGreaterThan(3000);
  expect(shared(taught[0] ?? '')).toBeDefined();
  expect(shared(`Alors voilà : ${taught.find((text) => wordsOf(text).length > 8)} et puis`)).toBeDefined();
  expect(shared('pas mal du tout')).toBeDefined();
  expect(shared('Le hérisson du voisin dort sous la haie')).toBeUndefined();
});
