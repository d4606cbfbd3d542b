import { describe, expect, it } from 'vitest';
import { makeFinding, type Draft } from '../../../src/report/story/make-finding.js';
import type { Telling } from '../../../src/report/story/reading.js';
import type { Figure } from '../../../src/report/story/story.js';
import { wordsOf } from '../../../src/report/story/words.js';
import { written } from '../written.js';

const words = wordsOf('fr', 'Europe/Paris');
const figure = (over: Partial<Figure> = {}): Figure => ({
  metric: 'spillRate',
  column: 'value',
  value: 0.2,
  style: 'share',
  low: 0.18,
  high: 0.22,
  n: 400,
  denominator: 'dossiers',
  ...over,
});
it('an interval stands beside its figure: a title that does not print it leaves it to the evidence', async () => {
  const metric = await written('spillRate', 'share', { value: 0.2 });
  const telling = { metrics: new Map(), words, zone: 'Europe/Paris', brand: '', quoted: new Set<string>() };
  const evidence = (title: string): string =>
    makeFinding(telling, {
      id: 'spill',
      metric,
      title,
      figures: [figure()],
      size: 0.5,
      stage: 'public',
    }).evidence.replaceAll(/[\u00a0\u202f]/g, ' ');
  for (const title of ['Rien ne se détache', `${words.value(1.2, 'share')} de hausse`])
    expect(evidence(title)).toMatch(/^20,0 % ; intervalle à 95 % : de 18/);
  expect(evidence(`${words.value(0.2, 'share')} débordent`)).toMatch(/^intervalle à 95 % : de 18/);
});

/** Of a measure whose last two quarters differ by `low` to `high`, or were not compared. */
async function rankOf(
  over: Partial<Draft> = {},
  change?: readonly [low: number, high: number],
): Promise<ReturnType<typeof makeFinding>['rank']> {
  const metric = await written('spillRate', 'share', { value: 0.2 });
  const compared = await written('periodChange', 'share', {
    rows:
      change === undefined
        ? []
        : [
            {
              metric: 'spillRate',
              period: '2026-04-01',
              previousPeriod: '2026-01-01',
              current: 0.2,
              previous: 0.1,
              difference: 0.1,
              low: change[0],
              high: change[1],
              n: 400,
              previousN: 400,
            },
          ],
  });
  const telling: Telling = {
    metrics: new Map([['periodChange', compared]]),
    words,
    zone: 'Europe/Paris',
    brand: '',
    quoted: new Set(),
  };
  return makeFinding(telling, {
    id: 'spill',
    metric,
    title: 'T',
    figures: [figure()],
    size: 0.5,
    stage: 'public',
    ...over,
  }).rank;
}

describe('the rank of a finding', () => {
  it('is size × certainty × novelty × reach', async () => {
    // certainty 1 − 0.04 / 0.4 = 0.9; not compared: 0.5; public: 0.8
    expect(await rankOf()).toMatchObject({ size: 0.5, novelty: 0.5, reach: 0.8 });
    expect((await rankOf()).certainty).toBeCloseTo(0.9, 9);
    expect((await rankOf()).score).toBeCloseTo(0.5 * 0.9 * 0.5 * 0.8, 9);
  });

  it('is higher where the press is, or where a change is clear', async () => {
    expect((await rankOf({ stage: 'press' })).reach).toBe(1);
    expect((await rankOf({}, [0.02, 0.18])).novelty).toBe(1);
    expect((await rankOf({}, [-0.02, 0.22])).novelty).toBe(0.3);
    expect((await rankOf({ compared: false }, [0.02, 0.18])).novelty).toBe(0.5);
  });

  it('trusts a bare count by its n, a ratio whose interval holds 1 hardly', async () => {
    const certainty = async (over: Partial<Figure>): Promise<number> =>
      (await rankOf({ figures: [figure(over)] })).certainty;
    expect(await certainty({ low: null, high: null, n: 100 })).toBeCloseTo(0.9, 9);
    expect(await certainty({ low: null, high: null, n: 0 })).toBe(0.05);
    expect(await certainty({ style: 'ratio', value: 1.4, low: 0.8, high: 2 })).toBe(0.1);
    expect(await certainty({ low: 0, high: 1 })).toBe(0.05);
  });

  it('keeps size within bounds', async () => {
    expect((await rankOf({ size: 3 })).size).toBe(1);
    expect((await rankOf({ size: 0 })).size).toBe(0.05);
  });
});
