import { expect, it } from 'vitest';
import { icebergFinding } from '../../../../src/report/story/findings/iceberg.js';
import type { Finding } from '../../../../src/report/story/story.js';
import { plain, telling, written } from '../../written.js';

/** What is told of a ratio within these bounds, .8 and .6 for two drivers. */
async function told(value: number, low: number, high: number): Promise<Finding | undefined> {
  const row = (driver: string, ratio: number) => ({
    by: 'driver',
    driver,
    ratio,
    low: ratio - 0.21,
    high: ratio + 0.32,
    n: 60,
  });
  const metric = await written('icebergRatio', 'ratio', {
    value,
    low,
    high,
    n: 1412,
    rows: [row('price', 0.61), row('staff', 0.79), { ...row('taste', 0.9), n: 19 }],
  });
  return icebergFinding(telling([metric]))[0];
}

it('tells title, bars and interval in one unit: private complaints for a hundred public ones', async () => {
  const finding = await told(0.553, 0.471, 0.68);
  expect(plain(finding?.title ?? '')).toBe('Pour 100 plaintes vues en public, 55 sont arrivées en privé');
  expect(plain(finding?.evidence ?? '')).toBe('intervalle à 95 % : de 47 à 68 ; n = 1 412 dossiers');
  expect(finding?.chart?.title).toBe('Plaintes privées pour 100 plaintes publiques, par motif');
  const marks = finding?.chart?.series[0]?.marks ?? [];
  expect(marks.map(({ label, text, detail }) => [label, text, plain(detail)])).toEqual([
    ['Personnel', '79', 'Personnel : 79 (de 58 à 111) ; n = 60'],
    ['Prix', '61', 'Prix : 61 (de 40 à 93) ; n = 60'],
  ]);
  // what is drawn and what can be found again in the table of the metric stays as it is there
  expect(marks.map(({ value }) => value)).toEqual([0.79, 0.61]);
  expect(finding?.figures[0]?.value).toBe(0.553);
});

it('tells bounds far apart in place of their middle, and nothing of bounds that say nothing', async () => {
  expect(plain((await told(0.5, 0.34, 0.69))?.title ?? '')).toBe(
    'Pour 100 plaintes vues en public, entre 34 et 69 sont arrivées en privé',
  );
  expect(await told(0.5, 0.1, 0.69)).toBeUndefined();
});

it('draws the drivers of most cases, not those of the highest ratios alone', async () => {
  const row = (driver: string, ratio: number, n: number) => ({
    by: 'driver',
    driver,
    ratio,
    low: ratio,
    high: ratio,
    n,
  });
  const rows = [
    row('checkout', 0.19, 167),
    ...Array.from({ length: 10 }, (_, at) => row(`d${at}`, 0.9, 60 - at)),
  ];
  const metric = await written('icebergRatio', 'ratio', {
    value: 0.56,
    low: 0.46,
    high: 0.68,
    n: 1425,
    rows,
  });
  const [finding] = icebergFinding(telling([metric]));
  const labels = finding?.chart?.series[0]?.marks.map(({ label }) => label) ?? [];
  expect([labels.length, labels.at(-1), labels.includes('d9'), finding?.chart?.left]).toEqual([
    10,
    'Passage en caisse',
    false,
    1,
  ]);
});
