import { describe, expect, it } from 'vitest';
import { DEFAULT_M } from '../../../src/cases/pairs/assumed-agreement.js';
import { IDENTIFIERS } from '../../../src/cases/pairs/comparison.js';
import { learnParameters } from '../../../src/cases/weights/fellegi-sunter.js';
import { weightsOf, type LinkParameters } from '../../../src/cases/weights/pair-weights.js';
import { evenU as u, levelsOf, sharesOf } from '../pair-levels.js';

describe('the identifier that brings pairs together', () => {
  const named = levelsOf({ name: 1, gap: 3 }),
    spelt = levelsOf({ spelling: 1, gap: 3 });
  const shown = (names: number, spellings: number): number[] =>
    IDENTIFIERS.map((field) => (field === 'name' ? names : field === 'spelling' ? spellings : 0));
  const learn = (
    counts: readonly [names: number, spellings: number],
    pairs: readonly number[],
  ): LinkParameters =>
    learnParameters(
      [
        { levels: named, rarity: 12, count: counts[0] },
        { levels: spelt, rarity: 12, count: counts[1] },
      ],
      u,
      100_000,
      { oneCase: [], otherCase: [], shown: pairs },
    );

  it('is believed more where it brings together more than chance would', () => {
    // by chance 50,000 / 4096 = 12 pairs agree on either: sixty on names, a dozen on spellings
    const learnt = learn([60, 12], shown(50_000, 50_000));
    const [name, spelling] = [named, spelt].map(
      (levels) => sharesOf({ levels, rarity: 12 }, learnt).oneCase,
    ) as [number, number];
    expect(learnt.found?.name ?? 0).toBeGreaterThan(2 * (learnt.found?.spelling ?? 0));
    expect(name).toBeGreaterThan(spelling + 0.1);
  });

  it('is learnt of one case and of other cases apart from private to public, where who complains shows less', () => {
    // twenty posts quote an order within the day and hide the name; twenty show the name weeks later
    const quoted = levelsOf({ order: 1, name: 2, gap: 1 }),
      later = levelsOf({ name: 1, gap: 6 });
    const patterns = [
      { levels: quoted, rarity: 20, count: 20 },
      { levels: later, rarity: 14, count: 20 },
    ];
    const learnt = (apart: boolean): LinkParameters =>
      learnParameters(patterns, u, 100_000, { oneCase: [], otherCase: [], apart, shown: shown(90_000, 0) });
    const [together, split] = [learnt(false), learnt(true)];
    expect(together.foundOther).toBeUndefined();
    expect(split.foundOther?.name ?? 0).toBeGreaterThan(2 * (split.found?.name ?? 0));
    const otherOf = (parameters: LinkParameters): number =>
      sharesOf({ levels: later, rarity: 14 }, parameters).otherCase;
    expect(otherOf(split)).toBeGreaterThan(otherOf(together));
  });

  it('believes a nickname less that brings posts before private messages, which continue none of them', () => {
    // three posts under the nickname of a direct message within days, eight such posts that came before a message, none of which it continues
    const met = { levels: levelsOf({ handle: 1, gap: 3 }), rarity: 20, count: 3 },
      before = { levels: levelsOf({ handle: 1, gap: 5 }), rarity: 20, count: 8 };
    const byName = { levels: named, rarity: 14, count: 40 };
    const keyed = IDENTIFIERS.map((field) => (field === 'handle' ? 2000 : field === 'name' ? 90_000 : 0));
    const shareOf = (more: object): number =>
      sharesOf(
        met,
        learnParameters([met, byName], u, 100_000, {
          oneCase: [],
          otherCase: [],
          apart: true,
          shown: keyed,
          ...more,
        }),
      ).oneCase;
    const reversed = { patterns: [before], pairs: 100_000, shown: keyed };
    expect(1 - shareOf({ reversed })).toBeGreaterThan(4 * (1 - shareOf({})));
  });

  it('is believed as much as it agrees where nothing is known of how many show it', () => {
    expect(learnParameters([{ levels: named, rarity: 12, count: 60 }], u, 100_000).found).toBeUndefined();
  });

  it('takes the place of the share that agrees, for the first identifier that agrees alone', () => {
    const both = levelsOf({ phone: 1, name: 1 });
    const parameters = { m: DEFAULT_M, u, o: u, prior: 0.001, other: 0.001, found: { phone: 2, name: 0.5 } };
    expect(weightsOf(parameters).ofCase(both).slice(0, IDENTIFIERS.length)).toEqual([
      0,
      0,
      1,
      0,
      Math.log2(0.9),
      0,
      0,
    ]);
  });
});
