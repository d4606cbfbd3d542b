import { describe, expect, it } from 'vitest';
import { crisisTimeline } from '../../../src/metrics/crisis/crisis-timeline.js';
import { crisisSheets } from '../../../src/metrics/crisis/crisis-sheets.js';
import type { DriverId, EnrichedMessage } from '../../../src/model/index.js';
import { seededRandom } from '../../../src/util/random.js';
import { turnsOf } from '../../turns.js';
import { fakeCorpus } from '../fake-corpus.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
type Row = Partial<EnrichedMessage>;

const CALM = [
  'la caisse avance lentement',
  'les rayons sont mal tenus',
  'le parking reste sombre',
  'accueil froid au comptoir',
];
const CAPS = [
  'le bouchon du sirop se fend',
  'bouchon du sirop qui fuit partout',
  'un bouchon fendu dans mon sirop',
];
/** The same said in words that no subject is read from. */
const SYRUP = [
  'du sirop sur toute la table',
  'sirop renversé dans mon sac',
  'encore une bouteille de sirop collante',
];
const GUARD = [
  'le vigile a fouillé ma fille',
  'fouille humiliante par le vigile',
  'ce vigile hurle sur les clients',
];

const message = (text: string, sentAt: number, drivers: DriverId[], more: Row = {}): Row => ({
  stage: 'public',
  sentiment: 'negative',
  text: `${text} ${Math.round(sentAt / 1000)}`,
  textKey: `${text} ${sentAt}`,
  brands: ['Brel'],
  drivers,
  sentAt,
  ...more,
});

/** Two messages a day over three months. */
const calm = (): Row[] => {
  const next = seededRandom(11),
    rows: Row[] = [];
  for (let at = 0; at < 90 * DAY; at -= Math.log(1 - next()) * 12 * HOUR)
    rows.push(message(CALM[rows.length % 4] as string, at, ['store']));
  return rows;
};
/** Sixty posts, half of those to come each ten hours. */
const crisis = (texts: readonly string[], from: number, drivers: readonly DriverId[][]): Row[] =>
  Array.from({ length: 60 }, (_, k) =>
    message(texts[k % texts.length] as string, from - Math.log2(1 - k / 61) * 10 * HOUR, [
      ...(drivers[k % drivers.length] as DriverId[]),
    ]),
  );

const sheetsOf = async (messages: Row[]) => {
  const corpus = await fakeCorpus({ messages });
  const rows = (await crisisSheets(corpus)).rows();
  return rows;
};

describe('movements, one a cause', () => {
  it('finds none in calm, and one within the hour in which it starts, by its name, product and place', async () => {
    expect(await sheetsOf(calm())).toEqual([]);
    const from = 40 * DAY;
    const [sheet, ...more] = await sheetsOf([
      ...calm(),
      ...crisis(CAPS, from, [['packaging']]).map((row, at) => ({
        ...row,
        products: ['sirop'],
        places: at % 3 === 0 ? ['Laval'] : [],
      })),
    ]);
    expect(more).toEqual([]);
    expect(Math.abs(Number(sheet?.start) - from)).toBeLessThan(HOUR);
    expect(sheet).toMatchObject({ drivers: ['packaging'], product: 'sirop', place: 'Laval' });
    expect(sheet?.name).toMatch(/bouchon|sirop/);
    // the last few of sixty come hours apart
    expect(sheet?.messages).toBeGreaterThan(50);
    expect(sheet?.texts).toBe(sheet?.messages);
  });

  it('opens with the first message on its subject, before the rush, and leaves out one of the day before', async () => {
    const from = 40 * DAY,
      [first, stray] = [from - 0.8 * HOUR, from - 20 * HOUR].map((at) =>
        message(CAPS[0] as string, at, ['packaging']),
      ) as [Row, Row];
    const [sheet] = await sheetsOf([...calm(), stray, first, ...crisis(CAPS, from, [['packaging']])]);
    expect(Number(sheet?.start)).toBe(first.sentAt);
  });

  it('makes two sheets of two crises two days apart, on two subjects or on one', async () => {
    for (const drivers of [['packaging', 'staff'] as const, ['staff', 'staff'] as const]) {
      const rows = await sheetsOf([
        ...calm(),
        ...crisis(CAPS, 40 * DAY, [[drivers[0] as DriverId]]),
        ...crisis(GUARD, 42 * DAY, [[drivers[1] as DriverId]]),
      ]);
      expect(rows.map(({ start }) => Math.round(Number(start) / DAY))).toEqual([40, 42]);
    }
  });

  it('tells two that overlap apart, and takes one told under two subjects for one', async () => {
    const both = await sheetsOf([
      ...calm(),
      ...crisis(CAPS, 40 * DAY, [['packaging']]),
      ...crisis(GUARD, 40 * DAY + 8 * HOUR, [['staff']]),
    ]);
    expect(both.map(({ drivers }) => drivers[0])).toEqual(['packaging', 'staff']);
    const one = await sheetsOf([...calm(), ...crisis(CAPS, 40 * DAY, [['packaging'], ['safety']])]);
    expect(one).toHaveLength(1);
    expect(one[0]?.messages).toBeGreaterThan(50);
  });

  it('takes what is told under no subject for the cause whose words it holds, and for another else', async () => {
    const told = [...calm(), ...crisis(CAPS, 40 * DAY, [['packaging']])];
    const [sheet, ...more] = await sheetsOf([...told, ...crisis(SYRUP, 40 * DAY + 8 * HOUR, [[]])]);
    expect(more).toEqual([]);
    expect(sheet?.messages).toBeGreaterThan(100);
    const two = await sheetsOf([...told, ...crisis(GUARD, 40 * DAY + 8 * HOUR, [[]])]);
    expect(two.map(({ name }) => /vigile|fouill/.test(name ?? '')).toSorted()).toEqual([false, true]);
  });

  it('leaves nothing out of what is told under no subject beside two that tell little of it', async () => {
    const from = 40 * DAY;
    const some = (rows: Row[], share: number): Row[] => rows.filter((_, at) => at % share === 0);
    const told = [
      ...some(crisis(CAPS, from, [['packaging']]), 3),
      ...some(crisis(GUARD, from + 8 * HOUR, [['staff']]), 3),
      ...crisis(SYRUP, from, [[]]),
    ];
    const sheets = await sheetsOf([...calm(), ...told]);
    expect(sheets.reduce((sum, { messages }) => sum + messages, 0)).toBeGreaterThan(0.9 * told.length);
  });

  it('lets others have their turn for each stream whose calm it learns, and each movement', async () => {
    const corpus = await fakeCorpus({
      messages: [
        ...calm(),
        ...crisis(CAPS, 40 * DAY, [['packaging']]),
        ...crisis(GUARD, 60 * DAY, [['staff']]),
      ],
    });
    // all together, two subjects; two movements
    expect(await turnsOf(() => crisisTimeline(corpus))).toBeGreaterThanOrEqual(5);
  });

  it('makes no sheet of two messages and a friendly article, nor of copies of one text', async () => {
    const article = { stage: 'press', kind: 'article', drivers: ['packaging'], sentAt: 41 * DAY } as const;
    const voices = [1, 2].map((n) => message(CAPS[n] as string, 40 * DAY + n * HOUR, ['packaging']));
    expect(await sheetsOf([...calm(), ...voices, { ...article, sentiment: 'positive' }])).toEqual([]);
    expect(await sheetsOf([...calm(), ...voices, { ...article, sentiment: 'neutral' }])).toEqual([]);
  });
});
