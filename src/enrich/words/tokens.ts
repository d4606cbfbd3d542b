import { C, CLASS, FOLDED } from './char-classes.js';
import { FLAG, TOKEN } from './token-kinds.js';
import { WordTokens } from './word-tokens.js';

const EMOTICON =
  /[:;=8xX]['’]?[-o^]?(?:\)+|\(+|[DPpOo3/\\|\][*](?![\p{L}\p{N}/]))|<\/?3+|\^_*\^|-_+-|[oO]_[oO]/uy;
const LINK = /(?:https?:\/\/|www\.)[^\s<>"]+|(?:httpurl|https?)(?![\p{L}\p{N}])/iuy;
const MENTION = /@[\w\p{L}.-]*[\w\p{L}]/uy;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/uy;
const DOMAIN_END =
  /\.(?:com|fr|net|org|info|biz|ru|xyz|online|shop|site|co|io|me|ly|gl|be|ch|eu|uk)(?:\/[^\s<>"]*)?(?![\p{L}\p{N}])/iuy;

/**
 * Tokens of short informal texts in one pass, into typed arrays that are used again for the next text: read them before the next
 * `tokenize`.
 */
export class TokenBuffer extends WordTokens {
  /** Reads `text`; returns the number of tokens. Never throws; time is linear in the length. */
  tokenize(text: string): number {
    this.take(text);
    this.reading++;
    this.count = this.used = this.letters = this.capitals = 0;
    this.pending = FLAG.lineStart;
    let i = 0;
    while (i < this.length) i = this.next(i);
    return this.count;
  }

  private next(i: number): number {
    const code = this.unit(i);
    switch (CLASS[code]) {
      case C.space:
        this.pending &= ~FLAG.glued;
        return i + 1;
      case C.newline:
        this.pending = FLAG.lineStart;
        return i + 1;
      case C.letter:
        return this.wordOrLink(i, code);
      case C.digit:
        return this.number(i);
      case C.high:
        return this.pair(i);
      case C.emoji:
        return this.emoji(i, code);
      case C.mark:
        return this.mark(i, code);
      case C.punct:
        return this.punctuation(i, code);
      case C.apostrophe:
        return this.symbol(TOKEN.punctuation, i, i + 1, 0x27);
      default:
        return i + 1;
    }
  }

  private wordOrLink(i: number, code: number): number {
    if (code === 0x68 || code === 0x48 || code === 0x77 || code === 0x57) {
      const end = this.match(LINK, i);
      if (end > 0) return this.symbol(TOKEN.url, i, end, 1);
    }
    const next = this.unit(i + 1);
    if (
      (code === 0x78 || code === 0x58 || code === 0x6f || code === 0x4f) &&
      (next === 0x5f || next === 0x29 || next === 0x44)
    ) {
      const end = this.match(EMOTICON, i);
      if (end > 0) return this.emoticon(i, end);
    }
    const end = this.word(i, 0);
    const after = this.unit(end);
    if (after !== 0x40 && after !== 0x2e) return end;
    // "name@host.fr", "site.fr/page": the word just pushed becomes the start of a link.
    const mail = after === 0x40 ? this.match(MAIL, i) : 0;
    const domain =
      after === 0x2e && this.kinds[this.count - 1] === TOKEN.word ? this.match(DOMAIN_END, end) : 0;
    if (mail === 0 && domain === 0) return end;
    this.count--;
    this.used = this.charStarts[this.count] as number;
    return this.symbol(mail > 0 ? TOKEN.email : TOKEN.url, i, Math.max(mail, domain), mail > 0 ? 3 : 1);
  }

  private pair(i: number): number {
    const point = this.text.codePointAt(i) as number;
    if (point < 0x10000) return i + 1;
    if (point >= 0x1d400 && point < 0x1d800) return this.fancyWord(i);
    if (point >= 0x1f000 && point < 0x1fb00) return this.emoji(i, point);
    return this.symbol(TOKEN.punctuation, i, i + 2, point);
  }

  /** One emoji, without skin tone, variation selector and joined parts; flags are two letters. Repeats make one token each. */
  private emoji(start: number, point: number): number {
    let i = start + (point > 0xffff ? 2 : 1);
    for (;;) {
      const next = this.text.codePointAt(i);
      if (next === undefined) break;
      if (next === 0xfe0f || next === 0xfe0e || next === 0x20e3 || (next >= 0x1f3fb && next <= 0x1f3ff))
        i += next > 0xffff ? 2 : 1;
      else if (next === 0x200d) {
        const joined = this.text.codePointAt(i + 1) ?? 0;
        if (!(joined >= 0x1f000 && joined < 0x1fb00) && CLASS[joined & 0xffff] !== C.emoji) {
          i++;
          break;
        }
        i += 1 + (joined > 0xffff ? 2 : 1);
      } else break;
    }
    return this.symbol(TOKEN.emoji, start, i, point);
  }

  /** A run of `!` and `?` (or of `…`): hashed by what it holds and whether it is one, or more. */
  private mark(start: number, code: number): number {
    let i = start,
      asks = 0,
      cries = 0;
    for (; i < this.length && CLASS[this.unit(i)] === C.mark; i++) {
      const next = this.unit(i);
      if (next === 0x3f) asks++;
      else if (next === 0x21) cries++;
    }
    const shape =
      asks > 0 && cries > 0
        ? 200
        : asks > 0
          ? 201 + Math.min(asks, 2)
          : cries > 0
            ? 204 + Math.min(cries, 3)
            : code;
    return this.symbol(TOKEN.mark, start, i, shape);
  }

  private punctuation(i: number, code: number): number {
    const { text } = this;
    if (code === 0x40) {
      const end = this.match(MENTION, i);
      if (end > 0) {
        const link = end === i + 4 && text.slice(i, end).toLowerCase() === '@url';
        return this.symbol(link ? TOKEN.url : TOKEN.mention, i, end, link ? 1 : 2);
      }
    }
    if (code === 0x23 && CLASS[this.unit(i + 1)] === C.letter) return this.hashtag(i);
    if (code === 0x2e && this.unit(i + 1) === 0x2e) {
      let end = i + 2;
      while (this.unit(end) === 0x2e) end++;
      return this.symbol(TOKEN.mark, i, end, 0x2026);
    }
    if (code === 0x3a || code === 0x3b || code === 0x3d || code === 0x3c || code === 0x5e || code === 0x2d) {
      const end = this.match(EMOTICON, i);
      if (end > 0) return this.emoticon(i, end);
    }
    return this.symbol(TOKEN.punctuation, i, i + 1, code);
  }

  /** `:-))` and `:)` are one emoticon: eyes and last mouth. */
  private emoticon(start: number, end: number): number {
    const eyes = this.unit(start);
    return this.symbol(
      TOKEN.emoji,
      start,
      end,
      300 + FOLDED[eyes]! * 128 + (FOLDED[this.unit(end - 1)]! & 127),
    );
  }
}

/** Hash that the tokenizer gives an emoji: of its first code point. */
export function hashEmoji(emoji: string): number {
  const buffer = new TokenBuffer();
  return buffer.tokenize(emoji) > 0 ? (buffer.hashes[0] as number) : 0;
}
