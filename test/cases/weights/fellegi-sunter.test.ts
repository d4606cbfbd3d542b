import { describe, expect, it } from 'vitest';
import { DEFAULT_M } from '../../../src/cases/pairs/assumed-agreement.js';
import { learnParameters } from '../../../src/cases/weights/fellegi-sunter.js';
import { bits, type LinkParameters } from '../../../src/cases/weights/pair-weights.js';
import { countPatterns } from '../../../src/cases/weights/patterns.js';
import { evenU as u, levelsOf, sharesOf } from '../pair-levels.js';

const parameters: LinkParameters = { m: DEFAULT_M, u, o: u, prior: 0.001, other: 0.001 };

describe('weights', () => {
  it('are log2(m / u); 0 where the field is missing', () => {
    expect(bits('driver', 1, parameters)).toBeCloseTo(Math.log2(0.85 / 0.5), 12);
    expect(bits('driver', 2, parameters)).toBeCloseTo(Math.log2(0.15 / 0.5), 12);
    expect(bits('driver', 0, parameters)).toBe(0);
  });
});

describe('sharesOf', () => {
  it('shares a pair out over one case, one person and two persons', () => {
    // a name that one other in 1024 has, within 6 h (.22 of one case, 1/7 of all)
    const { oneCase, otherCase } = sharesOf(
      { levels: levelsOf({ name: 1, gap: 1 }), rarity: 10 },
      parameters,
    );
    const [one, other, none] = [0.001 * 1024 * 0.9 * 0.22 * 7, 0.001 * 1024 * 0.9, 0.998];
    expect(oneCase).toBeCloseTo(one / (one + other + none), 12);
    expect(otherCase).toBeCloseTo(other / (one + other + none), 12);
  });

  it('takes two orders for two cases of a person, however sure the person', () => {
    const sure = sharesOf({ levels: levelsOf({ email: 1, order: 2 }), rarity: 23 }, parameters);
    expect(sure.otherCase).toBeGreaterThan(0.9);
    expect(
      sharesOf({ levels: levelsOf({ email: 1, order: 1 }), rarity: 46 }, parameters).oneCase,
    ).toBeGreaterThan(0.9);
  });
});

describe('learnParameters', () => {
  it('takes a person’s other matters to be as many after a case as before it', () => {
    const met = { levels: levelsOf({ name: 1, gap: 4 }), rarity: 14, count: 20 };
    const shown = [0, 0, 0, 0, 100_000, 0, 0];
    const otherAfter = (count: number, learnt?: LinkParameters): number =>
      learnParameters([met], u, 100_000, {
        oneCase: [],
        otherCase: [],
        apart: true,
        shown,
        reversed: { patterns: [{ ...met, count }], pairs: 100_000, shown, learnt },
      }).other;
    expect(otherAfter(40)).toBeGreaterThan(2 * otherAfter(1));
    // those who wrote of the same matter in public first are none
    expect(otherAfter(40, parameters)).toBeLessThan(0.6 * otherAfter(40));
    expect(otherAfter(40, { ...parameters, exists: 0 })).toBeGreaterThan(0.9 * otherAfter(40));
  });

  it('learns a person’s other cases apart from the same case', () => {
    // forty within six hours on one subject, and three of each gap and subject there is
    const near = levelsOf({ email: 1, gap: 1, driver: 1 }),
      far = levelsOf({ email: 1, gap: 6, driver: 2 });
    const others = Array.from({ length: 42 }, (_, at) =>
      levelsOf({ email: 1, gap: 1 + (at % 7), driver: 1 + (at % 2) }),
    );
    const pairs = [...Array.from({ length: 40 }, () => near), ...others];
    const learnt = learnParameters(
      countPatterns(pairs.map((levels) => ({ levels, rarity: 20 }))),
      u,
      1_000_000,
    );
    expect(sharesOf({ levels: near, rarity: 20 }, learnt).oneCase).toBeGreaterThan(0.7);
    expect(sharesOf({ levels: far, rarity: 20 }, learnt).oneCase).toBeLessThan(0.3);
  });

  it('believes alike words less where one person’s other matters are alike too', () => {
    const alike = levelsOf({ email: 1, words: 1 });
    const share = (otherCase: readonly Uint8Array[]): number =>
      sharesOf(
        { levels: alike, rarity: 20 },
        learnParameters([{ levels: alike, rarity: 20, count: 5 }], u, 1000, { oneCase: [], otherCase }),
      ).oneCase;
    expect(share(Array.from({ length: 30 }, () => levelsOf({ words: 1 })))).toBeLessThan(
      share(Array.from({ length: 30 }, () => levelsOf({ words: 5 }))) - 0.2,
    );
  });

  it('learns how long people wait on pairs that share an order most, and on others where there are many', () => {
    const soon = levelsOf({ order: 1, gap: 1 }),
      late = levelsOf({ name: 1, gap: 6 });
    const gapOf = (...pairs: readonly Uint8Array[]): readonly number[] =>
      learnParameters(countPatterns(pairs.map((levels) => ({ levels, rarity: 40 }))), u, 1_000_000).m.gap;
    const thirty = <T>(one: T): T[] => Array.from({ length: 30 }, () => one);
    const [sooner = 0] = gapOf(...thirty(soon)),
      [beside = 0] = gapOf(...thirty(soon), ...thirty(late)),
      [few = 0] = gapOf(...thirty(soon), late);
    // 30 within six hours beside what is assumed (.22, worth 5), of those that do not go on
    const stopped = 1 - (5 * (1 / 7)) / 35;
    expect(sooner).toBeCloseTo((((30 + 5 * 0.22) / 35) * stopped) / (1 - (5 * 0.02) / 35), 2);
    // the late ones may be about something else: thirty count for less than ten, one for hardly any
    expect(beside).toBeLessThan(sooner - 0.02);
    expect(beside).toBeGreaterThan((30 + 5 * 0.22) / 45);
    expect(few).toBeGreaterThan(sooner - 0.005);
    expect(gapOf(...thirty(late))[5]).toBeGreaterThan(0.3);
  });

  it('takes long waits from private to public for rare where eight that are sure are short', () => {
    const soon = Array.from({ length: 8 }, (_, at) => ({
      levels: levelsOf({ order: 1, gap: 1 + (at % 2) }),
      rarity: 20,
    }));
    const lateOf = (ofWaits: boolean): number =>
      learnParameters(countPatterns(soon), u, 1_000_000, { oneCase: [], otherCase: [], ofWaits }).m.gap[5] ??
      1;
    expect(lateOf(true)).toBeLessThan(0.01);
    expect(lateOf(false)).toBeGreaterThan(0.02);
  });

  it('learns from pairs alone how often their earlier side goes on: waits within a thread can’t show it', () => {
    const waits = Array.from({ length: 200 }, () => levelsOf({ gap: 2 }));
    const goesOn = (...pairs: readonly Uint8Array[]): number =>
      learnParameters(countPatterns(pairs.map((levels) => ({ levels, rarity: 40 }))), u, 1_000_000, {
        oneCase: waits,
        otherCase: [],
      }).m.gap[6] ?? 0;
    const thirty = (gap: number): Uint8Array[] =>
      Array.from({ length: 30 }, () => levelsOf({ email: 1, driver: 1, gap }));
    // half of those that are one case, beside five that go on as often as any two (1 in 7)
    expect(goesOn(...thirty(7), ...thirty(2))).toBeGreaterThan(0.4);
    expect(goesOn(...thirty(2))).toBeLessThan(0.05);
    expect(goesOn(levelsOf({ email: 1, driver: 2, gap: 6 }))).toBeCloseTo(1 / 7, 1);
  });

  it('keeps to what is assumed without any pair', () => {
    const learnt = learnParameters([], u, 100);
    expect(learnt.m.driver[0]).toBeCloseTo(0.85, 12);
  });
});
