import { describe, expect, it } from 'vitest';
import { seenAround } from '../../../src/metrics/crisis/seen-around.js';
import { fakeCorpus } from '../fake-corpus.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 2, 10, 6);
const END = START + 4 * DAY;
const MAIN = 'Brel';
const movement = { brand: MAIN, start: START, end: END };

/** A movement of ten critical messages, of which so many in each file and channel, and others around it. */
const around = async (
  own: readonly (readonly [file: string, channel: string, n: number])[],
  others: readonly (readonly [file: string, channel: string, sentAt: number])[],
  movements = [movement],
) => {
  const corpus = await fakeCorpus({
    messages: [
      ...own.flatMap(([file, channel, n]) =>
        Array.from({ length: n }, (_, at) => ({
          file,
          channel,
          sentAt: START + ((END - START) * at) / Math.max(1, n - 1),
          sentiment: 'negative' as const,
        })),
      ),
      ...others.map(([file, channel, sentAt]) => ({ file, channel, sentAt, sentiment: 'neutral' as const })),
    ],
  });
  return seenAround(corpus, movements, MAIN);
};

describe('what is seen around a movement', () => {
  it('is nothing where its file begins and ends with it, whatever other files and channels hold', async () => {
    const seen = await around(
      [['latest.csv', 'x-post', 10]],
      [
        ['other.csv', 'review', START - 9 * DAY],
        ['other.csv', 'review', END + 9 * DAY],
      ],
    );
    expect(seen).toEqual([{ seenBefore: false, seenAfter: false }]);
  });

  it('is told by a file of a fifth of it from two days before and a day after, not by one of a tenth', async () => {
    const ends = (file: string): (readonly [string, string, number])[] => [
      [file, 'review', START - 2 * DAY],
      [file, 'review', END + DAY],
    ];
    const own = [
      ['most.csv', 'x-post', 7],
      ['fifth.csv', 'x-post', 2],
      ['tenth.csv', 'x-post', 1],
    ] as const;
    expect(await around(own, ends('fifth.csv'))).toEqual([{ seenBefore: true, seenAfter: true }]);
    expect(await around(own, ends('tenth.csv'))).toEqual([{ seenBefore: false, seenAfter: false }]);
  });

  it('is told by its channel up to its first message and from its last on, in whatever file', async () => {
    const of = (before: number, after: number): Promise<unknown> =>
      around(
        [['latest.csv', 'x-post', 10]],
        [
          ['other.csv', 'x-post', START - before],
          ['other.csv', 'x-post', END + after],
        ],
      );
    expect(await of(2 * DAY, DAY)).toEqual([{ seenBefore: true, seenAfter: true }]);
    expect(await of(1, 1)).toEqual([{ seenBefore: true, seenAfter: true }]);
    expect(await of(2 * DAY + 1, DAY + 1)).toEqual([{ seenBefore: false, seenAfter: false }]);
  });

  it('is told of each movement apart, and of all that nobody of the brand wrote in', async () => {
    const [own, none] = await around(
      [['latest.csv', 'x-post', 10]],
      [],
      [movement, { ...movement, brand: 'l’Autre' }],
    );
    expect(own).toEqual({ seenBefore: false, seenAfter: false });
    expect(none).toEqual({ seenBefore: true, seenAfter: true });
  });

  it('is asked of no movement without a query', async () => {
    expect(await around([], [], [])).toEqual([]);
  });
});
