import { describe, expect, it } from 'vitest';
import { brandTest } from '../../src/topics/brand-phrases.js';
import { clausesOf } from '../../src/topics/phrase-words.js';
import { loadStopWords } from '../../src/util/stop-words.js';
import { WordUse } from '../../src/topics/word-use.js';

const keyed = (phrase: string): string =>
  clausesOf(phrase)
    .flat()
    .map(({ key }) => key)
    .join(' ');

describe('brandTest', () => {
  it('tells the name and its own words, not a common word of it that texts write small', () => {
    const use = new WordUse();
    use.add(clausesOf('Je mange du pain, ce pain est dur, un pain rassis'));
    const isBrand = brandTest(['Pain & Cie', 'Maison Hartelin SA', 'le-pochon'], use, loadStopWords());
    expect(['pain cie', 'parking hartelin', 'maison hartelin', 'pochon'].filter(isBrand)).toHaveLength(4);
    expect(['pain', 'pain dur', 'parking'].filter(isBrand)).toEqual([]);
  });

  it('knows a name by its parts between signs, and no phrase by the stop words of a name', () => {
    const use = new WordUse();
    use.add(clausesOf('Des pains aux raisins, la file des caisses'));
    const isBrand = brandTest(['Aux Brioches des Halles', 'E.Hartelin'], use, loadStopWords());
    expect(['pains aux raisins', 'file des caisses'].map(keyed).filter(isBrand)).toEqual([]);
    expect(['parking des halles', 'drive Hartelin'].map(keyed).filter(isBrand)).toHaveLength(2);
  });

  it('lets pass an adjective of a name of several words, not the one word of a name', () => {
    const use = new WordUse();
    use.add(
      clausesOf('Un yaourt nature, des produits frais, le rayon frais, au parking carrefour, vive carrefour'),
    );
    const isBrand = brandTest(['Ferme Nature', 'Grand Frais', 'Carrefour'], use, loadStopWords());
    expect(['yaourt nature', 'produits frais', 'rayon frais'].map(keyed).filter(isBrand)).toEqual([]);
    expect(['grand frais', 'ferme nature', 'parking carrefour'].map(keyed).filter(isBrand)).toHaveLength(3);
  });
});
