import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answeredWithinChart } from '../../src/charts/care-chart.js';
import type { ChartMaker } from '../../src/charts/chart.js';
import { driverChart, driverShiftChart } from '../../src/charts/driver-chart.js';
import { ratingChart } from '../../src/charts/rating-chart.js';
import { compileSpec, renderSvg } from '../../src/charts/render.js';
import { netSentimentChart, sentimentChart } from '../../src/charts/sentiment-chart.js';
import { contributionChart, harmChart, shareOfVoiceChart } from '../../src/charts/shares-chart.js';
import { textWidth } from '../../src/charts/text-width.js';
import { volumeChart } from '../../src/charts/volume-chart.js';
import { measureCorpus } from '../../src/metrics/measure-corpus.js';
import type { Metric } from '../../src/model/index.js';
import { fakeCorpus } from '../metrics/fake-corpus.js';
import { richRows } from '../metrics/rich-rows.js';

const CHARTS: readonly [string, ChartMaker][] = [
  ['volume', volumeChart], ['netSentimentScore', sentimentChart], ['netSentimentByPeriod', netSentimentChart], ['drivers', driverChart], ['driverShift', driverShiftChart],
  ['shareOfVoice', shareOfVoiceChart], ['harm', harmChart], ['contributions', contributionChart], ['answeredWithin', answeredWithinChart], ['rating', ratingChart],
];
let rich = new Map<string, Metric>();
let empty = new Map<string, Metric>();
const byName = (metrics: readonly Metric[]): Map<string, Metric> => new Map(metrics.map((metric) => [metric.name, metric]));
const metricOf = (metrics: ReadonlyMap<string, Metric>, name: string): Metric => metrics.get(name) as Metric;

beforeAll(async () => {
  const corpora = [await fakeCorpus(richRows()), await fakeCorpus({})];
  [rich, empty] = await Promise.all(corpora.map(async (corpus) => byName(await measureCorpus(corpus)))) as [typeof rich, typeof empty];
  for (const corpus of corpora) corpus.close();
});

interface TextBox { readonly text: string; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Texts of a drawing with their boxes, line by line, from the transforms around them. */
function textBoxes(svg: string): TextBox[] {
  const boxes: TextBox[] = [];
  const offsets: [number, number][] = [[0, 0]];
  for (const [whole, group, textTag, content] of svg.matchAll(/<\/g>|<g\b([^>]*)>|<text\b([^>]*)>(.*?)<\/text>/g)) {
    const attributes = group ?? textTag ?? '';
    if (whole === '</g>') { offsets.pop(); continue; }
    const [x, y] = offsets[offsets.length - 1] ?? [0, 0];
    const move = /transform="translate\(([-\d.]+),\s?([-\d.]+)\)([^"]*)"/.exec(attributes);
    const [left, top] = [x + Number(move?.[1] ?? 0), y + Number(move?.[2] ?? 0)];
    if (content === undefined) { offsets.push([left, top]); continue; }
    if (move?.[3]?.includes('rotate') || /opacity="0"/.test(attributes)) continue;
    const lines = content.includes('<tspan') ? [...content.matchAll(/<tspan[^>]*>([^<]*)<\/tspan>/g)].map(([, line]) => line ?? '') : [content];
    const size = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1] ?? 11);
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1];
    for (const [index, line] of lines.entries()) {
      const text = line.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      if (text.trim() === '') continue;
      const width = textWidth(text, size, /font-weight="bold"/.test(attributes));
      const start = anchor === 'end' ? left - width : anchor === 'middle' ? left - width / 2 : left;
      const base = top + index * (size + 2);
      boxes.push({ text, left: start, right: start + width, top: base - size * 0.7, bottom: base + size * 0.1 });
    }
  }
  return boxes;
}

function overlapsOf(boxes: readonly TextBox[]): string[] {
  return boxes.flatMap((a, i) => boxes.slice(i + 1)
    .filter((b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5)
    .map((b) => `${a.text} × ${b.text}`));
}

describe('charts', () => {
  const schemaPath = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');
  const validate = new Ajv({ strict: false, allowUnionTypes: true, formats: { 'color-hex': true, uri: true, 'uri-reference': true } }).compile(JSON.parse(readFileSync(schemaPath, 'utf8')) as object);

  describe.each(CHARTS)('of %s', (name, maker) => {
    it.each([780, 330])('is a valid specification that compiles without a warning at %i pixels', async (width) => {
      const { spec } = maker(metricOf(rich, name), { width });
      const plain = JSON.parse(JSON.stringify(spec)) as unknown;
      expect(validate(plain), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
      expect((await compileSpec(spec as object as Record<string, unknown>)).warnings).toEqual([]);
    });

    it.each([780, 330])('has no text over another, none outside, at %i pixels', async (width) => {
      const svg = await renderSvg(maker(metricOf(rich, name), { width }).spec as Record<string, unknown>);
      const boxes = textBoxes(svg);
      expect(boxes.length).toBeGreaterThan(3);
      expect(overlapsOf(boxes)).toEqual([]);
      const [, , viewWidth = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
      expect(boxes.filter((box) => box.left < -0.5 || box.right > viewWidth + 0.5).map((box) => box.text)).toEqual([]);
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
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json', data: { values: [{ a: 'premier texte' }, { a: 'second texte' }] }, mark: 'text',
      encoding: { text: { field: 'a', type: 'nominal' } },
    });
    expect(overlapsOf(textBoxes(svg))).toEqual(['premier texte × second texte']);
  });

  it('draws the same bytes twice, in French, with hostile names escaped', async () => {
    const { spec } = driverChart(metricOf(rich, 'drivers'));
    const [one, two] = [await renderSvg(spec as Record<string, unknown>), await renderSvg(spec as Record<string, unknown>)];
    expect(one).toBe(two);
    expect(one).toContain('&lt;b&gt;driver&lt;/b&gt;');
    expect(one).not.toContain('<b>');
    const svg = await renderSvg(volumeChart(metricOf(rich, 'volume')).spec as Record<string, unknown>);
    expect(svg).toContain('1 févr.');
    expect(svg).not.toMatch(/\b(Jan|Feb|Apr|May|Jun|Jul)\b/);
  });

  it('loads nothing: a specification with an address fails to draw it', async () => {
    const svg = renderSvg({ $schema: 'https://vega.github.io/schema/vega-lite/v6.json', data: { url: 'http://exemple.invalid/data.json' }, mark: 'bar', encoding: { x: { field: 'a', type: 'quantitative' } } });
    await expect(svg).resolves.not.toContain('aria-roledescription="bar"');
  });
});

afterAll(() => { rich.clear(); empty.clear(); });
