import { expect, it } from 'vitest';
import { shareOdds } from '../../../src/cases/links/competition.js';
import { PRIVATE, PUBLIC } from '../../../src/cases/messages/case-message.js';
import { buildUnits } from '../../../src/cases/units/units.js';
import { caseMessage } from '../case-messages.js';

/** Units 0 to 2 are private, 3 is a public post. */
const units = buildUnits(
  [PRIVATE, PRIVATE, PRIVATE, PUBLIC].map((stage, row) =>
    caseMessage({ row, stage, thread: row + 1, author: row + 1 }),
  ),
);
const candidate = (from: number, to: number, odds: number): Parameters<typeof shareOdds>[1][number] => ({
  from,
  to,
  odds,
  evidence: [],
});

it('shares a public post between the cases it may belong to', () => {
  // 3 / (1 + 3 + 1) and 1 / (1 + 3 + 1).
  expect(shareOdds(units, [candidate(0, 3, 3), candidate(1, 3, 1)])).toEqual([0.6, 0.2]);
});

it('lets posts that share no identifier with a case share its chance of going public', () => {
  const posts = buildUnits(
    [PRIVATE, PUBLIC, PUBLIC].map((stage, row) =>
      caseMessage({ row, stage, thread: row + 1, author: row + 1 }),
    ),
  );
  const kind = {};
  const byContext = (to: number, odds: number): ReturnType<typeof candidate> => ({
    ...candidate(0, to, odds),
    byContext: kind,
  });
  // 1 / (1 + 1 + 1), as odds go no higher for what is given back
  expect(shareOdds(posts, [byContext(1, 1), byContext(2, 1)])).toEqual([1 / 3, 1 / 3]);
  // with a key, a person may go public twice; without one, what is known already takes its share: 9 / 10 and 1 / (1 + 1 + 9)
  expect(shareOdds(posts, [candidate(0, 1, 9), candidate(0, 2, 1)])).toEqual([0.9, 0.5]);
  expect(shareOdds(posts, [candidate(0, 1, 9), byContext(2, 1)])).toEqual([0.9, 1 / 11]);
});

it('gives back to a kind half of what rivals take from it', () => {
  const two = buildUnits(
    [PRIVATE, PRIVATE, PRIVATE, PUBLIC, PUBLIC].map((stage, row) =>
      caseMessage({ row, stage, thread: row + 1, author: row + 1 }),
    ),
  );
  const kind = {};
  const told = shareOdds(
    two,
    [candidate(0, 3, 1 / 3), candidate(1, 3, 1 / 3), candidate(2, 4, 1 / 3)].map((one) => ({
      ...one,
      byContext: kind,
    })),
  );
  // each would be .25 alone, .75 of them all; two rivals leave (1/3) / (5/3) to each, .65
  const odds = Math.sqrt(0.75 / 0.65) / 3;
  [odds / (1 + 2 * odds), odds / (1 + 2 * odds), odds / (1 + odds)].forEach((one, at) =>
    expect(told[at]).toBeCloseTo(one, 12),
  );
  const all = told.reduce((sum, one) => sum + one, 0);
  expect(all).toBeGreaterThan(0.67);
  expect(all).toBeLessThan(0.75);
});

it('takes a private unit for the continuation of one earlier case at most', () => {
  // 0 and 1 are two cases: 4 / (1 + 4 + 3) and 3 / (1 + 4 + 3)
  expect(shareOdds(units, [candidate(0, 2, 4), candidate(1, 2, 3)])).toEqual([0.5, 0.375]);
});

it('counts private parts that are one case for themselves once', () => {
  // 0 and 1 are one case: neither takes from the other, both compete with 2.
  expect(
    shareOdds(units, [candidate(0, 1, 9), candidate(0, 3, 3), candidate(1, 3, 1), candidate(2, 3, 1)]),
  ).toEqual([0.9, 3 / 5, 1 / 3, 1 / 5]);
});
