import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../../src/cases/timeline/timeline.js';
import { caseMessage } from '../case-messages.js';

const HOUR = 3_600_000;
type Fields = Omit<Parameters<typeof caseMessage>[0], 'row' | 'sentAt'>;
/** One message an hour, from 0. */
const timeline = (...fields: readonly Fields[]): ReturnType<typeof timelineOf> =>
  timelineOf(
    fields.map((one, row) => caseMessage({ ...one, row, sentAt: row * HOUR })),
    fields.map((_, index) => index),
    undefined,
  );
const reply: Fields = { outbound: true, complaint: false };
const quiet: Fields = { complaint: false };
/** A message of a ticket that was solved at an hour. */
const closed = (hour: number, more: Fields = {}): Fields => ({
  solved: true,
  closedAt: hour * HOUR,
  thread: 7,
  ...more,
});

describe('the closing of a ticket', () => {
  it('dates the resolution, by the last message before it', () => {
    expect(timeline(closed(30), closed(30, reply), closed(30, quiet))).toMatchObject({
      resolved: 2,
      resolvedAt: 30 * HOUR,
      resolvedBy: 'status',
      waiting: undefined,
    });
    expect(timeline(closed(1.5), closed(1.5, reply), closed(1.5, quiet))).toMatchObject({
      resolved: 1,
      resolvedAt: 1.5 * HOUR,
      reopened: undefined,
    });
    // without it: the last message of the thread
    expect(timeline({ solved: true }, reply, quiet)).toMatchObject({ resolved: 2, resolvedAt: 2 * HOUR });
  });

  it('is taken back by what the customer contradicts later, who waits again', () => {
    expect(timeline(closed(1.5), closed(1.5, reply), closed(1.5))).toMatchObject({
      resolved: undefined,
      resolvedAt: undefined,
      reopened: 2,
      waiting: 2,
    });
    // a word later, not a complaint, leaves it closed
    expect(timeline(closed(1.5), closed(1.5, reply), closed(1.5, quiet), quiet)?.resolvedAt).toBe(1.5 * HOUR);
  });

  it('settles nothing over a protest that nobody answered before', () => {
    expect(timeline(closed(3), closed(3, reply), closed(3))).toMatchObject({
      resolved: undefined,
      reopened: undefined,
      waiting: 2,
    });
  });

  it('before the opening is none', () => {
    expect(timeline(closed(-5), closed(-5, reply))).toMatchObject({ resolved: 1, resolvedAt: HOUR });
  });

  it('keeps a person who wrote elsewhere too from waiting on the ticket', () => {
    const chat: Fields = { thread: 8, chat: true };
    // never answered: closed after both, nobody waits; after the first alone, the second does
    expect(timeline(closed(4), chat)).toMatchObject({ resolvedAt: 4 * HOUR, waiting: undefined });
    expect(timeline(closed(0.5), chat)).toMatchObject({ resolved: undefined, waiting: 1 });
  });

  it('counts for nothing where the ticket is filed as something else', () => {
    expect(timeline(closed(2, { misfiled: true }))).toMatchObject({ resolved: undefined, waiting: 0 });
  });
});

it('thanks settle after an answer, not after a question of the brand', () => {
  const thanks: Fields = { complaint: false, thanks: true };
  expect(timeline({}, reply, thanks)).toMatchObject({ resolved: 2, resolvedBy: 'thanks' });
  expect(timeline({}, { ...reply, asks: true }, thanks)?.resolved).toBeUndefined();
  expect(timeline({}, { ...reply, asks: true }, thanks, reply, thanks)).toMatchObject({ resolved: 4 });
});
