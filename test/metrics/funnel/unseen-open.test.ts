import { describe, expect, it } from 'vitest';
import { unseenOpen } from '../../../src/metrics/funnel/unseen-open.js';
import { foundOf, spilledCases } from './spilled-cases.js';

describe('unseenOpen', () => {
  it('is what is missed of the spills, as far as it leaves no trace of resolution', async () => {
    const corpus = await spilledCases(2);
    // eight found are two of three: four are missed, and three of four leave no trace: three; one of two: six; eight of nine: .75
    const unseen = await unseenOpen(corpus, foundOf(2 / 3, 1 / 2, 8 / 9));
    expect(unseen?.expected).toBeCloseTo(3, 9);
    expect(unseen?.high).toBeCloseTo(6, 9);
    expect(unseen?.low).toBeCloseTo(0.75, 9);
    corpus.close();
  });

  it('is not told where the share found is not known', async () => {
    const corpus = await spilledCases(2);
    expect(await unseenOpen(corpus, { floor: true })).toBeUndefined();
    expect(await unseenOpen(corpus, { ...foundOf(0.5, 0.1, 0.9), floor: true })).toBeUndefined();
    corpus.close();
  });
});
