import { lightStem } from '../words/light-stem.js';
import { TOKEN } from '../words/token-kinds.js';
import type { TokenBuffer } from '../words/tokens.js';
import { WordNumbers } from '../words/word-numbers.js';

/** Distinct words that are kept: then all are forgotten. */
const MOST_WORDS = 1 << 15;
/** Lists of terms that are looked for in the same texts, at most. */
const MOST_LISTS = 31;

/** A sign by its hash; numbers, whose hash tells their shape alone, are one. */
const signOf = (kind: number, hash: number): number => (kind === TOKEN.number ? 0 : hash);

/** A list of terms, as far as their words go. */
export interface TermList {
  /** Takes in a word, its stem and the number it has from now on; whether a term begins with it. */
  learn(number: number, word: string, stem: string): boolean;
}

/**
 * The words of the texts in which lists of terms are looked for, numbered from 1 in the order in which they first come, so that each list keeps what
 * it knows of a word in a row of its own. Most words begin no term: each is looked up once for all lists.
 * Words are told apart by their hash; what is kept never changes a result.
 */
export class TermWords {
  /** Lists, a bit each, of which a term may begin in the text read last. */
  all = 0;
  /** The same for each token. */
  begins = new Int32Array(256);
  /** Number of the word that each token is; 0 where it is no word. */
  numbers = new Int32Array(256);
  /** Tokens that begin a term of some list, in their order. */
  places = new Int32Array(256);
  placeCount = 0;
  private readonly lists: TermList[] = [];
  /** Lists of which a term begins with a sign, by its hash; of numbers, with any. */
  private readonly signs = new Map<number, number>();
  private words = new WordNumbers(MOST_WORDS);
  /** Lists that each word begins, by its number. */
  private listsOf = new Int32Array(MOST_WORDS + 1);
  private tokens: TokenBuffer | undefined;
  private reading = 0;

  /** Takes a list in; gives its bit. */
  enter(list: TermList): number {
    if (this.lists.length === MOST_LISTS) throw new RangeError(`more than ${MOST_LISTS} lists of terms`);
    this.forget();
    return 1 << (this.lists.push(list) - 1);
  }

  /** A term of a list begins with a token. */
  begin({ kinds, hashes }: TokenBuffer, i: number, list: number): void {
    if (kinds[i] === TOKEN.word) return;
    const sign = signOf(kinds[i] as number, hashes[i] as number);
    this.signs.set(sign, (this.signs.get(sign) ?? 0) | list);
  }

  /** A list has changed. */
  forget(): void {
    this.words.clear();
    this.tokens = undefined;
  }

  /** Reads the words of a tokenized text, once for all lists. */
  read(tokens: TokenBuffer): void {
    if (this.tokens === tokens && this.reading === tokens.reading) return;
    this.roomFor(tokens);
    this.tokens = tokens;
    this.reading = tokens.reading;
    const { count, kinds, hashes } = tokens;
    const { begins, numbers, places, listsOf, signs } = this;
    let all = 0,
      placeCount = 0;
    for (let i = 0; i < count; i++) {
      const kind = kinds[i] as number,
        hash = hashes[i] as number;
      const number = kind === TOKEN.word ? this.numberOf(tokens, i, hash) : 0;
      const lists = kind === TOKEN.word ? (listsOf[number] as number) : (signs.get(signOf(kind, hash)) ?? 0);
      numbers[i] = number;
      begins[i] = lists;
      if (lists === 0) continue;
      all |= lists;
      places[placeCount++] = i;
    }
    this.all = all;
    this.placeCount = placeCount;
  }

  /** Words keep their numbers while a text is read. */
  private roomFor({ count, kinds }: TokenBuffer): void {
    if (this.begins.length < count) {
      this.begins = new Int32Array(kinds.length);
      this.numbers = new Int32Array(kinds.length);
      this.places = new Int32Array(kinds.length);
    }
    if (this.words.count + count <= this.words.most) return;
    this.forget();
    if (count <= this.words.most) return;
    this.words = new WordNumbers(2 * count);
    this.listsOf = new Int32Array(2 * count + 1);
  }

  private numberOf(tokens: TokenBuffer, i: number, hash: number): number {
    const known = this.words.of(hash);
    return known > 0 ? known : this.learn(this.words.add(hash), tokens.folded(i));
  }

  private learn(number: number, word: string): number {
    const stem = lightStem(word);
    let begun = 0;
    for (let at = 0; at < this.lists.length; at++)
      if (this.lists[at]?.learn(number, word, stem)) begun |= 1 << at;
    this.listsOf[number] = begun;
    return number;
  }
}
