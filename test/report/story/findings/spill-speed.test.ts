import { expect, it } from 'vitest';
import { speedFinding } from '../../../../src/report/story/findings/spill-speed.js';
import { wordsOf } from '../../../../src/report/story/words.js';
import { plain, written } from '../../written.js';

/** Titles by the shares that have overflowed after one, three, seven and thirty days. */
async function title(...shares: readonly number[]): Promise<string | undefined> {
  const rows = [24, 72, 168, 720].map((hours, at) => ({
    by: 'total',
    point: 'horizon',
    hours,
    atRisk: 100,
    cumulativeIncidence: shares[at] ?? 0,
    low: 0,
    high: 1,
  }));
  const metric = await written('timeToSpill', 'share', { value: shares[3] ?? 0, rows });
  const [finding] = speedFinding({
    metrics: new Map([['timeToSpill', metric]]),
    words: wordsOf('fr', 'UTC'),
    zone: 'UTC',
    brand: '',
    quoted: new Set(),
  });
  return finding && plain(finding.title);
}

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
