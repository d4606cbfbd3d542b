import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AgreementFinder } from '../../../src/enrich/tone/agreements.js';
import { parseTsv } from '../../../src/enrich/words/data-file.js';
import { createFeatures } from '../../../src/enrich/heads/head-reader.js';

const cases = parseTsv(readFileSync(new URL('agreement-cases.tsv', import.meta.url), 'utf8'), 2).map(
  ([expected = '', text = '']) => ({ agrees: expected === 'yes', text }),
);

const features = createFeatures(),
  finder = new AgreementFinder();
function agrees(text: string): boolean {
  features.read(text);
  return finder.find(features);
}

describe('a few words that say what another said', () => {
  it('are told from words of their own, on cases written beside the lexicon', () => {
    const wrong = cases.filter((one) => agrees(one.text) !== one.agrees);
    expect(cases.filter((one) => one.agrees)).toHaveLength(73);
    expect(cases.filter((one) => !one.agrees)).toHaveLength(53);
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  it('are few: the same words in a longer text say something by themselves', () => {
    expect(agrees('Moi aussi')).toBe(true);
    expect(
      agrees(
        'Moi aussi, et comme ma commande contenait deux colis dont un seul est parti je me demande où se trouve l’autre',
      ),
    ).toBe(false);
    expect(agrees('Exact')).toBe(true);
    expect(agrees('Le montant exact figure sur la facture')).toBe(false);
  });

  it('may ask something after they agreed', () => {
    expect(agrees('Pareil, vous avez eu une réponse ?')).toBe(true);
    expect(agrees('Same problem here! Any news?')).toBe(true);
    expect(agrees('Vous aussi, vous êtes en panne ?')).toBe(false);
    expect(agrees('Je croyais, et chez vous c’est pareil ?')).toBe(false);
  });

  it('praise nobody by the names of relatives', () => {
    expect(agrees('Même souci chez ma belle-mère')).toBe(true);
    expect(agrees('Pareil chez mes beaux-parents')).toBe(true);
    expect(agrees('Pareil, le plus beau jour de l’année')).toBe(false);
  });
});
