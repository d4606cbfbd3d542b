import { expect, it } from 'vitest';
import type { MetricRow } from '../../../src/model/index.js';
import type { Telling } from '../../../src/report/story/reading.js';
import { notComparedLines, tilesOf } from '../../../src/report/story/tiles.js';
import { plain, telling, written } from '../written.js';
import { plainFinding } from './plain-story.js';

async function toldFrom(peers = 0, sector: readonly MetricRow[] = []): Promise<Telling> {
  const metrics = [
    await written('responseRate', 'share', { value: 0.4, low: 0.3, high: 0.5 }),
    await written('meanRating', 'ratio', { value: 3.21 }),
    await written('netSentimentScore', 'score', { value: -0.2 }),
    await written('shareOfVoice', 'share', {}),
    await written('sectorFigures', 'messages', { rows: sector }),
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
  return telling(metrics, { zone: 'Europe/Paris', brand: 'Brel' });
}
const findings = ['answers', 'rating', 'tone', 'voice', 'spill'].map((id) => plainFinding({ id }));

it('stand in the order of the sector, of what was measured and is told', async () => {
  const asked = await toldFrom();
  const names = (sector: 'agri-food' | 'retail', told = findings): string[] =>
    tilesOf(asked, sector, told).map(({ figure }) => figure.metric);
  expect(names('agri-food')).toEqual(['netSentimentScore', 'responseRate', 'meanRating']);
  expect(names('retail')).toEqual(['responseRate', 'meanRating', 'netSentimentScore']);
  expect(names('retail', findings.slice(0, 1))).toEqual(['responseRate']);
});

it('have their value, their change and, for the tone, the brand beside all brands', async () => {
  const tiles = tilesOf(await toldFrom(), 'retail', findings).map(({ value, change, sector, finding }) => [
    plain(value),
    plain(change),
    plain(sector),
    finding,
  ]);
  expect(tiles).toEqual([
    ['40,0 %', expect.stringContaining('+20'), '', 'answers'],
    ['3,2/5', 'non comparé au trimestre précédent', '', 'rating'],
    ['−0,20', 'non comparé au trimestre précédent', 'négatif : 20,0 %, contre 30,0 % toutes marques', 'tone'],
  ]);
});

it('say that a folder of several brands tells of all of them', async () => {
  const detail = async (messages: number): Promise<string> => {
    const told = await toldFrom();
    const rows = ['Anou', 'Brel'].map((group) => ({
      by: 'brand',
      group,
      messages,
      share: 0.2,
      expected: 0.3,
    }));
    const benchmarks = await written('benchmarks', 'share', { rows });
    const all = { ...told, metrics: new Map([...told.metrics, ['benchmarks', benchmarks]]) };
    return plain(tilesOf(all, 'retail', findings)[0]?.detail ?? '');
  };
  expect(await detail(0)).not.toContain('toutes marques');
  expect(await detail(100_000)).toContain(', toutes marques');
});

it('say how many peers without a name the brand stands beside', async () => {
  const sectors = async (peers: number): Promise<string[]> =>
    tilesOf(await toldFrom(peers), 'retail', findings).map(({ sector }) => plain(sector));
  expect((await sectors(3))[2]).toBe('négatif : 20,0 %, contre 30,0 % toutes marques, 3 pairs compris');
});

it('stand beside the median and the spread of peers, honest with few of them', async () => {
  const row = (metric: string, rest: MetricRow): MetricRow => ({
    metric,
    peers: 5,
    middle: 0.12,
    lowest: 0.08,
    highest: 0.172,
    spread: 'extremes',
    ownLow: 0.05,
    ownHigh: 0.3,
    ...rest,
  });
  const sectors = async (...rows: MetricRow[]): Promise<string[]> =>
    tilesOf(await toldFrom(0, rows), 'retail', findings).map(({ sector }) => plain(sector));
  // The response rate of the public, of the rating and of the tone.
  expect(
    await sectors(
      row('publicResponseRate', {}),
      row('meanRating', { peers: 2, middle: null, lowest: 3.1, highest: 4 }),
    ),
  ).toEqual([
    'secteur : 12,0 % (5 pairs, de 8,0 % à 17,2 %)',
    'secteur : 2 pairs, 3,1 et 4,0',
    'négatif : 20,0 %, contre 30,0 % toutes marques',
  ]);
  expect(
    await sectors(
      row('publicResponseRate', { peers: 9, spread: 'quartiles', ownLow: 0.2 }),
      row('netSentimentScore', { peers: 1, middle: null, lowest: -0.1, highest: -0.1 }),
    ),
  ).toEqual([
    'secteur : 12,0 % (9 pairs, moitié centrale de 8,0 % à 17,2 %), la marque est au-dessus',
    'secteur non mesuré, car aucun pair ne donne ce chiffre',
    'secteur : 1 pair, −0,10',
  ]);
  expect((await sectors(row('publicResponseRate', { ownHigh: 0.07 })))[0]).toContain(
    'la marque est au-dessous',
  );
});

it('names beside the share of voice the next brand, never the one whose share it is', async () => {
  const metric = await written('shareOfVoice', 'share', {
    value: 0.6,
    low: 0.5,
    high: 0.7,
    rows: [
      { brand: 'Anou', share: 0.6, mentions: 60 },
      { brand: 'Brel', share: 0.4, mentions: 40 },
    ],
  });
  const beside = (brand: string): string =>
    plain(tilesOf(telling([metric], { brand }), 'other', [plainFinding({ id: 'voice' })])[0]?.sector ?? '');
  expect([beside(''), beside('Anou')]).toEqual(['Brel : 40,0 %', 'Brel : 40,0 %']);
});

it('say once, of all, that none is compared, and why: a report on a month has a quarter before in its exports', async () => {
  const compared = await toldFrom();
  const alone = {
    ...compared,
    metrics: new Map([...compared.metrics].filter(([name]) => name !== 'periodChange')),
  };
  const tiles = tilesOf(alone, 'retail', findings);
  expect(new Set(tiles.map(({ change }) => change))).toEqual(new Set(['']));
  const told = (metrics: Telling['metrics']): string[] =>
    notComparedLines({ ...alone, metrics }, tiles).map(plain);
  expect(told(alone.metrics)).toEqual(['Aucun chiffre n’est comparé à un trimestre précédent.']);
  const notMeasured = { fr: 'il faut deux trimestres', en: 'two quarters are needed' };
  const change = { ...(await written('periodChange', 'share', {})), notMeasured };
  expect(told(new Map([...alone.metrics, ['periodChange', change]]))).toEqual([
    'Aucun chiffre n’est comparé à un trimestre précédent : il faut deux trimestres.',
  ]);
  expect([notComparedLines(alone, []), notComparedLines(compared, tiles)]).toEqual([[], []]);
});
