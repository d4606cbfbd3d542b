import { describe, expect, it } from 'vitest';
import { CASE_KEY, caseTables } from '../../src/engine/said-in-cases.js';
import { fakeCorpus } from '../metrics/fake-corpus.js';

const at = Date.UTC(2026, 1, 3);
const reply = { direction: 'outbound', platform: 'facebook' } as const;
const ROWS = {
  cases: [
    { caseId: 'a', openedAt: at },
    { caseId: 'b', openedAt: at },
    { caseId: 'c', openedAt: at + 40 * 86_400_000 },
  ],
  messages: [
    { messageId: 'a1', sentAt: at + 1, textKey: 'second', complaintProbability: 0.25 },
    {
      messageId: 'a2',
      sentAt: at,
      textKey: 'first',
      intents: ['complaint'],
      complaintProbability: 0.75,
      sentiment: 'negative',
    },
    { messageId: 'a3', ...reply },
    { messageId: 'a4', sentAt: at - 1, stage: 'press', textKey: 'article', intents: ['question'] },
    { messageId: 'b1', intents: ['question'], speech: 'repeat', textKey: 'dateless' },
    { messageId: 'b2', ...reply, speech: 'automatic' },
    { messageId: 'b3', ...reply, stage: 'private' },
    { messageId: 'c1', intents: ['request', 'thanks'], sentAt: at },
    { messageId: 'c2', direction: 'outbound', intents: ['question'], textKey: 'of the brand' },
  ],
  caseMessages: ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'c1', 'c2'].map((messageId) => ({
    caseId: messageId.slice(0, 1),
    messageId,
  })),
} as const;
const ALL = `SELECT cases.caseId, met.* EXCLUDE (caseKey) FROM (SELECT DISTINCT caseId FROM main.caseMessages) AS cases
  JOIN main.caseReplies AS met ON met.caseKey = ${CASE_KEY} ORDER BY cases.caseId`;

describe('main.caseReplies', () => {
  it('tells who asks or only thanks, on which platforms a person answered in public, and the text that opens a case', async () => {
    const corpus = await fakeCorpus(ROWS);
    expect((await corpus.query(ALL)).objects()).toEqual([
      {
        caseId: 'a',
        asks: false,
        pleased: false,
        repliedOn: ['facebook'],
        repliedInPrivateAt: null,
        openingText: 'first',
        openingComplaint: 0.75,
      },
      // of an article neither; a repeat asks nothing, and neither a machine nor a private reply answers in public
      {
        caseId: 'b',
        asks: false,
        pleased: null,
        repliedOn: null,
        repliedInPrivateAt: null,
        openingText: 'dateless',
        openingComplaint: null,
      },
      {
        caseId: 'c',
        asks: true,
        pleased: true,
        repliedOn: ['facebook'],
        repliedInPrivateAt: null,
        openingText: null,
        openingComplaint: null,
      },
    ]);
  });

  it('is there for every part of a corpus, whoever names it first', async () => {
    const corpus = await fakeCorpus(ROWS);
    const part = corpus.where({ period: '2026-03' });
    expect(
      (
        await part.query(`SELECT caseId, asks FROM cases JOIN main.caseReplies ON caseKey = ${CASE_KEY}`)
      ).objects(),
    ).toEqual([{ caseId: 'c', asks: true }]);
    expect((await corpus.query(ALL)).numRows()).toBe(3);
  });

  it('is made anew by the next query where making it failed', async () => {
    const run: string[] = [];
    let fails = true;
    const make = caseTables((sql) => {
      run.push(sql);
      return fails && sql.startsWith('CREATE OR REPLACE TABLE')
        ? Promise.reject(new Error('no room'))
        : Promise.resolve();
    });
    await expect(make(ALL)).rejects.toThrow('no room');
    fails = false;
    await make(ALL);
    const made = run.length;
    await make(ALL);
    expect(run.filter((sql) => sql.startsWith('CREATE VIEW main.caseReplies'))).toHaveLength(1);
    expect(run).toHaveLength(made);
  });
});

describe('main.caseSaid', () => {
  it('holds the messages of cases in the order of time, with the keys of their case', async () => {
    const corpus = await fakeCorpus({
      ...ROWS,
      messages: [
        ...ROWS.messages,
        { messageId: 'd1', sentAt: at, contactKeys: ['email:x', 'name:y', 'other:z'], authorKey: 'someone' },
      ],
      caseMessages: [...ROWS.caseMessages, { caseId: 'a', messageId: 'd1' }],
    });
    const rows = await corpus.query(
      `SELECT caseId, place, human, complains, asks, keys, account FROM cases JOIN main.caseSaid ON caseKey = ${CASE_KEY} ORDER BY place LIMIT 5`,
    );
    const plain = { human: true, complains: false, asks: false, keys: 0, account: null };
    expect(rows.objects()).toEqual([
      { ...plain, caseId: 'a', place: 1, asks: true },
      { ...plain, caseId: 'a', place: 2, complains: true, asks: true },
      { ...plain, caseId: 'c', place: 3, asks: true },
      { ...plain, caseId: 'a', place: 4, keys: 2 + 16, account: 'facebook' },
      { ...plain, caseId: 'a', place: 5 },
    ]);
  });
});
