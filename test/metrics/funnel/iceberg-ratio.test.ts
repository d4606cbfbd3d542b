import { describe, expect, it } from 'vitest';
import { icebergRatio } from '../../../src/metrics/funnel/iceberg-ratio.js';
import { loadConfusions } from '../../../src/enrich/heads/shipped-confusions.js';
import type { HeadConfusion, Metric } from '../../../src/model/index.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { hourCase, notFinite, tableOf } from './funnel-rows.js';

const many = (n: number, one: Partial<Parameters<typeof hourCase>[0]>): ReturnType<typeof hourCase>[] =>
  Array.from({ length: n }, () => hourCase({ until: 500, ...one }));
const PUBLIC = { firstStage: 'public', furthestStage: 'public', firstChannel: 'x-post' } as const;

describe('icebergRatio', () => {
  it('counts a spilled case on both sides, and leaves questions and reposts out', async () => {
    const corpus = await fakeCorpus({
      cases: [
        ...many(54, { driver: 'price' }),
        ...many(6, { driver: 'price', spilled: 4 }),
        ...many(14, { ...PUBLIC, driver: 'price' }),
        ...many(4, { ...PUBLIC, driver: 'taste' }),
        ...many(9, { complaint: false }),
        ...many(3, { ...PUBLIC, firstChannel: 'x-share' }),
      ],
    });
    const metric = await icebergRatio(corpus);
    // (54 + 6) / (6 + 14 + 4) = 2.5; price: 60 / 20; taste has no private side
    expect(metric).toMatchObject({ value: 2.5, n: 78 });
    expect(
      tableOf(metric).map((row) => [row['by'], row['driver'], row['private'], row['public'], row['ratio']]),
    ).toEqual([
      ['total', null, 60, 24, 2.5],
      ['driver', 'price', 60, 20, 3],
    ]);
    // delta method with 54, 6 and 18 cases: var(ln ratio) = 54/60² + 18/24² + 6·(1/60 − 1/24)² = 0.050, a factor of e^±0.44
    expect(metric.interval?.low).toBeGreaterThan(2.5 * Math.exp(-0.6));
    expect(metric.interval?.low).toBeLessThan(2.5 * Math.exp(-0.3));
    expect(metric.interval?.high).toBeGreaterThan(2.5 * Math.exp(0.3));
    expect(metric.interval?.high).toBeLessThan(2.5 * Math.exp(0.6));
  });

  /** 100 messages a side, of which 40 in private and 20 in public are told as complaints; a case with each complaint. */
  const told = (): FakeRows => ({
    cases: [...many(40, {}), ...many(20, PUBLIC)],
    messages: (['private', 'public'] as const).flatMap((stage) =>
      Array.from({ length: 100 }, (_, k) => ({
        stage,
        text: 'Texte',
        languageCode: 'fr',
        channel: stage === 'private' ? ('whatsapp' as const) : ('facebook-comment' as const),
        platform: stage === 'private' ? ('whatsapp' as const) : ('facebook' as const),
        authorKey: `${stage}${k}`,
        complaintProbability: k < (stage === 'private' ? 40 : 20) ? 0.9 : 0.1,
        intents: k < (stage === 'private' ? 40 : 20) ? (['complaint'] as const) : [],
      })),
    ),
  });
  const table = (genre: 'private' | 'comment', hits: number): HeadConfusion => ({
    head: 'complaint',
    genre,
    language: null,
    labels: ['none', 'complaint'],
    edges: [0.5],
    counts: [
      [95_000, 5000],
      [100_000 - hits, hits],
    ],
    source: 'texts of the test',
  });
  const measured = async (tables: readonly HeadConfusion[]): Promise<Metric> => {
    const corpus = await fakeCorpus(told(), { confusions: () => Promise.resolve(tables) });
    return icebergRatio(corpus);
  };

  it('is corrected for the errors of reading beside what is read, and carries them', async () => {
    const plain = await measured([]),
      sure = await measured([table('private', 80_000), table('comment', 80_000)]),
      unsure = await measured([table('private', 90_000), table('comment', 60_000)]);
    // told 40 / 20; true (.4 − .05)/.75 = .467 of the private and (.2 − .05)/.75 = .2 of the public messages: 46.7 / 20
    expect([plain.value, sure.value]).toEqual([2, 2]);
    expect(tableOf(sure)[0]?.['corrected']).toBeGreaterThan(2.15);
    expect(tableOf(sure)[0]?.['corrected']).toBeLessThan(2.55);
    expect(sure.interval?.low).toBeLessThanOrEqual(plain.interval?.low ?? 0);
    const width = ({ interval }: Metric): number => Math.log((interval?.high ?? 0) / (interval?.low ?? 1));
    expect(width(sure)).toBeGreaterThan(width(plain));
    expect(width(unsure)).toBeGreaterThan(1.3 * width(sure));
    expect(plain.limits?.en).toContain('not known here');
    expect(unsure.limits?.en).toMatch(/finds \d+ to \d+% of the complaints in private/);
    expect(tableOf(plain)[0]?.['corrected']).toBeNull();
  });

  it('judges private conversations by how they open, not by how few of their messages complain', async () => {
    const rows = told(),
      // 40 of 50 conversations open with a complaint; of their 100 messages 40 are told as one
      conversations = Array.from({ length: 50 }, (_, k) => ({ caseId: `p${k}`, complaint: k < 40 }));
    const corrected = async (caseMessages: FakeRows['caseMessages']): Promise<number> => {
      const corpus = await fakeCorpus(
        {
          cases: [...conversations.flatMap((one) => many(1, one)), ...many(20, PUBLIC)],
          caseMessages: caseMessages ?? [],
          messages: (rows.messages ?? []).map((row, k) => ({
            ...row,
            messageId: String(row.authorKey),
            sentAt: k * 1000,
          })),
        },
        { confusions: () => Promise.resolve(loadConfusions()) },
      );
      const [all] = tableOf(await icebergRatio(corpus));
      return Number(all?.['corrected']);
    };
    const opened = conversations.map(({ caseId }, k) => ({ caseId, messageId: `private${k}` }));
    expect(await corrected(opened)).toBeGreaterThan(1.1 * (await corrected([])));
  });

  it('is set right by the user’s own labels alone, in a narrower interval', async () => {
    // of 80 labelled a side: in private the 30 told are complaints and 5 more; in public the 15 told and 15 more
    const labels = (['private', 'public'] as const).flatMap((stage) => {
      const count = stage === 'private' ? 40 : 20;
      const rows = Array.from({ length: 100 }, (_, k) => ({ k, told: k < count }));
      const drawn = rows.filter(({ k }) => k % 5 !== 0),
        missed = drawn.filter((row) => !row.told).slice(0, stage === 'private' ? 4 : 16);
      return drawn.map(({ k, told: said }) => ({
        messageId: `${stage}${k}`,
        head: 'complaint' as const,
        label: said || missed.some((one) => one.k === k) ? 'complaint' : 'none',
      }));
    });
    const rows = told(),
      corpus = await fakeCorpus(
        {
          ...rows,
          messages: (rows.messages ?? []).map((row) => ({ ...row, messageId: String(row.authorKey) })),
        },
        { confusions: () => Promise.resolve([table('private', 90_000), table('comment', 60_000)]) },
      );
    const [without, labelled] = [await icebergRatio(corpus), await icebergRatio(corpus, { labels })];
    // .4 + 4/80 = .45 of the private and .2 + 16/80 = .4 of the public messages: (40 · .45/.4) / (20 · .4/.2) = 45 / 40
    expect(labelled.value).toBeGreaterThan(1);
    expect(labelled.value).toBeLessThan(1.25);
    expect(labelled.limits?.en).toContain('your own labels');
    // no message is of a case: none is known
    expect(labelled.limits?.en).toContain('Your labels know fewer than 30 private cases');
    expect(labelled.limits?.fr).toContain('par message, non par dossier');
    const width = ({ interval }: Metric): number => Math.log((interval?.high ?? 0) / (interval?.low ?? 1));
    expect(width(labelled)).toBeLessThan(width(without));
    // too few on one side: as without
    const few = await icebergRatio(corpus, {
      labels: labels.filter(({ messageId }) => !messageId.startsWith('public')),
    });
    expect([few.value, few.interval]).toEqual([without.value, without.interval]);
  });

  it('is not measured where the known false alarms would be enough to explain what is told', async () => {
    const alarms = (genre: 'private' | 'comment'): HeadConfusion => ({
      ...table(genre, 80_000),
      counts: [
        [50_000, 50_000],
        [20_000, 80_000],
      ],
    });
    const metric = await measured([alarms('private'), alarms('comment')]);
    expect(metric).toMatchObject({
      value: null,
      notMeasured: { en: expect.stringMatching(/known errors of reading/) as string },
    });
  });

  it.each<[string, FakeRows['cases'], RegExp | null]>([
    ['no case', [], /aucun dossier/],
    ['no private side', many(9, PUBLIC), /export de messages privés/],
    ['no public side', many(9, {}), /aucune plainte en public/],
    ['one case on both sides', many(1, { spilled: 2 }), null],
  ])('answers plainly with %s', async (_, cases, reason) => {
    const corpus = await fakeCorpus({ cases: cases ?? [] });
    const metric = await icebergRatio(corpus);
    expect(notFinite(metric)).toEqual([]);
    if (reason === null) expect(metric).toMatchObject({ value: 1, interval: null });
    else expect(metric.notMeasured?.fr).toMatch(reason);
  });
});
