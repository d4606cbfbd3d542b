import { describe, expect, it } from 'vitest';
import { riskCases, type RiskCase } from '../../../src/metrics/funnel/answer-spells.js';
import { knownAt, learn, spilledDays, watchedCases } from '../../../src/metrics/funnel/reservoir-learning.js';
import { caseDays } from '../../../src/metrics/funnel/reservoir-model.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { HOUR, hourCase } from './funnel-rows.js';
import { keyedRows } from './keyed-rows.js';

type Corpus = Awaited<ReturnType<typeof fakeCorpus>>;
async function read<T>(rows: FakeRows, use: (corpus: Corpus) => Promise<T>): Promise<T> {
  const corpus = await fakeCorpus(rows);
  return await use(corpus);
}

describe('knownAt', () => {
  it('leaves out cases of later, and what came of the others later', () => {
    const one = (opened: number, end: number, spilled: boolean) =>
      ({ opened, end, spilled, resolved: !spilled }) as RiskCase;
    expect(
      knownAt([one(0, 10, true), one(0, 30, true), one(5, 40, false), one(25, 5, true)], 20).map(
        ({ end, spilled, resolved }) => [end, spilled, resolved],
      ),
    ).toEqual([
      [10, true, false],
      [30, false, false],
      [40, false, false],
    ]);
  });
});

describe('watchedCases', () => {
  // public exports watch days 10 to 20: a case of day 0 teaches nothing, one of day 12 is followed to the end of day 20
  const day = 24;
  const keyed = keyedRows({
    cases: [
      hourCase({ until: 40 * day }),
      hourCase({ opened: 12 * day, until: 40 * day }),
      hourCase({ opened: 12 * day, until: 40 * day, spilled: 13 * day }),
      hourCase({ opened: 12 * day, until: 40 * day, resolved: 30 * day }),
    ],
  });
  const messages = keyed.messages?.filter(
    ({ stage, sentAt }) =>
      stage === 'private' || (Number(sentAt) >= 10 * day * HOUR && Number(sentAt) <= 20 * day * HOUR),
  );

  it('ends where no public source watches any more, spilled and resolved cases included', async () => {
    const seen = await read({ ...keyed, messages: messages ?? [] }, async (corpus) =>
      watchedCases(corpus, await riskCases(corpus)),
    );
    expect(seen.map(({ end, spilled, resolved, chance }) => [end, spilled, resolved, chance])).toEqual([
      [8 * day, false, false, 0],
      [day, true, false, 1],
      [8 * day, false, false, 0],
    ]);
  });

  it('keeps all where there is no public export', async () => {
    const cases = [hourCase({ until: 90 }), hourCase({ until: 90, resolved: 7 })];
    const seen = await read({ cases }, async (corpus) => watchedCases(corpus, await riskCases(corpus)));
    expect(seen.map(({ end }) => end).toSorted((a, b) => a - b)).toEqual([7, 90]);
  });
});

describe('learn', () => {
  const cases = Array.from({ length: 60 }, (_, k) =>
    hourCase({ opened: 10 * k, until: 900, ...(k % 6 === 0 && { spilled: 10 * k + 30 }) }),
  );

  it('counts the events of the past as part of what links find: faint links and spills told resolved before are the rest', async () => {
    const keyed = keyedRows({
      cases: cases.map((one, k) => (k === 0 ? { ...one, resolvedAt: 20 * HOUR } : one)),
    });
    const faint = [1, 2, 3, 4].map((k) => ({
      caseId: `case:${String(k + 1).padStart(5, '0')}`,
      fromMessageId: `opens:${k}`,
      toMessageId: 'faint',
      linkProbability: 0.25,
      used: false,
    }));
    const post = { messageId: 'faint', sentAt: 100 * HOUR, intents: ['complaint' as const] };
    const learnt = await read(
      { ...keyed, links: faint, messages: [...(keyed.messages ?? []), post] },
      (corpus) => learn(corpus, { zone: 'UTC' }),
    );
    if ('why' in learnt) throw new Error(learnt.why.en);
    // ten spills and four quarters are found; one of the ten is settled before
    const [all, counted] = [learnt.found.found, learnt.counted.found];
    expect(Number(counted?.share)).toBeCloseTo((Number(all?.share) * 9) / 11, 9);
    expect(Number(counted?.quantile(0.3))).toBeCloseTo((Number(all?.quantile(0.3)) * 9) / 11, 9);
  });

  it('learns from a spill on, tells single cases apart from five on, and says why not without any', async () => {
    const found = await read(keyedRows({ cases }), (corpus) => learn(corpus, { zone: 'UTC' }));
    if ('why' in found) throw new Error(found.why.en);
    expect(spilledDays(caseDays(found.cases, found.at))).toBe(10);
    // 900 h are 37 days and 12 hours: the exports end within the other twelve
    expect([found.at, found.slack, found.cases.length]).toEqual([900, 12, 60]);
    const few = await read(keyedRows({ cases: cases.filter((_, k) => k > 36) }), (corpus) =>
      learn(corpus, {}),
    );
    // three spills
    expect('why' in few || [few.model, few.past.events[0].reduce((sum, one) => sum + one)]).toEqual([
      undefined,
      3,
    ]);
    const unspilled = await read(keyedRows({ cases: cases.filter((_, k) => k % 6 !== 0) }), (corpus) =>
      learn(corpus, {}),
    );
    expect('why' in unspilled && unspilled.why.fr).toBe('aucun débordement pour apprendre');
    const none = await read({}, (corpus) => learn(corpus, {}));
    expect('why' in none && none.n).toBe(0);
  });

  it('reads another instant without hours to spare', async () => {
    const found = await read(keyedRows({ cases }), (corpus) => learn(corpus, { at: new Date(700 * HOUR) }));
    expect('slack' in found && [found.at, found.slack]).toEqual([700, 0]);
  });
});
