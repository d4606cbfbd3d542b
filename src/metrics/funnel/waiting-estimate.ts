import type { CorpusTables } from '../../engine/corpus-tables.js';
import { boundsOf, complaintReading } from './complaint-reading.js';
import { doubledCases } from './doubled-cases.js';
import type { FoundSpills } from './found-spills.js';
import { unseenOpen, type UnseenOpen } from './unseen-open.js';

/** Customers who wait in truth, of the cases in which one is said to. */
export interface WaitingEstimate extends UnseenOpen {
  /** What of the cases said is one matter counted twice, and what has gone public unseen; absent where that is not known. */
  readonly doubled?: UnseenOpen;
  readonly unseen?: UnseenOpen;
}

const NONE: UnseenOpen = { expected: 0, low: 0, high: 0 };

/**
 * How many customers wait: the cases that are said to wait, less those that are one matter in two channels and those that have gone public
 * without being recognised, which stand among the waiting as often as among all cases without a trace. The distances of the two to their
 * bounds are taken together by their squares (MOVER, Zou & Donner 2008), with how many complaints there may be for one that is told in private, as the
 * labelled sets show it.
 */
export async function waitingEstimate(
  corpus: CorpusTables,
  { waiting, untraced }: { readonly waiting: number; readonly untraced: number },
  found: Pick<FoundSpills, 'found' | 'floor'>,
  options: { readonly seed: number; readonly level: number; readonly since?: number },
): Promise<WaitingEstimate> {
  const doubled = await doubledCases(corpus, options),
    all = await unseenOpen(corpus, found, options.since);
  const share = waiting / Math.max(1, untraced);
  const unseen = all && { expected: share * all.expected, low: share * all.low, high: share * all.high };
  const parts = [doubled ?? NONE, unseen ?? NONE];
  const { private: reading } = await complaintReading(corpus, options);
  const read = reading && boundsOf(reading.trueForTold, options.level);
  const value = parts.reduce((left, { expected }) => left - expected, waiting);
  const expected = Math.max(0, value);
  const far = (to: (part: UnseenOpen) => number, misread: number): number =>
    Math.hypot(...parts.map((part) => to(part) - part.expected), expected * misread);
  return {
    expected,
    low: Math.max(0, value - far(({ high }) => high, Math.min(0, (read?.low ?? 1) - 1))),
    high: Math.max(0, value + far(({ low }) => low, Math.max(0, (read?.high ?? 1) - 1))),
    ...(doubled && { doubled }),
    ...(unseen && { unseen }),
  };
}
