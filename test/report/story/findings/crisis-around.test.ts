import { describe, expect, it } from 'vitest';
import { crisisAroundFindings } from '../../../../src/report/story/findings/crisis-around.js';
import { crisisFindings } from '../../../../src/report/story/findings/crisis.js';
import type { Telling } from '../../../../src/report/story/reading.js';
import type { MetricRow } from '../../../../src/model/index.js';
import { plain, telling, written } from '../../written.js';

const AROUND = {
  sheetId: 's1',
  kind: 'crisis',
  name: 'gourdes pomme-fraise',
  product: null,
  brand: 'Maison Brel',
  drivers: ['safety'],
  start: new Date('2026-03-05T10:00:00Z'),
  end: new Date('2026-03-08T10:00:00Z'),
  messages: 97,
  messagesInside: 31,
  articles: 4,
  beganBefore: true,
  goesOn: true,
};
const SHEET = {
  ...AROUND,
  sheetId: 's2',
  start: new Date('2026-03-07T08:00:00Z'),
  messages: 31,
  peakAt: new Date('2026-03-07T09:00:00Z'),
  peakMessages: 5,
  privateCases: 0,
  warningHours: null,
  silenceHours: null,
  firstPrivateAt: null,
  firstArticleAt: null,
};

async function toldFrom(around: MetricRow, sheets: readonly MetricRow[] = []): Promise<Telling> {
  const metrics = [
    await written('crisisAround', 'events', { value: 1, n: 3, rows: [around] }),
    ...(sheets.length === 0
      ? []
      : [
          await written('crisisSheets', 'events', { value: sheets.length, n: 40, rows: sheets }),
          await written('crisisTimeline', 'messages', { rows: [{ sheetId: null, day: '2026-03-13' }] }),
        ]),
  ];
  return telling(metrics, { zone: 'Europe/Paris', brand: 'Maison Brel' });
}

describe('a part of a corpus inside a movement', () => {
  it.each([
    [
      { beganBefore: true, goesOn: true },
      'a commencé le 5 mars 2026, avant cette période, et continue après, jusqu’au 8 mars 2026',
    ],
    [
      { beganBefore: true, goesOn: false },
      'a commencé le 5 mars 2026, avant cette période, et y finit le 8 mars 2026',
    ],
    [
      { beganBefore: false, goesOn: true },
      'commence le 5 mars 2026 et continue après cette période, jusqu’au 8 mars 2026',
    ],
    [{ beganBefore: false, goesOn: false }, 'va du 5 au 8 mars, dans cette période'],
  ])('says when it began and ends, %o', async (sides, said) => {
    const [finding] = crisisAroundFindings(await toldFrom({ ...AROUND, ...sides }));
    expect(plain(finding?.title ?? '')).toBe(
      `Un mouvement ${said} : Sécurité et rappels, « gourdes pomme-fraise »`,
    );
    expect(plain(finding?.text ?? '')).toBe('31 de ses 97 messages critiques sont dans la période.');
    expect(finding?.figures.map(({ value, row }) => [value, row])).toEqual([
      [97, { sheetId: 's1' }],
      [31, { sheetId: 's1' }],
    ]);
  });

  it('is told with the movement that the part shows, not beside it, where both are one', async () => {
    const both = await toldFrom(AROUND, [SHEET]);
    expect(crisisAroundFindings(both)).toEqual([]);
    expect(plain(crisisFindings(both)[0]?.text ?? '')).toMatch(
      /^Vu sur tout le corpus, ce mouvement a commencé le 5 mars 2026, .* \(97 messages critiques en tout\)\./,
    );
  });

  it('is told in its whole size where the period alone hears few voices beside the press', async () => {
    const few = { ...SHEET, kind: 'reported', messages: 13, articles: 2 };
    for (const [inside, said] of [
      [31, '97 messages critiques du 5 au 8 mars, dont 31 dans cette période, puis 4 articles de presse'],
      [97, '97 messages critiques du 5 au 8 mars, puis 4 articles de presse'],
    ] as const) {
      const around = { ...AROUND, messagesInside: inside, beganBefore: false, goesOn: inside < 97 };
      const [finding] = crisisFindings(await toldFrom(around, [few]));
      expect(plain(finding?.title ?? '')).toBe(`Sécurité et rappels : ${said}`);
      expect(finding?.figures.map(({ metric, value }) => [metric, value])).toEqual(
        expect.arrayContaining([
          ['crisisAround', 97],
          ['crisisAround', inside],
          ['crisisAround', 4],
        ]),
      );
    }
    const [alone] = crisisFindings(await toldFrom({ ...AROUND, brand: 'Ferme Anou' }, [few]));
    const [within] = crisisFindings(await toldFrom({ ...AROUND, goesOn: false }, [few]));
    expect(plain(within?.action?.text ?? '')).toMatch(/^Publier une réponse unique/);
    expect(plain(alone?.action?.text ?? '')).toMatch(/^Préparer une réponse à la presse/);
    expect(plain(alone?.title ?? '')).toMatch(/peu de voix \(13 messages critiques/);
  });

  it('stands by itself where the part shows a movement about something else, or of other days', async () => {
    for (const other of [
      { ...SHEET, drivers: ['price'] },
      { ...SHEET, start: new Date('2026-03-12T08:00:00Z'), end: new Date('2026-03-13T08:00:00Z') },
      { ...SHEET, brand: 'Ferme Anou' },
    ]) {
      const both = await toldFrom(AROUND, [other]);
      expect(crisisAroundFindings(both)).toHaveLength(1);
      expect(plain(crisisFindings(both)[0]?.text ?? '')).not.toMatch(/tout le corpus/);
    }
  });
});
