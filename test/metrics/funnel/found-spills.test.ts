import { describe, expect, it } from 'vitest';
import { foundSpills, headlineOf, lentOf } from '../../../src/metrics/funnel/found-spills.js';
import { resolveFunnelOptions } from '../../../src/metrics/funnel/funnel-cases.js';
import { fakeCorpus } from '../fake-corpus.js';
import { HOUR, hourCase } from './funnel-rows.js';
import { keyedRows, keysOf } from './keyed-rows.js';

/** Two kinds of keys that tell an author, each agreeing nine times in ten. */
const LINKABILITY = 1 - 0.1 ** 2;
const OPTIONS = resolveFunnelOptions({ replicates: 40 });

describe('foundSpills', () => {
  const cases = Array.from({ length: 60 }, (_, k) =>
    hourCase({ until: 900, ...(k < 12 && { spilled: 5 + k }) }),
  );
  /** The public posts of the spills show the keys of their case; `keep` says which. */
  const of = async (keep: (at: number) => boolean, watching = true) => {
    const keyed = keyedRows({ cases });
    const posts = cases.flatMap(({ spilledAt }, k) =>
      typeof spilledAt === 'number' && watching
        ? [
            {
              messageId: `spills:${k}`,
              authorKey: `spills:${k}`,
              sentAt: spilledAt,
              intents: ['complaint'],
              contactKeys: keysOf(keep(k) ? `case:${String(k + 1).padStart(5, '0')}` : `nobody:${k}`),
            },
          ]
        : [],
    );
    const early = { messageId: 'early', authorKey: 'early', sentAt: -24 * HOUR, intents: ['complaint'] };
    const corpus = await fakeCorpus({
      ...keyed,
      cases: (keyed.cases ?? []).map((one, k) =>
        keep(k) ? one : { ...one, spilledAt: null, furthestStage: 'private' as const },
      ),
      messages: [...(keyed.messages ?? []), ...posts, { ...early, contactKeys: keysOf('early') }].map(
        (row) =>
          watching || row.messageId?.startsWith('opens:') === true ? row : { ...row, contactKeys: [] },
      ),
    });
    return await foundSpills(corpus, OPTIONS);
  };

  it('counts what meets later more often than earlier, whether links use it or not', async () => {
    const all = await of(() => true),
      half = await of((k) => k % 2 === 0);
    // 12 of 60 meet; of the others, whose posts show other keys, 6
    expect([all.keys?.value, half.keys?.value]).toEqual([
      expect.closeTo(0.2 / LINKABILITY, 3),
      expect.closeTo(0.1 / LINKABILITY, 3),
    ]);
    expect(all.found?.high).toBeGreaterThan(0.95);
    expect([all.floor, half.floor]).toEqual([false, false]);
  });

  it('holds the keys, which count what is read as a complaint, against spills that are read as one', async () => {
    // keys meet 12 of 60, of which links found every other one; 6 more are found in posts that are read as none
    const linked = (k: number): boolean => (k < 12 ? k % 2 === 0 : k < 18),
      caseOf = (k: number): string => `case:${String(k + 1).padStart(5, '0')}`;
    const keyed = keyedRows({
      cases: Array.from({ length: 60 }, (_, k) =>
        hourCase({ until: 900, ...(linked(k) && { spilled: 5 + k }) }),
      ),
    });
    const posts = Array.from({ length: 18 }, (_, k) => ({
      messageId: `spills:${k}`,
      authorKey: `spills:${k}`,
      sentAt: (5 + k) * HOUR,
      intents: k < 12 ? ['complaint' as const] : [],
      contactKeys: keysOf(caseOf(k)),
    }));
    const corpus = await fakeCorpus({
      ...keyed,
      messages: [...(keyed.messages ?? []), ...posts],
      caseMessages: [
        ...(keyed.caseMessages ?? []),
        ...posts.flatMap(({ messageId }, k) => (linked(k) ? [{ caseId: caseOf(k), messageId }] : [])),
      ],
    });
    const { found, keys } = await foundSpills(corpus, OPTIONS);
    expect(keys?.value).toBeCloseTo(0.2 / LINKABILITY, 3);
    // 6 of 12; the witness is unsure, and beforehand every share is as likely
    expect(found?.share).toBeGreaterThan(0.5);
    expect(found?.share).toBeLessThan(0.6);
    expect([Number(found?.low) < 0.3, Number(found?.high) > 0.9]).toEqual([true, true]);
  });

  it('lends a part of the cases what all of them say, without its witnesses', async () => {
    const corpus = await fakeCorpus(keyedRows({ cases }));
    const whole = await foundSpills(corpus, OPTIONS);
    const part = await foundSpills(corpus.where({ channel: 'email' }), OPTIONS);
    const { quantile: _, ...bounds } = whole.found ?? { quantile: undefined };
    expect(part.found).toMatchObject(bounds);
    expect([whole.keys === undefined, part.keys, part.timing]).toEqual([false, undefined, undefined]);
  });

  it('is not known where no post shows a key: what is seen is a floor', async () => {
    const none = await of(() => true, false);
    expect([none.found, none.floor]).toEqual([undefined, true]);
  });

  it('is a floor where its bounds are far apart, and nothing where hardly one spill is seen', () => {
    const told = (low: number) => ({
      share: 0.3,
      low,
      high: 0.9,
      disagreement: 0,
      mayBeAll: false,
      quantile: () => 0.3,
    });
    expect(
      [
        [0.3, 0.2],
        [0.02, 5],
        [0.02, 0.2],
      ].map(([low = 0, seen = 0]) => {
        const { found, floor } = lentOf(told(low), seen);
        return [found?.low, floor];
      }),
    ).toEqual([
      [0.3, false],
      [0.02, true],
      [undefined, true],
    ]);
  });
});

describe('headlineOf', () => {
  const seen = { share: 0.1, size: 400, low: 0.075, n: 400, none: 0 };
  const found = {
    share: 0.5,
    low: 0.4,
    high: 0.6,
    disagreement: 0,
    mayBeAll: false,
    quantile: (p: number) => 0.4 + 0.2 * p,
  };

  it('is what is seen over what is found', () => {
    const told = headlineOf(seen, { found, floor: false }, OPTIONS);
    expect(told?.share).toBeCloseTo(0.2, 12);
    expect([Number(told?.low) > 0.1, Number(told?.high) < 0.35]).toEqual([true, true]);
  });

  it('begins where what is seen does when links may have found all', () => {
    const corrected = headlineOf(seen, { found, floor: false }, OPTIONS);
    expect(headlineOf(seen, { found: { ...found, mayBeAll: true }, floor: false }, OPTIONS)).toEqual({
      ...corrected,
      low: 0.075,
    });
  });

  it('begins at 0 where it may well be that none of the cases spilled, seen or unseen', () => {
    const laws = [{ mean: 0.1, size: 1000, weight: 1 }];
    const low = (n: number, none: number, share = 0): number | undefined =>
      headlineOf({ share, size: n, low: 0, n, none }, { found, floor: false }, { ...OPTIONS, laws })?.low;
    // .2 are told to spill, half of them unseen: none of 20 in 12 %, of 100 in hardly any
    expect([low(20, 1), low(20, 0.9, 0.005)]).toEqual([0, 0]);
    expect(low(100, 1)).toBeGreaterThan(0.1);
    expect(low(20, 0.01, 0.05)).toBeGreaterThan(0.1);
  });

  it('ends no sooner than witnesses do where links found nothing', () => {
    const nothing = { share: 0, size: 400, low: 0, n: 400, none: 1 };
    const alone = headlineOf(nothing, { found, floor: false }, OPTIONS);
    expect(alone?.high).toBeLessThan(0.03);
    expect(headlineOf(nothing, { found, floor: false, unseen: 0.2 }, OPTIONS)).toEqual({
      ...alone,
      high: 0.2,
    });
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
