import { fold } from '../../util/fold.js';
import { listOf, textOf, type Row, type Telling } from './reading.js';

/** Whether a phrase says no more than the driver before it: « caisses » after « Passage en caisse ». */
function repeats(phrase: string, subject: string): boolean {
  const stem = (word: string): string => fold(word).replace(/[sx]$/u, '');
  const said = new Set(subject.split(/[^\p{L}]+/u).map(stem));
  return phrase !== '' && phrase.split(/[^\p{L}]+/u).every((word) => said.has(stem(word)));
}

/** What makes a name of one word or none definite: the product where it names no other, else the place. « vigile » may be anywhere, « vigile » (Nîmes) is not. */
function definite(called: string, row: Row): string {
  if (/\s/u.test(called)) return '';
  const product = textOf(row, 'product');
  if (product === '') return textOf(row, 'place');
  return fold(product).includes(fold(called)) ? '' : product;
}

/** The brand of a movement where it is not the client's own. */
function otherBrand(row: Row, brand: string): string {
  const of = textOf(row, 'brand');
  return brand === '' || fold(of) === fold(brand) ? '' : of;
}

/** The first clause of a headline that names more than the brand: « Rappel de compotes » of « Rappel de compotes : que faire ? ». */
function firstClause(headline: string, brand: string): string {
  const clauses = headline.split(/\s*[:?!;]\s+|\.\s+|\s[–—-]\s/u);
  return clauses.find((clause) => fold(clause) !== fold(brand)) ?? headline;
}

/** « Sécurité et rappels, « gourdes pomme-fraise » »: the subject in words, and the brand where it is another's. */
export function crisisName(row: Row, texts: readonly Row[], { words, brand }: Telling): string {
  const [driver] = listOf(row, 'drivers');
  const phrase = textOf(
    texts.find((one) => one['role'] === 'name'),
    'text',
  );
  const headline = textOf(
    texts.find((one) => one['role'] === 'headline'),
    'text',
  );
  const subject = driver === undefined ? '' : words.label('driver', driver);
  // Few voices stood behind a movement that the press alone made: its headline names it better than their words.
  const own = repeats(phrase, subject) ? textOf(row, 'product') : phrase || textOf(row, 'product');
  const called = row['kind'] === 'reported' ? headline || own : own || firstClause(headline, brand);
  const quoted = called === '' ? '' : words.say(`« ${called} »`, `“${called}”`);
  // A headline names its subject by itself.
  if (subject === '' || (called !== '' && called === headline && row['kind'] === 'reported'))
    return quoted || words.say('Mouvement public', 'Public movement');
  const more = [definite(called, row), otherBrand(row, brand)].filter((text) => text !== '').join(', ');
  return `${quoted === '' ? subject : `${subject}, ${quoted}`}${more === '' ? '' : ` (${more})`}`;
}
