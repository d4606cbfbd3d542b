import { describe, expect, it } from 'vitest';
import { FLAG, TOKEN } from '../../../src/enrich/words/token-kinds.js';
import { foldWord, hashWord } from '../../../src/enrich/words/token-hashes.js';
import { hashEmoji, TokenBuffer } from '../../../src/enrich/words/tokens.js';

const NAMES = Object.fromEntries(Object.entries(TOKEN).map(([name, kind]) => [kind, name]));

function tokens(text: string): string[] {
  const buffer = new TokenBuffer();
  buffer.tokenize(text);
  return Array.from({ length: buffer.count }, (_, i) => `${NAMES[buffer.kinds[i]!]}:${buffer.written(i)}`);
}

describe('TokenBuffer', () => {
  it('keeps what informal French is made of', () => {
    expect(tokens("J'ai payé 12,50 € l'eau, jpp 😡!! aujourd'hui")).toEqual([
      "elision:J'",
      'word:ai',
      'word:payé',
      'number:12,50',
      'punctuation:€',
      "elision:l'",
      'word:eau',
      'punctuation:,',
      'word:jpp',
      'emoji:😡',
      'mark:!!',
      "word:aujourd'hui",
    ]);
  });

  it('finds links, mails, mentions, hashtags, emoticons', () => {
    expect(
      tokens(
        '@user voir https://exemple.fr/a?b=1 ou exemple.com #PouletRoti :-)) ecrire a service@exemple.fr ...',
      ),
    ).toEqual([
      'mention:@user',
      'word:voir',
      'url:https://exemple.fr/a?b=1',
      'word:ou',
      'url:exemple.com',
      'hashtag:#PouletRoti',
      'word:Poulet',
      'word:Roti',
      'emoji::-))',
      'word:ecrire',
      'word:a',
      'email:service@exemple.fr',
      'mark:...',
    ]);
  });

  it('keeps English contractions whole', () => {
    expect(tokens("I'm sure it doesn't")).toEqual(["word:I'm", 'word:sure', 'word:it', "word:doesn't"]);
  });

  it('folds accents, case, ligatures and elongation into one hash', () => {
    const buffer = new TokenBuffer();
    buffer.tokenize('TROOOOP trop Œufs oeufs DÉÇU de\u0301cu 𝐭𝐫𝐨𝐩');
    const [long, plain, oe, plainOe, , , fancy] = buffer.hashes;
    expect([long, oe, fancy]).toEqual([plain, plainOe, plain]);
    expect(buffer.hashes[0]).toBe(hashWord('trop'));
    expect(buffer.flags[0]! & (FLAG.elongated | FLAG.upper)).toBe(FLAG.elongated | FLAG.upper);
    expect(buffer.folded(4)).toBe('decu');
    expect(buffer.folded(5)).toBe('decu');
    expect(foldWord('Trooop D’Œufs')).toBe("trop d'oeufs");
  });

  it('gives one emoji one hash, whatever the skin tone and selector', () => {
    expect(hashEmoji('👍🏽')).toBe(hashEmoji('👍'));
    expect(hashEmoji('❤️')).toBe(hashEmoji('❤'));
    expect(tokens('👨‍👩‍👧😀😀')).toEqual(['emoji:👨‍👩‍👧', 'emoji:😀', 'emoji:😀']);
  });

  it('covers hostile texts without throwing, long ones before time is up', () => {
    const zalgo = `z${'\u0301\u0316'.repeat(200_000)}`;
    const hostile = [
      'x'.repeat(1_000_000),
      '😀'.repeat(300_000),
      '\ud800'.repeat(100_000),
      '\udc00a\ud83d',
      '\0\0',
      '\u202Eabc\u202D',
      zalgo,
      `${'a.'.repeat(300_000)}`,
      'a@'.repeat(300_000),
      "l'".repeat(300_000),
      '#'.repeat(300_000),
      '#A_'.repeat(100_000),
      ':'.repeat(300_000),
      '1.'.repeat(300_000),
      '^_'.repeat(300_000),
      `@${'a'.repeat(500_000)}`,
      '\u200d'.repeat(300_000),
      `-${'_'.repeat(300_000)}`,
    ];
    for (const text of hostile) {
      const buffer = new TokenBuffer();
      expect(buffer.tokenize(text), text.slice(0, 5)).toBeLessThanOrEqual(text.length);
      if (buffer.count > 0) expect(buffer.ends[buffer.count - 1]!).toBeLessThanOrEqual(text.length);
    }
  });

  it('gives offsets that rise and stay in the text', () => {
    const text = "Ça c'est pas #TopDuTop, 3.5/5 !!! www.a.fr";
    const buffer = new TokenBuffer();
    buffer.tokenize(text);
    for (let i = 0; i < buffer.count; i++) {
      expect(buffer.starts[i]!).toBeLessThan(buffer.ends[i]!);
      if (i > 0) expect(buffer.starts[i]!).toBeGreaterThanOrEqual(buffer.starts[i - 1]!);
    }
    expect(buffer.ends[buffer.count - 1]).toBe(text.length);
  });
});
