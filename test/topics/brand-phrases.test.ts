import { describe, expect, it } from 'vitest';
import { brandTest } from '../../src/topics/brand-phrases.js';
import { clausesOf } from '../../src/topics/phrase-words.js';
import { WordUse } from '../../src/topics/word-use.js';

describe('brandTest', () => {
  it('tells the name and its own words, not a common word of it that texts write small', () => {
    const use = new WordUse();
    use.add(clausesOf('Je mange du pain, ce pain est dur, un pain rassis'));
    const isBrand = brandTest(['Pain & Cie', 'Maison Hartelin SA', 'le-pochon'], use);
    expect(['pain cie', 'parking hartelin', 'maison hartelin', 'pochon'].filter(isBrand)).toHaveLength(4);
    expect(['pain', 'pain dur', 'parking'].filter(isBrand)).toEqual([]);
  });
});
