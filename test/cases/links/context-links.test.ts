import { describe, expect, it } from 'vitest';
import { PUBLIC, type CaseMessage } from '../../../src/cases/messages/case-message.js';
import { FIELDS, LEVELS, type Field } from '../../../src/cases/pairs/comparison.js';
import { weighContext } from '../../../src/cases/links/context-links.js';
import type { ParametersByWay, WayParameters } from '../../../src/cases/weights/pair-ways.js';
import { buildUnits, type Unit } from '../../../src/cases/units/units.js';
import { caseMessage } from '../case-messages.js';

const MINUTE = 60_000;

/** A complaint in private, and so many posts within the next hours on its driver and product. */
const unitsOf = (posts: number, post: Partial<CaseMessage> = {}, own: Partial<CaseMessage> = {}): Unit[] =>
  buildUnits([
    caseMessage({ row: 0, thread: 1, drivers: 1, product: 4, ...own }),
    ...Array.from({ length: posts }, (_, at) =>
      caseMessage({
        row: at + 1,
        thread: 2 + at,
        stage: PUBLIC,
        drivers: 1,
        product: 4,
        sentAt: (at + 1) * MINUTE,
        ...post,
      }),
    ),
  ]);

const evenly = (): Record<Field, number[]> =>
  Object.fromEntries(FIELDS.map((field) => [field, LEVELS[field].map(() => 0.5)])) as Record<Field, number[]>;

/** Of 1000 pairs that show brand, driver, product and gap, `cases` are of one case; each field agrees for half of those, for a tenth of the others. */
function parametersOf(cases: number): ParametersByWay {
  const u = evenly();
  for (const field of ['brand', 'driver', 'product'] as const) u[field] = [0.1, 0.9];
  u.name = [0.001, 1];
  const own: WayParameters = {
    m: evenly(),
    u,
    o: evenly(),
    prior: cases / 1000,
    other: 0,
    driverGap: LEVELS.gap.map(() => 0.1),
    // brand, driver, product and gap: the bits 1, 2, 4 and 16
    shown: new Map([[23, 1000]]),
  };
  return { private: own, public: own, out: own, back: own };
}

const oddsOf = (units: readonly Unit[], cases: number): number[] =>
  weighContext(units, parametersOf(cases), 0.001).map(({ odds }) => odds);

describe('weighContext', () => {
  it('takes a pair for as probable as its kind: what one case makes among all there are', () => {
    // 24 cases with a key, and 4 without for 3 of them, make 32 × 0.5⁴ = 2 pairs of this kind, 1000 × 0.1⁴ = 0.1 come by chance field by field, 20 are there
    const odds = oddsOf(unitsOf(20), 24);
    expect(odds).toHaveLength(20);
    for (const one of odds) expect(one).toBeCloseTo(2 / 18, 10);
  });

  it('takes no more than half of a kind for theirs, and chance for no rarer than field by field', () => {
    expect(oddsOf(unitsOf(2), 240)).toEqual([1, 1]);
    // 0.1 pairs of one case, 0.1 by chance; the one that is there is 0.1 of them to 0.9
    expect(oddsOf(unitsOf(1), 1.2)[0]).toBeCloseTo(0.1 / 0.9, 10);
  });

  it('takes names that differ for nothing, orders that differ against it, and says in what pairs go together', () => {
    const parameters = parametersOf(12),
      weigh = (post: Partial<CaseMessage>, own: Partial<CaseMessage>) =>
        weighContext(unitsOf(4, post, own), parameters, 0.001)[0];
    expect(weigh({ name: 8 }, { name: 9 })?.odds).toBeCloseTo(1 / 3, 10);
    Object.assign(parameters.out.u.order, [0.001, 1]);
    const one = weigh({ order: 8 }, { order: 9 });
    // one of four, at half the odds: orders differ for half of one case's, for all others
    expect(one?.odds).toBeCloseTo(1 / 3 / 2, 10);
    expect(one?.byContext).toBeDefined();
    expect(Object.fromEntries((one?.evidence ?? []).map(({ field, bits }) => [field, bits]))).toMatchObject({
      brand: 2.32,
      driver: 2.32,
      order: -1,
      // 3 pairs by chance where field by field there would be 0.1
      together: Math.round(100 * Math.log2(0.1 / 3)) / 100,
    });
  });

  it('leaves words in common unweighed: what is written of one subject in the same days is alike anyway', () => {
    const own = { words: [101, 102, 103] },
      parameters = parametersOf(32);
    for (const field of ['words', 'subjectWords', 'matterWords'] as const)
      Object.assign(parameters.out.u[field], [0.001, 0.01, 0.1, 0.3, 0.6]);
    const [told] = weighContext(unitsOf(4, own, own), parameters, 0.001),
      [untold] = weighContext(unitsOf(4, { words: [104] }, own), parameters, 0.001);
    expect(told?.odds).toBe(untold?.odds);
  });

  it('forgets what stays under the least odds', () => {
    expect(weighContext(unitsOf(20), parametersOf(32), 0.2)).toEqual([]);
  });
});
