import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusFilter } from '../../src/engine/corpus-filter.js';
import type { CorpusTables } from '../../src/engine/corpus-tables.js';
import { fakeCorpus } from '../metrics/fake-corpus.js';

let corpus: CorpusTables;
beforeAll(async () => {
  corpus = await fakeCorpus({
    messages: [
      { messageId: 'a', sentAt: Date.UTC(2026, 5, 30, 23, 0), store: 'Lyon', drivers: ['price'] },
      { messageId: 'b', sentAt: Date.UTC(2026, 6, 1, 12), store: 'Lille', drivers: ['price', 'taste'] },
      { messageId: 'c', sentAt: Date.UTC(2026, 9, 1, 12), store: 'Lyon', drivers: [], brands: ['Brel'] },
      { messageId: 'd', drivers: ['taste'], givenBrand: 'Brel', authorKey: 'f00d' },
      { messageId: 'p', sentAt: Date.UTC(2026, 6, 10), stage: 'private', channel: 'whatsapp', store: 'Lyon' },
    ],
    cases: [
      {
        caseId: 'one',
        openedAt: Date.UTC(2026, 6, 10),
        spilledAt: Date.UTC(2026, 9, 1, 12),
        driver: 'price',
      },
      { caseId: 'two', openedAt: Date.UTC(2026, 9, 2), driver: null },
    ],
    caseMessages: [
      { caseId: 'one', messageId: 'p' },
      { caseId: 'one', messageId: 'c' },
    ],
    transitions: [
      {
        caseId: 'one',
        from: 'private',
        to: 'public',
        at: Date.UTC(2026, 9, 1, 12),
        delayHours: 1992,
        messageId: 'c',
      },
    ],
    links: [{ caseId: 'one', fromMessageId: 'p', toMessageId: 'c' }],
  });
});

const ids = async (part: CorpusTables): Promise<string> =>
  Array.from((await part.query('SELECT messageId FROM messages ORDER BY 1')).array('messageId')).join('');

describe('where', () => {
  it.each<[string, CorpusFilter, string]>([
    ['a quarter, from midnight in the zone', { period: '2026-Q3' }, 'abp'],
    ['the same in another zone', { period: '2026-Q3', zone: 'UTC' }, 'bp'],
    ['an ISO week', { period: '2026-W27' }, 'ab'],
    ['several periods', { period: ['2026-07', '2026-10'] }, 'abcp'],
    ['no date', { period: null }, 'd'],
    ['days, both included', { from: '2026-07-01', to: '2026-07-01' }, 'ab'],
    [
      'instants, the last left out',
      { from: '2026-07-01T12:00:00Z', to: new Date('2026-10-01T12:00:00Z') },
      'bp',
    ],
    ['a value', { store: 'Lyon' }, 'acp'],
    ['values of a list column', { driver: ['taste'] }, 'bd'],
    ['a brand that is named or that the export is about', { brand: 'Brel' }, 'cd'],
    ['rows that do not say', { store: null }, 'd'],
    ['several keys', { store: ['Lyon', 'Lille'], stage: 'public', period: '2026-07' }, 'ab'],
    ['an author', { author: 'f00d' }, 'd'],
    ['nothing asked', {}, 'abcdp'],
  ])('keeps %s', async (_name, filter, expected) => {
    expect(await ids(corpus.where(filter))).toBe(expected);
  });

  it('is chainable, and leaves the whole as it was', async () => {
    const part = corpus.where({ period: '2026' }).where({ store: 'Lyon' });
    expect(await ids(part)).toBe('acp');
    expect(part.filters).toEqual([{ period: '2026' }, { store: 'Lyon' }]);
    part.close();
    expect(await ids(corpus)).toBe('abcdp');
  });

  it('gives a case to the period in which it opened, with its later messages', async () => {
    const tables = async (period: string): Promise<unknown[]> => {
      const part = corpus.where({ period });
      return (
        await part.query(`SELECT (SELECT list(caseId) FROM cases) AS cases, (SELECT count(*)::INT FROM caseMessages) AS held,
          (SELECT count(*)::INT FROM transitions) AS moves, (SELECT count(*)::INT FROM links) AS links,
          (SELECT count(*)::INT FROM caseMessages JOIN main.messages USING (messageId)) AS messages`)
      ).objects();
    };
    expect(await tables('2026-Q3')).toEqual([{ cases: ['one'], held: 2, moves: 1, links: 1, messages: 2 }]);
    expect(await tables('2026-Q4')).toEqual([{ cases: ['two'], held: 0, moves: 0, links: 0, messages: 0 }]);
  });

  it('knows the store of a case from its messages', async () => {
    const count = (
      await corpus.where({ store: 'Lyon' }).query('SELECT list(caseId) AS ids FROM cases')
    ).object();
    expect(count).toEqual({ ids: ['one'] });
  });

  it('tells an unknown key, period or zone at once, an unknown value with the choices', async () => {
    expect(() => corpus.where({ shop: 'Lyon' } as CorpusFilter)).toThrow(/no "shop".*expected from, to/s);
    expect(() => corpus.where({ period: '2026-Q5' })).toThrow(/period "2026-Q5"/);
    expect(() => corpus.where({ period: '2026-02-30' })).toThrow(/period/);
    expect(() => corpus.where({ from: 'hier' })).toThrow(/hier/);
    expect(() => corpus.where({ from: '2026-05', to: '2026-Q1' })).toThrow(
      /from "2026-05" to "2026-Q1".*before/s,
    );
    expect(() => corpus.where({ from: new Date(9e12), to: new Date(8e12) })).toThrow(/"from" before "to"/);
    expect(() => corpus.where({ from: '2026-05-01', to: '2026-05-01' })).not.toThrow();
    expect(() =>
      corpus.where({ from: 2026 as unknown as string, to: 2027 as unknown as string }),
    ).not.toThrow();
    expect(() => corpus.where({ zone: 'Paris' })).toThrow(/zone/);
    await expect(ids(corpus.where({ store: 'Paris' }))).rejects.toThrow(
      /no store "Paris" in this corpus.*expected Lyon, Lille$/s,
    );
    await expect(ids(corpus.where({ topic: 'vrac' }))).rejects.toThrow(/knows no topic/);
  });

  it('lists the groups that are there', async () => {
    expect(await corpus.groups(['store', 'quarter'], 'messages')).toEqual([
      { store: 'Lille', quarter: '2026-Q3' },
      { store: 'Lyon', quarter: '2026-Q3' },
      { store: 'Lyon', quarter: '2026-Q4' },
      { store: null, quarter: null },
    ]);
    expect(await corpus.groups(['driver'], 'cases')).toEqual([{ driver: 'price' }, { driver: null }]);
  });
});
