import { expect, it } from 'vitest';
import type { Telling } from '../../../src/report/story/reading.js';
import { tilesOf } from '../../../src/report/story/tiles.js';
import { wordsOf } from '../../../src/report/story/words.js';
import { plain, written } from '../written.js';
import { plainFinding } from './plain-story.js';

async function telling(peers = 0): Promise<Telling> {
  const metrics = [
    await written('responseRate', 'share', { value: 0.4, low: 0.3, high: 0.5 }),
    await written('meanRating', 'ratio', { value: 3.21 }),
    await written('netSentimentScore', 'score', { value: -0.2 }),
    await written('shareOfVoice', 'share', {}),
    await written('benchmarks', 'share', {
      rows: [
        { by: 'channel', group: 'Brel', share: 0.9, expected: 0.9 },
        { by: 'brand', group: 'Anou', share: 0.5, expected: 0.3 },
        { by: 'brand', group: 'Brel', share: 0.2, expected: 0.3 },
        ...Array.from({ length: peers }, (_, at) => ({
          by: 'brand',
          group: `peer ${at + 1}`,
          peer: true,
          share: 0.4,
          expected: 0.3,
        })),
      ],
    }),
    await written('periodChange', 'share', {
      rows: [
        {
          metric: 'responseRate',
          period: '2026-04-01',
          previousPeriod: '2026-01-01',
          current: 0.4,
          previous: 0.2,
          difference: 0.2,
          low: 0.1,
          high: 0.3,
          n: 400,
          previousN: 400,
        },
      ],
    }),
  ];
  return {
    metrics: new Map(metrics.map((metric) => [metric.name, metric])),
    words: wordsOf('fr', 'Europe/Paris'),
    zone: 'Europe/Paris',
    brand: 'Brel',
    quoted: new Set(),
  };
}
const findings = ['answers', 'rating', 'tone', 'voice', 'spill'].map((id) => plainFinding({ id }));

it('stand in the order of the sector, of what was measured and is told', async () => {
  const asked = await telling();
  const names = (sector: 'agri-food' | 'retail', told = findings): string[] =>
    tilesOf(asked, sector, told).map(({ figure }) => figure.metric);
  expect(names('agri-food')).toEqual(['netSentimentScore', 'responseRate', 'meanRating']);
  expect(names('retail')).toEqual(['responseRate', 'meanRating', 'netSentimentScore']);
  expect(names('retail', findings.slice(0, 1))).toEqual(['responseRate']);
});

it('have their value, their change and, for the tone, the brand beside all brands', async () => {
  const tiles = tilesOf(await telling(), 'retail', findings).map(({ value, change, sector, finding }) => [
    plain(value),
    plain(change),
    plain(sector),
    finding,
  ]);
  expect(tiles).toEqual([
    ['40,0 %', expect.stringContaining('+20'), '', 'answers'],
    ['3,2/5', 'pas de trimestre précédent', '', 'rating'],
    ['−0,20', 'pas de trimestre précédent', 'négatif : 20,0 %, contre 30,0 % toutes marques', 'tone'],
  ]);
});

it('say how many peers without a name the brand stands beside', async () => {
  const sectors = async (peers: number): Promise<string[]> =>
    tilesOf(await telling(peers), 'retail', findings).map(({ sector }) => plain(sector));
  expect((await sectors(3))[2]).toBe('négatif : 20,0 %, contre 30,0 % toutes marques, 3 pairs compris');
});
