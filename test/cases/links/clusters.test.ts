import { describe, expect, it } from 'vitest';
import { PUBLIC, type CaseMessage } from '../../../src/cases/messages/case-message.js';
import { clusterUnits, withFirst } from '../../../src/cases/links/clusters.js';
import type { Link } from '../../../src/cases/links/links.js';
import { buildUnits } from '../../../src/cases/units/units.js';
import { caseMessage } from '../case-messages.js';

const DAY = 86_400_000;
const link = (from: number, to: number, probability: number, field = 'order'): Link => ({
  from,
  to,
  probability,
  evidence: [{ field, bits: 10 }],
});
const clusters = (fields: Partial<CaseMessage>[], links: Link[]): number[][] =>
  clusterUnits(
    buildUnits(fields.map((one, row) => caseMessage({ row, thread: 100 + row, author: 200 + row, ...one }))),
    links,
  ).map(({ units }) => [...units]);
const open: Partial<CaseMessage> = { stage: PUBLIC };

describe('clusterUnits', () => {
  it('joins by links at even odds and over, through others too', () => {
    expect(clusters([{}, {}, open], [link(0, 1, 0.5), link(1, 2, 0.9)])).toEqual([[0, 1, 2]]);
    expect(clusters([{}, {}], [link(0, 1, 0.49)])).toEqual([[0], [1]]);
  });

  it('keeps the link by which each unit came, the first has none', () => {
    const units = buildUnits([
      caseMessage({ row: 0, thread: 1 }),
      caseMessage({ row: 1, thread: 2, sentAt: 1 }),
    ]);
    const [one] = clusterUnits(units, [link(0, 1, 0.8)]);
    expect([...(one?.links ?? [])].map(([unit, { probability }]) => [unit, probability])).toEqual([[1, 0.8]]);
  });

  it('tells how probably a unit belongs with the first by all links between them, whichever way they lie', () => {
    const shares = (links: Link[]): number[] => {
      const units = buildUnits(
        [{}, {}, open, open].map((one, row) =>
          caseMessage({ row, thread: row + 1, author: row + 1, sentAt: row, ...one }),
        ),
      );
      const [one] = clusterUnits(units, links);
      return [0, 1, 2, 3].map((unit) => Number(withFirst(one as NonNullable<typeof one>, unit).toFixed(9)));
    };
    expect(shares([link(0, 1, 0.6), link(1, 2, 0.9), link(2, 3, 0.5)])).toEqual([1, 0.6, 0.54, 0.27]);
    // two private units meet in a post alone
    expect(shares([link(1, 2, 0.9), link(0, 2, 0.6), link(1, 3, 1)])).toEqual([1, 0.54, 0.6, 0.54]);
  });

  it('parts those whose e-mail and phone both contradict', () => {
    const [a, b] = [
      { email: 1, phone: 1 },
      { email: 2, phone: 2 },
    ];
    expect(clusters([a, b], [link(0, 1, 0.9)])).toEqual([[0], [1]]);
    expect(clusters([a, { email: 2 }], [link(0, 1, 0.9)])).toEqual([[0, 1]]);
  });

  it('makes no case longer than 120 days', () => {
    const at = (days: number): Partial<CaseMessage> => ({ sentAt: days * DAY });
    expect(clusters([at(0), at(59), at(118)], [link(0, 1, 0.9), link(1, 2, 0.8)])).toEqual([[0, 1, 2]]);
    expect(clusters([at(0), at(59), at(121)], [link(0, 1, 0.9), link(1, 2, 0.8)])).toEqual([[0, 1], [2]]);
  });

  it('lets a unit without a shared identifier join its best case alone', () => {
    expect(clusters([{}, {}, open], [link(0, 2, 0.9, 'words'), link(1, 2, 0.8, 'words')])).toEqual([
      [0, 2],
      [1],
    ]);
  });
});
