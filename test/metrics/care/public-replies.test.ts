import { describe, expect, it } from 'vitest';
import { labelledRates } from '../../../src/metrics/care/labelled-replies.js';
import { publicRates } from '../../../src/metrics/care/public-replies.js';
import { responseRate } from '../../../src/metrics/care/response-rate.js';
import type { MessageLabel } from '../../../src/metrics/index.js';
import type { HeadConfusion } from '../../../src/model/index.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';

const CHANNEL = 'facebook-comment';
/** Of the complaints the reader finds three of four; what it tells is right the oftener the surer it is. */
const TABLES = (['comment', 'review', 'private'] as const).map((genre): HeadConfusion => ({
  head: 'complaint',
  genre,
  language: null,
  labels: ['none', 'complaint'],
  source: 'texts of the test',
  edges: [0.05, 0.5, 0.9],
  counts: [
    [6000, 1200, 700, 100],
    [100, 700, 800, 1600],
  ],
}));

interface Said {
  /** Its probability of complaining. */
  readonly p: number;
  readonly answered: number;
  readonly n: number;
}
/** Comments, each of its own author; those told to complain are cases. */
function comments(said: readonly Said[]): FakeRows {
  const rows = { messages: [] as object[], cases: [] as object[], caseMessages: [] as object[] };
  said.forEach(({ p, answered, n }, part) => {
    const told = p >= 0.5;
    for (let i = 0; i < n; i++) {
      const messageId = `m${part}-${i}`,
        caseId = `c${part}-${i}`,
        reply = `${messageId}-reply`;
      const intents = told ? ['complaint'] : [];
      rows.messages.push({ messageId, authorKey: messageId, intents, complaintProbability: p });
      const answeredAt = i < answered ? 1 : null;
      if (told) rows.cases.push({ caseId, firstStage: 'public', firstChannel: CHANNEL, answeredAt });
      if (told) rows.caseMessages.push({ caseId, messageId });
      if (i >= answered) continue;
      rows.messages.push({ messageId: reply, direction: 'outbound', parentId: messageId });
      if (told) rows.caseMessages.push({ caseId, messageId: reply });
    }
  });
  return rows;
}

describe('publicRates', () => {
  // 320 complaints among 1,120 comments, 40 % answered and nothing else: 240 told rightly with 96 replies, 80 wrongly, 80 missed with 32
  const SAID = [
    { p: 0.95, n: 160, answered: 64 },
    { p: 0.6, n: 80, answered: 32 },
    { p: 0.6, n: 70, answered: 0 },
    { p: 0.95, n: 10, answered: 0 },
    { p: 0.3, n: 70, answered: 28 },
    { p: 0.01, n: 10, answered: 4 },
    { p: 0.3, n: 100, answered: 0 },
    { p: 0.01, n: 620, answered: 0 },
  ];
  const rows = comments(SAID);
  const corpusOf = (tables: readonly HeadConfusion[]) =>
    fakeCorpus(rows, { confusions: () => Promise.resolve(tables) });

  it('is the same to the last digit in whatever order its messages come', async () => {
    // of each text one to nine copies, the first of them answered: thirds, sevenths and others to add
    const told = { messages: [] as object[], cases: [] as object[], caseMessages: [] as object[] };
    for (let text = 0; text < 120; text++)
      for (let copy = 0; copy <= text % 9; copy++) {
        const [messageId, caseId] = [`m${text}-${copy}`, `c${text}-${copy}`],
          textKey = `t${text}`;
        told.messages.push({
          messageId,
          authorKey: messageId,
          textKey,
          intents: ['complaint'],
          complaintProbability: 0.6,
        });
        told.cases.push({
          caseId,
          firstStage: 'public',
          firstChannel: CHANNEL,
          answeredAt: copy === 0 ? 1 : null,
        });
        told.caseMessages.push({ caseId, messageId });
        if (copy > 0) continue;
        told.messages.push({ messageId: `${messageId}-reply`, direction: 'outbound', parentId: messageId });
        told.caseMessages.push({ caseId, messageId: `${messageId}-reply` });
      }
    const rates = async (turned: boolean) => {
      const turn = <T>(list: readonly T[]): readonly T[] => (turned ? list.toReversed() : list);
      const corpus = await fakeCorpus(
        { messages: turn(told.messages), cases: turn(told.cases), caseMessages: turn(told.caseMessages) },
        { confusions: () => Promise.resolve(TABLES) },
      );
      return (await publicRates(corpus, new Set([CHANNEL]), 0.95))?.all;
    };
    expect(await rates(true)).toEqual(await rates(false));
  });

  it('sets the rate right for what is read wrongly and missed, by channel and in all', async () => {
    const corpus = await corpusOf(TABLES);
    const rates = await publicRates(corpus, new Set([CHANNEL]), 0.95);
    // as read: 96 of 320, 30 %
    const own = rates?.byChannel.get(CHANNEL);
    expect(own?.share).toBeCloseTo(0.4, 1);
    expect([Number(own?.low) > 0.27, Number(own?.high) < 0.52]).toEqual([true, true]);
    expect(rates?.all?.share).toBeCloseTo(0.4, 1);
    expect(await publicRates(corpus, new Set(), 0.95)).toBeUndefined();
    const metric = await responseRate(corpus);
    expect([metric.value, metric.n]).toEqual([rates?.all?.share, 320]);
    expect(metric.rows()[0]).toMatchObject({ channel: CHANNEL, answered: 96, n: 320, share: own?.share });
  });

  it('counts a text that many accounts copy once, told as a complaint or not', async () => {
    const rateOf = async (copies: number, copied: boolean): Promise<number | undefined> => {
      const all = comments([...SAID, { p: 0.95, n: copies, answered: 0 }]);
      const messages = (all.messages ?? []).map((one) =>
        copied && one.messageId?.startsWith('m8-') === true ? { ...one, textKey: 'campaign' } : one,
      );
      const corpus = await fakeCorpus({ ...all, messages }, { confusions: () => Promise.resolve(TABLES) });
      const rates = await publicRates(corpus, new Set([CHANNEL]), 0.95);
      return rates?.byChannel.get(CHANNEL)?.share;
    };
    expect(await rateOf(1, true)).toBeCloseTo(0.4, 1);
    expect(await rateOf(300, true)).toBe(await rateOf(1, true));
    expect(await rateOf(300, false)).toBeLessThan(0.2);
  });

  /** What is true of the comments: parts 2, 3, 6 and 7 complain of nothing. */
  const labelOf = (messageId: string): MessageLabel => ({
    messageId,
    head: 'complaint',
    label: /^m[2367]-/.test(messageId) ? 'none' : 'complaint',
  });
  const ids = (rows.messages ?? []).flatMap(({ messageId = '', direction }) =>
    direction === undefined ? [messageId] : [],
  );

  it('is a count of complaints where each message has a label, with no error of reading left', async () => {
    const corpus = await corpusOf(TABLES);
    const metric = await responseRate(corpus, { labels: ids.map(labelOf) });
    expect(metric.value).toBe(128 / 320);
    const { low = 0, high = 1, method } = metric.interval ?? {};
    expect(method).toBe('labels');
    // Jeffreys' bounds of 128 of 320
    expect([low, high]).toEqual([expect.closeTo(0.347, 2), expect.closeTo(0.454, 2)]);
    const read = (await responseRate(corpus)).interval;
    expect(high - low).toBeLessThan(0.8 * (Number(read?.high) - Number(read?.low)));
    expect(metric.rows()[0]).toMatchObject({ channel: CHANNEL, answered: 96, n: 320, share: 0.4 });
  });

  it('holds the rate, less surely, where a part has a label, and needs thirty of persons', async () => {
    const corpus = await corpusOf(TABLES);
    const some = ids.filter((_, i) => i % 4 === 0).map(labelOf);
    const all = (await labelledRates(corpus, ids.map(labelOf), new Set([CHANNEL]), 0.95))?.all;
    const part = (await labelledRates(corpus, some, new Set([CHANNEL]), 0.95))?.all;
    expect(part?.share).toBeCloseTo(0.4, 1);
    expect([Number(part?.low) < 0.4, Number(part?.high) > 0.4]).toEqual([true, true]);
    const width = (one: typeof part): number => Number(one?.high) - Number(one?.low);
    expect(width(part)).toBeGreaterThan(width(all));
    const channels = new Set([CHANNEL]);
    expect(await labelledRates(corpus, some.slice(0, 29), channels, 0.95)).toBeUndefined();
    const byModel = some.map((label) => ({ ...label, reader: 'slow model' }));
    expect(await labelledRates(corpus, byModel, channels, 0.95)).toBeUndefined();
  });

  it('takes the label of one copy of a text for all of it', async () => {
    const all = comments([...SAID, { p: 0.95, n: 300, answered: 0 }]);
    const messages = (all.messages ?? []).map((one) =>
      one.messageId?.startsWith('m8-') === true ? { ...one, textKey: 'campaign' } : one,
    );
    const corpus = await fakeCorpus({ ...all, messages });
    const labels = [
      ...ids.map(labelOf),
      { messageId: 'm8-7', head: 'complaint', label: 'complaint' } as const,
    ];
    const rates = await labelledRates(corpus, labels, new Set([CHANNEL]), 0.95);
    expect(rates?.all?.share).toBeCloseTo(128 / 321, 12);
  });

  it('stays the rate as read where nothing is known of the reader', async () => {
    const corpus = await corpusOf([]);
    expect(await publicRates(corpus, new Set([CHANNEL]), 0.95)).toBeUndefined();
    expect((await responseRate(corpus)).value).toBe(96 / 320);
  });
});
