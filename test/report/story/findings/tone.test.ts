import { describe, expect, it } from 'vitest';
import { toneFindings } from '../../../../src/report/story/findings/tone.js';
import { stagesText } from '../../../../src/report/story/findings/tone-stages.js';
import type { Telling } from '../../../../src/report/story/reading.js';
import type { Finding } from '../../../../src/report/story/story.js';
import { plain, telling, written } from '../../written.js';

interface Tones {
  readonly stage: string;
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
}

/** A corpus of these tones by stage, each score with a margin of .05. */
async function toldFrom(stages: readonly Tones[], language: 'fr' | 'en' = 'fr'): Promise<Telling> {
  const rows = stages.map(({ stage, negative, neutral, positive }) => {
    const n = negative + neutral + positive;
    const score = (positive - negative) / n;
    return {
      stage,
      n,
      negative,
      neutral,
      mixed: 0,
      positive,
      negativeLow: negative / n - 0.02,
      negativeHigh: negative / n + 0.02,
      positiveLow: positive / n - 0.02,
      positiveHigh: positive / n + 0.02,
      score,
      low: score - 0.05,
      high: score + 0.05,
    };
  });
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const value = rows.reduce((sum, row) => sum + row.positive - row.negative, 0) / n;
  const metric = await written('netSentimentScore', 'score', {
    value,
    n,
    low: value - 0.04,
    high: value + 0.04,
    rows,
  });
  return telling([metric], { language, brand: 'Brel' });
}

const toneOf = async (stages: readonly Tones[], language?: 'fr' | 'en'): Promise<Finding> => {
  const [finding] = toneFindings(await toldFrom(stages, language));
  if (finding === undefined) throw new Error('no tone is told');
  return finding;
};

const PRAISED: Tones = { stage: 'public', negative: 400, neutral: 150, positive: 490 };
const COMPLAINTS: Tones = { stage: 'private', negative: 620, neutral: 250, positive: 160 };

describe('the tone of a corpus with public and private messages', () => {
  it('tells both where the public voice praises and private messages complain: a score of both is of neither', async () => {
    const tone = await toneOf([COMPLAINTS, PRAISED]);
    expect(plain(tone.title)).toBe(
      'En public, on parle de la marque plus souvent en bien qu’en mal (score net +0,09) ; en privé, le reproche l’emporte (−0,45)',
    );
    expect(tone.text).toBe('');
    // the chart shows what the title begins with, though fewer messages are public
    expect((await toneOf([{ ...COMPLAINTS, neutral: 350 }, PRAISED])).chart?.title).toBe(
      'Messages publics, par tonalité',
    );
    expect(tone.figures.map(({ row, n }) => [row?.['stage'], n])).toEqual([
      ['public', 1040],
      ['private', 1030],
      [undefined, 2070],
    ]);
    expect(plain(tone.evidence)).toContain('n = 1 040 messages publics de clients');
    expect((await toneOf([COMPLAINTS, PRAISED], 'en')).title).toBe(
      'In public, the brand is praised more than it is criticised (net score +0.09); in private, blame prevails (−0.45)',
    );
  });

  it('says under one title what each is where both are on one side', async () => {
    const tone = await toneOf([COMPLAINTS, { ...PRAISED, negative: 600, positive: 290 }]);
    expect(plain(tone.title)).toBe('On parle de la marque plus souvent en mal qu’en bien (score net −0,37)');
    expect(plain(tone.text)).toBe('Score net : en public −0,30 ; en privé −0,45.');
  });

  it('does not say that customers speak of the brand where all write to it in private', async () => {
    expect(plain((await toneOf([COMPLAINTS])).title)).toBe(
      'En privé, le reproche l’emporte sur l’éloge (score net −0,45)',
    );
    expect((await toneOf([{ ...PRAISED, stage: 'private' }], 'en')).title).toBe(
      'In private, praise outweighs blame (net score +0.09)',
    );
    expect(plain((await toneOf([{ ...COMPLAINTS, positive: 610 }])).title)).toBe(
      'En privé, ni l’éloge ni le reproche ne l’emporte nettement (score net −0,01)',
    );
  });

  it('tells one score where one stage alone has enough messages', async () => {
    const few = { stage: 'private', negative: 9, neutral: 0, positive: 0 };
    expect(stagesText(await toldFrom([PRAISED, few]))).toBe('');
    expect(plain((await toneOf([PRAISED, few])).title)).toMatch(
      /^On parle de la marque plus souvent en bien/,
    );
    expect(plain(stagesText(await toldFrom([PRAISED, { ...few, neutral: 1 }])))).toBe(
      'en public +0,09 ; en privé −0,90',
    );
  });
});
