import { expect, it } from 'vitest';
import { driverFindings } from '../../../../src/report/story/findings/driver-shares.js';
import { wordsOf } from '../../../../src/report/story/words.js';
import { plain, written } from '../../written.js';

const moved = (driver: string, previousShare: number, currentShare: number, half = 0.1): object => ({
  driver,
  previousQuarter: '2026-01-01',
  quarter: '2026-04-01',
  previous: 1000 * previousShare,
  current: 1000 * currentShare,
  previousN: 1000,
  n: 1000,
  previousShare,
  currentShare,
  ratio: currentShare / previousShare,
  low: currentShare / previousShare - half,
  high: currentShare / previousShare + half,
});

it('tells first the driver that moved by most points, then the others with their sense; none that may not have moved', async () => {
  const rows = [moved('safety', 0.05, 0.03), moved('taste', 0.1, 0.14), moved('price', 0.2, 0.21)] as Record<
    string,
    string | number
  >[];
  const shift = await written('driverShift', 'ratio', { value: 1.4, n: 1000, rows });
  const [finding] = driverFindings({
    metrics: new Map([['driverShift', shift]]),
    words: wordsOf('fr', 'UTC'),
    zone: 'UTC',
    brand: '',
    quoted: new Set(),
  });
  expect(plain(finding?.title ?? '')).toBe(
    '« Goût » monte : 14,0 % des messages, contre 10,0 % au trimestre précédent',
  );
  expect(plain(finding?.text ?? '')).toBe('Bougent aussi : « Sécurité et rappels » (en baisse).');
});
