import { describe, expect, it } from 'vitest';
import { deversoirMatrix } from '../../../src/metrics/funnel/deversoir-matrix.js';
import type { MessageLabel } from '../../../src/metrics/index.js';
import type { Metric } from '../../../src/model/index.js';
import { DEFAULT_PLAN } from '../../../src/simulate/index.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { HOUR, hourCase, notFinite, tableOf } from './funnel-rows.js';
import { plantedRows } from './planted-cases.js';

async function measure(rows: FakeRows, labels: readonly MessageLabel[] = []): Promise<Metric> {
  return deversoirMatrix(await fakeCorpus(rows), { replicates: 40, labels });
}

const cell = (metric: Metric, from: string, to: string): Record<string, unknown> =>
  tableOf(metric).find((row) => row['from'] === from && row['to'] === to) ?? {};

const PLAN = { seed: 11, perDay: [8, 6, 0.6] as const, cases: { ...DEFAULT_PLAN.cases, spillPerHour: 0 } };

const ZERO = [
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
];

// Days and nights alone make no effect: test/recoveries.
describe('deversoirMatrix', () => {
  it('takes articles that have only a day as daily counts, and says so', async () => {
    const { rows } = plantedRows({ ...PLAN, endsAt: Date.UTC(2026, 2, 1), branching: ZERO });
    const DAY = 24 * HOUR;
    const messages =
      rows.messages?.map((row) =>
        row.stage === 'press'
          ? { ...row, dayOnly: true, sentAt: Math.floor(Number(row.sentAt) / DAY) * DAY }
          : row,
      ) ?? [];
    const metric = await measure({ ...rows, messages });
    expect(tableOf(metric)).toHaveLength(9);
    expect(metric.interval?.method).toBe('profile likelihood');
    expect(metric.limits?.fr).toContain('comptes quotidiens');
    expect(cell(metric, 'press', 'public')['n']).toBe(messages.filter((row) => row.stage === 'press').length);
    expect(notFinite(metric)).toEqual([]);
  });

  it('takes what reading misses and tells wrongly in public from labels', async () => {
    const { rows } = plantedRows({
      ...PLAN,
      endsAt: Date.UTC(2026, 2, 1),
      branching: [
        [0, 0, 0],
        [0, 0.4, 0],
        [0, 0, 0],
      ],
    });
    const told = (rows.messages ?? []).filter(({ stage }) => stage === 'public'),
      missed = Array.from({ length: Math.round(told.length / 4) }, (_, k) => ({ messageId: `missed${k}` }));
    const read = {
      ...rows,
      messages: [
        ...(rows.messages ?? []).map((row) =>
          row.stage === 'public' ? { ...row, text: 'Texte', complaintProbability: 0.9 } : row,
        ),
        ...missed.map((row) => ({ ...row, text: 'Texte', complaintProbability: 0.1 })),
      ],
    };
    const labels: MessageLabel[] = [...told, ...missed].map(({ messageId = '' }, k) => ({
      messageId,
      head: 'complaint',
      label: k % 5 === 0 && k < told.length ? 'none' : 'complaint',
    }));
    const [plain, labelled] = [await measure(read), await measure(read, labels)];
    const wrong = Math.ceil(told.length / 5),
      right = told.length - wrong,
      seen = (right / told.length) * (right / (right + missed.length));
    for (const column of ['value', 'high'] as const) {
      const [before, after] = [plain, labelled].map((metric) =>
        Number(cell(metric, 'public', 'public')[column]),
      );
      expect(Number(after) / (Number(before) / seen)).toBeCloseTo(1, column === 'value' ? 6 : 1);
    }
    expect(labelled.limits?.en).toContain(
      'What reading misses and tells wrongly in public comes from your labels',
    );
    expect(plain.limits?.en).not.toContain('labels');
    const besides = (metric: Metric): unknown[] =>
      ['value', 'low', 'high', 'stdErr'].map((column) => cell(metric, 'private', 'press')[column]);
    expect(besides(labelled)).toEqual(besides(plain));
  });

  it.each<[string, FakeRows, RegExp]>([
    ['no case', {}, /export de messages privés/],
    ['no public complaint', { cases: [hourCase({ until: 500 })] }, /aucune plainte publique/],
    [
      'no private complaint',
      { ...plantedRows({ ...PLAN, endsAt: Date.UTC(2026, 0, 9), perDay: [0, 6, 0], branching: ZERO }).rows },
      /export de messages privés/,
    ],
    [
      '3 messages',
      {
        cases: [
          hourCase({ until: 500 }),
          {
            caseId: 'p',
            firstStage: 'public',
            furthestStage: 'public',
            openedAt: HOUR,
            observedUntil: 500 * HOUR,
          },
        ],
        messages: [
          { messageId: 'a', sentAt: HOUR, intents: ['complaint'] },
          { messageId: 'b', sentAt: 9 * HOUR, stage: 'press' },
        ],
        caseMessages: [{ caseId: 'p', messageId: 'a' }],
      },
      /au moins 10 de chaque côté/,
    ],
    [
      'equal times',
      {
        cases: Array.from({ length: 20 }, (_, i) => ({
          ...hourCase({ until: 500, opened: 5 }),
          caseId: `c${i}`,
        })),
        messages: Array.from({ length: 20 }, (_, i) => ({
          messageId: `m${i}`,
          sentAt: 5 * HOUR,
          intents: ['complaint'],
        })),
        caseMessages: Array.from({ length: 20 }, (_, i) => ({ caseId: `c${i}`, messageId: `m${i}` })),
      },
      /même date/,
    ],
  ])('says why with %s', async (_, rows, reason) => {
    const metric = await measure(rows);
    expect(metric.value).toBeNull();
    expect(metric.notMeasured?.fr).toMatch(reason);
  });
});
