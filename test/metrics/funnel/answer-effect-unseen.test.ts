import { describe, expect, it } from 'vitest';
import { correctedEffect, doubtsOf, eValueOf } from '../../../src/metrics/funnel/answer-effect-unseen.js';
import { riskCases } from '../../../src/metrics/funnel/answer-spells.js';
import { resolveFunnelOptions } from '../../../src/metrics/funnel/funnel-cases.js';
import { seededRandom } from '../../../src/util/random.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { HOUR, hourCase } from './funnel-rows.js';
import { keyedRows } from './keyed-rows.js';

describe('eValueOf', () => {
  it('is RR + √(RR (RR − 1)), the same for a ratio and its inverse (VanderWeele and Ding 2017: 3.9 gives 7.26)', () => {
    expect(eValueOf(3.9)).toBeCloseTo(7.26, 2);
    expect(eValueOf(1 / 3.9)).toBeCloseTo(7.26, 2);
    expect(eValueOf(1)).toBe(1);
  });
});

describe('doubtsOf', () => {
  it('has the deviation of a normal law and no negative weight, at any level', () => {
    // a mean of .5 and a deviation of .1: bounds at 1.96 and at .524 deviations
    for (const [level, half] of [
      [0.95, 0.196],
      [0.4, 0.0524],
    ] as const) {
      const doubts = doubtsOf({ mean: 0.5, low: 0.5 - half, high: 0.5 + half }, level);
      const sum = (of: (times: number) => number): number =>
        doubts.reduce((total, { times, weight }) => total + weight * of(times), 0);
      expect(Math.min(...doubts.map(({ weight }) => weight))).toBeGreaterThanOrEqual(0);
      expect([sum(() => 1), sum((times) => times)]).toEqual([expect.closeTo(1, 9), expect.closeTo(1, 9)]);
      expect(Math.sqrt(sum((times) => (times - 1) ** 2))).toBeCloseTo(0.2, 3);
    }
  });
});

/** Hazard 0.004 an hour, a third of it once answered at 40 h; of every second spill nothing is seen. */
function planted(n: number, seen: (k: number) => boolean): NonNullable<FakeRows['cases']> {
  const uniform = seededRandom(3);
  return Array.from({ length: n }, (_, k) => {
    const patience = -Math.log(1 - uniform()) / 0.004,
      answered = 40 + 80 * uniform();
    const spilled = patience < answered ? patience : answered + 3 * (patience - answered);
    return hourCase({ answered, until: 600, ...(spilled < 600 && seen(k) && { spilled }) });
  });
}

/** A reply at the answer of each case, and an hour later a word of the customers who write again. */
function wroteAgain(
  cases: NonNullable<FakeRows['cases']>,
  writes: (at: number) => boolean,
): Pick<FakeRows, 'messages' | 'caseMessages'> {
  const said = cases.flatMap(({ answeredAt }, at) => {
    if (typeof answeredAt !== 'number') return [];
    const row = { stage: 'private', channel: 'whatsapp', platform: 'whatsapp' } as const;
    const reply = { ...row, messageId: `reply:${at}`, direction: 'outbound', sentAt: answeredAt } as const;
    const again = { ...row, messageId: `again:${at}`, sentAt: answeredAt + HOUR } as const;
    return (writes(at) ? [reply, again] : [reply]).map((message) => ({ at, message }));
  });
  return {
    messages: said.map(({ message }) => message),
    caseMessages: said.map(({ at, message: { messageId } }) => ({
      caseId: `case:${String(at + 1).padStart(5, '0')}`,
      messageId,
    })),
  };
}

describe('correctedEffect', () => {
  const options = resolveFunnelOptions();
  const effectOf = async (
    cases: NonNullable<FakeRows['cases']>,
    shows: (at: number) => boolean,
    writes: (at: number) => boolean = () => true,
  ) => {
    const keyed = keyedRows({ cases, ...wroteAgain(cases, writes) });
    const messages = (keyed.messages ?? []).map((row, at) =>
      row.stage === 'private' || shows(at) ? row : { ...row, contactKeys: [] },
    );
    const corpus = await fakeCorpus({ ...keyed, messages });
    return await correctedEffect(corpus, await riskCases(corpus), options);
  };

  it('finds the planted third with all spills seen, and with half of them where half of the posts show a key', async () => {
    for (const [seen, shows] of [
      [() => true, () => true],
      [(k: number) => k % 2 === 0, (at: number) => at % 2 === 0],
    ] as const) {
      const effect = await effectOf(planted(600, seen), shows);
      expect(effect?.n).toBe(600);
      expect(Number(effect?.low)).toBeLessThan(1 / 3);
      expect(Number(effect?.high)).toBeGreaterThan(1 / 3);
      expect(Number(effect?.high)).toBeLessThan(1);
      expect(effect?.eValue).toBeCloseTo(eValueOf(Number(effect?.hazardRatio)), 12);
    }
  });

  it('does not know what an answer is worth at most where nobody writes again: all may be settled', async () => {
    const [told, silent] = [
      await effectOf(
        planted(600, () => true),
        () => true,
      ),
      await effectOf(
        planted(600, () => true),
        () => true,
        () => false,
      ),
    ];
    expect(Number(silent?.low)).toBeLessThan(1 / 3);
    expect(Number(silent?.low)).toBeGreaterThan(0.8 * Number(told?.low));
    expect(Number(silent?.high)).toBeGreaterThan(5 * Number(told?.high));
  });

  it('says nothing where no post shows a key', async () => {
    expect(
      await effectOf(
        planted(60, () => true),
        () => false,
      ),
    ).toBeUndefined();
  });
});
