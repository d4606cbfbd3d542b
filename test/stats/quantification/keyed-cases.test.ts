import { describe, expect, it } from 'vitest';
import { Coded, type KeyedCase } from '../../../src/stats/quantification/keyed-cases.js';

const one = (more: Partial<KeyedCase>): KeyedCase => ({
  keys: 1,
  probability: 0,
  lag: 0,
  followed: 10,
  stratum: 'mail',
  ...more,
});
const times = (n: number, more: Partial<KeyedCase>): KeyedCase[] =>
  Array.from({ length: n }, () => one(more));
/** Shares when every case is drawn once. */
const sharesOf = (
  cases: readonly KeyedCase[],
  horizons: readonly number[],
  linkability = (keys: number): number => (keys === 0 ? 0 : 0.5),
): number[] => {
  const coded = new Coded(cases);
  return coded.shares(
    Uint32Array.from(cases.keys()),
    (probability) => probability,
    coded.chances(linkability),
    horizons,
  );
};

describe('cases whose events are seen only through a key', () => {
  it('count an event found for two where every second could be found', () => {
    // 10 cases, 2 found: 4 happened
    expect(sharesOf([...times(2, { probability: 1 }), ...times(8, {})], [Infinity])).toEqual([0.4]);
    // a link that is half sure counts half
    expect(sharesOf([...times(2, { probability: 0.5 }), ...times(8, {})], [Infinity])).toEqual([0.2]);
  });
  it('without a key have the rate of their stratum, not of all', () => {
    const chats = times(30, { keys: 0, stratum: 'chat' });
    const keyedChats = [...times(4, { probability: 1, stratum: 'chat' }), ...times(6, { stratum: 'chat' })];
    const mails = times(40, {});
    // chats 4 / .5 of 10 → .8 of 40, mails 0 of 40
    expect(sharesOf([...chats, ...keyedChats, ...mails], [Infinity])[0]).toBeCloseTo(0.4, 12);
  });
  it('of strata with fewer than five keys are told together', () => {
    const small = ['a', 'b'].flatMap((stratum) => [
      ...times(2, { stratum, probability: stratum === 'a' ? 1 : 0 }),
      ...times(8, { stratum, keys: 0 }),
    ]);
    // 2 of 4 keyed were found, each worth two: every one of them
    expect(sharesOf(small, [Infinity])).toEqual([1]);
    expect(sharesOf(small, [Infinity], () => 1)).toEqual([0.1]);
  });
  it('watched for less long weigh in what comes late', () => {
    const early = times(5, { followed: 1 }),
      long = [one({ probability: 1, lag: 2 }), ...times(4, {})];
    // one found among the half that is watched on day 2
    expect(sharesOf([...early, ...long], [1, 3, Infinity], () => 1)).toEqual([0, 0.2, 0.1]);
  });
  it('that nobody could find say nothing, and no share passes 1', () => {
    expect(sharesOf(times(6, { keys: 0 }), [Infinity])).toEqual([0]);
    expect(sharesOf(times(6, { probability: 1 }), [Infinity])).toEqual([1]);
  });
  it('are told by the kinds of keys they show', () => {
    const coded = new Coded([one({ keys: 1 }), one({ keys: 3 }), one({ keys: 1 })]);
    expect(coded.masks).toEqual([1, 3]);
    expect([...coded.sizes]).toEqual([2, 1]);
    expect([...coded.chances((keys) => keys / 4)]).toEqual([0.25, 0.75]);
  });
});
