import { describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import { spillsOf, whyNotMeasured } from '../../../src/metrics/funnel/spill-cases.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { HOUR, hourCase } from './funnel-rows.js';
import { keyedRows } from './keyed-rows.js';

async function read<T>(
  rows: FakeRows,
  use: (corpus: Awaited<ReturnType<typeof fakeCorpus>>) => Promise<T>,
): Promise<T> {
  const corpus = await fakeCorpus(rows);
  return await use(corpus);
}

describe('spillsOf', () => {
  const link = (caseId: string, toMessageId: string, linkProbability: number, used = false) => ({
    caseId,
    fromMessageId: 'm',
    toMessageId,
    linkProbability,
    used,
  });

  it('weighs every later public complaint that a case may have become', async () => {
    const rows = keyedRows({
      messages: [
        { messageId: 'soon', sentAt: 10 * HOUR, intents: ['complaint'] },
        { messageId: 'late', sentAt: 40 * HOUR, intents: ['complaint'] },
        { messageId: 'before', sentAt: -HOUR, intents: ['complaint'] },
        { messageId: 'praise', sentAt: 10 * HOUR, intents: ['thanks'] },
      ],
      cases: [
        hourCase({ caseId: 'a', until: 900, spilled: 10, resolved: 4 }),
        hourCase({ caseId: 'b', until: 900 }),
        hourCase({ caseId: 'c', until: 900 }),
      ],
      links: [
        link('a', 'soon', 0.9, true),
        link('b', 'soon', 0.3),
        link('b', 'late', 0.5),
        link('c', 'before', 0.8),
        link('c', 'praise', 0.8),
      ],
    });
    const { cases, outside } = await read(rows, spillsOf);
    const told = Object.fromEntries(cases.map((one) => [one.caseId, one]));
    expect(outside).toEqual([]);
    expect(told['a']).toMatchObject({ spilled: true, best: 0.9, lag: 10, resolvedAfter: 4, followed: 900 });
    // 1 − 0.7 · 0.5, at the time of the likelier
    expect(told['b']?.probability).toBeCloseTo(0.65, 12);
    expect([told['b']?.best, told['b']?.lag, told['b']?.resolvedAfter]).toEqual([0.5, 40, Infinity]);
    expect([told['c']?.probability, told['c']?.lag]).toEqual([0, Infinity]);
  });

  it('asks the private messages what a case is about, whatever its public ones name', async () => {
    const shared = { sentAt: HOUR, intents: ['complaint'] } as const;
    const inPrivate = { ...shared, stage: 'private', channel: 'email' } as const;
    const rows = keyedRows({
      messages: [
        { ...inPrivate, messageId: 'a1', drivers: ['after-sales', 'price'] },
        { ...shared, messageId: 'a2', drivers: ['delivery'] },
        { ...inPrivate, messageId: 'b1' },
        { ...shared, messageId: 'b2', drivers: ['delivery'] },
        { ...inPrivate, messageId: 'c1', drivers: ['price'] },
      ],
      cases: [
        hourCase({ caseId: 'a', until: 900, spilled: 10, driver: 'delivery' }),
        hourCase({ caseId: 'b', until: 900, spilled: 10, driver: 'delivery' }),
        hourCase({ caseId: 'c', until: 900, driver: 'price' }),
      ],
      caseMessages: ['a1', 'a2', 'b1', 'b2', 'c1'].map((messageId) => ({
        caseId: messageId.slice(0, 1),
        messageId,
      })),
    });
    const { cases } = await read(rows, spillsOf);
    expect(Object.fromEntries(cases.map(({ caseId, driver }) => [caseId, driver]))).toEqual({
      a: 'price',
      b: null,
      c: 'price',
    });
  });

  it('tells of a part what all of the brand says of its cases, read once', async () => {
    const rows = keyedRows({
      messages: [
        { messageId: 'soon', sentAt: 10 * HOUR, intents: ['complaint'] },
        // watched from here to the end
        { messageId: 'end', sentAt: 900 * HOUR, intents: ['thanks'] },
      ],
      cases: [
        hourCase({ caseId: 'a', until: 900, driver: 'price' }),
        hourCase({ caseId: 'b', until: 900, driver: 'delay' }),
      ],
      links: [link('a', 'soon', 0.3), link('b', 'soon', 0.5)],
    });
    await read(rows, async (corpus) => {
      const asked: string[] = [];
      const counted = (of: CorpusTables): CorpusTables => ({
        ...of,
        query: (sql, parameters) => {
          asked.push(sql);
          return of.query(sql, parameters);
        },
      });
      const whole = await spillsOf(corpus),
        part = corpus.where({ driver: 'delay' }),
        found = await spillsOf(counted(part));
      expect(found.cases).toEqual(whole.cases.filter(({ caseId }) => caseId === 'b'));
      expect(found.cases[0]?.probability).toBeCloseTo(0.5, 12);
      expect(found.outside).toEqual([]);
      expect(asked).toHaveLength(1);
      part.close();
    });
  });

  it('counts a spill that is not read as a complaint in the probability, not in the one of reading', async () => {
    const rows = keyedRows({
      messages: [{ messageId: 'unread', sentAt: 10 * HOUR, intents: [] }],
      cases: [hourCase({ caseId: 'a', until: 900, spilled: 10 })],
      links: [link('a', 'unread', 0.9, true)],
      caseMessages: [{ caseId: 'a', messageId: 'unread' }],
    });
    const { cases } = await read(rows, spillsOf);
    expect([cases[0]?.probability, cases[0]?.readProbability]).toEqual([expect.closeTo(0.9, 12), 0]);
  });

  it('tells which keys agree, and which kind of key found a pair', async () => {
    const evidence = (...signs: readonly [string, number][]) =>
      signs.map(([field, bits]) => ({ field, bits }));
    const rows: FakeRows = {
      cases: [hourCase({ caseId: 'a', until: 9 })],
      links: [
        { caseId: 'a', fromMessageId: 'm', toMessageId: 'p', evidence: evidence(['order', 12], ['name', 5]) },
        {
          caseId: 'a',
          fromMessageId: 'm',
          toMessageId: 'q',
          evidence: evidence(['order', 12], ['name', -3]),
        },
        { caseId: 'a', fromMessageId: 'm', toMessageId: 'r', evidence: evidence(['handle', 9]) },
        {
          caseId: 'a',
          fromMessageId: 'm',
          toMessageId: 's',
          linkProbability: 0.6,
          evidence: evidence(['phone', 9]),
        },
      ],
    };
    const { twoKeys, agreements } = await read(rows, spillsOf);
    expect(twoKeys).toEqual({ content: 2, author: 2, both: 1 });
    // of the two pairs that an order number finds, names agree in one; of orders only the pair with the same name says something
    const [order, , , handle, name] = agreements;
    expect([name?.agree, name?.of]).toEqual([1, 2]);
    expect([order?.agree, order?.of]).toEqual([1, 1]);
    expect([handle?.agree, handle?.of]).toEqual([0, 0]);
  });
});

describe('whyNotMeasured', () => {
  const why = (rows: FakeRows): Promise<string | undefined> =>
    read(rows, async (corpus) => (await whyNotMeasured(corpus, await spillsOf(corpus)))?.fr);

  it('tells what is missing, and nothing where all is there', async () => {
    const cases = [hourCase({ until: 900 })];
    expect(await why(keyedRows({ cases }))).toBeUndefined();
    expect(await why({ cases })).toMatch(/aucun export public daté/);
    expect(await why({})).toMatch(/aucun dossier/);
    const later = keyedRows({ cases }).messages?.map((row) =>
      row.stage === 'private' ? row : { ...row, sentAt: Number(row.sentAt) + 4000 * HOUR },
    );
    expect(await why({ ...keyedRows({ cases }), messages: later ?? [] })).toMatch(
      /aucune des 1 plaintes privées ne s’ouvre/,
    );
  });
});
