import { expect, it } from 'vitest';
import type { MetricRow } from '../../../src/model/index.js';
import { satisfactionProxies } from '../../../src/metrics/basic/satisfaction-proxies.js';
import { firstReplyTime } from '../../../src/metrics/care/first-reply-time.js';
import { resolutionTime } from '../../../src/metrics/care/resolution-time.js';
import { driverShares } from '../../../src/metrics/basic/driver-shares.js';
import { PAGE_ONLY } from '../../../src/report/metrics-json.js';
import { annexOf } from '../../../src/report/story/annex.js';
import { styleOfColumn } from '../../../src/report/story/column-styles.js';
import { COLUMN_HEADS } from '../../../src/report/story/column-heads.js';
import { wordsOf } from '../../../src/report/story/words.js';
import { measure, METRICS } from '../../../src/metrics/measure.js';
import { richRows } from '../../metrics/rich-rows.js';
import { plain, written } from '../written.js';
import { fakeCorpus } from '../../metrics/fake-corpus.js';

it('prints bounds as what they bound', async () => {
  const corpus = await fakeCorpus(richRows(60));
  const [replies, resolution, proxies, drivers] = [
    await firstReplyTime(corpus),
    await resolutionTime(corpus),
    await satisfactionProxies(corpus),
    await driverShares(corpus),
  ];
  expect(['p90', 'p90Low', 'p90High'].map((column) => styleOfColumn(column, replies))).toEqual([
    'hours',
    'hours',
    'hours',
  ]);
  expect(
    ['medianHours', 'medianHoursLow', 'stayedShare', 'stayedHigh'].map((column) =>
      styleOfColumn(column, resolution),
    ),
  ).toEqual(['hours', 'hours', 'share', 'share']);
  expect(['csatProxy', 'npsProxy', 'npsHigh'].map((column) => styleOfColumn(column, proxies))).toEqual([
    'share',
    'share',
    'share',
  ]);
  expect(['negativeShare', 'negativeLow', 'low'].map((column) => styleOfColumn(column, drivers))).toEqual([
    'share',
    'share',
    'score',
  ]);
});

it('names a column by what it means in its metric', async () => {
  const headsOf = async (name: string, row: MetricRow, language: 'fr' | 'en' = 'fr'): Promise<string[]> =>
    annexOf([await written(name, 'share', { rows: [row] })], wordsOf(language, 'UTC')).flatMap(
      ({ columns }) => columns.map(({ title }) => title),
    );
  expect(await headsOf('graveCases', { spilled: true })).toEqual(['A débordé']);
  expect(await headsOf('caseCounts2', { spilled: 3 })).toEqual(['Débordements']);
  expect(await headsOf('sectorFigures', { own: 0.2 })).toEqual(['Marque']);
  expect(await headsOf('reshareShare', { own: 3 })).toEqual(['Écrits par leur auteur']);
  expect(await headsOf('scoreDecomposition', { mix: 0.1, rate: 0.2 })).toEqual([
    'Effet de composition',
    'Effet de tonalité',
  ]);
  expect(await headsOf('graveCases', { spilled: true }, 'en')).toEqual(['Spilled']);
});

it('tells what two shares differ by in points', async () => {
  const [table] = annexOf(
    [
      await written('responseRate', 'share', {
        rows: [
          { share: 0.311, low: 0.25, difference: -0.0416, differenceLow: -0.142, differenceHigh: 0.0119 },
        ],
      }),
    ],
    wordsOf('fr', 'UTC'),
  );
  expect(table?.rows[0]?.map(plain)).toEqual([
    '31,1 %',
    '25,0 %',
    '−4,2 points',
    '−14,2 points',
    '+1,2 point',
  ]);
});

it('says every code of the model in words', async () => {
  const corpus = await fakeCorpus(richRows(60));
  const metrics = await measure(corpus);
  const codes =
    /^(?:total|driver|channel|positive|negative|neutral|mixed|complaint|none|all|comment|private|public|review|tweet|rising|falling|steady|others|brand|reach|views|retail|[a-z]+-(?:[a-z]+-)*[a-z]+)$/;
  for (const language of ['fr', 'en'] as const) {
    const tables = annexOf([...metrics], wordsOf(language, 'UTC'));
    expect(tables.length).toBeGreaterThan(10);
    if (language === 'fr') {
      const shares = tables.flatMap(({ rows }) =>
        rows.flat().filter((cell) => /^[−\d\u202f,]+\u00a0%$/u.test(cell)),
      );
      expect(shares.length).toBeGreaterThan(100);
      const over = (share: string): boolean => Number(share.replace(/[^\d,]/g, '').replace(',', '.')) > 100;
      expect(shares.filter(over)).toEqual([]);
      const heads = new Set(
        [COLUMN_HEADS.columns, ...Object.values(COLUMN_HEADS.ofMetric)]
          .flatMap((own) => Object.values(own))
          .map((head) => [head].flat()[0]),
      );
      expect(
        tables
          .filter(({ id }) => id !== 'not-measured')
          .flatMap(({ id, columns }) =>
            columns.filter(({ title }) => !heads.has(title)).map(({ title }) => `${id}: ${title}`),
          ),
      ).toEqual([]);
    }
    const raw = tables.flatMap(({ id, rows }) => rows.flat().map((cell) => `${id}: ${cell}`));
    expect(raw.filter((cell) => codes.test(cell.slice(cell.indexOf(': ') + 2)))).toEqual([]);
  }
});

it('has a French head for every column of every metric, as the workbook shows them all', () => {
  const columns = Object.values(METRICS)
    .flat()
    .map(({ definition }) => definition.frame)
    .filter(({ name }) => !PAGE_ONLY.has(name))
    .flatMap(({ name, columns: own }) => Object.keys(own).map((column) => `${name}.${column}`));
  expect(columns.length).toBeGreaterThan(400);
  expect(
    columns.filter((one) => !Object.hasOwn(COLUMN_HEADS.columns, one.slice(one.indexOf('.') + 1))),
  ).toEqual([]);
});

it('prints each figure in its own unit: days and counts are no shares, points of score no rates', async () => {
  const words = wordsOf('fr', 'UTC');
  const table = async (name: string, rows: readonly MetricRow[]) => {
    const [told] = annexOf(
      [await written(name, name === 'multiStateFunnel' ? 'share' : 'score', { value: 0.5, rows })],
      words,
    );
    return told?.rows.map((row) => plain(row.join(' | ')));
  };
  const state = { from: 'private', to: 'private', days: 30, value: 9.758, low: 8.795, high: 10.856 };
  expect(
    await table('multiStateFunnel', [
      { measure: 'reach', ...state, value: 0.25, low: 0.1, high: 0.5 },
      { measure: 'expectedDays', ...state },
    ]),
  ).toEqual([
    'Atteint un jour | Privé | Privé | 30 | 25,0 % | 10,0 % | 50,0 %',
    'Jours attendus | Privé | Privé | 30 | 9,8 | 8,8 | 10,9',
  ]);
  expect(await table('reservoirOverTime', [{ open: 6, spilled: 1, spillsLow: 0, spillsHigh: 2 }])).toEqual([
    '6 | 1 | 0 | 2',
  ]);
  expect(
    await table('scoreDecomposition', [
      {
        by: 'driver',
        group: 'price',
        previousPeriod: '2026-Q1',
        period: '2026-Q2',
        previousScore: 0.12,
        score: 0.25,
        rate: 0.06,
        rateLow: -0.03,
        rateHigh: 0.146,
        change: 0.07,
        low: -0.026,
        high: 0.152,
      },
      {
        by: 'driver',
        group: null,
        previousPeriod: '2026-Q1',
        period: '2026-Q2',
        previousScore: 0.12,
        score: 0.25,
        rate: 0.06,
        rateLow: -0.03,
        rateHigh: 0.146,
        change: 0.07,
        low: -0.026,
        high: 0.152,
      },
    ]),
  ).toEqual(
    ['Prix', 'Sans motif'].map(
      (group) =>
        `${group} | T1 2026 | T2 2026 | +0,12 | +0,25 | +0,06 | −0,03 | +0,15 | +0,07 | −0,03 | +0,15`,
    ),
  );
  expect(
    await table('correctedShares', [{ label: 'negative', share: 0.5, raw: 0.02, rawLow: 0.01 }]),
  ).toEqual(['Négatif | 50,0 % | 2,0 % | 1,0 %']);
  expect(
    await table('icebergRatio', [
      { by: 'total', driver: null, private: 514 },
      { by: 'driver', driver: 'price', private: 91 },
      { by: 'driver', driver: null, private: 42 },
    ]),
  ).toEqual(['Ensemble | 514', 'Prix | 91', 'Sans motif | 42']);
  expect(await table('reservoirCheck', [{ group: '1', brier: 0.0038, constantBrier: 0 }])).toEqual([
    '1 | 0,004 | 0',
  ]);
  expect(
    await table('periodChange', [
      { metric: 'responseRate', previousPeriod: '2026-01-01', period: '2026-04-01', previous: 0.85 },
    ]),
  ).toEqual(['Taux de réponse | T1 2026 | T2 2026 | 85,0 %']);
});

it('shows of days that follow one another the last', async () => {
  const days = Array.from({ length: 20 }, (_, at) => ({
    date: new Date(Date.UTC(2026, 4, 1 + at, 12)),
    open: at,
  }));
  const [table] = annexOf(
    [await written('reservoirOverTime', 'cases', { rows: days })],
    wordsOf('fr', 'UTC'),
  );
  expect([table?.rows[0]?.[1], table?.rows.at(-1)?.[1], plain(table?.note ?? '')]).toEqual([
    '4',
    '19',
    '16 dernières lignes sur 20 ; toutes sont dans le classeur.',
  ]);
});

it('tells a month by its name, a week by its first day', async () => {
  const periods = await Promise.all(
    ['month', 'week'].map(async (grain) =>
      annexOf(
        [await written('messageVolume', 'messages', { rows: [{ period: '2026-05-01', grain, n: 3 }] })],
        wordsOf('fr', 'UTC'),
      ).map(({ rows }) => plain(rows[0]?.[0] ?? '')),
    ),
  );
  expect(periods).toEqual([['mai 2026'], ['1er mai 2026']]);
});
