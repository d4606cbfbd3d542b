import { expect, it } from 'vitest';
import { careFindings } from '../../../../src/report/story/findings/care.js';
import { wordsOf } from '../../../../src/report/story/words.js';
import { plain, written } from '../../written.js';

/** What is said of two private channels, the second answered at 30 %, and how far it is from the first at the most. */
async function title(differenceHigh: number | null): Promise<string> {
  const row = (channel: string, answered: number, n: number, difference: number | null) => ({
    stage: 'private',
    channel,
    answered,
    n,
    share: answered / n,
    low: answered / n - 0.1,
    high: answered / n + 0.1,
    difference: difference === null ? null : difference - 0.1,
    differenceLow: difference === null ? null : difference - 0.2,
    differenceHigh: difference,
  });
  const metric = await written('responseRate', 'share', {
    value: 0.6,
    low: 0.5,
    high: 0.7,
    rows: [
      row('email', 84, 100, differenceHigh === null ? null : -differenceHigh),
      row('ticket', 30, 100, differenceHigh),
    ],
  });
  const [finding] = careFindings({
    metrics: new Map([['responseRate', metric]]),
    words: wordsOf('fr', 'UTC'),
    zone: 'UTC',
    brand: '',
    quoted: new Set(),
  });
  return plain(finding?.title ?? '');
}

it('names the channel that waits most where it surely stands apart', async () => {
  expect(await title(-0.1)).toMatch(/ ; sur .*, à 30,0 %$/);
  expect(await title(0.05)).toBe('La marque répond à 60,0 % des dossiers privés');
  // alone in its stage: apart from the whole where the two intervals do not even touch
  expect(await title(null)).toMatch(/ ; sur .*, à 30,0 %$/);
});
