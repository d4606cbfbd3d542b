import { beforeAll, describe, expect, it } from 'vitest';
import { answerEffectChart } from '../../src/charts/answer-effect-chart.js';
import { caseTimelineChart } from '../../src/charts/case-timeline-chart.js';
import type { ChartMaker } from '../../src/charts/chart.js';
import { crisisTimelineChart } from '../../src/charts/crisis-timeline-chart.js';
import { darknessOf, deversoirMatrixChart } from '../../src/charts/deversoir-matrix-chart.js';
import { funnelFlowsChart } from '../../src/charts/funnel-flows-chart.js';
import { cutChart } from '../../src/charts/estimates-chart.js';
import { avoidableSpillsChart, reservoirOverTimeChart } from '../../src/charts/reservoir-chart.js';
import { timeToSpillChart } from '../../src/charts/time-to-spill-chart.js';
import { caseTimeline } from '../../src/metrics/funnel/case-timeline.js';
import { crisisTimeline } from '../../src/metrics/crisis/crisis-timeline.js';
import { answerEffect } from '../../src/metrics/funnel/answer-effect.js';
import { funnelFlows } from '../../src/metrics/funnel/funnel-counts.js';
import { timeToSpill } from '../../src/metrics/funnel/time-to-spill.js';
import { columnsOf, makeMetric, unmeasured } from '../metrics/write-metric.js';
import type { MetricFrame } from '../../src/metrics/make-metric.js';
import type { CorpusTables } from '../../src/engine/corpus-tables.js';
import type { Metric, MetricRow } from '../../src/model/index.js';
import { fakeCorpus, type FakeRows } from '../metrics/fake-corpus.js';
import { keyedRows } from '../metrics/funnel/keyed-rows.js';
import { richRows } from '../metrics/rich-rows.js';
import { drawn } from './drawing.js';

const HOUR = 3_600_000;
const FOLLOWED = Date.UTC(2026, 3, 3, 8);

/** With keys and public days enough for what spills to be seen; the followed case keeps its own messages. */
function watched(given: FakeRows): FakeRows {
  const keyed = keyedRows(given);
  return {
    ...keyed,
    caseMessages: (keyed.caseMessages ?? []).filter(({ messageId }) => messageId !== 'opens:case:f'),
  };
}

/** The rich corpus, with one case that goes from WhatsApp to Facebook to the press. */
function rows(): FakeRows {
  const rich = richRows();
  const followed = [
    { messageId: 'f:1', stage: 'private', channel: 'whatsapp', sentAt: FOLLOWED, text: 'Texte privé' },
    {
      messageId: 'f:2',
      stage: 'private',
      channel: 'whatsapp',
      direction: 'outbound',
      sentAt: FOLLOWED + 30 * HOUR,
    },
    {
      messageId: 'f:3',
      stage: 'public',
      channel: 'facebook-comment',
      sentAt: FOLLOWED + 70 * HOUR,
      text: 'Toujours rien',
    },
  ] as const;
  return {
    ...rich,
    messages: [...(rich.messages ?? []), ...followed],
    cases: [
      ...(rich.cases ?? []),
      {
        caseId: 'case:f',
        firstStage: 'private',
        furthestStage: 'press',
        openedAt: FOLLOWED,
        observedUntil: FOLLOWED + 90 * 24 * HOUR,
        spilledAt: FOLLOWED + 70 * HOUR,
      },
    ],
    caseMessages: [
      ...(rich.caseMessages ?? []),
      ...followed.map(({ messageId }) => ({ caseId: 'case:f', messageId })),
    ],
    transitions: [
      {
        caseId: 'case:f',
        from: 'public',
        to: 'press',
        at: FOLLOWED + 100 * HOUR,
        delayHours: 100,
        messageId: 'press:0',
      },
    ],
  };
}

const CHARTS: Readonly<Record<string, readonly [ChartMaker, (corpus: CorpusTables) => Promise<Metric>]>> = {
  funnelFlows: [funnelFlowsChart, funnelFlows],
  timeToSpill: [timeToSpillChart, timeToSpill],
  answerEffect: [answerEffectChart, answerEffect],
  crisisTimeline: [crisisTimelineChart, crisisTimeline],
  caseTimeline: [caseTimelineChart, caseTimeline],
};
/** Charts of metrics that are slow to measure, on tables written by hand. */
const STAGES = ['private', 'public', 'press'] as const;
const WRITTEN: Readonly<Record<string, readonly [ChartMaker, Metric['unit'], readonly MetricRow[]]>> = {
  deversoirMatrix: [
    deversoirMatrixChart,
    'events',
    STAGES.flatMap((from, i) =>
      STAGES.map((to, j) => ({ from, to, value: 0.31 * i + 0.07 * j, low: 0, high: 1.25 })),
    ),
  ],
  reservoirOverTime: [
    reservoirOverTimeChart,
    'cases',
    Array.from({ length: 60 }, (_, day) => ({
      date: new Date(FOLLOWED + day * 24 * HOUR),
      level: 0.4 + 0.3 * Math.sin(day / 5),
      low: 0.3 + 0.3 * Math.sin(day / 5),
      high: 0.6 + 0.3 * Math.sin(day / 5),
      spilled: day % 9 === 0 ? 1 : 0,
    })),
  ],
  avoidableSpills: [
    avoidableSpillsChart,
    'cases',
    [
      { withinHours: 2, value: 11.4, low: 3.1, high: 21.9 },
      { withinHours: 24, value: 6.2, low: -0.4, high: 12.5 },
    ],
  ],
  spillRate: [
    cutChart('driver'),
    'share',
    [
      { by: 'total', driver: null, share: 0.1, low: 0.08, high: 0.12, n: 400 },
      { by: 'driver', driver: 'price', share: 0.1, low: 0.02, high: 0.3, n: 40 },
      { by: 'driver', driver: null, share: 0.05, low: 0.01, high: 0.2, n: 30 },
      { by: 'driver', driver: 'producer-pay', share: 0.2, low: 0.1, high: 0.4, n: 12 },
    ],
  ],
  icebergRatio: [
    cutChart('driver'),
    'ratio',
    [
      { by: 'driver', driver: 'price', ratio: 1.4, low: 0.8, high: 2.6, n: 40 },
      { by: 'driver', driver: 'taste', ratio: 0.5, low: 0.2, high: 0.9, n: 30 },
    ],
  ],
};
const frameOf = (name: string, unit: Metric['unit'], listed: readonly MetricRow[]): MetricFrame => ({
  name,
  label: { fr: 'Mesure du débordement', en: 'Measure' },
  unit,
  denominator: { fr: 'dossiers ouverts en privé', en: 'cases' },
  method: { fr: 'M.', en: 'M.' },
  columns: columnsOf(listed),
});
const rich = new Map<string, Metric>(),
  empty = new Map<string, Metric>();

beforeAll(async () => {
  const [full, none] = [await fakeCorpus(watched(rows())), await fakeCorpus({})];
  for (const [name, [, measure]] of Object.entries(CHARTS)) {
    rich.set(name, await measure(full));
    empty.set(name, await measure(none));
  }
  for (const [name, [, unit, listed]] of Object.entries(WRITTEN)) {
    rich.set(name, await makeMetric(frameOf(name, unit, listed), { value: 1, n: 400, rows: listed }));
    empty.set(name, await unmeasured(frameOf(name, unit, listed), 0, 'aucun dossier', 'no case'));
  }
  full.close();
  none.close();
});
const metricOf = (from: ReadonlyMap<string, Metric>, name: string): Metric => from.get(name) as Metric;

describe.each(
  [...Object.entries(CHARTS), ...Object.entries(WRITTEN)].map(
    ([name, [maker]]) => [name, maker] as [string, ChartMaker],
  ),
)('chart of %s', (name, maker) => {
  it.each([780, 330])(
    'is valid, compiles without a warning, no text over another or outside, at %i pixels',
    async (width) => {
      const { svg, boxes, faults } = await drawn(maker(metricOf(rich, name), { width }).spec);
      expect(faults).toEqual([]);
      expect(boxes.length).toBeGreaterThan(3);
      expect(Number(/\bwidth="([\d.]+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(width + 12);
      expect(svg).not.toMatch(/\b(Jan|Feb|Apr|May|Jun|Jul|private|press|undefined|NaN)\b/);
    },
  );

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
      ['private', 'inbound', null],
      ['private', 'outbound', null],
      ['public', 'inbound', 'Toujours rien'],
      ['press', 'inbound', 'Un rappel de yaourts inquiète les parents'],
    ]);
    expect(listed.map(({ hours }) => hours).slice(0, 3)).toEqual([0, 30, 70]);
  });

  it('says so when the case asked for does not exist', async () => {
    const corpus = await fakeCorpus({});
    expect((await caseTimeline(corpus, { caseId: 'case:none' })).notMeasured?.fr).toBe(
      'aucun dossier « case:none »',
    );
  });
});

it('draws a cell that is known to ±5 paler than one known to ±0.1', () => {
  expect(darknessOf({ low: 0, high: 10 }, 1)).toBe(0);
  expect(darknessOf({ low: 0.5, high: 10.5 }, 1)).toBeLessThan(darknessOf({ low: 0.2, high: 0.4 }, 1));
});
