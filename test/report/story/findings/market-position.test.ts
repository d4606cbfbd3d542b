import { describe, expect, it } from 'vitest';
import type { Metric } from '../../../../src/model/index.js';
import { chartHtml } from '../../../../src/report/page/chart-html.js';
import { marketPositionFindings } from '../../../../src/report/story/findings/market-position.js';
import type { Telling } from '../../../../src/report/story/reading.js';
import type { Finding } from '../../../../src/report/story/story.js';
import { plain, telling, written } from '../../written.js';

const told = (metrics: readonly Metric[]): Finding[] =>
  marketPositionFindings(telling(metrics) satisfies Telling);

const part = (group: string | null, change: number): Record<string, string | number | null> => ({
  by: 'driver',
  group,
  change,
  low: change - 0.01,
  high: change + 0.01,
  n: 200,
});
const moved = (low: number, high: number, n = 900): Promise<Metric> =>
  written('scoreDecomposition', 'score', {
    value: -0.12,
    low,
    high,
    n,
    rows: [part('taste', -0.1), part('price', -0.04), part('store', 0.02)],
  });

describe('why the tone moved', () => {
  it('names the driver that moved most, and draws parts that sum to the change', async () => {
    const [finding] = told([await moved(-0.17, -0.07)]);
    expect(plain(finding?.title ?? '')).toBe(
      'Le score de tonalité perd 0,12 point en un trimestre, d’abord sur « Goût » (−0,10)',
    );
    const marks = finding?.chart?.series[0]?.marks ?? [];
    expect(marks.map(({ value }) => value)).toEqual([-0.1, -0.04, 0.02, -0.12]);
    const html = finding?.chart ? chartHtml(finding.chart, 'why', (_, place) => `0.0.${place}`) : '';
    // From zero: −0.10 fills 71.4 % of the 0.14 that are reached, to the right end; the whole −0.12 fills 85.7 %.
    expect(
      [...html.matchAll(/<rect class="\w+" x="([\d.]+)%" y="12%" width="([\d.]+)%"/g)].map((m) => [
        m[1],
        m[2],
      ]),
    ).toEqual([
      ['28.6', '71.4'],
      ['0', '28.6'],
      ['0', '14.3'],
      ['14.3', '85.7'],
    ]);
  });

  it('explains no change that the tile of the score tells as not established', async () => {
    const compared = (low: number, high: number, previousN = 400): Promise<Metric> =>
      written('periodChange', 'score', {
        rows: [
          {
            metric: 'netSentimentScore',
            previousPeriod: '2026-01-01',
            period: '2026-04-01',
            previous: -0.28,
            current: -0.4,
            difference: -0.12,
            low,
            high,
            previousN,
            n: 500,
          },
        ],
      });
    const metric = await moved(-0.23, -0.0004);
    expect(told([metric, await compared(-0.25, 0.01)])).toEqual([]);
    expect(told([metric, await compared(-0.22, -0.02)])).toHaveLength(1);
    // One message in the quarter before: the tile compares nothing.
    expect(told([metric, await compared(-0.22, -0.02, 1)])).toEqual([]);
  });

  it('draws what the eighth and the following add as the metric tells it, and the whole, each with its n', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => ({
      ...part(`d${at}`, -0.02 + at / 1000),
      rest: -0.3 - at,
      restLow: -0.4 - at,
      restHigh: -0.2 - at,
      restN: 31 + at,
    }));
    const metric = await written('scoreDecomposition', 'score', {
      value: -0.12,
      low: -0.2,
      high: -0.1,
      n: 900,
      rows,
    });
    const marks = told([metric])[0]?.chart?.series[0]?.marks ?? [];
    expect(marks).toHaveLength(9);
    expect(marks.slice(-2).map(({ label, value, low, high, n }) => [label, value, low, high, n])).toEqual([
      ['Autres', -6.3, -6.4, -6.2, 37],
      ['Écart total', -0.12, -0.2, -0.1, 900],
    ]);
  });

  it('is untold where the interval of the change holds zero, or of few messages', async () => {
    expect(told([await moved(-0.26, 0.02)])).toEqual([]);
    expect(told([await moved(-0.17, -0.07, 29)])).toEqual([]);
  });
});

describe('who stands out', () => {
  it('names a group outside its funnel, and none inside', async () => {
    const row = (group: string, share: number, outside: string) => ({
      by: 'store',
      group,
      share,
      low: share - 0.05,
      high: share + 0.05,
      expected: 0.5,
      expectedLow: 0.44,
      expectedHigh: 0.56,
      outside,
      n: 90,
    });
    const benchmark = (outside: string): Promise<Metric> =>
      written('benchmarks', 'share', {
        value: 0.5,
        rows: [row('Dijon', 0.74, outside), row('Lyon', 0.5, 'no'), row('Nantes', 0.48, 'no')],
      });
    const [finding] = told([await benchmark('99.8')]);
    expect(plain(finding?.title ?? '')).toBe(
      'Dijon est nettement plus critiqué que l’ensemble : 74,0 % de négatif, contre 50,0 %',
    );
    const first = finding?.chart?.series[0]?.marks[0];
    expect(first).toMatchObject({ label: 'Ensemble', value: 0.5, low: 0.44, high: 0.56, n: 270 });
    expect(told([await benchmark('no')])).toEqual([]);
  });
});
