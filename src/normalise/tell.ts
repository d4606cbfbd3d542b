import { fold } from '../util/fold.js';
import { maskText } from './mask.js';
import { NOBODY, type Persons, pseudonymOf } from './persons.js';
import type { Pseudonymiser } from './pseudonym.js';

/** Words that dates and numbers hold: months, days, zones, units. */
const DATE_WORDS =
  /^(?:\p{L}|janv?(?:ier)?|jan(?:uary)?|feb(?:ruary)?|fevr?(?:ier)?|mar(?:s|ch)?|apr(?:il)?|avr(?:il)?|mai|may|jun[ei]?|juin|jul[iy]?|juil(?:let)?|aug(?:ust)?|aout|sept?(?:embre|ember)?|oct(?:obre|ober)?|okt(?:ober)?|nov(?:embre|ember)?|dec(?:embre|ember)?|dez(?:ember)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|lun(?:di)?|mardi|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?|am|pm|at|de|le|du|a|h|th|st|nd|rd|er|min|sec|utc|gmt|cet|cest|est|edt|cst|cdt|pst|pdt|bst|ist|brt|eur|usd|nan|null|none|true|false|e)$/u;
const LONG = 60;
/** An instant as tools write it, or a date and a time with colons; its digits are parted by signs as no number of a person is. */
const INSTANT =
  /^(?:[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d\d:?\d\d)?|\d\d?([/.-])\d\d?\1\d\d(?:\d\d)?,? \d\d?:\d\d(?::\d\d)?(?: ?[AP]M)?)$/i;

/** Whether a value is a date or a number, or tries to be: digits, signs and words that dates hold. */
const isMeasure = (value: string): boolean =>
  /\d/.test(value) &&
  fold(value)
    .split(/[^\p{L}]+/u)
    .every((word) => word === '' || DATE_WORDS.test(word));

/** Letters as x and X, digits as 9: what a value looks like, 60 characters of it at most. */
export const shapeOf = (value: string): string =>
  value
    .slice(0, LONG)
    .replaceAll(/(\p{Lu})|([\p{L}\p{M}])|\p{N}/gu, (_, upper, letter) => (upper ? 'X' : letter ? 'x' : '9'));

/**
 * A value of an export as rejects, doubts and errors may tell it: a date or a number as it is, contacts masked; of anything else, that
 * may name a person, its shape.
 *
 * @example
 * [tellValue('32/13/2026', () => ''), tellValue('Camille Exemple', () => '')]
 * // → ['32/13/2026', 'Xxxxxxx Xxxxxxx']
 */
export function tellValue(value: string, pseudonym: Pseudonymiser): string {
  if (INSTANT.test(value)) return value;
  if (value.length <= LONG && isMeasure(value)) return maskText(value, pseudonym).text;
  return shapeOf(value);
}

/** The date as an export writes it, if it is one. */
export const tellDate = (raw: string | undefined, pseudonym: Pseudonymiser): string | null =>
  raw === undefined ? null : tellValue(raw, pseudonym);

/** What rejects, doubts and notes say of an export, without a person in it. */
export interface Teller {
  /** Words of ours that may quote a name of a column or of a sheet. */
  readonly text: (text: string) => string;
  readonly row: <
    T extends { readonly value: string | null; readonly column: string | null; readonly hint: string },
  >(
    row: T,
  ) => T;
}

/** What stands between the names of columns in words of ours. */
const BETWEEN = /( ← |, |: |; |["«»()]|\.$)/;

/** Makes what tells: contacts masked, columns that are called after a person under a pseudonym. */
export function createTeller(pseudonym: Pseudonymiser, persons: Persons = NOBODY): Teller {
  const text = (words: string): string =>
    maskText(
      words
        .split(BETWEEN)
        .map((piece) => (persons.isPerson(piece.trim()) ? pseudonymOf(piece.trim(), pseudonym) : piece))
        .join(''),
      pseudonym,
    ).text;
  return {
    text,
    row: (row) => {
      const value = row.value === null ? null : tellValue(row.value, pseudonym);
      return {
        ...row,
        value,
        column: row.column === null ? null : text(row.column),
        // What a hint quotes of the export is the value.
        hint: text(row.value && value ? row.hint.replaceAll(row.value, () => value) : row.hint),
      };
    },
  };
}
