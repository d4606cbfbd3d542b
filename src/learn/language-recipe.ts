import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTsv } from '../enrich/words/data-file.js';
import type { LinearHead } from '../enrich/heads/head.js';
import { OTHER_LANGUAGE } from '../enrich/language/language-detector.js';
import { type LanguageSample, trainLanguageHead } from './language-training.js';

/** Folders of UMSAB that the head learns from; Arabic is known by its script. */
const UMSAB_FOLDERS = {
  german: 'de',
  english: 'en',
  french: 'fr',
  hindi: 'hi',
  italian: 'it',
  portuguese: 'pt',
  spanish: 'es',
} as const;

/** Frequent words of romanised Hindi: UMSAB's Hindi holds English tweets too, a text with two of these is Hindi. */
const HINDI = new Set(
  (
    'hai ka ki ke ko se nahi nahin kya kyu kyun bhai bhi mein main mai aur ho hi tha thi the bahut acha accha hain toh yaar kar ' +
    'karo mera meri tera teri apna apne sab log raha rahe rahi gaya gaye wala wale hum tum aap ye yeh wo woh koi kuch phir abhi sirf liye sath ab jo ne par'
  ).split(' '),
);

const isHindi = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => HINDI.has(word)).length >= 2;

/** Texts of a UMSAB folder with their languages. */
export function umsabSamples(folder: string, splits: readonly string[]): LanguageSample[] {
  const samples: LanguageSample[] = [];
  for (const [name, language] of Object.entries(UMSAB_FOLDERS)) {
    for (const split of splits) {
      const file = join(folder, name, `${split}_text.txt`);
      if (!existsSync(file)) continue;
      for (const text of readFileSync(file, 'utf8').trimEnd().split('\n')) {
        if (language !== 'hi' || isHindi(text)) samples.push({ text, language });
      }
    }
  }
  return samples;
}

/** Repeats of our own few texts in other languages. */
const OTHER_REPEATS = 3;
const BITS = 15;

/**
 * The language head as shipped: UMSAB (Apache-2.0) and our own texts in other languages (`datasets/labelled/language-other.tsv`).
 * Same files, same bytes.
 */
export function buildLanguageHead(
  umsabFolder: string,
  otherTsv: string,
  splits: readonly string[] = ['train', 'val'],
): LinearHead {
  const umsab = umsabSamples(umsabFolder, splits);
  const other = parseTsv(otherTsv, 2).map(([, text = '']) => ({ text, language: OTHER_LANGUAGE }));
  const repeated = Array.from({ length: OTHER_REPEATS }, () => other).flat();
  return trainLanguageHead([...umsab, ...repeated], BITS, [
    { name: `UMSAB, 7 languages, ${splits.join(' and ')}`, rows: umsab.length },
    { name: 'own texts in other languages', rows: other.length },
  ]);
}
