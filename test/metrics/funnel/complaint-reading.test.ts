import { describe, expect, it } from 'vitest';
import { boundsOf, complaintReading } from '../../../src/metrics/funnel/complaint-reading.js';
import { loadComplaintSamples, loadConfusions } from '../../../src/enrich/heads/shipped-confusions.js';
import type { HeadConfusion } from '../../../src/model/index.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';

describe('boundsOf', () => {
  it('gives the middle of the draws and bounds that hold a share of them, whatever their order', () => {
    const draws = Array.from({ length: 1000 }, (_, k) => (k * 7) % 1000);
    expect(boundsOf(draws, 0.95)).toEqual({ middle: 500, low: 25, high: 975 });
    expect(boundsOf(draws, 0.5)).toEqual({ middle: 500, low: 250, high: 750 });
  });
});

describe('complaintReading', () => {
  const messages: FakeRows['messages'] = (['private', 'public'] as const).flatMap((stage) =>
    Array.from({ length: 400 }, (_, k) => ({
      messageId: `${stage}${k}`,
      stage,
      kind: stage === 'private' ? ('message' as const) : ('comment' as const),
      channel: stage === 'private' ? 'email' : 'facebook-comment',
      text: 'Texte',
      sentAt: k * 60_000,
      authorKey: `${stage}${k}`,
      intents: k < 120 ? ['complaint'] : [],
      complaintProbability: k < 120 ? 0.9 : 0.1,
    })),
  );
  /** Of the complaints so many of a hundred are found, of the other texts so many told wrongly. */
  const table = (genre: HeadConfusion['genre'], found: number, wrong: number): HeadConfusion => ({
    head: 'complaint',
    genre,
    language: null,
    labels: ['none', 'complaint'],
    source: 'texts of the test',
    edges: [0.5],
    counts: [
      [100 * (100 - wrong), 100 * wrong],
      [100 * (100 - found), 100 * found],
    ],
  });
  const read = async (
    tables: readonly HeadConfusion[],
    samples: readonly HeadConfusion[] = [],
    rows: FakeRows = {},
  ) => {
    const corpus = await fakeCorpus(
      { messages, ...rows },
      { confusions: () => Promise.resolve(tables), complaintSamples: () => Promise.resolve(samples) },
    );
    return await complaintReading(corpus, { seed: 1 });
  };

  it('knows nothing of a reader without tables', async () => {
    expect(await read([])).toEqual({ kinds: {}, tables: 0 });
  });

  it('takes from the labelled sets what is found and what is right, on each side and for each kind', async () => {
    const reading = await read([table('private', 80, 5), table('comment', 80, 5), table('tweet', 80, 5)]);
    expect(reading.tables).toBe(3);
    expect(Object.keys(reading.kinds)).toEqual(['comment']);
    for (const side of [reading.private, reading.public]) {
      // of 400 texts 30 % told: (0.3 + 0.95 − 1) / (0.8 + 0.95 − 1) = a third are complaints, of which 0.8 are found
      expect(boundsOf(side?.recall ?? [], 0.95).middle).toBeCloseTo(0.8, 1);
      expect(boundsOf(side?.precision ?? [], 0.95).middle).toBeCloseTo(0.8 / 3 / 0.3, 1);
      expect(boundsOf(side?.trueForTold ?? [], 0.95).middle).toBeCloseTo(1 / 3 / 0.3, 1);
    }
  });

  it('leaves out of a file where hardly anybody complains what is judged so, not its private messages', async () => {
    const doubts = [{ file: 'a.csv', reason: 'few-complaints' as const }];
    const tables = (['private', 'comment', 'tweet'] as const).map((genre) => table(genre, 80, 5));
    const reading = await read(tables, [], { doubts });
    expect([reading.private === undefined, reading.public]).toEqual([false, undefined]);
  });

  it('says nothing where the known false alarms would tell more complaints than were told', async () => {
    const reading = await read([table('private', 90, 60), table('comment', 90, 60), table('tweet', 90, 60)]);
    expect([reading.private, reading.public, reading.tables]).toEqual([undefined, undefined, 3]);
  });

  it('knows better how far sets lie apart from further samples', async () => {
    const tables = loadConfusions();
    const spread = ({ low, high }: ReturnType<typeof boundsOf>): number => Math.log(high / low);
    const [few, more] = [await read(tables), await read(tables, loadComplaintSamples())].map(
      ({ private: side }) => spread(boundsOf(side?.recall ?? [], 0.95)),
    ) as [number, number];
    expect(more).toBeLessThan(0.8 * few);
  });

  it('judges a conversation by how it opens: that few other messages complain makes it no less sure', async () => {
    const tables = ['private', 'comment', 'review'].map((genre) => table(genre as 'private', 90, 10));
    // 120 of 400 messages complain; they open 120 of 150 conversations
    const rows = {
      cases: Array.from({ length: 150 }, (_, k) => ({
        caseId: `c${k}`,
        firstStage: 'private' as const,
        complaint: k < 120,
      })),
      caseMessages: Array.from({ length: 150 }, (_, k) => ({ caseId: `c${k}`, messageId: `private${k}` })),
    };
    const { conversations, private: side } = await read(tables, [], rows);
    // of messages (0.3 + 0.9 − 1) / 0.8 = .25 complain, .225 of the .3 told; of openings (0.8 + 0.9 − 1) / 0.8 = .875, .7875 of .8
    expect(boundsOf(side?.precision ?? [], 0.95).middle).toBeCloseTo(0.75, 1);
    expect(boundsOf(conversations?.precision ?? [], 0.95).middle).toBeCloseTo(0.98, 1);
    expect(boundsOf(conversations?.trueForTold ?? [], 0.95).middle).toBeCloseTo(0.875 / 0.8, 1);
    expect(boundsOf(conversations?.precision ?? [], 0.95).low).toBeGreaterThan(0.9);
  });
});
