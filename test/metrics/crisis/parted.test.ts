import { describe, expect, it } from 'vitest';
import { kindsOf, parted, risen } from '../../../src/metrics/crisis/parted.js';
import { textReader } from '../../../src/metrics/crisis/told-texts.js';
import type { PublicBurst } from '../../../src/metrics/crisis/crisis-bursts.js';
import type { CriticalMessage, ReportingArticle } from '../../../src/metrics/crisis/public-movement.js';

const HOUR = 3_600_000;
const START = 1000 * HOUR;

const message = (hour: number, drivers: string[], products: string[] = []): CriticalMessage => ({
  messageId: `${hour} ${drivers.join(' ')} ${products.join(' ')}`,
  at: START + hour * HOUR,
  brand: 'Brel',
  drivers,
  products,
  places: [],
  textKey: null,
  reach: null,
  authorKey: null,
});

const burstOf = (
  driver: string | null,
  start: number,
  hours: number,
  messages: readonly CriticalMessage[],
): PublicBurst => ({
  brand: 'Brel',
  driver,
  level: 2,
  start,
  end: START + hours * HOUR,
  weight: 1,
  messages,
  articles: [],
});

describe('risen', () => {
  const messages = Array.from({ length: 40 }, (_, k) => message(k / 5, ['packaging'], ['sirop']));
  const burst = burstOf('packaging', START, 8, messages);
  const calm = { kinds: [], span: 2000 * HOUR };
  const startOf = (others: readonly CriticalMessage[]): number =>
    (risen(burst, others, calm).start - START) / HOUR;

  it('begins with messages just before on its subject or its product, and on no other', () => {
    expect(startOf([message(-0.5, ['packaging'])])).toBe(-0.5);
    expect(startOf([message(-0.5, ['price'], ['sirop'])])).toBe(-0.5);
    expect(startOf([message(-0.5, ['price'], ['pain']), message(-0.25, [])])).toBe(0);
  });

  it('leaves out those of the day before', () => {
    expect(startOf([message(-30, ['packaging']), message(-15, ['packaging'])])).toBe(0);
  });

  it('drops what it held before its rise', () => {
    const early = {
      ...burst,
      start: START - 20 * HOUR,
      messages: [message(-20, ['packaging']), ...messages],
    };
    expect(risen(early, [], calm).messages).toHaveLength(40);
  });
});

describe('parted', () => {
  const about = (product: string, driver: string, from: number): CriticalMessage[] =>
    Array.from({ length: 40 }, (_, k) => message(from + k / 5, [driver], [product]));
  const article = (messageId: string, drivers: string[], products: string[]): ReportingArticle => ({
    messageId,
    at: START + 50 * HOUR,
    drivers,
    products,
    lead: null,
    leadProducts: [],
    brands: ['Brel'],
    sentiment: 'negative',
    source: null,
    title: null,
    dayOnly: false,
  });

  it('gives an article to the parts that it reports, and to all where it reports none', () => {
    const messages = [...about('sirop', 'packaging', 0), ...about('pain', 'price', 20)];
    const burst = burstOf(null, START, 28, messages);
    const parts = parted(
      {
        ...burst,
        articles: [
          article('packaging', ['packaging'], []),
          article('of sirop', [], ['sirop']),
          article('other', ['staff'], []),
        ],
      },
      ({ at, drivers, products }) => ({ at, drivers, words: new Set(products) }),
      [],
    );
    expect(parts.map(({ articles }) => articles.map(({ messageId }) => messageId))).toEqual([
      ['packaging', 'of sirop', 'other'],
      ['other'],
    ]);
  });
});

describe('parts told under different subjects', () => {
  // 40 texts on a product, 40 on the answers of the brand; `shared` words stand in every second text of both
  const partsOf = (shared: readonly string[]): number => {
    const texts = Array.from({ length: 80 }, (_, k) => {
      const ofProduct = k % 2 === 0;
      return {
        message: message(k / 10, [ofProduct ? 'safety' : 'after-sales'], ofProduct ? ['sirop'] : []),
        words: new Set([
          ...(ofProduct ? ['sirop', 'malade', 'verre'] : ['standard', 'muet', 'siège']),
          ...(k % 4 < 2 ? shared : []),
        ]),
      };
    });
    const messages = texts.map((one) => one.message);
    return parted(
      burstOf(null, START, 8, messages),
      textReader(messages, new Map(texts.map((one) => [one.message.messageId, one.words]))),
      Array.from({ length: 200 }, (_, k) => ({
        at: START - k * HOUR,
        drivers: ['price'],
        words: new Set(['prix', 'cher']),
      })),
    ).length;
  };

  it('are one where they share key words, and two where they share none', () => {
    expect([partsOf(['rappel', 'lot']), partsOf([])]).toEqual([1, 2]);
  });
});

describe('kindsOf', () => {
  it('counts messages of one brand, on the same drivers and products', () => {
    const packaging = ['packaging'],
      none: string[] = [];
    const first = message(1, packaging, none),
      other = { ...message(2, packaging, none), brand: 'Sirocco' },
      priced = message(3, ['price'], none);
    expect(kindsOf([first, other, priced, message(4, packaging, none)])).toEqual([
      { like: first, n: 2 },
      { like: other, n: 1 },
      { like: priced, n: 1 },
    ]);
  });

  it('tells what is usual to a movement: the more of its kind in calm, the later it rises', () => {
    const messages = [
      message(-0.5, ['packaging']),
      ...Array.from({ length: 40 }, (_, k) => message(k / 5, ['packaging'])),
    ];
    const burst = burstOf('packaging', START - HOUR / 2, 8, messages);
    const startAt = (usual: CriticalMessage[]): number =>
      (risen(burst, [], { kinds: kindsOf(usual), span: 100 * HOUR }).start - START) / HOUR;
    const many = (drivers: string[]): CriticalMessage[] =>
      Array.from({ length: 200 }, (_, k) => message(-200 - k, drivers));
    expect([startAt([]), startAt(many(['price'])), startAt(many(['packaging']))]).toEqual([-0.5, -0.5, 0]);
  });
});
