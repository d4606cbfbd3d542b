import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answeredWithinChart } from '../../src/charts/answered-within-chart.js';
import type { ChartMaker } from '../../src/charts/chart.js';
import { driverSharesChart, driverShiftChart } from '../../src/charts/driver-shares-chart.js';
import { meanRatingChart } from '../../src/charts/mean-rating-chart.js';
import { renderSvg } from '../../src/charts/render.js';
import { netSentimentByPeriodChart, netSentimentScoreChart } from '../../src/charts/sentiment-chart.js';
import {
  contributionSharesChart,
  harmSharesChart,
  shareOfVoiceChart,
} from '../../src/charts/shares-chart.js';
import { messageVolumeChart } from '../../src/charts/message-volume-chart.js';
import { measure } from '../../src/metrics/measure.js';
import type { Metric } from '../../src/model/index.js';
import { fakeCorpus } from '../metrics/fake-corpus.js';
import { measuredRich } from '../report/measured.js';
import { drawn, overlapsOf, textBoxes } from './drawing.js';
import { BASIC } from '../metrics/basic-subjects.js';

const CHARTS: readonly [string, ChartMaker][] = [
  ['messageVolume', messageVolumeChart],
  ['netSentimentScore', netSentimentScoreChart],
  ['netSentimentByPeriod', netSentimentByPeriodChart],
  ['driverShares', driverSharesChart],
  ['driverShift', driverShiftChart],
  ['shareOfVoice', shareOfVoiceChart],
  ['harmShares', harmSharesChart],
  ['contributionShares', contributionSharesChart],
  ['answeredWithin', answeredWithinChart],
  ['meanRating', meanRatingChart],
];
let rich = new Map<string, Metric>();
let empty = new Map<string, Metric>();
const byName = (metrics: readonly Metric[]): Map<string, Metric> =>
  new Map(metrics.map((metric) => [metric.name, metric]));
const metricOf = (metrics: ReadonlyMap<string, Metric>, name: string): Metric => metrics.get(name) as Metric;

beforeAll(async () => {
  rich = byName((await measuredRich()).metrics);
  const corpus = await fakeCorpus({});
  empty = byName(await measure(corpus, { which: BASIC }));
});

describe('charts', () => {
  describe.each(CHARTS)('of %s', (name, maker) => {
    it.each([780, 330])('is valid, no text over another or outside, at %i pixels', async (width) => {
      const { svg, boxes, faults } = await drawn(maker(metricOf(rich, name), { width }).spec);
      expect(faults).toEqual([]);
      expect(boxes.length).toBeGreaterThan(3);
      expect(Number(/\bwidth="([\d.]+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(width + 12);
    });

    it('says why when there is nothing to draw', () => {
      const chart = maker(metricOf(empty, name));
      expect(chart.spec).toBeNull();
      expect(chart.empty).toMatch(/^Non mesuré\u00a0: .+\.$/);
      expect(chart.alt).toBe(chart.empty);
    });

    it('tells n and is described in words', () => {
      const chart = maker(metricOf(rich, name));
      expect(chart.subtitle).toMatch(/^n\u00a0?\s?=/);
      expect(chart.alt.length).toBeGreaterThan(30);
      expect(chart.alt).not.toMatch(/undefined|NaN|null/);
    });
  });

  it('would see texts that overlap', async () => {
    const svg = await renderSvg({
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      data: { values: [{ a: 'premier texte' }, { a: 'second texte' }] },
      mark: 'text',
      encoding: { text: { field: 'a', type: 'nominal' } },
    });
    expect(overlapsOf(textBoxes(svg))).toEqual(['premier texte × second texte']);
  });

  it('draws the same bytes twice, in French, with hostile names escaped', async () => {
    const { spec } = driverSharesChart(metricOf(rich, 'driverShares'));
    const [one, two] = [
      await renderSvg(spec as Record<string, unknown>),
      await renderSvg(spec as Record<string, unknown>),
    ];
    expect(one).toBe(two);
    expect(one).toContain('&lt;b&gt;driver&lt;/b&gt;');
    expect(one).not.toContain('<b>');
    const svg = await renderSvg(
      messageVolumeChart(metricOf(rich, 'messageVolume')).spec as Record<string, unknown>,
    );
    expect(svg).toContain('1er févr.');
    expect(svg).not.toMatch(/\b(Jan|Feb|Apr|May|Jun|Jul)\b/);
  });

  it('loads nothing: a specification with an address fails to draw it', async () => {
    const svg = renderSvg({
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      data: { url: 'http://exemple.invalid/data.json' },
      mark: 'bar',
      encoding: { x: { field: 'a', type: 'quantitative' } },
    });
    await expect(svg).resolves.not.toContain('aria-roledescription="bar"');
  });
});

afterAll(() => {
  rich.clear();
  empty.clear();
});
