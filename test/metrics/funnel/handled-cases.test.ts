import { describe, expect, it } from 'vitest';
import { handledCases } from '../../../src/metrics/funnel/handled-cases.js';
import { fakeCorpus } from '../fake-corpus.js';
import { labelsOf, misreadRows } from './misread-cases.js';

const corpusOf = () => fakeCorpus(misreadRows(false, { apart: true }));
/** All labels but those of the complaints that are told and filed as something else. */
const SOME = labelsOf((k) => !(k < 160 && k % 4 === 0));

describe('handledCases', () => {
  it('takes what is read for a complaint without labels, and how it was filed', async () => {
    const corpus = await corpusOf();
    const { cases, left, byLabels } = await handledCases(corpus, [], { seed: 1 });
    // of 160 told rightly a fourth is filed as a question, and so are the 40 told wrongly
    expect([cases.length, cases.filter(({ otherwise }) => otherwise).length, left, byLabels]).toEqual([
      200,
      80,
      0,
      undefined,
    ]);
    expect(new Set(cases.map(({ weight }) => weight))).toEqual(new Set([1]));
  });

  it('weighs a case by those read, spilled and taken alike', async () => {
    const corpus = await corpusOf();
    const { cases } = await handledCases(corpus, SOME, { seed: 1 });
    expect(cases.length).toBe(300);
    const unknown = cases.filter(({ known }) => known === undefined);
    expect([unknown.length, unknown.every(({ told, otherwise }) => told && otherwise)]).toEqual([40, true]);
    // told, filed as a question and not seen to spill: all forty labelled are none, one label's weight is of all that are told (120.5 of 161)
    const chance = 120.5 / 161 / 41;
    for (const { befell, weight } of unknown)
      if (!befell) expect(weight).toBeCloseTo(chance, 12);
      // none of those that spill has a label
      else expect(weight).toBeCloseTo(120.5 / 161, 12);
  });

  it('lends a part what labels of all exports say', async () => {
    const corpus = await corpusOf();
    const whole = await handledCases(corpus, SOME, { seed: 1 }),
      part = await handledCases(corpus.where({ driver: 'taste' }), SOME, { seed: 1 });
    expect(part.cases).toEqual(whole.cases.filter(({ driver }) => driver === 'taste'));
    expect(part.byLabels?.chances).toEqual(whole.byLabels?.chances);
  });
});
