import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import type { FoundSpills } from '../../../src/metrics/funnel/found-spills.js';
import { fakeCorpus } from '../fake-corpus.js';

const DAY = 86_400_000,
  AT = Date.UTC(2026, 0, 5);

/** Twenty private cases of one channel, eight seen to spill, `settled` of them resolved; a public export watches twenty days. */
export const spilledCases = (settled = 0): Promise<CorpusTables> =>
  fakeCorpus({
    cases: Array.from({ length: 20 }, (_, k) => ({
      caseId: `c${k}`,
      openedAt: AT + DAY,
      observedUntil: AT + 19 * DAY,
      spilledAt: k < 8 ? AT + 2 * DAY : null,
      ...(settled > 0 && { resolvedAt: k < settled ? AT + 3 * DAY : null }),
    })),
    messages: Array.from({ length: 20 }, (_, day) => ({ sentAt: AT + day * DAY })),
  });

/** A share of the spills that links find, and its bounds. */
export const foundOf = (share: number, low: number, high: number): FoundSpills => ({
  found: { share, low, high, disagreement: 0, mayBeAll: false, quantile: () => share },
  floor: false,
});
