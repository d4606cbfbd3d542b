import type { RecordTime } from '../../model/index.js';

const DAY = 86_400_000;

/** When a ticket was closed, or why what its export says of that is left out. */
export interface Closing {
  readonly closedAt?: RecordTime;
  readonly flaw?: string;
}

/**
 * The closing that a ticket tells. A day without an hour counts from its end: the ticket was open until some time of it.
 *
 * @param opened when the ticket was opened, where its row or item tells that
 */
export function closingOf(told: RecordTime | undefined, opened?: RecordTime): Closing {
  if (told === undefined) return {};
  if (told.epochMs === null) return { flaw: 'not readable as a date: the closing is left out' };
  const closedAt = told.dayOnly === true ? { ...told, epochMs: told.epochMs + DAY - 1000 } : told;
  return (closedAt.epochMs ?? 0) < (opened?.epochMs ?? -Infinity)
    ? { flaw: 'closed before it was opened: the closing is left out' }
    : { closedAt };
}
