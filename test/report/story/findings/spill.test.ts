import { expect, it } from 'vitest';
import { spillFindings } from '../../../../src/report/story/findings/spill.js';
import type { Finding } from '../../../../src/report/story/story.js';
import { plain, telling, written } from '../../written.js';

/** A rate of 20 %: most of what is expected to overflow concerns taste, which is ahead by `leadLow` at the least; `root` costs much too. */
async function told(leadLow: number, root = '', sure = false): Promise<Finding | undefined> {
  const row = (driver: string | null, n: number, expected: number, lead: number | null) => ({
    by: driver === null ? 'total' : 'driver',
    driver,
    n,
    expected,
    share: expected / n,
    low: (0.8 * expected) / n,
    high: (1.2 * expected) / n,
    lead: lead === null ? null : lead + 8,
    leadLow: lead,
    leadHigh: lead === null ? null : lead + 16,
  });
  const metric = await written('spillRate', 'share', {
    value: 0.2,
    low: 0.16,
    high: 0.25,
    rows: [row(null, 200, 40, null), row('taste', 100, 24, leadLow), row('price', 100, 16, null)],
  });
  const effort = await written('driverEffort', 'cases', {
    value: 1,
    rows: ['taste', 'price'].map((driver) => ({
      driver,
      priority: driver === root ? 'root' : 'keep',
      sure,
      spills: 10,
    })),
  });
  return spillFindings(telling([metric, effort]))[0];
}

/** Bars are drawn towards each other, the count in the action is not. */
const TOGETHER =
  'Sur peu de plaintes, le taux d’un motif dit peu : il est lissé vers la moyenne ; le nombre de ses débordements ne l’est pas.';

it('names the driver of most overflows where it is surely ahead of the next', async () => {
  const finding = await told(1);
  expect(plain(finding?.title ?? '')).toBe(
    '20,0 % des plaintes privées débordent en public, d’abord sur le motif « goût »',
  );
  expect(plain(finding?.text ?? '')).toBe(TOGETHER);
  // on a slide the caption alone stands beside the number of overflows
  expect(finding?.chart?.title).toContain('lissée vers la moyenne');
});

it('names none where the next could be ahead, and says that they can’t be told apart', async () => {
  const finding = await told(-2);
  expect(plain(finding?.title ?? '')).toBe('20,0 % des plaintes privées débordent en public');
  expect(plain(finding?.text ?? '')).toBe(
    `Les motifs ne se distinguent pas sûrement par le nombre de leurs débordements. ${TOGETHER}`,
  );
  expect(finding?.chart?.series[0]?.marks.some(({ strong }) => strong === true)).toBe(false);
});

it('would treat at the root what costs and overflows, before what overflows most', async () => {
  const actions = await Promise.all([told(1), told(1, 'price', true)]);
  expect(actions.map((finding) => plain(finding?.action?.text ?? ''))).toEqual([
    'Traiter à la racine « goût » : 24 des 40 débordements estimés.',
    'Traiter à la racine « prix », qui coûte et déborde plus que la moyenne : 16 des 40 débordements estimés.',
  ]);
});

it('does not say that drivers are alike beside one that surely overflows more', async () => {
  expect(plain((await told(-2, 'taste', true))?.text ?? '')).toBe(
    `Par le nombre de débordements, les motifs ne se distinguent pas sûrement ; par la part de ses plaintes que l’on voit déborder, « goût » se détache. ${TOGETHER}`,
  );
});

it('only says where to look first where the driver does not surely differ from the others', async () => {
  const actions = await Promise.all([told(1, 'price'), told(-2), told(-2, 'taste', true)]);
  expect(actions.map((finding) => plain(finding?.action?.text ?? ''))).toEqual([
    'Traiter à la racine « goût » : 24 des 40 débordements estimés.',
    'Regarder d’abord « goût » : 24 des 40 débordements estimés, sans écart sûr avec les autres motifs.',
    'Traiter à la racine « goût », qui coûte et déborde plus que la moyenne : 24 des 40 débordements estimés.',
  ]);
});

it('sees none surely where what is seen sums up to less than half a case', async () => {
  const titleOf = async (seen: number): Promise<string> => {
    const rows = [{ by: 'total', n: 99, seen, seenLow: 0, seenHigh: 0.07, timing: null }];
    const metric = await written('spillRate', 'share', { value: null, n: 99, rows });
    return plain(spillFindings(telling([metric]))[0]?.title ?? '');
  };
  expect(await titleOf(0.0002)).toBe('On ne voit aucune plainte privée déborder de façon sûre (un plancher)');
  expect(await titleOf(0.03)).toBe('On voit 3,0 % des plaintes privées déborder en public (un plancher)');
});
