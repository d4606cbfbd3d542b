import { fold } from '../util/fold.js';
import type { Pseudonymiser } from './pseudonym.js';

/** Who is named where no column says that people are: given by what knows names, `createPersons` of `enrich`. */
export interface Persons {
  /** Whether a short name, of a column, is a person's. */
  readonly isPerson: (name: string) => boolean;
  /** A word whose capital is none that texts write: "Fromages" is known, a surname is not. */
  readonly isWord: (word: string) => boolean;
  /** A shop, page or product with `[nom]` for whom a title or a trade announces. */
  readonly label: (words: string) => string;
  /** The subject of a private message with `[nom]` for whoever it names. */
  readonly subject: (words: string) => string;
}

/** Sees nobody. */
export const NOBODY: Persons = {
  isPerson: () => false,
  isWord: () => false,
  label: (words) => words,
  subject: (words) => words,
};

/** What stands for a person who is named as a value, or as a column. */
export const pseudonymOf = (name: string, pseudonym: Pseudonymiser): string =>
  `[${pseudonym('attribute', fold(name))}]`;
