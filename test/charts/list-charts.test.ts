import { beforeAll, describe, expect, it } from 'vitest';
import { specOf } from '../../src/charts/chart-of.js';
import { listChart } from '../../src/charts/list-charts.js';
import type { Metric } from '../../src/model/index.js';
import { measuredRich } from '../report/measured.js';
import { plain, written } from '../report/written.js';
import { drawn } from './drawing.js';

let metrics: readonly Metric[] = [];
beforeAll(async () => {
  metrics = (await measuredRich()).metrics;
});

describe('listChart', () => {
  it.each([780, 330])(
    'draws what is measured without a warning or a text over another at %i pixels',
    async (width) => {
      let charts = 0;
      for (const metric of metrics) {
        const chart = listChart(metric, { width });
        if (chart?.spec === null || chart === null) continue;
        charts += 1;
        expect([metric.name, (await drawn(chart.spec)).faults]).toEqual([metric.name, []]);
        expect([metric.name, chart.alt]).toEqual([
          metric.name,
          expect.not.stringMatching(/undefined|NaN|null|Invalid/),
        ]);
        expect(chart.alt.length).toBeGreaterThan(20);
      }
      expect(charts).toBeGreaterThan(12);
    },
  );

  it('ranks counts, and says how many of them it draws', async () => {
    const metric = await written('messageFormats', 'messages', {
      value: 30,
      rows: Array.from({ length: 20 }, (_, at) => ({ format: `f${at}`, messages: 20 - at })),
    });
    const chart = listChart(metric);
    expect(plain(chart?.subtitle ?? '')).toMatch(/les 14 premiers sur 20$/);
    expect(plain(chart?.alt ?? '')).toMatch(/^Barres\. f0 : 20 messages ; f1 : 19 messages/);
  });

  it('tells differences of shares in points, and leaves other measures to the table', async () => {
    const metric = await written('periodChange', 'messages', {
      value: 2,
      rows: [
        { metric: 'responseRate', difference: -0.016, low: -0.08, high: 0.05, n: 267 },
        { metric: 'meanRating', difference: 0.2, low: -0.5, high: 0.9, n: 50 },
      ],
    });
    expect(plain(listChart(metric)?.alt ?? '')).toBe(
      'Points et intervalles. Taux de réponse : −1,6 point (de −8,0 points à +5,0 points).',
    );
  });

  it('leaves texts, other columns and estimates of groups alone', async () => {
    const row = { stage: 'private', median: 3, low: 2, high: 4, n: 9 };
    const grouped = await written('firstReplyTime', 'hours', {
      value: 3,
      rows: [
        { month: '2026-01-01', ...row },
        { month: '2026-02-01', ...row },
      ],
    });
    const texts = await written('verbatims', 'messages', { value: 1, rows: [{ text: 'un avis' }] });
    const other = await written('waitingCases', 'cases', {
      value: 1,
      rows: [{ month: '2026-01-01', value: 3 }],
    });
    expect([grouped, texts, other].map((metric) => listChart(metric))).toEqual([null, null, null]);
    expect(JSON.stringify(specOf(texts))).toContain('Une liste, à lire dans le tableau.');
  });
});
