import { expect, it } from 'vitest';
import { speedFinding } from '../../../../src/report/story/findings/spill-speed.js';
import { plain, telling, written } from '../../written.js';

/** What is told by the shares that have overflowed after one, three, seven and thirty days, beside a spill rate. */
async function told(
  shares: readonly number[],
  rate?: number,
  spilled = 10,
): Promise<{ readonly title: string; readonly text: string } | undefined> {
  const rows = [24, 72, 168, 720].map((hours, at) => ({
    by: 'total',
    point: 'horizon',
    hours,
    atRisk: 100,
    spilled,
    cumulativeIncidence: shares[at] ?? 0,
    low: 0,
    high: 1,
  }));
  const metric = await written('timeToSpill', 'share', { value: shares[3] ?? 0, rows });
  const metrics = [
    metric,
    ...(rate === undefined ? [] : [await written('spillRate', 'share', { value: rate, low: 0, high: 0.2 })]),
  ];
  const [finding] = speedFinding(telling(metrics));
  return finding && { title: plain(finding.title), text: plain(finding.text) };
}
const title = async (...shares: readonly number[]): Promise<string | undefined> =>
  (await told(shares))?.title;

it('says by when two thirds of what overflows in a month have', async () => {
  expect(await title(0.05, 0.1, 0.12, 0.15)).toBe(
    'Les débordements retrouvés surviennent surtout dans les trois premiers jours',
  );
  expect(await title(0.02, 0.05, 0.11, 0.15)).toBe(
    'Les débordements retrouvés surviennent surtout dans la première semaine',
  );
  expect(await title(0.01, 0.02, 0.05, 0.15)).toBe(
    'Les débordements retrouvés s’étalent sur plusieurs semaines',
  );
  expect(await title(0, 0, 0, 0)).toBeUndefined();
});

it('says nothing of when by fewer than ten overflows found', async () => {
  expect(await told([0.05, 0.1, 0.12, 0.15], undefined, 9)).toBeUndefined();
});

it('says what the share within 30 days counts otherwise than the spill rate, where the two print otherwise', async () => {
  const shares = [0.04, 0.07, 0.09, 0.0951];
  const bare = '7,0 % des plaintes privées ont débordé en 72 h, 9,5 % en 30 jours.';
  expect((await told(shares))?.text).toBe(bare);
  expect((await told(shares, 0.0949))?.text).toBe(bare);
  expect((await told(shares, 0.0938))?.text).toBe(
    `${bare} Le taux de débordement (9,4 %) suit chaque plainte tant que les exports publics observent ; ici, toutes comptent comme suivies 30 jours.`,
  );
});
