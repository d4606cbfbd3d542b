import { expect, it } from 'vitest';
import { driverFindings } from '../../../../src/report/story/findings/driver-shares.js';
import { shiftFinding } from '../../../../src/report/story/findings/driver-shift.js';
import { wordsOf } from '../../../../src/report/story/words.js';
import { plain, telling, written } from '../../written.js';

const moved = (driver: string, previousShare: number, currentShare: number, half = 0.1): object => ({
  driver,
  previousQuarter: '2026-01-01',
  quarter: '2026-04-01',
  previous: 1000 * previousShare,
  current: 1000 * currentShare,
  previousN: 1000,
  n: 1000,
  previousShare,
  previousLow: previousShare - 0.01,
  previousHigh: previousShare + 0.01,
  currentShare,
  currentLow: currentShare - 0.02,
  currentHigh: currentShare + 0.02,
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
  const [finding] = driverFindings(telling([shift]));
  expect(plain(finding?.title ?? '')).toBe(
    '« Goût » revient plus souvent : 14,0 % des messages, contre 10,0 % au trimestre précédent',
  );
  expect(plain(finding?.text ?? '')).toBe('Bougent aussi : « Sécurité et rappels » (en baisse).');
  expect(finding?.chart?.series.map(({ marks }) => plain(marks[0]?.detail ?? ''))).toEqual([
    'Goût : 10,0 % (de 9,0 % à 11,0 %) ; n = 1 000',
    'Goût : 14,0 % (de 12,0 % à 16,0 %) ; n = 1 000',
  ]);
});

it('compares no quarter of a handful of messages', async () => {
  const told = async (previousN: number): Promise<number> => {
    const rows = [{ ...moved('app-site', 1, 0.09, 0.04), previous: previousN, previousN }] as never;
    const shift = await written('driverShift', 'ratio', { value: 0.09, n: 1000 + previousN, rows });
    return driverFindings(telling([shift])).length;
  };
  expect([await told(1), await told(19), await told(20)]).toEqual([0, 0, 1]);
});

it('shows a rise by texts of its quarter, and a fall by none', async () => {
  const text = (day: string, words: string): Record<string, unknown> => ({
    text: words,
    driver: 'taste',
    sentiment: 'negative',
    channel: 'x-post',
    groupSize: 9,
    sentAt: new Date(`${day}T10:00:00Z`),
  });
  const verbatims = await written('verbatims', 'messages', {
    rows: [
      text('2024-01-20', 'La compote avait des taches vertes et une odeur de cave'),
      text('2026-05-19', 'La nouvelle recette du yaourt vanille a un goût de carton'),
    ] as never,
  });
  const quoted = async (...shares: [number, number]): Promise<(string | undefined)[]> => {
    const metrics = new Map([
      ['driverShift', await written('driverShift', 'ratio', { rows: [moved('taste', ...shares)] as never })],
      ['verbatims', verbatims],
    ]);
    return (
      driverFindings({ metrics, words: wordsOf('fr', 'UTC'), zone: 'UTC', brand: '', quoted: new Set() })[0]
        ?.quotes ?? []
    ).map(({ text: said }) => said);
  };
  expect(await quoted(0.1, 0.14)).toEqual(['La nouvelle recette du yaourt vanille a un goût de carton']);
  expect(await quoted(0.14, 0.1)).toEqual([]);
});

it('calls to read what rises without a crisis that says why', async () => {
  const action = async (from: number, to: number, ofCrisis: readonly string[] = []): Promise<string> => {
    const metrics = new Map([
      ['driverShift', await written('driverShift', 'ratio', { rows: [moved('taste', from, to)] as never })],
      [
        'crisisSheets',
        await written('crisisSheets', 'events', {
          rows: ofCrisis.map((driver) => ({ sheetId: 'c', drivers: [driver] })),
        }),
      ],
    ]);
    const [finding] = shiftFinding({
      metrics,
      words: wordsOf('fr', 'UTC'),
      zone: 'UTC',
      brand: '',
      quoted: new Set(),
    });
    return plain(finding?.action?.text ?? '');
  };
  expect(await action(0.1, 0.14, ['price'])).toBe(
    'Lire les 140 messages du trimestre sur « goût », par produit et par lieu, pour savoir d’où vient la hausse.',
  );
  expect([await action(0.1, 0.14, ['taste']), await action(0.14, 0.1)]).toEqual(['', '']);
});

it.each([
  // The one that is cited most carries hardly any blame: another is first, be it cited by few; even ones are told once.
  [
    [
      ['delivery', 76, 1],
      ['taste', 25, 20],
    ],
    '« Goût » est le premier motif de critique, dans 20 des 25 messages qui en parlent (80,0 %)',
    'Le motif revient dans 10,0 % des 100 dossiers (de 5,0 % à 20,0 %).',
  ],
  [
    [
      ['taste', 81, 22],
      ['price', 45, 22],
    ],
    '« Goût » et « Prix » sont les premiers motifs de critique, dans 22 messages chacun',
    '« Goût » revient dans 10,0 % des 100 dossiers (de 5,0 % à 20,0 %).',
  ],
  [
    [
      ['delivery', 76, 1],
      ['service', 8, 3],
    ],
    '« Livraison » est le motif le plus cité : 76 messages, dont 1 négatif',
    'Le motif revient dans 10,0 % des 100 dossiers (de 5,0 % à 20,0 %).',
  ],
  [[['delivery', 76, 0]], '« Livraison » est le motif le plus cité : 76 messages, dont aucun négatif', ''],
] as const)(
  'names the reason for criticism only where there is criticism: %j',
  async (counts, title, text) => {
    const rows = counts.map(([driver, n, negative]) => ({
      driver,
      n,
      negative,
      share: 0.1,
      shareLow: 0.05,
      shareHigh: 0.2,
      negativeShare: negative / n,
      negativeLow: 0,
      negativeHigh: 1,
    }));
    const shares = await written('driverShares', 'share', { rows });
    const [finding] = driverFindings(telling([shares]));
    expect(plain(finding?.title ?? '')).toBe(title);
    if (text !== '') expect(plain(finding?.text ?? '')).toBe(text);
  },
);
