import { expect, it } from 'vitest';
import { channelPathFindings } from '../../../../src/report/story/findings/channel-paths.js';
import type { Finding } from '../../../../src/report/story/story.js';
import { wilsonInterval } from '../../../../src/stats/index.js';
import { plain, telling, written } from '../../written.js';

const path = (first: string, next: string, n: number, of: number) => {
  const { low, high } = wilsonInterval(n, of);
  return { first, next, n, of, share: n / of, low, high };
};

async function told(paths: readonly ReturnType<typeof path>[]): Promise<Finding[]> {
  const metric = await written('channelPaths', 'share', {
    value: 0.026,
    low: 0.019,
    high: 0.036,
    n: 1304,
    rows: paths,
  });
  return channelPathFindings(telling([metric]));
}

it('names the path that leads, and draws each by its share of those that began there', async () => {
  const [finding] = await told([
    path('email', 'x-post', 30, 100),
    path('facebook-dm', 'facebook-comment', 4, 103),
    path('ticket', 'x-post', 2, 255),
    path('telegram', 'x-post', 3, 9),
  ]);
  expect(plain(finding?.title ?? '')).toBe(
    'On voit 2,6 % des dossiers changer de canal (un plancher), surtout de « E-mail » à « X (publications) »',
  );
  expect(finding?.chart?.series[0]?.marks.map(({ label, text, n }) => [label, plain(text), n])).toEqual([
    ['E-mail → X (publications)', '30,0 %', 100],
    ['Facebook (messages privés) → Facebook (commentaires)', '3,9 %', 103],
  ]);
});

it('names none where chance may have put it first, and tells nothing of a handful', async () => {
  const [finding] = await told([
    path('instagram-dm', 'x-post', 6, 45),
    path('facebook-dm', 'x-post', 5, 103),
  ]);
  expect(plain(finding?.title ?? '')).toBe('On voit 2,6 % des dossiers changer de canal (un plancher)');
  expect(await told([path('email', 'x-post', 2, 100), path('ticket', 'x-post', 3, 12)])).toEqual([]);
});
