import { expect, it } from 'vitest';
import { mixtureShares } from '../../../../src/stats/quantification/mixture-shares.js';
import { seededRandom } from '../../../../src/util/random.js';

it('mixtureShares covers the truth though the table is small, at any prevalence', () => {
  const random = seededRandom(5);
  const laws = [
    [0.6, 0.2, 0.15, 0.05],
    [0.1, 0.2, 0.3, 0.4],
  ];
  const cell = (law: readonly number[]): number => {
    let left = random();
    return law.findIndex((p) => (left -= p) < 0);
  };
  const draw = (count: number, law: () => readonly number[]): number[] => {
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const at = Math.max(0, cell(law()));
      counts[at] = (counts[at] as number) + 1;
    }
    return counts;
  };
  let covered = 0;
  const worlds = 120;
  for (let world = 0; world < worlds; world++) {
    const share = random();
    const table = laws.map((law) => draw(120, () => law));
    const observed = draw(400, () => laws[random() < share ? 1 : 0] as number[]);
    const fit = mixtureShares({ table, observed }, { seed: world });
    if (!fit.measured) throw new Error('not measured');
    const [, interval] = fit.intervals;
    if ((interval?.low ?? 1) <= share && share <= (interval?.high ?? 0)) covered++;
  }
  expect(covered / worlds).toBeGreaterThan(0.9);
});
