import { describe, expect, it } from 'vitest';
import type {
  CriticalMessage,
  PublicMovement,
  ReportingArticle,
} from '../../../src/metrics/crisis/public-movement.js';
import { withOtherArticles, type Movement } from '../../../src/metrics/crisis/reporting-articles.js';

const DAY = 86_400_000;
const message = (
  id: string,
  day: number,
  driver = 'safety',
  textKey: number | null = null,
): CriticalMessage => ({
  messageId: id,
  at: day * DAY,
  brand: 'Brel',
  drivers: [driver],
  products: [],
  places: [],
  textKey,
  reach: null,
  authorKey: null,
});
const article = (id: string, day: number, more: Partial<ReportingArticle> = {}): ReportingArticle => ({
  messageId: id,
  at: day * DAY,
  dayOnly: false,
  brands: ['Brel'],
  drivers: ['safety'],
  products: [],
  lead: null,
  leadProducts: [],
  source: 's',
  title: 't',
  sentiment: 'neutral',
  ...more,
});
const movement = (
  messages: readonly CriticalMessage[],
  articles: readonly ReportingArticle[],
  reported: Readonly<Record<string, readonly string[]>> = {},
): PublicMovement => ({
  mainBrand: 'Brel',
  messages,
  undated: 0,
  articles,
  reported: new Map(Object.entries(reported).map(([id, ids]) => [id, new Set(ids)])),
});
const told = (found: readonly Movement[]) =>
  found.map(({ burst, messages, articles }) => [
    burst,
    messages.map(({ messageId }) => messageId).join(''),
    articles.map(({ messageId }) => messageId).join(''),
  ]);
/** Four within ten days before day 100, one long before: three times the usual. */
const FEW = [message('z', 0), ...['a', 'b', 'c', 'd'].map((id, at) => message(id, 95 + at))];

describe('articles that no burst explains', () => {
  it('make a movement of the excess on their subject', () => {
    expect(told(withOtherArticles(movement(FEW, [article('P', 100)]), []))).toEqual([[false, 'abcd', 'P']]);
  });
  it('make none of three voices, of the usual, of another subject or brand, nor where they are friendly', () => {
    const none = (messages: readonly CriticalMessage[], more: Partial<ReportingArticle> = {}): unknown =>
      withOtherArticles(movement(messages, [article('P', 100, more)]), []);
    expect(none(FEW.slice(0, 4))).toEqual([]);
    // One every two days over 200: 6.5 expected in 13 days, as many come.
    expect(none(Array.from({ length: 100 }, (_, at) => message(`m${at}`, 2 * at)))).toEqual([]);
    expect(none(FEW, { drivers: ['price'] })).toEqual([]);
    expect(none(FEW, { brands: ['Autre'] })).toEqual([]);
    expect(none(FEW, { sentiment: 'positive' })).toEqual([]);
    expect(none(FEW.map((one) => ({ ...one, textKey: 7 })))).toEqual([]);
  });
  it('report what cases link to them: two texts for one that speaks against the brand', () => {
    const two = [message('a', 90), message('b', 95), message('late', 104), message('old', 70)];
    const linked = { P: ['a', 'b', 'late', 'old'] };
    const found = (sentiment: string): unknown =>
      told(withOtherArticles(movement(two, [article('P', 100, { sentiment })], linked), []));
    expect(found('negative')).toEqual([[false, 'ab', 'P']]);
    expect(found('neutral')).toEqual([]);
  });
  it('follow a movement of their subject within a week, and one that most of their messages are of', () => {
    const burst: Movement = {
      brand: 'Brel',
      start: 95 * DAY,
      end: 98 * DAY,
      messages: FEW.slice(1),
      articles: [article('A', 99)],
      burst: true,
    };
    expect(told(withOtherArticles(movement(FEW, [article('A', 99), article('P', 103)]), [burst]))).toEqual([
      [true, 'abcd', 'AP'],
    ]);
    const early = movement(FEW, [article('P', 91.9), article('Q', 92.1), article('A', 99)]);
    expect(told(withOtherArticles(early, [{ ...burst, articles: [article('A', 98)] }]))).toEqual([
      [true, 'abcd', 'QA'],
    ]);
    const linked = movement(FEW, [article('P', 110, { drivers: [] })], { P: ['b', 'c'] });
    expect(told(withOtherArticles(linked, [burst]))).toEqual([[true, 'abcd', 'AP']]);
  });
  it('that came before enough had spoken follow what a later one shows', () => {
    const early = article('E', 96, { sentiment: 'neutral', drivers: ['safety'] });
    const messages = [message('z', 0), ...['a', 'b', 'c', 'd'].map((id, at) => message(id, 99 + at))];
    expect(told(withOtherArticles(movement(messages, [early, article('P', 101)]), []))).toEqual([
      [false, 'abcd', 'EP'],
    ]);
  });
});
