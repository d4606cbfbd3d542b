import { describe, expect, it } from 'vitest';
import { foundSpills, headlineOf } from '../../../src/metrics/funnel/found-spills.js';
import { resolveFunnelOptions } from '../../../src/metrics/funnel/funnel-cases.js';
import { fakeCorpus } from '../fake-corpus.js';
import { hourCase } from './funnel-rows.js';
import { keyedRows } from './keyed-rows.js';

const OPTIONS = resolveFunnelOptions({ replicates: 40 });

describe('foundSpills', () => {
  const cases = Array.from({ length: 60 }, (_, k) =>
    hourCase({ until: 900, ...(k < 12 && { spilled: 5 + k }) }),
  );
  const of = async (keep: (at: number) => boolean) => {
    const keyed = keyedRows({ cases });
    const corpus = await fakeCorpus({
      ...keyed,
      messages: (keyed.messages ?? []).map((row, at) =>
        row.stage === 'private' || keep(at) ? row : { ...row, contactKeys: [] },
      ),
    });
    try {
      return await foundSpills(corpus, OPTIONS);
    } finally {
      corpus.close();
    }
  };

  it('is nearly all where both sides show all their keys, and half where every second post shows none', async () => {
    const all = await of(() => true),
      half = await of((at) => at % 2 === 0);
    expect(all.found?.share).toBeGreaterThan(0.99);
    expect(half.found?.share).toBeGreaterThan(0.4);
    expect(half.found?.share).toBeLessThan(0.6);
    expect([all.floor, half.floor]).toEqual([false, false]);
  });

  it('lends a part of the cases what all of them say, without its witnesses', async () => {
    const corpus = await fakeCorpus(keyedRows({ cases }));
    const whole = await foundSpills(corpus, OPTIONS);
    const part = await foundSpills(corpus.where({ channel: 'email' }), OPTIONS);
    const { quantile: _, ...bounds } = whole.found ?? { quantile: undefined };
    expect(part.found).toMatchObject(bounds);
    expect([whole.keys === undefined, part.keys, part.timing]).toEqual([false, undefined, undefined]);
    corpus.close();
  });

  it('is not known where no post shows a key: what is seen is a floor', async () => {
    const none = await of(() => false);
    expect([none.found, none.floor]).toEqual([undefined, true]);
  });
});

describe('headlineOf', () => {
  const seen = { share: 0.1, size: 400, low: 0.075 };
  const found = { share: 0.5, low: 0.4, high: 0.6, disagreement: 0, quantile: (p: number) => 0.4 + 0.2 * p };

  it('is what is seen over what is found', () => {
    const told = headlineOf(seen, { found, floor: false }, OPTIONS);
    expect(told?.share).toBeCloseTo(0.2, 12);
    expect([Number(told?.low) > 0.1, Number(told?.high) < 0.35]).toEqual([true, true]);
  });

  it('is what is seen where that share is hardly known, up to the corrected bound', () => {
    const corrected = headlineOf(seen, { found, floor: false }, OPTIONS);
    expect(headlineOf(seen, { found, floor: true }, OPTIONS)).toEqual({
      share: 0.1,
      low: 0.075,
      high: corrected?.high,
    });
    expect(headlineOf(seen, { floor: true }, OPTIONS)).toBeUndefined();
  });

  it('reaches further up where some of the private complaints may be none', () => {
    const plain = headlineOf(seen, { found, floor: false }, OPTIONS),
      misread = headlineOf(seen, { found, floor: false, complaining: () => 0.8 }, OPTIONS);
    expect(Number(misread?.high)).toBeGreaterThan(1.1 * Number(plain?.high));
    expect(misread?.share).toBe(plain?.share);
  });
});
