import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { comparedTo } from '../../../src/enrich/tone/comparisons.js';
import { parseTsv } from '../../../src/enrich/words/data-file.js';
import { createEnricher } from '../../../src/enrich/enricher.js';

const cases = parseTsv(
  readFileSync(fileURLToPath(new URL('comparison-cases.tsv', import.meta.url)), 'utf8'),
  3,
  'comparison-cases.tsv',
);

describe('comparedTo', () => {
  it('turns with a denial, which both languages say before or within', () => {
    expect(
      [
        'On trouve mieux ailleurs',
        'On ne trouve pas mieux ailleurs',
        'La concurrence fait mieux',
        'Aucun concurrent ne fait mieux',
        'I have had better',
        'I have never had better',
      ].map(comparedTo),
    ).toEqual([-1, 1, -1, 1, -1, 1]);
  });

  it('tells apart of what is better than what', () => {
    expect(
      [
        'La concurrence est meilleure que vous',
        'Bien meilleur que la concurrence',
        'Better than the old one',
        'The old one is better than this',
        'J’ai trouvé mieux que prévu',
        'J’ai mangé mieux que ça',
        'C’est bien mieux chez l’épicier',
      ].map(comparedTo),
    ).toEqual([-1, 1, 1, -1, 0, -1, -1]);
  });

  it('tells mild blame from mild praise', () => {
    expect(
      [
        'On a vu mieux avant Noël',
        'On vous a connus plus inspirés',
        'Vous nous aviez habitués à mieux',
        'J’en attendais mieux',
        'Je ne cache pas être resté sur ma faim',
        'I had hoped for a bit more care',
        'J’ai connu pire',
        'I’ve had worse',
        'On n’a jamais vu pire',
        'Je suis connu pour arriver plus tôt',
        'Je m’attends à mieux comprendre',
      ].map(comparedTo),
    ).toEqual([-1, -1, -1, -1, -1, -1, 1, 1, 0, 0, 0]);
  });

  it('takes no denied, no worse and no found thing for blame', () => {
    expect(
      [
        'Je ne suis pas resté sur ma faim',
        'Vous ne nous laissez jamais sur notre faim',
        'Je ne cache pas être restée sur ma faim',
        'On a connu plus lent comme livraison',
        'On a connu la marque plus récemment',
        'On l’a trouvé meilleur cette fois',
        'I have seen worse and worse service',
      ].map(comparedTo),
    ).toEqual([1, 1, -1, 0, 0, 0, 0]);
  });

  it('says nothing of questions, of what names a brand or two or sets praise against blame, or of a text that says most in other sentences', () => {
    const main = 'La livraison était rapide, les fruits bien mûrs et le livreur souriant comme toujours.';
    expect(
      [
        'C’était mieux avant ?',
        'Acme works much better than Umbra',
        `${main} Un peu mieux avant.`,
        'Avant dix heures c’est mieux',
        'Je préfère avant tout la qualité',
        'Chez Acme le pain est meilleur',
        'C’est bien mieux chez acme',
        'Bon, mais il y a mieux',
        'Bon goût, belle texture',
      ].map(comparedTo),
    ).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('is never on the wrong side of the cases', () => {
    const side = { negative: -1, neutral: 0, positive: 1 } as Record<string, number>;
    const told = cases.map(([, sentiment = '', text = '']) => [side[sentiment], comparedTo(text), text]);
    expect(told.filter(([want, got]) => got !== 0 && got !== want)).toEqual([]);
    expect(told.filter(([, got]) => got !== 0).length).toBeGreaterThanOrEqual(55);
  });
});

it('gives a text the tone of its comparison', async () => {
  const enricher = await createEnricher();
  const tones = (texts: readonly string[]): readonly unknown[] =>
    enricher.enrich({
      length: texts.length,
      text: texts,
      title: texts.map(() => null),
      genre: texts.map(() => 'comment' as const),
      givenLanguage: texts.map(() => null),
    }).sentiment;
  const right = { seen: 0, kept: 0 } as Record<string, number>;
  const found = tones(cases.map(([, , text = '']) => text));
  cases.forEach(([part = '', sentiment], at) => (right[part]! += Number(found[at] === sentiment)));
  expect(right['seen']).toBeGreaterThanOrEqual(33);
  expect(right['kept']).toBeGreaterThanOrEqual(34);
});
