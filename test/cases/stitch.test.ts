import { describe, expect, it } from 'vitest';
import { PRESS, PUBLIC, type CaseMessage } from '../../src/cases/messages/case-message.js';
import { stitchCases, type Stitched } from '../../src/cases/stitch.js';
import { caseMessage, everywhere } from './case-messages.js';
import { wordsOf } from '../../src/cases/messages/word-hashes.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SAFETY = 1,
  PRICE = 2;

let row = 0;
function message(fields: Partial<Omit<CaseMessage, 'words'>> & { readonly text?: string }): CaseMessage {
  const { text, ...rest } = fields;
  row++;
  return caseMessage({ row, id: row, words: wordsOf(text ?? null), ...rest });
}

function stitch(messages: readonly CaseMessage[]): Stitched {
  const sorted = messages.toSorted((a, b) => a.sentAt - b.sentAt || a.row - b.row);
  const pieces = [
    ...stitchCases(sorted, {
      observedUntil: everywhere(Math.max(...sorted.map(({ sentAt }) => sentAt), 0)),
      driverName: (bit) => `driver-${bit}`,
      brandName: (code) => (code === 0 ? null : `brand-${code}`),
      messageId: (at) => `m${at}`,
    }),
  ];
  expect(pieces).toHaveLength(1);
  return pieces[0] as Stitched;
}

const field = (stitched: Stitched, name: keyof Stitched['cases']): readonly unknown[] => stitched.cases[name];

describe('stitchCases', () => {
  it('follows a private case that is not answered to the public post of the same handle, with the evidence', () => {
    const stitched = stitch([
      message({ thread: 5, author: 50, handle: 77, drivers: SAFETY, sentAt: 0 }),
      message({ stage: PUBLIC, author: 51, handle: 77, drivers: SAFETY, sentAt: 30 * HOUR }),
      message({ stage: PUBLIC, author: 60, handle: 78, drivers: PRICE, sentAt: 31 * HOUR }),
    ]);
    expect(field(stitched, 'furthestStage').toSorted()).toEqual(['public', 'public']);
    const at = field(stitched, 'firstStage').indexOf('private');
    expect(field(stitched, 'spilledAt')[at]).toBe(30 * HOUR);
    expect(stitched.transitions).toMatchObject({ from: ['private'], to: ['public'], delayHours: [30] });
    // without data, one in five of a person's messages is about another case
    expect(stitched.links.linkProbability[0]).toBeGreaterThan(0.8);
    expect(stitched.links.evidence[0]?.[0]?.field).toBe('handle');
    expect(stitched.links.evidence[0]?.[0]?.bits).toBeGreaterThan(5);
  });

  it('does not take thanks in public for a spill', () => {
    const stitched = stitch([
      message({ thread: 5, author: 50, handle: 77, sentAt: 0 }),
      message({
        stage: PUBLIC,
        author: 51,
        handle: 77,
        sentAt: 30 * HOUR,
        complaint: false,
        thanks: true,
        polarity: 0.8,
      }),
    ]);
    expect(field(stitched, 'spilledAt')).toEqual([null]);
  });

  it('takes a post read as neutral for the spill where the order says so, praise and a namesake’s chatter for none', () => {
    const spilledAt = (open: Parameters<typeof message>[0]): unknown =>
      stitch([
        message({ thread: 5, author: 50, name: 6, order: 9, drivers: SAFETY, sentAt: 0 }),
        message({ stage: PUBLIC, author: 51, complaint: false, polarity: 0, sentAt: 2 * HOUR, ...open }),
        ...Array.from({ length: 12 }, (_, at) =>
          message({ stage: PUBLIC, author: 300 + at, drivers: PRICE, sentAt: (at - 4) * DAY }),
        ),
      ]).cases.spilledAt.find((at) => at !== null);
    expect(spilledAt({ order: 9 })).toBe(2 * HOUR);
    expect(spilledAt({ order: 9, polarity: 0.7 })).toBeUndefined();
    expect(spilledAt({ name: 6, sentAt: 40 * DAY, drivers: PRICE })).toBeUndefined();
  });

  it('resolves by thanks after an answer, reopens on a new complaint', () => {
    const stitched = stitch([
      message({ thread: 5, author: 50, sentAt: 0 }),
      message({ thread: 5, author: 9, outbound: true, complaint: false, sentAt: 2 * HOUR }),
      message({ thread: 5, author: 50, thanks: true, complaint: false, polarity: 0.6, sentAt: 3 * HOUR }),
      message({ thread: 5, author: 50, sentAt: 50 * HOUR }),
    ]);
    expect(stitched.cases).toMatchObject({
      answeredAt: [2 * HOUR],
      resolvedAt: [null],
      resolvedBy: [null],
      reopenedAt: [50 * HOUR],
      furthestStage: ['private'],
    });
  });

  it('cuts a thread after a long silence into two cases', () => {
    expect(
      stitch([
        message({ thread: 5, author: 50, sentAt: 0 }),
        message({ thread: 5, author: 50, sentAt: 100 * DAY }),
      ]).cases.caseId,
    ).toHaveLength(2);
  });

  it('keeps two people with the same order apart when e-mail and phone contradict', () => {
    const stitched = stitch([
      message({ thread: 1, author: 1, order: 500, email: 11, phone: 21, sentAt: 0 }),
      message({ thread: 2, author: 2, order: 500, email: 12, phone: 22, sentAt: HOUR }),
    ]);
    expect(stitched.cases.caseId).toHaveLength(2);
  });

  it('links an article to the whole movement it reports, not to other subjects', () => {
    const posts = Array.from({ length: 8 }, (_, index) =>
      message({
        stage: PUBLIC,
        author: 100 + index,
        drivers: SAFETY,
        sentAt: 10 * DAY + index * HOUR,
        text: `des morceaux de plastique bleu dans la purée carotte numéro ${index}`,
      }),
    );
    const other = message({
      stage: PUBLIC,
      author: 200,
      drivers: PRICE,
      sentAt: 10 * DAY,
      text: 'encore une hausse du prix du lait',
    });
    const article = message({
      stage: PRESS,
      complaint: false,
      drivers: SAFETY,
      sentAt: 12 * DAY,
      text: 'Purée de carotte : du plastique bleu retrouvé, des clients alertent',
    });
    const stitched = stitch([...posts, other, article]);
    const press = field(stitched, 'furthestStage').filter((stage) => stage === 'press');
    expect(press).toHaveLength(8);
    expect(stitched.caseMessages.messageId.filter((id) => id === `m${article.row}`)).toHaveLength(8);
  });

  it('answers plainly on nothing, one message, the press alone and equal times', () => {
    expect(stitch([]).cases.caseId).toEqual([]);
    expect(stitch([message({ thread: 1, author: 1 })]).cases).toMatchObject({
      furthestStage: ['private'],
      spilledAt: [null],
      polarity: [-0.5],
    });
    expect(stitch([message({ stage: PRESS, complaint: false })]).cases.caseId).toEqual([]);
    const equal = stitch(
      Array.from({ length: 20 }, (_, index) => message({ thread: index + 1, author: index + 1 })),
    );
    expect(equal.cases.caseId).toHaveLength(20);
    const numbers = Object.values(equal.parameters).flatMap(({ m, u }) =>
      [...Object.values(m), ...Object.values(u)].flat(),
    );
    expect(numbers.every((value) => value > 0 && value < 1)).toBe(true);
  });

  it('does not depend on the order messages of one instant are given in', () => {
    const build = (): CaseMessage[] => {
      row = 1000;
      return Array.from({ length: 30 }, (_, index) =>
        message({
          thread: 1 + (index % 7),
          author: 1 + (index % 7),
          handle: 1 + (index % 5),
          sentAt: index * HOUR,
        }),
      );
    };
    expect(stitch(build())).toEqual(stitch(build().toReversed()));
  });
});
