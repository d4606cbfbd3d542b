import { C, CLASS, FOLDED, LOWER } from './char-classes.js';
import { hashChars, hashWord, MAX_WORD } from './token-hashes.js';
import { FLAG, TOKEN, type TokenKind } from './token-kinds.js';
import { TokenStore } from './token-store.js';

const ELISIONS: ReadonlySet<number> = new Set(
  ['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'y', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu', 'presqu'].map(
    hashWord,
  ),
);
/** Reads tokens made of letters and digits: words, numbers, letters in disguise, hashtags. */
export abstract class WordTokens extends TokenStore {
  /** A run of letters, digits and inner apostrophes. An elision ends at its apostrophe. */
  protected word(start: number, extra: number): number {
    const from = this.used;
    this.roomFor(MAX_WORD + 4);
    const { chars } = this;
    let i = start,
      to = from,
      capitals = 0,
      letters = 0,
      last = 0,
      run = 0,
      elongated = 0,
      kind: TokenKind = TOKEN.word;
    for (; i < this.length; i++) {
      const code = this.unit(i);
      const type = CLASS[code];
      if (type === C.letter || type === C.digit) {
        const folded = FOLDED[code] as number;
        letters++;
        if (LOWER[code] !== code) capitals++;
        run = folded === last && type === C.letter ? run + 1 : 1;
        last = folded;
        if (run === 3) {
          to--;
          elongated = FLAG.elongated;
        }
        if (run >= 3 || to - from >= MAX_WORD) continue;
        if (folded === 0x153 || folded === 0xe6) {
          chars[to++] = folded === 0x153 ? 0x6f : 0x61;
          chars[to++] = 0x65;
        } else chars[to++] = folded;
      } else if (type === C.apostrophe && CLASS[this.unit(i + 1)] === C.letter) {
        if (to - from <= 7 && ELISIONS.has(hashChars(chars, from, to))) {
          chars[to++] = 0x27;
          kind = TOKEN.elision;
          i++;
          break;
        }
        last = 0;
        if (to - from < MAX_WORD) chars[to++] = 0x27;
      } else if (type !== C.combining && type !== C.joiner) break;
    }
    this.letters += letters;
    this.capitals += capitals;
    const first = this.unit(start);
    const shape =
      (LOWER[first] !== first ? FLAG.capital : 0) |
      (capitals >= 2 && capitals === letters ? FLAG.upper : 0) |
      elongated;
    this.used = to;
    this.push(kind, start, i, extra | shape, hashChars(chars, from, to), from, to);
    return i;
  }

  /** Digits with inner `.`, `,`, `:`, `/`, narrow spaces; hashed by shape: 12,50 is 9,9 and 1 250 is 9 9. A year keeps its own. */
  protected number(start: number): number {
    let i = start,
      digits = 0,
      parts = 1;
    for (; i < this.length; i++) {
      const type = CLASS[this.unit(i)];
      if (type === C.digit) {
        digits++;
        continue;
      }
      const code = this.unit(i);
      const inner =
        code === 0x2e ||
        code === 0x2c ||
        code === 0x3a ||
        code === 0x2f ||
        code === 0xa0 ||
        code === 0x202f ||
        code === 0x2d;
      if (!inner || CLASS[this.unit(i + 1)] !== C.digit) break;
      parts++;
    }
    // "5g", "2eme", "20h30", "4x4": digits glued to letters are a word.
    if (CLASS[this.unit(i)] === C.letter && parts === 1) return this.word(start, 0);
    return this.symbol(TOKEN.number, start, i, 16 + Math.min(digits, 11) * 4 + Math.min(parts, 4) - 1);
  }

  /** Letters of the mathematical alphabets, with which spam hides words: folded to plain letters. */
  protected fancyWord(start: number): number {
    const from = this.used;
    this.roomFor(MAX_WORD);
    let i = start,
      to = from;
    for (; i + 1 < this.length; i += 2) {
      const point = this.text.codePointAt(i) as number;
      if (point < 0x1d400 || point >= 0x1d800) break;
      const index = point - 0x1d400;
      const plain = point >= 0x1d7ce ? 0x30 + ((point - 0x1d7ce) % 10) : 0x61 + ((index % 52) % 26);
      if (to - from < MAX_WORD) this.chars[to++] = plain;
    }
    this.used = to;
    this.push(TOKEN.word, start, i, 0, hashChars(this.chars, from, to), from, to);
    return i;
  }

  /** The hashtag as one token, then its words: cut at `_`, digits and capitals after small letters. */
  protected hashtag(start: number): number {
    const end = this.hashtagEnd(start + 1);
    const from = this.used;
    this.roomFor(MAX_WORD + 1);
    this.chars[this.used++] = 0x23;
    for (let i = start + 1; i < end && this.used - from <= MAX_WORD; i++)
      this.chars[this.used++] = FOLDED[this.unit(i)] as number;
    this.push(TOKEN.hashtag, start, end, 0, hashChars(this.chars, from, this.used), from, this.used);
    let part = start + 1;
    for (let i = part + 1; i <= end; i++) {
      const code = this.unit(i),
        before = this.unit(i - 1);
      const cut = i === end || code === 0x5f || (LOWER[code] !== code && LOWER[before] === before);
      if (!cut) continue;
      if (i > part) this.hashtagPart(part, i);
      part = code === 0x5f ? i + 1 : i;
    }
    return end;
  }

  private hashtagEnd(i: number): number {
    let end = i;
    for (; end < this.length; end++) {
      const type = CLASS[this.unit(end)];
      if (type !== C.letter && type !== C.digit && type !== C.combining && this.unit(end) !== 0x5f) break;
    }
    return end;
  }

  private hashtagPart(start: number, end: number): void {
    const from = this.used;
    this.roomFor(MAX_WORD);
    for (let i = start; i < end && this.used - from < MAX_WORD; i++) {
      if (CLASS[this.unit(i)] !== C.combining) this.chars[this.used++] = FOLDED[this.unit(i)] as number;
    }
    this.push(
      TOKEN.word,
      start,
      end,
      FLAG.inHashtag,
      hashChars(this.chars, from, this.used),
      from,
      this.used,
    );
  }
}
