import { expect, it } from 'vitest';
import { scoreDecompositionChart } from '../../src/charts/score-decomposition-chart.js';
import { written } from '../report/written.js';

const row = (by: string, group: string, previousShare: number, previousScore: number, change: number) => ({
  by,
  group,
  previousShare,
  previousScore,
  change,
  low: change - 1,
  high: change + 1,
  previousPeriod: '2026-Q1',
  period: '2026-Q2',
});

it('goes from the score before, ½·20 + ½·40 = 30, by what each group of the first breakdown adds, to 15', async () => {
  const metric = await written('scoreDecomposition', 'score', {
    value: -15,
    rows: [
      row('driver', 'delivery', 0.5, 20, -20),
      row('driver', 'taste', 0.5, 40, 5),
      row('brand', 'Maison Brel', 1, 30, -15),
    ],
  });
  const spec = scoreDecompositionChart(metric).spec as unknown as {
    readonly data: { readonly values: readonly { readonly from: number; readonly to: number }[] };
  };
  expect(spec.data.values.map(({ from, to }) => [from, to])).toEqual([
    [0, 30],
    [30, 10],
    [10, 15],
    [0, 15],
  ]);
});

it('draws seven groups and the others as one step', async () => {
  const metric = await written('scoreDecomposition', 'score', {
    value: 9,
    rows: Array.from({ length: 9 }, (_, at) => ({
      ...row('channel', `canal ${at}`, 1 / 9, 0, 1),
      rest: 8 - at,
    })),
  });
  const spec = scoreDecompositionChart(metric).spec as unknown as {
    readonly data: { readonly values: readonly { readonly label: string; readonly to: number }[] };
  };
  expect(spec.data.values).toHaveLength(1 + 7 + 1 + 1);
  expect(spec.data.values.at(-2)).toMatchObject({ label: '2 autres', to: 9 });
});
