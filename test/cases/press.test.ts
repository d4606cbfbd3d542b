import { describe, expect, it } from 'vitest';
import { PRESS, PUBLIC } from '../../src/cases/case-message.js';
import { linkPress } from '../../src/cases/press.js';
import { buildUnits } from '../../src/cases/units.js';
import { wordsOf } from '../../src/cases/word-hashes.js';
import { caseMessage } from './case-messages.js';

const HOUR = 3_600_000;
const SAFETY = 1,
  PACKAGING = 2;
const TEXT = 'des morceaux de métal dans la conserve de ratatouille';

type Message = Partial<Parameters<typeof caseMessage>[0]>;

/** Posts an hour apart, each with what is its own, and one article two days later: how many posts it is linked to. */
function linkedTo(posts: readonly Message[], article: Message = {}): number {
  const messages = [
    ...posts.map((post, row) =>
      caseMessage({
        row,
        stage: PUBLIC,
        author: row + 1,
        sentAt: row * HOUR,
        drivers: SAFETY,
        words: wordsOf(TEXT),
        ...post,
      }),
    ),
    caseMessage({
      row: posts.length,
      stage: PRESS,
      complaint: false,
      sentAt: 50 * HOUR,
      drivers: SAFETY,
      words: wordsOf(`${TEXT} : le fabricant rappelle un lot`),
      ...article,
    }),
  ];
  return linkPress(messages, buildUnits(messages)).length;
}
const reported = (posts: number, post: Message, article: Message = {}): number =>
  linkedTo(
    Array.from({ length: posts }, () => post),
    article,
  );

describe('linkPress', () => {
  it('links an article to every post of the movement it reports', () => {
    expect(reported(5, {})).toBe(5);
  });

  it('takes other words of a post for no sign against a report of its burst, for one where posts come one by one', () => {
    const own = { words: wordsOf('tout a fini à la poubelle, merci bien') };
    // thirty posts within half an hour between two a week before and after
    const burst = Array.from({ length: 32 }, (_, at): Message => ({
      ...own,
      sentAt: at === 0 ? -200 * HOUR : at === 31 ? 200 * HOUR : (at * HOUR) / 60,
    }));
    expect(linkedTo(burst)).toBe(30);
    expect(linkedTo(Array.from({ length: 4 }, () => own))).toBe(0);
  });

  it('links no post that came after the article, of one with only a day those of its first half', () => {
    const posts = Array.from({ length: 24 }, (): Message => ({}));
    expect(linkedTo(posts, { sentAt: 11.5 * HOUR })).toBe(12);
    expect(linkedTo(posts, { sentAt: 0, dayOnly: true })).toBe(12);
    expect(linkedTo(posts, { sentAt: -24 * HOUR, dayOnly: true })).toBe(0);
  });

  it('takes an article that comes with a second burst for a report of that one, whatever the first', () => {
    const own = { words: wordsOf('tout a fini à la poubelle, merci bien') };
    const burst = (from: number): Message[] =>
      Array.from({ length: 30 }, (_, at) => ({ ...own, sentAt: from + (at * HOUR) / 60 }));
    const both = [...burst(0), ...burst(350 * HOUR)];
    expect(linkedTo(both, { sentAt: 2 * HOUR })).toBe(30);
    expect(linkedTo(both, { sentAt: 352 * HOUR })).toBe(30);
    expect(linkedTo(burst(0), { sentAt: 400 * HOUR })).toBe(0);
  });

  it('links no article on another driver, product or brand, whatever the words', () => {
    expect(reported(5, { drivers: PACKAGING })).toBe(0);
    expect(reported(5, { product: 7 }, { product: 8 })).toBe(0);
    expect(reported(5, { brand: 2 })).toBe(0);
  });

  it('links no article that is read as on no driver, nor posts that are on none', () => {
    expect(reported(5, {}, { drivers: 0 })).toBe(0);
    expect(reported(5, { drivers: 0 })).toBe(0);
  });

  it('a movement is on one product: two posts on one and two on another are none, those that name none join', () => {
    const on = (products: readonly number[]): number => linkedTo(products.map((product) => ({ product })));
    expect(on([7, 7, 8, 8])).toBe(0);
    expect(on([7, 7, 8, 8, 0])).toBe(5);
    expect(on([7, 7, 7, 8])).toBe(3);
  });

  it('needs a movement: two posts make none', () => {
    expect(reported(2, {})).toBe(0);
  });
});
