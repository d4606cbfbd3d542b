import { expect, it } from 'vitest';
import { articlesNear } from '../../../src/metrics/crisis/burst-articles.js';
import { publicBursts } from '../../../src/metrics/crisis/crisis-bursts.js';
import type { CriticalMessage, ReportingArticle } from '../../../src/metrics/crisis/public-movement.js';

const HOUR = 3_600_000,
  DAY = 24 * HOUR;
const message = (id: string, at: number, products: readonly string[]): CriticalMessage => ({
  messageId: id,
  at,
  brand: 'Brel',
  drivers: ['price'],
  products,
  places: [],
  textKey: null,
  reach: null,
  authorKey: null,
});
const article = (id: string, at: number, more: Partial<ReportingArticle>): ReportingArticle => ({
  messageId: id,
  at,
  dayOnly: false,
  brands: ['Brel'],
  drivers: [],
  products: [],
  lead: null,
  leadProducts: [],
  source: 's',
  title: 't',
  sentiment: 'neutral',
  ...more,
});
/** A message every three days, then forty in as many half hours from day 60 on. */
const movementOf = (products: (at: number) => readonly string[], articles: readonly ReportingArticle[]) => ({
  mainBrand: 'Brel',
  messages: [
    ...Array.from({ length: 20 }, (_, at) => message(`calm${at}`, at * 3 * DAY, [])),
    ...Array.from({ length: 40 }, (_, at) => message(`m${at}`, 60 * DAY + (at * HOUR) / 2, products(at))),
    message('end', 100 * DAY, []),
  ],
  undated: 0,
  articles,
  reported: new Map<string, ReadonlySet<string>>(),
});
const reporting = (...given: Parameters<typeof movementOf>): string[] =>
  (publicBursts(movementOf(...given)).find(({ driver }) => driver === 'price')?.articles ?? []).map(
    ({ messageId }) => messageId,
  );

it('an article that names no driver reports a burst when it names the product of most of its messages, from its start to a week after', () => {
  const tart = { products: ['tarte'] };
  const articles = [
    article('of the subject', 61 * DAY, { drivers: ['price'] }),
    article('of the product', 62 * DAY, tart),
    article('of another subject', 62 * DAY, { ...tart, drivers: ['taste'] }),
    article('of another product', 62 * DAY, { products: ['flan'] }),
    article('of none', 62 * DAY, {}),
    article('of another brand', 62 * DAY, { ...tart, brands: ['Autre'] }),
    article('friendly', 62 * DAY, { ...tart, sentiment: 'positive' }),
    article('of it in its first sentence', 60.5 * DAY, { leadProducts: ['tarte'] }),
    article('in passing, later', 62 * DAY, { leadProducts: ['tarte'] }),
    article('before', 60 * DAY - HOUR, tart),
    article('late', 69 * DAY, tart),
  ];
  expect(reporting((at) => (at % 4 === 0 ? ['flan'] : ['tarte']), articles)).toEqual([
    'of the subject',
    'of the product',
    'of it in its first sentence',
  ]);
  // half of the messages, or too few of them, are about no product
  expect(reporting((at) => [at % 2 === 0 ? 'flan' : 'tarte'], articles)).toEqual(['of the subject']);
  expect(reporting((at) => (at < 4 ? ['tarte'] : []), articles)).toEqual(['of the subject']);
});

it('where messages name no product, that of two titles on the subject brings those on the product', () => {
  const about = (id: string, at: number): ReportingArticle =>
    article(id, at, { drivers: ['price'], products: ['tarte'] });
  const other = article('of the product', 62 * DAY, { products: ['tarte'] });
  const none = (): readonly string[] => [];
  expect(reporting(none, [about('a', 61 * DAY), about('b', 61 * DAY), other])).toEqual([
    'a',
    'b',
    'of the product',
  ]);
  expect(reporting(none, [about('a', 61 * DAY), other])).toEqual(['a']);
});

it('articles on the brand around a movement that no word ties to it are counted beside', () => {
  const near = article('near', 58 * DAY, {});
  const inside = article('inside', 60 * DAY, {});
  const movement = { brand: 'Brel', start: 60 * DAY, end: 61 * DAY, articles: [inside] };
  const all = [
    near,
    inside,
    article('early', 56 * DAY, {}),
    article('late', 69 * DAY, {}),
    article('of another subject', 60 * DAY, { drivers: ['taste'] }),
    article('of another brand', 60 * DAY, { brands: ['Autre'] }),
    article('of no brand', 60 * DAY, { brands: [] }),
    article('friendly', 60 * DAY, { sentiment: 'positive' }),
  ];
  expect(articlesNear(movement, all)).toBe(1);
});
