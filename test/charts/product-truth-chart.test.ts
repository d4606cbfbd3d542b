import { expect, it } from 'vitest';
import { productTruthChart } from '../../src/charts/product-truth-chart.js';
import { plain, written } from '../report/written.js';

const row = (
  code: string,
  product: string,
  nutriScore: string | null,
  nutritionN: number,
  tone: number | null,
) => ({
  code,
  product,
  nutriScore,
  nutritionN,
  tone,
  low: tone === null ? null : tone - 0.2,
  high: tone === null ? null : tone + 0.2,
});

it('draws the tone of each product from the best grade to the worst, those of one name by their barcodes', async () => {
  const metric = await written('productTruth', 'messages', {
    value: 50,
    rows: [
      row('1', 'crème dessert', 'd', 30, 0.4),
      row('2', 'skyr', 'a', 9, -0.5),
      row('3', 'skyr', null, 8, 0.1),
      row('4', 'compote', 'a', 0, null),
    ],
  });
  const chart = productTruthChart(metric);
  expect(plain(chart.alt)).toBe(
    'Points et intervalles. skyr (Nutri-Score A, 2) : −0,50 (de −0,70 à −0,30) ; crème dessert (Nutri-Score D) : +0,40 (de +0,20 à +0,60) ; skyr (3) : +0,10 (de −0,10 à +0,30).',
  );
  expect(JSON.stringify(chart.spec)).toContain('"at":0');
});

it('tells the gap with its interval, and colours what it establishes alone', async () => {
  const metric = await written('productTruth', 'messages', {
    value: 50,
    rows: [
      { ...row('1', 'skyr', 'a', 30, -0.4), gap: 2.5, gapLow: 1, gapHigh: 3 },
      { ...row('2', 'compote', 'b', 30, 0.4), gap: -1, gapLow: -1, gapHigh: 2 },
    ],
  });
  const told = (width: number): string => plain(JSON.stringify(productTruthChart(metric, { width }).spec));
  expect(told(680)).toContain('−0,40 (n = 30), écart +2,5 (de +1 à +3)","colour":"#a63d14"');
  expect(told(680)).toContain('+0,40 (n = 30), écart −1 (de −1 à +2)","colour":"#1b4f72"');
  expect(told(380)).toContain('−0,40 (n = 30)"');
  expect(plain(productTruthChart(metric).alt)).toContain('écart −1 (de −1 à +2)');
});

it('leaves to the table what groups tell several times', async () => {
  const metric = await written('productTruth', 'messages', {
    value: 50,
    rows: [row('1', 'skyr', 'a', 30, 0.4), row('1', 'skyr', 'a', 9, -0.5)],
  });
  expect(productTruthChart(metric).spec).toBeNull();
  expect(productTruthChart(metric).empty).toContain('tableau');
});
