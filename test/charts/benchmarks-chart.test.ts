import { expect, it } from 'vitest';
import { benchmarksChart } from '../../src/charts/benchmarks-chart.js';
import { funnelLimits } from '../../src/stats/shares/shrinkage.js';
import { written } from '../report/written.js';

it('draws the limits of chance at all sizes, not only at those of the groups, and peers in French', async () => {
  const row = (group: string, n: number, peer: boolean) => {
    const [at95, at998] = [funnelLimits(0.4, n, 0.95), funnelLimits(0.4, n, 0.998)];
    return {
      by: 'brand',
      group,
      peer,
      n,
      share: 0.4,
      expected: 0.4,
      outside: 'no',
      low95: at95.low,
      high95: at95.high,
      low998: at998.low,
      high998: at998.high,
    };
  };
  const metric = await written('benchmarks', 'share', {
    value: 0.4,
    rows: [row('Pochon', 100, false), row('peer 1', 2500, true)],
  });
  const text = JSON.stringify(benchmarksChart(metric));
  expect(text).toContain('pair 1');
  expect(text).not.toContain('peer 1');
  const high = [...text.matchAll(/\{"x":([\d.]+),"y":(0\.\d+)\}/g)]
    .map(([, x, y]) => [Number(x), Number(y)] as const)
    .filter(([x, y]) => x > 400 && x < 600 && y > 0.4);
  expect(high.length).toBeGreaterThan(1);
  for (const [x, y] of high)
    expect(
      Math.min(...[0.95, 0.998].map((level) => Math.abs(y - funnelLimits(0.4, x, level).high))),
    ).toBeLessThan(0.004);
});

it('draws of brands and stores those of which more are the user’s own', async () => {
  const row = (by: string, group: string, peer: boolean) => ({
    by,
    group,
    peer,
    n: 100,
    share: 0.4,
    expected: 0.4,
    outside: 'no',
    low95: 0.3,
    high95: 0.5,
    low998: 0.25,
    high998: 0.55,
  });
  const titleOf = async (rows: readonly ReturnType<typeof row>[]): Promise<string> =>
    benchmarksChart(await written('benchmarks', 'share', { value: 0.4, rows })).title;
  const brands = [row('brand', 'Pochon', false), row('brand', 'Anou', false)];
  const stores = ['Nantes', 'Rennes', 'Brest'];
  expect(await titleOf([...brands, ...stores.map((store) => row('store', store, false))])).toBe(
    'Part de négatif par magasin',
  );
  expect(await titleOf([...brands, ...stores.map((_, at) => row('store', `peer ${at + 1}`, true))])).toBe(
    'Part de négatif par marque',
  );
});

it('draws groups below the limits in another colour than those above', async () => {
  const row = (group: string, share: number) => ({
    by: 'store',
    group,
    peer: false,
    n: 100,
    share,
    expected: 0.4,
    outside: share === 0.4 ? 'no' : '99.8',
    low95: 0.3,
    high95: 0.5,
    low998: 0.25,
    high998: 0.55,
  });
  const rows = [row('Worse', 0.8), row('Better', 0.1), row('Alike', 0.4)];
  const text = JSON.stringify(benchmarksChart(await written('benchmarks', 'share', { value: 0.4, rows })));
  const colours = ['Worse', 'Better', 'Alike'].map(
    (name) => new RegExp(`"label":"${name}"[^}]*"colour":"(#\\w+)"`).exec(text)?.[1],
  );
  expect(colours).toEqual(['#a63d14', '#6ba3cc', '#1b4f72']);
});
