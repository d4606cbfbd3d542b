import { HARMS } from '../../model/enrichment.js';
import { DeversoirError } from '../../util/errors.js';
import { parseTsv, readDataFile } from '../words/data-file.js';
import { TermTrie } from './term-trie.js';
import type { TermWords } from './term-words.js';
import type { TokenBuffer } from '../words/tokens.js';

export const CUE_KINDS = [
  'polarity',
  'negation',
  'intensifier',
  'diminisher',
  'contrast',
  'comparison',
  'irony',
  'complaint',
  'question',
  'thanks',
  'request',
  'urgency',
  'experience',
  'evidence',
  'idea',
  'correction',
  ...HARMS,
  'anger',
  'disgust',
  'fear',
  'joy',
  'sadness',
  'surprise',
  'trust',
  'swear',
  'slight',
] as const;
/** What a term of the lexicon is a sign of. A cue is evidence that a head weighs, never a verdict. */
export type CueKind = (typeof CUE_KINDS)[number];
/** Index of polarity in `CUE_KINDS`. */
export const POLARITY = CUE_KINDS.indexOf('polarity');

/** Row of a lexicon. */
export interface LexiconEntry {
  readonly kind: CueKind;
  /** Polarity: −3 to 3; other kinds: 1 to 3, how strong a sign. */
  readonly weight: number;
  readonly term: string;
}

const kindNumbers: ReadonlyMap<string, number> = new Map(CUE_KINDS.map((kind, index) => [kind, index]));

/**
 * Reads a lexicon: rows of kind, weight and terms separated by commas, tabs between. Errors: `data-invalid` with the value.
 *
 * @example
 * parseLexicon('polarity\t2\tbon, pas mal')
 * // → [{ kind: 'polarity', weight: 2, term: 'bon' }, { kind: 'polarity', weight: 2, term: 'pas mal' }]
 */
export function parseLexicon(text: string, file = 'lexicon'): LexiconEntry[] {
  const entries: LexiconEntry[] = [];
  for (const [kind = '', cell = '', terms = ''] of parseTsv(text, 3, file)) {
    const weight = Number(cell);
    if (!kindNumbers.has(kind)) {
      throw new DeversoirError('data-invalid', `unknown kind "${kind}"`, {
        hint: `one of ${CUE_KINDS.join(', ')}`,
        place: { file },
      });
    }
    if (!Number.isInteger(weight) || weight < -3 || weight > 3 || weight === 0) {
      throw new DeversoirError('data-invalid', `weight "${cell}"`, {
        hint: 'a whole number from -3 to 3, not 0',
        place: { file },
      });
    }
    for (const term of terms.split(','))
      if (term.trim() !== '') entries.push({ kind: kind as CueKind, weight, term: term.trim() });
  }
  return entries;
}

/** Lexicons shipped with the package; `emoji` holds for every language. */
export const LEXICONS = ['fr', 'en', 'emoji'] as const;

/**
 * A lexicon shipped with the package.
 *
 * @example
 * loadLexicon('emoji').some((entry) => entry.term === '🤮' && entry.weight === -3)
 * // → true
 */
export function loadLexicon(id: (typeof LEXICONS)[number]): LexiconEntry[] {
  return parseLexicon(readDataFile(`lexicons/${id}.tsv`), `lexicons/${id}.tsv`);
}

/** Cues of one text; the arrays are used again for the next text. Of one kind, spans never overlap. */
export class CueHits {
  count = 0;
  /** Index in `CUE_KINDS`. */
  kinds = new Uint8Array(128);
  weights = new Int8Array(128);
  /** First token. */
  starts = new Int32Array(128);
  /** Token after the last. */
  ends = new Int32Array(128);
  /** Languages whose lexicon has the term: bits 1 French, 2 English. */
  languages = new Uint8Array(128);

  /** Number of cues of a kind; `language`: only of its lexicon, "retard" is no English insult in French. `denied`: 1 for tokens whose cue, if a word alone, is left out. */
  countOf(kind: CueKind, language?: string, denied?: Uint8Array): number {
    const wanted = kindNumbers.get(kind),
      bits = bitsOf(language);
    let n = 0;
    for (let i = 0; i < this.count; i++)
      if (
        this.kinds[i] === wanted &&
        ((this.languages[i] as number) & bits) !== 0 &&
        !(denied?.[this.starts[i] as number] === 1 && this.ends[i] === (this.starts[i] as number) + 1)
      )
        n++;
    return n;
  }

  /** Puts cue `from` at the place `to`. */
  move(from: number, to: number): void {
    this.kinds[to] = this.kinds[from] as number;
    this.weights[to] = this.weights[from] as number;
    this.starts[to] = this.starts[from] as number;
    this.ends[to] = this.ends[from] as number;
    this.languages[to] = this.languages[from] as number;
  }
}

export interface CueFinder {
  /** Fills `hits` with the cues of a tokenized text, or of its tokens `from .. to`, in order. `language`: see `DriverMatcher.match`. */
  find(tokens: TokenBuffer, hits: CueHits, language?: string, from?: number, to?: number): void;
}

const FRENCH = 1,
  ENGLISH = 2,
  ALL = 3;
const NEGATION = CUE_KINDS.indexOf('negation');
/** Bits of the lexicons that hold for a language, all for one that has none. */
const bitsOf = (language: string | undefined): number =>
  language === 'fr' ? FRENCH : language === 'en' ? ENGLISH : ALL;
/** Payload: weight + 3 (three bits), languages (two bits), kind. */
const payloadOf = (kind: number, languages: number, weight: number): number =>
  (kind << 5) | (languages << 3) | (weight + 3);

/** The leftmost longest terms of each kind; raw hits come ordered by their first token, shorter ones first. */
class Longest {
  private readonly at = new Int32Array(CUE_KINDS.length);
  private hits = new CueHits();

  start(hits: CueHits): void {
    this.hits = hits;
    hits.count = 0;
    this.at.fill(-1);
  }

  add(kind: number, weight: number, languages: number, start: number, end: number): void {
    const { hits } = this;
    const last = this.at[kind] as number;
    if (last >= 0 && start < (hits.ends[last] as number)) {
      if (start !== hits.starts[last]) return;
      hits.languages[last] = (hits.languages[last] as number) | languages;
      if (end <= (hits.ends[last] as number)) return;
      hits.ends[last] = end;
      hits.weights[last] = weight;
      return;
    }
    if (hits.count === hits.kinds.length) return;
    this.at[kind] = hits.count;
    hits.kinds[hits.count] = kind;
    hits.weights[hits.count] = weight;
    hits.starts[hits.count] = start;
    hits.languages[hits.count] = languages;
    hits.ends[hits.count++] = end;
  }
}

/** "pas mal" is one term: its "pas" negates nothing. */
function dropInnerNegations(hits: CueHits): void {
  let kept = 0;
  for (let i = 0; i < hits.count; i++) {
    let inner = false;
    if (hits.kinds[i] === NEGATION) {
      for (let j = Math.max(0, i - 8); j < Math.min(hits.count, i + 8) && !inner; j++) {
        inner =
          hits.kinds[j] === POLARITY &&
          (hits.starts[j] as number) <= (hits.starts[i] as number) &&
          (hits.ends[j] as number) > (hits.ends[i] as number);
      }
    }
    if (!inner) hits.move(i, kept++);
  }
  hits.count = kept;
}

/**
 * Finds the terms of the lexicons in one pass over the tokens. At most 128 cues a text are kept.
 *
 * @example
 * const tokens = new TokenBuffer(), hits = new CueHits();
 * tokens.tokenize('Pas mal du tout, merci 😊');
 * createCueFinder().find(tokens, hits, 'fr');
 * Array.from(hits.weights.slice(0, hits.count))
 * // → [2, 2, 2, 2, 2]
 */
export function createCueFinder(
  lexicons: Readonly<Partial<Record<'fr' | 'en' | 'emoji', readonly LexiconEntry[]>>> = {
    fr: loadLexicon('fr'),
    en: loadLexicon('en'),
    emoji: loadLexicon('emoji'),
  },
  words?: TermWords,
): CueFinder {
  const trie = new TermTrie([], words);
  for (const [id, languages] of [
    ['fr', FRENCH],
    ['en', ENGLISH],
    ['emoji', ALL],
  ] as const) {
    for (const { kind, weight, term } of lexicons[id] ?? [])
      trie.add(term, payloadOf(kindNumbers.get(kind) as number, languages, weight));
  }
  let wanted = ALL;
  const longest = new Longest();
  const found = (payloads: readonly number[], start: number, end: number): void => {
    for (const payload of payloads) {
      if (((payload >> 3) & wanted & 3) !== 0)
        longest.add(payload >> 5, (payload & 7) - 3, (payload >> 3) & 3, start, end);
    }
  };
  return {
    find: (tokens, hits, language, from, to) => {
      wanted = bitsOf(language);
      longest.start(hits);
      trie.scan(tokens, found, from, to);
      dropInnerNegations(hits);
    },
  };
}
