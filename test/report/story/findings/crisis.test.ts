import { describe, expect, it } from 'vitest';
import { recency, shareOfQuarter } from '../../../../src/report/story/findings/crisis-age.js';
import { besidePress } from '../../../../src/report/story/findings/crisis-around.js';
import { crisisFindings } from '../../../../src/report/story/findings/crisis.js';
import type { Finding } from '../../../../src/report/story/story.js';
import type { MetricRow } from '../../../../src/model/index.js';
import { wordsOf } from '../../../../src/report/story/words.js';
import { plain, telling, written } from '../../written.js';

const DAY = 86_400_000;
/** 00:30 on 6 March in Paris, still 5 March in UTC and in New York. */
const START = new Date('2026-03-05T23:30:00Z');

/** What is told in a zone of a crisis that some private cases came before. */
async function told(
  zone: string,
  privateCases: number,
  timeline = 40,
  usual: MetricRow = {},
  window?: readonly [from: string, to: string],
): Promise<Finding[]> {
  const days = Array.from({ length: timeline }, (_, place) => ({
    day: new Date(Date.UTC(2026, 1, 24) + place * DAY).toISOString().slice(0, 10),
    messages: 4,
  }));
  const sheet = {
    sheetId: 's1',
    kind: 'crisis',
    brand: 'Maison Brel',
    drivers: ['safety'],
    product: null,
    start: START,
    end: new Date('2026-03-08T10:00:00Z'),
    messages: 97,
    peakAt: START,
    peakMessages: 5,
    privateCases,
    firstPrivateAt: new Date('2026-03-03T02:00:00Z'),
    warningHours: 69.5,
    silenceHours: 69.5,
    articles: 4,
    firstArticleAt: new Date('2026-03-07T09:00:00Z'),
    ...usual,
  };
  const metrics = [
    await written('crisisSheets', 'events', { value: 1, n: 981, rows: [sheet] }),
    await written('crisisTimeline', 'messages', {
      rows: [
        ...days.map((row) => ({ sheetId: null, ...row })),
        ...days.slice(0, 20).map((row) => ({ sheetId: 's1', ...row })),
      ],
    }),
    await written('crisisTexts', 'messages', {
      rows: [{ sheetId: 's1', role: 'name', text: 'gourdes pomme-fraise' }],
    }),
  ];
  if (window !== undefined)
    metrics.push(
      await written('observationWindows', 'share', {
        rows: [
          { stage: 'public', kind: 'window', from: new Date(window[0]), to: new Date(window[1]) },
          { stage: 'private', kind: 'window', from: new Date('2026-01-01'), to: new Date('2026-07-01') },
        ],
      }),
    );
  return crisisFindings(telling(metrics, { zone, brand: 'Maison Brel' }));
}

describe('a crisis', () => {
  it('is a sentence: what, how many, when and what the press did', async () => {
    const [finding] = await told('Europe/Paris', 13);
    expect(plain(finding?.title ?? '')).toBe(
      'Sécurité et rappels, « gourdes pomme-fraise » : 97 messages critiques du 6 au 8 mars, puis 4 articles de presse',
    );
    expect(plain(finding?.text ?? '')).toMatch(
      /^13 dossiers privés sur le même sujet avant le débordement, le premier 70 h plus tôt, sans réponse jusque-là\. Pointe : \d+ messages en une heure, le 6 mars/,
    );
    expect(plain(finding?.action?.text ?? '')).toBe(
      'Suivre chaque jour les dossiers privés : 13 sur « sécurité et rappels » précédaient la crise, le premier de 70 h.',
    );
  });

  it('tells no rise that was not seen to rise and no calm that was not seen to come back', async () => {
    const of = async (window: readonly [string, string]): Promise<readonly boolean[]> => {
      const [finding] = await told('Europe/Paris', 13, 40, {}, window);
      const text = plain(finding?.text ?? '');
      return [
        text.includes('ne montrent rien des deux jours d’avant'),
        text.includes('retour au calme'),
        finding?.action !== null,
      ];
    };
    expect(await of(['2026-02-20', '2026-03-20'])).toEqual([false, true, true]);
    // a download of the latest messages: it begins and ends with them
    expect(await of(['2026-03-05', '2026-03-09'])).toEqual([true, false, false]);
    expect(await of(['2026-02-20', '2026-03-09'])).toEqual([false, false, true]);
  });

  it('says whether as many private cases come anyhow, and then tells no first one', async () => {
    const of = async (usualCases: number, moreThanUsual: boolean): Promise<readonly string[]> => {
      const [finding] = await told('Europe/Paris', 13, 40, { usualCases, moreThanUsual });
      return [
        plain(finding?.text.split('. ')[0] ?? ''),
        plain(finding?.action?.text ?? '').split(' :')[0] ?? '',
        finding?.chart?.events.map(({ label }) => label).join(', ') ?? '',
      ];
    };
    expect(await of(1.94, true)).toEqual([
      '13 dossiers privés sur le même sujet avant le débordement (1,9 en temps ordinaire), le premier 70 h plus tôt, sans réponse jusque-là',
      'Suivre chaque jour les dossiers privés',
      'premier dossier privé, débordement, premier article',
    ]);
    expect(await of(10.2, false)).toEqual([
      '13 dossiers privés sur le même sujet dans les 70 h d’avant, pas nettement plus qu’en temps ordinaire (10,2 en moyenne)',
      '',
      'débordement, premier article',
    ]);
  });

  it('has its events on the days of the report’s zone, as its columns and its title', async () => {
    for (const [zone, days] of [
      ['Europe/Paris', ['3 mars', '6 mars', '7 mars']],
      ['America/New_York', ['2 mars', '5 mars', '7 mars']],
      ['UTC', ['3 mars', '5 mars', '7 mars']],
    ] as const) {
      const chart = (await told(zone, 13))[0]?.chart;
      const marks = chart?.series[0]?.marks ?? [];
      expect([zone, chart?.events.map(({ at }) => plain(marks[at]?.label ?? ''))]).toEqual([zone, days]);
    }
  });

  it('says of cases of the very minute that they came then, not 0 min before', async () => {
    const [finding] = await told('Europe/Paris', 2, 40, { warningHours: 0.004, silenceHours: 0.004 });
    expect(plain(finding?.text ?? '')).toMatch(
      /^2 dossiers privés sur le même sujet au moment du débordement\./,
    );
  });

  it('of one private case says one, and calls for no watch', async () => {
    const [finding] = await told('Europe/Paris', 1);
    expect(plain(finding?.text ?? '')).toMatch(
      /^1 dossier privé sur le même sujet avant le débordement, 70 h plus tôt, sans réponse jusque-là\./,
    );
    expect(finding?.action).toBeNull();
  });
});

/** Movements of given sizes that ended on given days of a long corpus, which ends on 30 September 2026. */
async function over(
  movements: readonly (readonly [end: string, messages: number])[],
  { alarm, ...sheet }: MetricRow & { alarm?: Date } = {},
): Promise<Finding[]> {
  const metrics = [
    await written('crisisSheets', 'events', {
      value: movements.length,
      n: 2000,
      rows: movements.map(([day, messages], at) => ({
        sheetId: `s${at}`,
        kind: 'badBuzz',
        brand: 'Maison Brel',
        drivers: ['safety'],
        product: `produit ${at}`,
        start: new Date(Date.parse(`${day}T10:00:00Z`) - 2 * DAY),
        end: new Date(`${day}T10:00:00Z`),
        messages,
        peakAt: null,
        privateCases: 0,
        warningHours: null,
        silenceHours: null,
        firstPrivateAt: null,
        articles: 0,
        firstArticleAt: null,
        ...sheet,
      })),
    }),
    await written('alertRules', 'events', {
      rows:
        alarm === undefined
          ? []
          : [{ brand: 'Maison Brel', rule: 'cusum', alertNow: true, lastAlarmAt: alarm }],
    }),
    await written('crisisTimeline', 'messages', {
      rows: ['2021-10-01', '2026-09-30'].map((day) => ({ sheetId: null, day, messages: 4 })),
    }),
  ];
  return crisisFindings({
    ...telling(metrics, { zone: 'Europe/Paris', brand: 'Maison Brel' }),
    words: wordsOf('fr', 'Europe/Paris', true),
  });
}

describe('crises of a long period', () => {
  it('are as new as their age lets them: whole for a quarter, then half with each', () => {
    expect([0, 92, 184, 276].map((days) => recency(days * DAY))).toEqual([1, 1, 0.5, 0.25]);
  });

  it('lead with what matters at the end, and name the largest of the past as past', async () => {
    const found = await over([
      ['2022-03-16', 220],
      ['2026-09-22', 60],
    ]);
    expect(found.map(({ id, title }) => [id, plain(title)])).toEqual([
      [
        'crisis-1',
        'Sécurité et rappels, « produit 1 » : 60 messages critiques du 20 au 22 septembre 2026, sans article de presse',
      ],
      [
        'past-crisis',
        'Pour mémoire : sécurité et rappels, « produit 0 », 220 messages critiques du 14 au 16 mars 2022',
      ],
    ]);
    const [now, then] = found.map(({ rank }) => rank);
    expect(now?.novelty).toBe(1);
    expect(then?.novelty).toBeLessThan(0.001);
    expect(now?.score ?? 0).toBeGreaterThan(then?.score ?? 1);
  });

  it('show four at most, the largest of the last quarters, and the largest of the past besides', async () => {
    const found = await over([
      ['2022-03-16', 900],
      ['2023-03-16', 220],
      ['2026-09-02', 20],
      ['2026-09-08', 30],
      ['2026-09-14', 40],
      ['2026-09-20', 50],
      ['2026-09-26', 25],
    ]);
    expect(found.map(({ id, figures }) => [id, figures[0]?.value])).toEqual([
      ['crisis-1', 50],
      ['crisis-2', 40],
      ['crisis-3', 30],
      ['crisis-4', 25],
      ['past-crisis', 900],
    ]);
  });

  it('tell each old one as past, none of them before what is new', async () => {
    const found = await over([
      ['2022-03-16', 220],
      ['2023-03-16', 90],
      ['2026-09-22', 60],
    ]);
    expect(found.map(({ id, title }) => [id, plain(title).split(' :')[0]])).toEqual([
      ['crisis-1', 'Sécurité et rappels, « produit 2 »'],
      ['past-crisis-2', 'Pour mémoire'],
      ['past-crisis', 'Pour mémoire'],
    ]);
  });

  it('weigh what they are of their own quarter, not of five years', async () => {
    const day = (at: string, messages: number): MetricRow => ({ day: at, messages, brand: 'Maison Brel' });
    const timeline = await written('crisisTimeline', 'messages', {
      rows: [
        day('2022-03-16', 9000),
        day('2026-06-22', 40),
        day('2026-06-23', 50),
        day('2026-09-22', 70),
        day('2026-09-23', 900),
      ].map((row) => ({ sheetId: null, ...row })),
    });
    const share = (sheet: MetricRow): number =>
      shareOfQuarter(sheet, 600, telling([timeline], { brand: 'Maison Brel' }));
    const sheet = { brand: 'Maison Brel', messages: 60, end: new Date('2026-09-22T10:00:00Z') };
    // of 70 + 50, the 92 days before 22 September at 10:00
    expect(share(sheet)).toBe(0.5);
    // another brand has no days: of all that are critical
    expect(share({ ...sheet, brand: 'Ferme Anou' })).toBe(0.1);
  });

  it('are in alert at the end where the alarm rang in them, and calm again where it did not', async () => {
    const peak = { peakAt: new Date('2026-09-28T12:00:00Z'), peakMessages: 7 };
    const texts = async (end: string, rang: string): Promise<string> =>
      plain((await over([[end, 60]], { ...peak, alarm: new Date(rang) }))[0]?.text ?? '');
    expect(await texts('2026-09-30', '2026-09-30T11:00:00Z')).toBe(
      'Pointe : 7 messages en une heure, le 28 septembre 2026. Une alerte est en cours à la fin des exports.',
    );
    expect(await texts('2026-05-20', '2026-09-30T11:00:00Z')).toBe(
      'Pointe : 7 messages en une heure, le 28 septembre 2026 ; retour au calme le 20 mai 2026.',
    );
  });

  it('of a quarter or two none is past', async () => {
    expect((await over([['2026-04-20', 90]])).map(({ id }) => id)).toEqual(['crisis-1']);
  });
});

describe('a movement that no article is known to report', () => {
  const words = wordsOf('fr', 'Europe/Paris');
  it.each([
    [0, ', sans article de presse'],
    [1, ' ; 1 article de presse sur la marque ces jours-là'],
    [4, ' ; 4 articles de presse sur la marque ces jours-là'],
  ])('with %i articles on the brand around: %s', (nearArticles, said) => {
    expect(plain(besidePress({ nearArticles }, words))).toBe(said);
  });
});
