import { describe, expect, it } from 'vitest';
import { closingOf } from '../../../src/ingest/values/closing.js';
import type { RecordTime } from '../../../src/model/index.js';

const HOUR = 3_600_000;
const at = (epochMs: number | null, dayOnly = false): RecordTime => ({
  epochMs,
  raw: '…',
  zone: 'explicit',
  ...(dayOnly && { dayOnly }),
});

describe('the closing of a ticket', () => {
  it('is what is told, after the opening or at it', () => {
    expect(closingOf(at(2 * HOUR), at(HOUR))).toEqual({ closedAt: at(2 * HOUR) });
    expect(closingOf(at(HOUR), at(HOUR)).closedAt?.epochMs).toBe(HOUR);
    expect(closingOf(at(HOUR)).closedAt?.epochMs).toBe(HOUR);
    expect(closingOf(at(HOUR), at(null)).closedAt?.epochMs).toBe(HOUR);
  });

  it('is absent where nothing is told', () => {
    expect(closingOf(undefined, at(HOUR))).toEqual({});
  });

  it('counts from the end of a day without an hour', () => {
    // opened at 10:00 of the day on which it was closed
    expect(closingOf(at(0, true), at(10 * HOUR)).closedAt?.epochMs).toBe(24 * HOUR - 1000);
  });

  it('is left out, and says why, where it is no date or comes before the opening', () => {
    expect(closingOf(at(null))).toEqual({ flaw: 'not readable as a date: the closing is left out' });
    expect(closingOf(at(HOUR - 1), at(HOUR))).toEqual({
      flaw: 'closed before it was opened: the closing is left out',
    });
  });
});
