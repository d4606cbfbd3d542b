import { describe, expect, it } from 'vitest';
import { PUBLIC } from '../../../src/cases/messages/case-message.js';
import { timelineOf } from '../../../src/cases/timeline/timeline.js';
import { caseMessage } from '../case-messages.js';

const HOUR = 3_600_000;
type Fields = Omit<Parameters<typeof caseMessage>[0], 'row' | 'sentAt'>;
/** One message an hour. */
const timelineFrom = (
  protests: Parameters<typeof timelineOf>[4],
  fields: readonly Fields[],
): ReturnType<typeof timelineOf> =>
  timelineOf(
    fields.map((one, row) => caseMessage({ ...one, row, sentAt: row * HOUR })),
    fields.map((_, index) => index),
    undefined,
    new Set(),
    protests,
  );
const timeline = (...fields: Fields[]): ReturnType<typeof timelineOf> => timelineFrom(undefined, fields);
const reply: Fields = { outbound: true, complaint: false };
const quiet: Fields = { complaint: false };

describe('timelineOf', () => {
  it('takes an automatic reply for an acknowledgement, a person’s for the answer', () => {
    expect(timeline({}, { ...reply, automatic: true }, reply)).toMatchObject({
      acknowledged: 1,
      answered: 2,
    });
    expect(timeline({}, { ...reply, automatic: true, outcome: 'settled' })).toMatchObject({
      answered: undefined,
      resolved: undefined,
    });
  });

  it('keeps a closing that nobody contradicts, and a customer’s own confirmation', () => {
    expect(timeline({}, { ...reply, outcome: 'settled' }, quiet)).toMatchObject({
      resolved: 1,
      resolvedBy: 'closing',
      reopened: undefined,
    });
    expect(timeline({}, { ...quiet, outcome: 'settled' })).toMatchObject({
      resolved: 1,
      resolvedBy: 'confirmed',
    });
  });

  it('reads a confirmation that sounds like a complaint as a confirmation', () => {
    expect(timeline({}, reply, { complaint: true, outcome: 'settled' })).toMatchObject({
      resolved: 2,
      reopened: undefined,
    });
  });

  it('takes a closing back when the customer contradicts it, until it is settled again', () => {
    const closing: Fields = { ...reply, outcome: 'settled' };
    expect(timeline({}, closing, { ...quiet, outcome: 'unsettled' })).toMatchObject({
      resolved: undefined,
      reopened: 2,
    });
    expect(
      timeline({}, closing, { ...quiet, outcome: 'unsettled' }, closing, { ...quiet, thanks: true }),
    ).toMatchObject({ resolved: 3, reopened: 2 });
  });

  it('lets a later message contradict where it protests or asks, whatever the model takes it for', () => {
    const closing: Fields = { ...reply, outcome: 'settled' };
    const [never, always] = [() => false, () => true];
    expect(timelineFrom(never, [{}, closing, {}])).toMatchObject({ resolved: 1, reopened: undefined });
    expect(timelineFrom(always, [{}, closing, quiet])).toMatchObject({ resolved: undefined, reopened: 2 });
    expect(timelineFrom(never, [{}, reply, { thanks: true }])).toMatchObject({
      resolved: 2,
      resolvedBy: 'thanks',
    });
    expect(timelineFrom(never, [{ solved: true }, reply, {}])?.resolvedBy).toBe('status');
    expect(timelineFrom(never, [{}, reply, {}])?.waiting).toBeUndefined();
    expect(timelineFrom(never, [{}, reply, { asks: true }])?.waiting).toBe(2);
    expect(timelineFrom(never, [{}, reply, { awaits: true }])?.waiting).toBe(2);
  });

  it('takes the last status of a ticket for what it is, unless it was filed as something else or the customer protests', () => {
    const solved: Fields = { ...quiet, solved: true };
    expect(timeline({ solved: false }, reply, solved)).toMatchObject({ resolved: 2, resolvedBy: 'status' });
    expect(timeline({ solved: true }, reply, { ...quiet, solved: false })?.resolved).toBeUndefined();
    expect(timeline({ solved: true, misfiled: true }, reply)?.resolved).toBeUndefined();
    expect(timeline({ solved: true }, reply, { outcome: 'unsettled' })?.resolved).toBeUndefined();
    expect(timeline({ solved: true })).toMatchObject({ resolved: 0 });
  });

  it('waits from its opening where no person answered, from the first protest since the last answer otherwise', () => {
    const machine: Fields = { ...reply, automatic: true };
    expect(timeline({}, machine, quiet)?.waiting).toBe(0);
    expect(timeline(quiet, {})?.waiting).toBe(1);
    // a rating without words waits for nothing, what follows it may
    expect(timeline({ ...quiet, mute: true })?.waiting).toBeUndefined();
    expect(timeline({ ...quiet, mute: true }, { ...quiet, asks: true })?.waiting).toBe(1);
    expect(timeline({}, reply, quiet)).toMatchObject({ resolved: undefined, waiting: undefined });
    expect(timeline({}, reply, {}, reply, quiet, { ...quiet, asks: true }, {})?.waiting).toBe(5);
    expect(
      timeline({}, reply, { outcome: 'unsettled' }, { ...quiet, outcome: 'settled' })?.waiting,
    ).toBeUndefined();
    expect(timeline({}, { stage: PUBLIC })?.waiting).toBeUndefined();
  });

  it('settles nothing by thanks that came before the complaint', () => {
    expect(timeline(quiet, reply, { ...quiet, thanks: true }, {})?.resolved).toBeUndefined();
  });

  it('is a complaint where one of several messages likely is: 1 − 0.7 · 0.6 = 0.58', () => {
    expect(timeline({ ...quiet, complaintChance: 0.3 }, { ...quiet, complaintChance: 0.4 })?.complaint).toBe(
      1,
    );
    expect(timeline({ ...quiet, complaintChance: 0.3 })?.complaint).toBeUndefined();
  });

  it('takes a public complaint for a spill, praise for none', () => {
    expect(timeline({}, { stage: PUBLIC })?.spilled).toBe(1);
    expect(timeline({}, { stage: PUBLIC, complaint: false, polarity: 0.9 })?.spilled).toBeUndefined();
  });
});
