import { expect, it } from 'vitest';
import { topicTrendFindings } from '../../../../src/report/story/findings/topic-trends.js';
import type { Finding } from '../../../../src/report/story/story.js';
import type { Language } from '../../../../src/util/language.js';
import { plain, telling, written } from '../../written.js';

/** A subject of 1,000 messages a quarter, stable unless said otherwise. */
const subject = (name: string, previousN: number, n: number, movement: string, stability = 0.9) => ({
  shares: { topic: name, name, n: previousN + n, stability, nameShare: 1 },
  trend: {
    topic: name,
    name,
    previousPeriod: '2026-Q1',
    period: '2026-Q2',
    previousN,
    n,
    previousShare: previousN / 1000,
    previousLow: previousN / 2000,
    previousHigh: previousN / 500,
    share: n / 1000,
    shareLow: n / 2000,
    shareHigh: n / 500,
    ratio: previousN === 0 ? null : n / previousN,
    low: previousN === 0 ? null : n / previousN - 0.1,
    high: previousN === 0 ? null : n / previousN + 0.1,
    difference: (n - previousN) / 1000,
    differenceLow: (n - previousN) / 1000 - 0.01,
    differenceHigh: (n - previousN) / 1000 + 0.01,
    movement,
  },
});
const SUBJECTS = [
  subject('caisses prioritaires', 60, 30, 'falling'),
  subject('éclat de plastique', 20, 45, 'rising'),
  subject('bac de tri', 40, 41, 'steady'),
  subject('commande perdue', 90, 10, 'falling', 0.2),
  subject('colis reçu', 8, 3, 'falling'),
];

async function told(subjects: typeof SUBJECTS, language: Language = 'fr'): Promise<Finding[]> {
  const metrics = [
    await written('topicShares', 'messages', { value: 9, rows: subjects.map(({ shares }) => shares) }),
    await written('topicTrends', 'ratio', { value: 1, n: 2000, rows: subjects.map(({ trend }) => trend) }),
  ];
  return topicTrendFindings(telling(metrics, { language }));
}

it('tells the stable subject that moved by most points, then the others; none that is steady, rare or unstable', async () => {
  const [finding] = await told(SUBJECTS);
  expect(plain(finding?.title ?? '')).toBe(
    'Le sujet « caisses prioritaires » revient moins souvent : 3,0 % des messages, contre 6,0 % au trimestre précédent',
  );
  expect(plain(finding?.text ?? '')).toBe('Bougent aussi : « éclat de plastique » (en hausse).');
  const [before, now] = finding?.chart?.series ?? [];
  expect([before?.name, now?.name].map((name) => plain(name ?? ''))).toEqual(['T1 2026', 'T2 2026']);
  expect([before, now].map((one) => one?.marks.map(({ value }) => value))).toEqual([
    [0.06, 0.02],
    [0.03, 0.045],
  ]);
  expect([before, now].map((one) => one?.marks.map(({ low, high }) => [low, high]))).toEqual([
    [
      [0.03, 0.12],
      [0.01, 0.04],
    ],
    [
      [0.015, 0.06],
      [0.0225, 0.09],
    ],
  ]);
  const [english] = await told(SUBJECTS.slice(1), 'en');
  expect(english?.title).toBe(
    'The subject “éclat de plastique” comes up more: 4.5% of messages, against 2.0% in the quarter before',
  );
});

it('tells a subject that appears, by the difference of its shares', async () => {
  const fresh = subject('nouvelle recette', 0, 45, 'new');
  const [finding] = await told([fresh, ...SUBJECTS.slice(1)]);
  expect(plain(finding?.title ?? '')).toBe(
    'Le sujet « nouvelle recette » apparaît : 4,5 % des messages, aucun au trimestre précédent',
  );
  expect(finding?.figures[0]).toMatchObject({ column: 'difference', value: 0.045, style: 'points' });
  expect(finding?.figures[0]?.low).toBeCloseTo(0.035, 10);
  const [other] = await told([...SUBJECTS.slice(0, 1), subject('nouvelle recette', 0, 25, 'new')]);
  expect(plain(other?.text ?? '')).toBe('Bougent aussi : « nouvelle recette » (nouveau).');
});

it('tells nothing where no subject moved', async () => {
  expect(await told(SUBJECTS.slice(2))).toEqual([]);
});
