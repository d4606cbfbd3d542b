import { describe, expect, it } from 'vitest';
import { unseenOpen } from '../../../src/metrics/funnel/unseen-open.js';
import { fakeCorpus } from '../fake-corpus.js';

const DAY = 86_400_000,
  AT = Date.UTC(2026, 0, 5);

describe('unseenOpen', () => {
  // eight cases were seen to spill, two of which were settled; a public export watches twenty days
  const corpusOf = () =>
    fakeCorpus({
      cases: Array.from({ length: 20 }, (_, k) => ({
        caseId: `c${k}`,
        openedAt: AT + DAY,
        observedUntil: AT + 19 * DAY,
        spilledAt: k < 8 ? AT + 2 * DAY : null,
        resolvedAt: k < 2 ? AT + 3 * DAY : null,
      })),
      messages: Array.from({ length: 20 }, (_, day) => ({ sentAt: AT + day * DAY })),
    });
  const share = (value: number, low: number, high: number) => ({
    found: { share: value, low, high, disagreement: 0, quantile: () => value },
    floor: false,
  });

  it('is what is missed of the spills, as far as it leaves no trace of resolution', async () => {
    const corpus = await corpusOf();
    // eight found are two of three: four are missed, and three of four leave no trace: three; one of two: six; eight of nine: .75
    const unseen = await unseenOpen(corpus, share(2 / 3, 1 / 2, 8 / 9));
    expect(unseen?.expected).toBeCloseTo(3, 9);
    expect(unseen?.high).toBeCloseTo(6, 9);
    expect(unseen?.low).toBeCloseTo(0.75, 9);
    corpus.close();
  });

  it('is not told where the share found is not known', async () => {
    const corpus = await corpusOf();
    expect(await unseenOpen(corpus, { floor: true })).toBeUndefined();
    expect(await unseenOpen(corpus, { ...share(0.5, 0.1, 0.9), floor: true })).toBeUndefined();
    corpus.close();
  });
});
