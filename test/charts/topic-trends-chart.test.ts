import { expect, it } from 'vitest';
import { channelPathsChart } from '../../src/charts/channel-paths-chart.js';
import { topicTrendsChart } from '../../src/charts/topic-trends-chart.js';
import { plain, written } from '../report/written.js';
import { drawn } from './drawing.js';

const trends = written('topicTrends', 'ratio', {
  value: 1,
  rows: [
    {
      name: 'caisses prioritaires',
      previousN: 60,
      n: 30,
      ratio: 0.5,
      low: 0.4,
      high: 0.6,
      movement: 'falling',
    },
    {
      name: 'éclat de plastique',
      previousN: 20,
      n: 45,
      ratio: 2.25,
      low: 1.4,
      high: 3.9,
      movement: 'rising',
    },
    { name: 'jamais revu', previousN: 9, n: 0, ratio: 0, low: 0, high: 0.4, movement: 'falling' },
    { name: 'tout neuf', previousN: 0, n: 12, ratio: null, low: null, high: null, movement: 'new' },
  ],
});
const paths = written('channelPaths', 'share', {
  value: 0.03,
  rows: [
    { first: 'email', next: null, n: 97, of: 100, share: 0.97, low: 0.91, high: 0.99 },
    { first: 'email', next: 'facebook-comment', n: 3, of: 100, share: 0.03, low: 0.01, high: 0.08 },
    { first: 'facebook-dm', next: 'trustpilot-review', n: 4, of: 103, share: 0.039, low: 0.015, high: 0.096 },
  ],
});

it.each([780, 330])(
  'draws trends and paths without a warning nor a text over another at %i pixels',
  async (width) => {
    for (const chart of [
      topicTrendsChart(await trends, { width }),
      channelPathsChart(await paths, { width }),
    ])
      expect((await drawn(chart.spec)).faults).toEqual([]);
  },
);

it('tells in words what has a ratio, and which channels a case goes through', async () => {
  const told = plain(topicTrendsChart(await trends).alt);
  expect(told).toMatch(
    /^Points et intervalles\. éclat de plastique : × 2,25 .*caisses prioritaires : × 0,50/,
  );
  expect(told).not.toMatch(/jamais revu|tout neuf/);
  expect(plain(channelPathsChart(await paths).alt)).toBe(
    'Points et intervalles. E-mail → Facebook (commentaires) : 3,0 % (de 1,0 % à 8,0 %) ; Facebook (messages privés) → Trustpilot (avis) : 3,9 % (de 1,5 % à 9,6 %).',
  );
});
