import { describe, expect, it } from 'vitest';
import { keyness, keyWords, sharedKeyWords, speakOfOneCause } from '../../../src/metrics/crisis/key-words.js';
import { contentWords } from '../../../src/util/content-words.js';

const times = (n: number, ...texts: string[]): ReadonlySet<string>[] =>
  Array.from({ length: n }, (_, at) => contentWords(texts[at % texts.length] as string));

const calm = times(60, 'la caisse est lente', 'le magasin est sale', 'trop de monde samedi');

describe('key words', () => {
  it('are folded, cut after seven letters and four letters long at least', () => {
    expect([...contentWords('Périmés, périmées : du LAIT au sel')]).toEqual(['perimes', 'perimee', 'lait']);
  });

  it('weigh a word by the likelihood ratio: 10 of 10 against 0 of 10 is 2 · 10 · ln 2', () => {
    expect(keyness(10, 10, 0, 10)).toBeCloseTo(20 * Math.log(2), 12);
    expect(keyness(5, 10, 5, 10)).toBeCloseTo(0, 12);
  });

  it('are those said in the movement and not elsewhere', () => {
    expect(keyWords(times(12, 'bouchon fendu', 'le bouchon fuit'), calm)).toEqual([
      'bouchon',
      'fendu',
      'fuit',
    ]);
    expect(keyWords(times(2, 'bouchon fendu'), calm)).toEqual([]);
  });

  it('tell two causes apart, and one cause in other words from two', () => {
    const caps = times(12, 'bouchon fendu', 'le bouchon fuit');
    expect(speakOfOneCause(caps, times(12, 'vigile brutal', 'fouille du vigile'), calm)).toBe(false);
    expect(speakOfOneCause(caps, times(12, 'bouchon fendu encore'), calm)).toBe(true);
  });

  it('share nothing that can be told where either have none', () => {
    const caps = times(12, 'bouchon fendu', 'le bouchon fuit');
    // “bouchon” and “fendu”, of the two of the second
    expect(sharedKeyWords(caps, times(12, 'bouchon fendu'), calm)).toBe(1);
    expect(sharedKeyWords(caps, times(2, 'bouchon fendu'), calm)).toBeUndefined();
  });
});
