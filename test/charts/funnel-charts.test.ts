import { beforeAll, describe, expect, it } from 'vitest';
import { answerEffectChart } from '../../src/charts/answer-effect-chart.js';
import { caseTimelineChart } from '../../src/charts/case-timeline-chart.js';
import type { ChartMaker } from '../../src/charts/chart.js';
import { crisisTimelineChart } from '../../src/charts/crisis-timeline-chart.js';
import { funnelFlowChart } from '../../src/charts/funnel-flow-chart.js';
import { compileSpec, renderSvg } from '../../src/charts/render.js';
import { spillTimeChart } from '../../src/charts/spill-time-chart.js';
import { caseTimeline } from '../../src/metrics/case-timeline.js';
import { crisisTimeline } from '../../src/metrics/crisis-timeline.js';
import { answerEffect } from '../../src/metrics/funnel-answer-effect.js';
import { funnelFlows } from '../../src/metrics/funnel-counts.js';
import { timeToSpill } from '../../src/metrics/funnel-time-to-spill.js';
import type { Metric } from '../../src/model/index.js';
import { fakeCorpus, type FakeRows } from '../metrics/fake-corpus.js';
import { richRows } from '../metrics/rich-rows.js';
import { overlapsOf, specificationErrors, textBoxes } from './drawing.js';

const HOUR = 3_600_000;
const FOLLOWED = Date.UTC(2026, 3, 3, 8);

/** The rich corpus, with one case that goes from WhatsApp to Facebook to the press. */
function rows(): FakeRows {
  const rich = richRows();
  const followed = [
    { messageId: 'f:1', stage: 'private', channel: 'whatsapp', sentAt: FOLLOWED, text: 'Texte privé' }, { messageId: 'f:2', stage: 'private', channel: 'whatsapp', direction: 'outbound', sentAt: FOLLOWED + 30 * HOUR },
    { messageId: 'f:3', stage: 'public', channel: 'facebook-comment', sentAt: FOLLOWED + 70 * HOUR, text: 'Toujours rien' },
  ] as const;
  return {
    ...rich, messages: [...(rich.messages ?? []), ...followed],
    cases: [...(rich.cases ?? []), { caseId: 'case:f', firstStage: 'private', furthestStage: 'press', openedAt: FOLLOWED, observedUntil: FOLLOWED + 90 * 24 * HOUR, spilledAt: FOLLOWED + 70 * HOUR }],
    caseMessages: [...(rich.caseMessages ?? []), ...followed.map(({ messageId }) => ({ caseId: 'case:f', messageId }))],
    transitions: [{ caseId: 'case:f', from: 'public', to: 'press', at: FOLLOWED + 100 * HOUR, delayHours: 100, messageId: 'press:0' }],
  };
}

const CHARTS = {
  funnelFlows: [funnelFlowChart, funnelFlows], timeToSpill: [spillTimeChart, timeToSpill], answerEffect: [answerEffectChart, answerEffect],
  crisisTimeline: [crisisTimelineChart, crisisTimeline], caseTimeline: [caseTimelineChart, caseTimeline],
} as const;
const rich = new Map<string, Metric>(), empty = new Map<string, Metric>();

beforeAll(async () => {
  const [full, none] = [await fakeCorpus(rows()), await fakeCorpus({})];
  for (const [name, [, measure]] of Object.entries(CHARTS)) {
    rich.set(name, await measure(full));
    empty.set(name, await measure(none));
  }
  full.close();
  none.close();
}, 30_000);
const metricOf = (from: ReadonlyMap<string, Metric>, name: string): Metric => from.get(name) as Metric;

describe.each(Object.entries(CHARTS).map(([name, [maker]]) => [name, maker] as [string, ChartMaker]))('chart of %s', (name, maker) => {
  it.each([780, 330])('is valid, compiles without a warning, no text over another or outside, at %i pixels', async (width) => {
    const { spec } = maker(metricOf(rich, name), { width });
    expect(specificationErrors(spec)).toEqual([]);
    expect((await compileSpec(spec as Record<string, unknown>)).warnings).toEqual([]);
    const svg = await renderSvg(spec as Record<string, unknown>), boxes = textBoxes(svg);
    expect(boxes.length).toBeGreaterThan(3);
    expect(overlapsOf(boxes)).toEqual([]);
    const [, , viewWidth = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
    expect(boxes.filter((box) => box.left < -0.5 || box.right > viewWidth + 0.5).map((box) => box.text)).toEqual([]);
    expect(Number(/\bwidth="([\d.]+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(width + 12);
    expect(svg).not.toMatch(/\b(Jan|Feb|Apr|May|Jun|Jul|private|press|undefined|NaN)\b/);
  });

  it('says why when there is nothing to draw', () => {
    const chart = maker(metricOf(empty, name));
    expect(chart.spec).toBeNull();
    expect(chart.empty).toMatch(/^Non mesuré\u00a0: .+\.$/);
  });

  it('is told in words', () => {
    const chart = maker(metricOf(rich, name));
    expect(chart.alt.length).toBeGreaterThan(30);
    expect(chart.alt).not.toMatch(/undefined|NaN|null|Invalid/);
    expect(chart.subtitle).toMatch(/^n\u00a0?\s?=/);
  });
});

describe('caseTimeline', () => {
  it('hides private texts and ends with the article', () => {
    const listed = metricOf(rich, 'caseTimeline').table.objects() as Record<string, unknown>[];
    expect(listed.map(({ stage, text, direction }) => [stage, direction, text])).toEqual([
      ['private', 'inbound', null], ['private', 'outbound', null], ['public', 'inbound', 'Toujours rien'], ['press', 'inbound', 'Un rappel de yaourts inquiète les parents'],
    ]);
    expect(listed.map(({ hours }) => hours).slice(0, 3)).toEqual([0, 30, 70]);
  });

  it('says so when the case asked for does not exist', async () => {
    const corpus = await fakeCorpus({});
    expect((await caseTimeline(corpus, { caseId: 'case:none' })).notMeasured?.fr).toBe('aucun dossier « case:none »');
    corpus.close();
  });
});
