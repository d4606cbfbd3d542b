import { describe, expect, it } from 'vitest';
import { PRESS, PRIVATE, PUBLIC } from '../../../src/cases/messages/case-message.js';
import { linkPress, ofCase } from '../../../src/cases/press/press.js';
import { buildUnits, type Unit } from '../../../src/cases/units/units.js';
import { wordsOf } from '../../../src/cases/messages/word-hashes.js';
import { createDraw, type Draw } from '../../../src/simulate/draw.js';
import { caseMessage } from '../case-messages.js';

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

/** Thirty posts within half an hour, and one so many hours before and after. */
const burstAmid = (hours: number, own: Message = {}): Message[] =>
  Array.from({ length: 32 }, (_, at) => ({
    ...own,
    sentAt: at === 0 ? -hours * HOUR : at === 31 ? hours * HOUR : (at * HOUR) / 60,
  }));

describe('linkPress', () => {
  it('links an article to every post of the movement it reports', () => {
    expect(reported(5, {})).toBe(5);
  });

  it('takes other words of a post for no sign against a report of its burst, for one where posts come one by one', () => {
    const own = { words: wordsOf('tout a fini à la poubelle, merci bien') };
    expect(linkedTo(burstAmid(1000, own))).toBe(30);
    expect(linkedTo(Array.from({ length: 4 }, () => own))).toBe(0);
  });

  it('ties a burst to its only article where over a fortnight without one is seen, not in less', () => {
    expect([150, 200].map((hours) => linkedTo(burstAmid(hours)))).toEqual([0, 30]);
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

  it('ties no posts in its words to an article that reports a burst, but those of the burst', () => {
    const posts = [0, 1, 2].map((at): Message => ({ sentAt: at * 24 * HOUR }));
    const burst = Array.from({ length: 30 }, (_, at): Message => ({
      sentAt: 200 * HOUR + (at * HOUR) / 60,
      words: wordsOf('tout a fini à la poubelle, merci bien'),
    }));
    expect(linkedTo(posts, { sentAt: 202 * HOUR })).toBe(3);
    expect(linkedTo([...posts, ...burst], { sentAt: 202 * HOUR })).toBe(30);
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

describe('ofCase', () => {
  interface Sent {
    readonly stage: number;
    readonly at: number;
    readonly drivers: number;
    readonly ofMovement: boolean;
    /** When the case began that a post goes public for, and whether that is of the movement. */
    readonly own?: number;
  }

  type Came = Pick<Sent, 'at' | 'ofMovement'>;

  /** Sixty days of one subject with a burst, and the articles that `reports` makes of its posts. */
  function subject(
    draw: Draw,
    drivers: number,
    start: number,
    reports: (posts: readonly Came[]) => readonly Came[],
  ): Sent[] {
    const anywhen = (n: number): Came[] =>
      Array.from({ length: n }, () => ({ at: 1440 * draw.uniform(), ofMovement: false }));
    const after = (n: number, mean: number): Came[] =>
      Array.from({ length: n }, () => ({ at: start + draw.exponential(1 / mean), ofMovement: true }));
    const cases = [...anywhen(draw.poisson(36)), ...after(draw.poisson(6), 30)];
    const posts = [
      ...cases
        .filter(() => draw.chance(0.4))
        .map(({ at, ofMovement }) => ({ at: at + draw.exponential(1 / 20), ofMovement, own: at })),
      ...anywhen(30),
      ...after(40, 20),
    ];
    return [
      ...cases.map((one) => ({ ...one, stage: PRIVATE, drivers })),
      ...posts.map((one) => ({ ...one, stage: PUBLIC, drivers })),
      ...reports(posts).map((one) => ({ ...one, stage: PRESS, drivers })),
    ];
  }

  /** Three subjects with articles that any post sets off, as the model has it, and some that come by themselves. */
  function ofAnyPost(seed: number): Sent[] {
    const draw = createDraw(seed),
      perPost = draw.pick([0.01, 0.05]);
    return [1, 2, 4].flatMap((drivers) =>
      subject(draw, drivers, 200 + 1000 * draw.uniform(), (posts) => [
        ...posts.flatMap(({ at, ofMovement }) =>
          Array.from({ length: draw.poisson(perPost) }, () => ({
            at: at + draw.exponential(1 / 40),
            ofMovement,
          })),
        ),
        ...Array.from({ length: draw.poisson(0.5) }, () => ({
          at: 1440 * draw.uniform(),
          ofMovement: false,
        })),
      ]),
    );
  }

  /** One subject whose only article always reports its burst. */
  const ofItsBurst = (seed: number): Sent[] =>
    subject(createDraw(seed), SAFETY, 720, () => [{ at: 810, ofMovement: true }]);

  interface Told {
    readonly ofPost: number;
    readonly said: number;
    readonly right: boolean;
  }

  /** What is said of the cases that go public in a burst before an article, and what is true. */
  function told(sent: readonly Sent[]): Told[] {
    const messages = sent.map(({ stage, at, drivers }, row) =>
      caseMessage({
        row,
        stage,
        author: row + 1,
        thread: row + 1,
        drivers,
        sentAt: at * HOUR,
        complaint: stage !== PRESS,
      }),
    );
    const units = buildUnits(messages);
    const sentOf = (unit: Unit): Sent => sent[unit.messages[0] as number] as Sent;
    return linkPress(messages, units).flatMap((link) => {
      const post = sentOf(units[link.unit] as Unit),
        first = units.find((unit) => unit.stage === PRIVATE && sentOf(unit).at === post.own);
      if (first === undefined || link.burst === undefined) return [];
      return [
        {
          ofPost: link.probability,
          said: ofCase(link, first).probability,
          right: (sent[link.article] as Sent).ofMovement && post.ofMovement,
        },
      ];
    });
  }

  const DRAWS = 100;
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const said = (some: readonly Told[]): number => mean(some.map((one) => one.said));
  const right = (some: readonly Told[]): number => mean(some.map((one) => Number(one.right)));
  const toldOf = (process: (seed: number) => Sent[]): Told[] =>
    Array.from({ length: DRAWS }, (_, seed) => told(process(seed + 1))).flat();

  it('where any post sets off articles, says of cases that they are of the burst as often as it is so; too little under .5, too much over .8', () => {
    const all = toldOf(ofAnyPost);
    expect(all.length).toBeGreaterThan(300);
    expect(Math.abs(said(all) - right(all))).toBeLessThan(0.05);
    // the posts alone say more
    expect(mean(all.map(({ ofPost }) => ofPost)) - right(all)).toBeGreaterThan(0.15);
    const over = [0, 0.1, 0.5, 0.7, 0.8].map((low, at, bins) => {
      const some = all.filter((one) => one.said >= low && one.said < (bins[at + 1] ?? 1));
      return said(some) - right(some);
    }) as [number, number, number, number, number];
    for (const at of [0, 2, 3] as const) expect(Math.abs(over[at])).toBeLessThan(0.1);
    expect([over[1] < 0, over[1] > -0.15]).toEqual([true, true]);
    expect([over[4] > 0, over[4] < 0.15]).toEqual([true, true]);
  });

  it('says too little where the only article always reports the burst', () => {
    const all = toldOf(ofItsBurst);
    expect(all.length).toBeGreaterThan(150);
    // .51 for .69
    expect(right(all) - said(all)).toBeGreaterThan(0.1);
    expect(right(all) - said(all)).toBeLessThan(0.22);
  });
});
