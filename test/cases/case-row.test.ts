import { describe, expect, it } from 'vitest';
import { PUBLIC, type CaseMessage } from '../../src/cases/messages/case-message.js';
import { caseRow } from '../../src/cases/case-row.js';
import type { Timeline } from '../../src/cases/timeline/timeline.js';
import { caseMessage } from './case-messages.js';

const NAMES = ['price', 'taste', 'after-sales'];
const NONE = {
  complaint: undefined,
  acknowledged: undefined,
  answered: undefined,
  resolved: undefined,
  resolvedAt: undefined,
  resolvedBy: undefined,
  reopened: undefined,
  waiting: undefined,
  spilled: undefined,
  answeredInPrivate: undefined,
  press: undefined,
  steps: [],
} as const;
const rowOf = (
  messages: readonly CaseMessage[],
  timeline: Partial<Timeline> = {},
): ReturnType<typeof caseRow> =>
  caseRow(
    'case:1',
    messages,
    messages.map((_, at) => at),
    { first: 0, ...NONE, ...timeline },
    { units: [0], links: new Map(), joins: [] },
    {
      observedUntil: { private: 90, public: 60, press: 30 },
      driverName: (bit) => NAMES[bit] ?? '',
      brandName: (code) => (code === 0 ? null : `brand ${code}`),
    },
  );

describe('caseRow', () => {
  it('goes as far as its messages do: a public message counts only with a spill, or where the case opened in public', () => {
    const [asked, posted] = [
      caseMessage({ row: 0, sentAt: 1 }),
      caseMessage({ row: 1, sentAt: 2, stage: PUBLIC }),
    ];
    expect(rowOf([asked]).furthestStage).toBe('private');
    expect(rowOf([asked, posted]).furthestStage).toBe('private');
    expect(rowOf([asked, posted], { spilled: 1 })).toMatchObject({
      furthestStage: 'public',
      spilledAt: 2,
      spillChannel: 'c',
    });
    expect(rowOf([posted])).toMatchObject({
      firstStage: 'public',
      furthestStage: 'public',
      observedUntil: 60,
    });
  });

  it('names drivers by mention, complaints twice, handling last', () => {
    // price once in a complaint (2); taste in two plain messages (2, later bit); after-sales in all three (4)
    const drivers = [0b101, 0b110, 0b110].map((bits, row) =>
      caseMessage({ row, drivers: bits, complaint: row === 0 }),
    );
    expect(rowOf(drivers)).toMatchObject({ driver: 'price', drivers: ['price', 'taste', 'after-sales'] });
    expect(rowOf([caseMessage({ row: 0, drivers: 0b100 })]).driver).toBe('after-sales');
    expect(rowOf([caseMessage({ row: 0 })])).toMatchObject({ driver: null, drivers: [] });
  });

  it('takes the angriest of the customer’s own words; absent is absent', () => {
    const said = [0.4, -0.7, Number.NaN].map((polarity, row) => caseMessage({ row, polarity }));
    const reply = caseMessage({ row: 3, polarity: -1, outbound: true, brand: 2 });
    expect(rowOf([...said, reply])).toMatchObject({
      polarity: -0.7,
      messages: 4,
      inbound: 3,
      brand: 'brand 1',
    });
    expect(rowOf([caseMessage({ row: 0, polarity: Number.NaN, brand: 0 }), reply])).toMatchObject({
      polarity: null,
      brand: 'brand 2',
    });
  });

  it('counts what another message already told nowhere', () => {
    const twice = caseMessage({ row: 1, sentAt: 9, drivers: 0b1, repeated: true });
    expect(rowOf([caseMessage({ row: 0, sentAt: 1 }), twice])).toMatchObject({
      messages: 1,
      lastAt: 1,
      drivers: [],
    });
  });
});
