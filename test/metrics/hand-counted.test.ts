import { describe, expect, it } from 'vitest';
import { answeredWithin } from '../../src/metrics/care/answered-within.js';
import { firstReplyTime } from '../../src/metrics/care/first-reply-time.js';
import { responseRate } from '../../src/metrics/care/response-rate.js';
import { completeness, rejectReasons } from '../../src/metrics/basic/completeness.js';
import { contributionsToPromote } from '../../src/metrics/basic/contribution-shares.js';
import { driverShares, driverShift } from '../../src/metrics/basic/driver-shares.js';
import { harmShares } from '../../src/metrics/basic/harm-shares.js';
import { pressArticles } from '../../src/metrics/basic/press-articles.js';
import { meanRating } from '../../src/metrics/basic/mean-rating.js';
import { netSentimentByPeriod, netSentimentScore } from '../../src/metrics/basic/net-sentiment.js';
import { netScoreInterval } from '../../src/metrics/basic/score-interval.js';
import { shareOfVoice } from '../../src/metrics/basic/share-of-voice.js';
import { travellingTexts } from '../../src/metrics/basic/travelling-texts.js';
import { verbatims } from '../../src/metrics/basic/verbatims.js';
import { messageVolume, volumeByChannel } from '../../src/metrics/basic/message-volume.js';
import type { EnrichedMessage, Metric } from '../../src/model/index.js';
import { wilsonInterval } from '../../src/stats/shares/interval.js';
import { fakeCorpus } from './fake-corpus.js';

const HOUR = 3_600_000;
const rows = (metric: Metric): Record<string, unknown>[] =>
  metric.table.objects() as Record<string, unknown>[];
const repeat = (count: number, row: Partial<EnrichedMessage>): Partial<EnrichedMessage>[] =>
  Array.from({ length: count }, () => row);

describe('volume', () => {
  // Monday 30 March 2026, 00:30 in Paris, is Sunday 29 March, 22:30 in UTC: it belongs to the week of the 30th.
  const night = Date.UTC(2026, 2, 29, 22, 30);
  it('cuts weeks in the zone asked, sums to the total and leaves undated messages out of the weeks', async () => {
    const corpus = await fakeCorpus({
      messages: [
        { sentAt: night },
        { sentAt: night - HOUR },
        { sentAt: night, direction: 'outbound' },
        { sentAt: night, direction: 'internal' },
        {},
      ],
    });
    const metric = await messageVolume(corpus);
    expect(rows(metric).map(({ period, direction, n }) => [period, direction, n])).toEqual([
      ['2026-03-23', 'inbound', 1],
      ['2026-03-30', 'inbound', 1],
      ['2026-03-30', 'outbound', 1],
    ]);
    expect(metric.value).toBe(3);
    expect(metric.limits?.fr).toBe('1 message sans date hors du décompte par semaine.');
    expect(
      rows(await messageVolume(corpus, { zone: 'UTC' }))
        .filter(({ direction }) => direction === 'inbound')
        .map(({ period }) => period),
    ).toEqual(['2026-03-23']);
    expect(rows(await volumeByChannel(corpus))).toMatchObject([
      { stage: 'public', inbound: 3, outbound: 1, n: 4 },
    ]);
  });
});

describe('grain', () => {
  it('is the month beyond 60 weeks, so that bars stay readable', async () => {
    const corpus = await fakeCorpus({
      messages: [
        { sentAt: Date.UTC(2024, 0, 31, 12), sentiment: 'neutral' },
        { sentAt: Date.UTC(2026, 0, 31, 12), sentiment: 'neutral' },
      ],
    });
    expect(rows(await messageVolume(corpus)).map(({ period, grain }) => [period, grain])).toEqual([
      ['2024-01-01', 'month'],
      ['2026-01-01', 'month'],
    ]);
    expect((await netSentimentByPeriod(corpus)).label.fr).toBe('Score net de tonalité par mois');
  });
});

describe('netSentimentScore', () => {
  it('is (P − N) / (P + N + U) over customers only', async () => {
    const corpus = await fakeCorpus({
      messages: [
        ...repeat(5, { sentiment: 'negative', sentAt: 0 }),
        ...repeat(2, { sentiment: 'neutral', sentAt: 0 }),
        ...repeat(1, { sentiment: 'positive', stage: 'private', channel: 'whatsapp' }),
        ...repeat(4, { sentiment: 'positive', direction: 'outbound' }),
        ...repeat(4, { sentiment: 'positive', authorIsBrand: true }),
        ...repeat(3, { sentiment: 'positive', stage: 'press' }),
        {},
      ],
    });
    const metric = await netSentimentScore(corpus);
    expect([metric.value, metric.n]).toEqual([-0.5, 8]);
    expect(rows(metric).map(({ stage, n, score }) => [stage, n, score])).toEqual([
      ['private', 1, 1],
      ['public', 7, -5 / 7],
    ]);
    const shares = wilsonInterval(5, 7);
    expect(rows(metric)[1]).toMatchObject({
      negativeShare: 5 / 7,
      negativeLow: shares.low,
      negativeHigh: shares.high,
    });
    expect(rows(await netSentimentByPeriod(corpus)).map(({ period, n }) => [period, n])).toEqual([
      ['1969-12-29', 7],
    ]);
  });
  it('widens when one person wrote it all', async () => {
    const one = await netSentimentScore(
      await fakeCorpus({ messages: repeat(30, { sentiment: 'negative', authorKey: 'a' }) }),
    );
    const many = await netSentimentScore(
      await fakeCorpus({ messages: repeat(30, { sentiment: 'negative' }) }),
    );
    expect(one.value).toBe(-1);
    expect(one.interval?.high).toBeGreaterThan(0);
    expect(many.interval?.high).toBeLessThan(-0.8);
  });
});

describe('drivers', () => {
  it('counts each driver with its own sentiment', async () => {
    const metric = await driverShares(
      await fakeCorpus({
        messages: [
          {
            text: 'x',
            drivers: ['price', 'taste'],
            driverSentiments: ['negative', 'positive'],
            sentiment: 'neutral',
          },
          { text: 'x', sentiment: 'neutral', drivers: ['price'], driverSentiments: ['neutral'] },
          { text: 'x', sentiment: 'neutral' },
          { text: 'x', sentiment: 'neutral' },
          { drivers: ['price'], driverSentiments: ['negative'] },
        ],
      }),
    );
    expect([metric.value, metric.n]).toEqual([2, 4]);
    expect(
      rows(metric).map(({ driver, n, share, negativeShare, score }) => [
        driver,
        n,
        share,
        negativeShare,
        score,
      ]),
    ).toEqual([
      ['price', 2, 0.5, 0.5, -0.5],
      ['taste', 1, 0.25, 0, 1],
    ]);
  });
  it('compares the shares of the last two quarters: 1 of 10, then 4 of 20, is twice as much', async () => {
    const [first, second] = [Date.UTC(2026, 1, 1), Date.UTC(2026, 4, 1)];
    const read = { text: 'x', sentiment: 'neutral' } as const;
    const about = { ...read, drivers: ['safety'], driverSentiments: ['negative'] };
    const corpus = await fakeCorpus({
      messages: [
        ...repeat(1, { ...about, sentAt: first }),
        ...repeat(9, { ...read, sentAt: first }),
        ...repeat(4, { ...about, sentAt: second }),
        ...repeat(16, { ...read, sentAt: second }),
      ],
    });
    const [row] = rows(await driverShift(corpus));
    expect(row).toMatchObject({
      driver: 'safety',
      previousQuarter: '2026-01-01',
      quarter: '2026-04-01',
      previous: 1,
      previousN: 10,
      current: 4,
      n: 20,
      ratio: 2,
    });
    // Wilson's intervals of 1 of 10 and 4 of 20
    const bounds = ['previousLow', 'previousHigh', 'currentLow', 'currentHigh'].map((name) =>
      Number(row?.[name]).toFixed(4),
    );
    expect(bounds).toEqual(['0.0179', '0.4042', '0.0807', '0.4160']);
    expect(Number(row?.['low'])).toBeLessThan(1);
    const apart = [
      ...repeat(3, { ...about, sentAt: Date.UTC(2024, 1, 1) }),
      ...repeat(3, { ...about, sentAt: second }),
    ];
    expect((await driverShift(await fakeCorpus({ messages: apart }))).notMeasured?.fr).toBe(
      'les deux derniers trimestres datés ne se suivent pas',
    );
    expect(
      (await driverShift(await fakeCorpus({ messages: repeat(3, { ...about, sentAt: first }) }))).notMeasured
        ?.fr,
    ).toBe('il faut deux trimestres de messages datés');
  });
});

describe('shareOfVoice', () => {
  const messages = [
    ...repeat(6, { brands: ['A'] }),
    ...repeat(3, { brands: ['A', 'B'] }),
    ...repeat(5, { brands: ['C'] }),
    ...repeat(9, { brands: ['A'], stage: 'private' as const }),
  ];
  it('is mentions over mentions of the named set, private left out', async () => {
    const metric = await shareOfVoice(await fakeCorpus({ messages }), { brands: ['B', 'A'] });
    expect([metric.value, metric.n]).toEqual([3 / 12, 12]);
    expect(rows(metric).map(({ brand, mentions }) => [brand, mentions])).toEqual([
      ['A', 9],
      ['B', 3],
    ]);
    expect(metric.limits?.fr).toBe('Ensemble : B, A.');
    // 9 of 12 less 3 of 12, both shares of one whole: the interval of a net score
    const { value, low, high } = netScoreInterval({ positive: 9, negative: 3, n: 12 }, 0.95) ?? {};
    expect(rows(metric)[0]).toMatchObject({ difference: value, differenceLow: low, differenceHigh: high });
    expect(rows(metric)[1]?.['difference']).toBeNull();
  });
  it('leaves out what is said at a brand’s own place', async () => {
    const corpus = await fakeCorpus({
      messages: [
        ...repeat(4, { brands: ['A'], format: 'talkwalker' }),
        ...repeat(2, { brands: ['B'], format: 'talkwalker' }),
        ...repeat(50, { brands: ['A'], format: 'facebook-graph' }),
        ...repeat(30, { brands: ['A'], kind: 'review' }),
        { threadId: 't', kind: 'post', direction: 'outbound', authorIsBrand: true },
        ...repeat(20, { brands: ['A'], threadId: 't' }),
      ],
    });
    const metric = await shareOfVoice(corpus, { brands: ['A', 'B'] });
    expect([metric.value, metric.n]).toEqual([4 / 6, 6]);
  });
  it('needs two brands', async () => {
    expect((await shareOfVoice(await fakeCorpus({ messages }), { brands: ['A'] })).notMeasured?.fr).toContain(
      'une seule marque',
    );
    expect((await shareOfVoice(await fakeCorpus({ messages }), { brands: ['Z'] })).notMeasured?.fr).toBe(
      'aucune mention en veille ouverte de Z',
    );
  });
});

describe('care', () => {
  // Replies after 1, 2 and 3 h; two cases without reply, seen for 100 h. Market mean: 2 h. Kaplan-Meier median: 3 h.
  const cases = [1, 2, 3].map((hours) => ({
    openedAt: 0,
    answeredAt: hours * HOUR,
    observedUntil: 100 * HOUR,
  }));
  const silent = [
    { openedAt: 0, observedUntil: 100 * HOUR },
    { openedAt: 0, observedUntil: 100 * HOUR },
  ];
  it('keeps the unanswered in the median, and shows the market’s mean over answered beside it', async () => {
    const corpus = await fakeCorpus({
      cases: [
        ...cases,
        ...silent,
        { openedAt: 0, answeredAt: HOUR, observedUntil: 100 * HOUR, complaint: false },
      ],
    });
    const time = await firstReplyTime(corpus);
    expect([time.value, time.n]).toEqual([3, 5]);
    expect(rows(time)[0]).toMatchObject({
      stage: 'private',
      answered: 3,
      unanswered: 2,
      median: 3,
      p90: null,
      marketMean: 2,
    });
    const within = await answeredWithin(corpus);
    expect(within.value).toBeCloseTo(0.6, 12);
    expect(
      rows(within)
        .filter(({ hours }) => hours === 1)
        .map(({ share }) => share),
    ).toEqual([expect.closeTo(0.2, 12)]);
    const rate = await responseRate(corpus);
    expect([rate.value, rate.n, rate.interval?.low]).toEqual([0.6, 5, wilsonInterval(3, 5).low]);
  });
  it('counts a question as needing a reply, thanks and a repost not', async () => {
    const corpus = await fakeCorpus({
      cases: [
        { caseId: 'q', complaint: false },
        { caseId: 't', complaint: false },
        { caseId: 's', firstStage: 'public', firstChannel: 'x-share' },
      ],
      messages: [
        { messageId: 'm1', intents: ['question'] },
        { messageId: 'm2', intents: ['thanks'] },
      ],
      caseMessages: [
        { caseId: 'q', messageId: 'm1' },
        { caseId: 't', messageId: 'm2' },
      ],
    });
    expect((await responseRate(corpus)).n).toBe(1);
  });
  it('says so when under half are answered, and still shows the market’s mean', async () => {
    const time = await firstReplyTime(await fakeCorpus({ cases: [...cases.slice(0, 1), ...silent] }));
    expect(time.notMeasured?.fr).toContain('moins de la moitié');
    expect(rows(time)[0]).toMatchObject({ median: null, marketMean: 1 });
  });
  it('knows that all answered in 3 h are answered in 24 h', async () => {
    expect((await answeredWithin(await fakeCorpus({ cases }))).value).toBe(1);
  });
});

describe('moderation, ratings, press', () => {
  it('shares harms among public texts', async () => {
    const metric = await harmShares(
      await fakeCorpus({
        messages: [
          ...repeat(3, { text: 'x', sentiment: 'neutral' }),
          { text: 'x', sentiment: 'neutral', harms: ['scam', 'spam'] },
          { text: 'x', stage: 'private', harms: ['insult'] },
        ],
      }),
    );
    expect([metric.value, metric.n]).toEqual([0.25, 4]);
    expect(
      rows(metric)
        .slice(0, 2)
        .map(({ harm: name, messages }) => [name, messages])
        .toSorted(),
    ).toEqual([
      ['scam', 1],
      ['spam', 1],
    ]);
  });
  it('brings ratings to 5 and ignores those outside their scale', async () => {
    const metric = await meanRating(
      await fakeCorpus({
        messages: [
          { rating: 8, ratingMax: 10 },
          { rating: 1, ratingMax: 5 },
          { rating: 9, ratingMax: 5 },
          { rating: 3 },
        ],
      }),
    );
    expect([metric.value, metric.n]).toEqual([2.5, 2]);
    expect(rows(metric)[0]).toMatchObject({ outOf: null, star1: 1, star4: 1, star5: 0 });
  });
  it('has no bound that the scale has not: stars begin at 1, points below it at 0', async () => {
    const lowOf = async (rating: number): Promise<number> => {
      const metric = await meanRating(await fakeCorpus({ messages: [{ rating, ratingMax: 5 }] }));
      return metric.interval?.low ?? NaN;
    };
    expect([await lowOf(1), await lowOf(0.5)].map((low) => low >= 1)).toEqual([true, false]);
    // points of which none is few say nothing of where their scale begins, nor of the stars beside
    const mixed = await meanRating(
      await fakeCorpus({
        messages: [
          { rating: 3, ratingMax: 10, platform: 'points' },
          { rating: 1, ratingMax: 5, platform: 'stars' },
        ],
      }),
    );
    const lows = new Map(rows(mixed).map((row) => [row['platform'], Number(row['low'])]));
    expect([Number(lows.get('points')) < 1, lows.get('stars'), Number(mixed.interval?.low) < 1]).toEqual([
      true,
      1,
      true,
    ]);
    // one review of one star: Wilson's interval of 0 of 1 on four points above 1
    const metric = await meanRating(await fakeCorpus({ messages: [{ rating: 1, ratingMax: 5 }] }));
    expect(metric.interval?.high).toBeCloseTo(1 + 4 * wilsonInterval(0, 1).high, 9);
  });
  it('lists the same article once, with its copies', async () => {
    const article = { stage: 'press', kind: 'article', textKey: 'k', title: 'T' } as const;
    const metric = await pressArticles(
      await fakeCorpus({
        messages: [
          { ...article, sentAt: 2, sourceName: 'B' },
          { ...article, sentAt: 1, sourceName: 'A' },
          { ...article, textKey: 'other', sentAt: 3 },
        ],
      }),
    );
    expect(metric.value).toBe(3);
    expect(rows(metric).map(({ source, copies }) => [source, copies])).toEqual([
      [null, 1],
      ['A', 2],
    ]);
  });
});

describe('quotes', () => {
  const long = 'Un texte public assez long pour être cité sans être coupé.';
  it('never quotes a private text unless asked, nor a flagged one, nor two of one author', async () => {
    const corpus = await fakeCorpus({
      messages: [
        {
          text: 'Mon colis est arrivé ouvert et personne ne me répond depuis dix jours.',
          stage: 'private',
          sentiment: 'negative',
          textKey: 'a',
        },
        { text: `${long} insulte`, harms: ['insult'], sentiment: 'negative' },
        { text: `${long} un`, sentiment: 'negative', authorKey: 'z', textKey: 'b', polarity: -0.5 },
        { text: `${long} deux`, sentiment: 'negative', authorKey: 'z', textKey: 'c', polarity: -0.5 },
      ],
    });
    const shown = rows(await verbatims(corpus)).map(({ text }) => String(text));
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatch(/ (un|deux)$/);
    expect(
      rows(await verbatims(corpus, { quotePrivate: true })).some(({ stage }) => stage === 'private'),
    ).toBe(true);
  });
  it('does not quote a text that is passed on, nor one that wraps it in other words', async () => {
    const chain = 'Attention, la marque va supprimer toutes les cagnottes le mois prochain, faites passer';
    const messages = [
      chain,
      chain.toUpperCase(),
      chain,
      `Je recopie : ${chain} !!!`,
      'Le pain du matin était sec et la caissière n’y pouvait rien, dommage.',
    ].map((text, at) => ({
      messageId: `m${at}`,
      authorKey: `a${at}`,
      text,
      textKey: at < 3 ? 'chain' : `own ${at}`,
      sentiment: 'negative' as const,
      polarity: -0.5,
    }));
    expect(rows(await verbatims(await fakeCorpus({ messages }))).map(({ messageId }) => messageId)).toEqual([
      'm4',
    ]);
  });

  it('takes the median tone, not the extreme, and the same whatever the order of the rows', async () => {
    const messages = [-1, -0.9, -0.6, -0.5, -0.4, -0.3, -0.1].map((polarity, index) => ({
      messageId: `m${index}`,
      text: `${long} ${polarity}`,
      sentiment: 'negative' as const,
      drivers: ['price'],
      driverSentiments: ['negative'],
      polarity,
    }));
    const [one, two] = [
      rows(await verbatims(await fakeCorpus({ messages }))),
      rows(await verbatims(await fakeCorpus({ messages: messages.toReversed() }))),
    ];
    expect(one.map(({ polarity }) => polarity).slice(0, 1)).toEqual([-0.5]);
    expect(one.map(({ polarity }) => polarity)).not.toContain(-1);
    expect(two.map(({ messageId }) => messageId)).toEqual(one.map(({ messageId }) => messageId));
  });
  it('quotes a travelling text from a public copy only', async () => {
    const shared = { text: long, textKey: 'same' };
    const privateOnly = {
      text: 'Ne le dites à personne : ce texte-là ne se lit que dans des conversations privées',
      textKey: 'private',
      stage: 'private',
    } as const;
    const metric = await travellingTexts(
      await fakeCorpus({
        messages: [
          ...repeat(3, { ...privateOnly }),
          ...repeat(2, { ...shared, stage: 'private' }),
          { ...shared, sentAt: 5 },
          { ...shared, sentAt: 9 },
        ],
      }),
    );
    expect(metric.value).toBe(7);
    expect(rows(metric).map(({ text, copies }) => [text, copies])).toEqual([[long, 4]]);
    expect(metric.limits?.fr).toMatch(/^Un texte vu seulement en privé n’est pas cité\./);
  });
  it('promotes what is useful and not flagged', async () => {
    const metric = await contributionsToPromote(
      await fakeCorpus({
        messages: [
          { text: long, contributions: ['idea'], contributionValue: 0.4 },
          { text: `${long} mieux`, contributions: ['idea'], contributionValue: 0.9 },
          { text: long, contributions: ['idea'], harms: ['spam'] },
          // irony may complain; a question under three stars is hardly one
          { text: `${long} ?`, contributions: ['question'], complaintProbability: 0.25 },
          { text: `${long} ?`, contributions: ['question'], rating: 3, ratingMax: 5 },
          { text: `${long}, 5/5`, contributions: ['idea'], contributionValue: 0.2, rating: 5, ratingMax: 5 },
        ],
      }),
    );
    expect(rows(metric).map(({ contributionValue }) => contributionValue)).toEqual([0.9, 0.4, 0.2]);
  });
});

describe('completeness', () => {
  it('counts what is missing, and rejects by reason', async () => {
    const corpus = await fakeCorpus({
      messages: [
        {},
        {
          sentAt: 0,
          sentAtZone: 'assumed',
          dayOnly: true,
          text: 'x',
          languageCode: 'fr',
          sentiment: 'neutral',
          authorKey: 'a',
          threadId: 't',
        },
      ],
      rejects: [{ reason: 'hostile' }, { reason: 'hostile' }],
    });
    expect(
      Object.fromEntries(rows(await completeness(corpus)).map(({ check, messages }) => [check, messages])),
    ).toEqual({
      noDate: 1,
      dayOnly: 1,
      zoneAssumed: 1,
      zoneUnknown: 0,
      noText: 1,
      noAuthor: 1,
      noThread: 1,
      languageUnknown: 0,
      noSentiment: 0,
    });
    expect(rows(await rejectReasons(corpus))).toMatchObject([{ reason: 'hostile', messages: 2, files: 1 }]);
  });
});

describe('options', () => {
  it('refuses a level or a zone that can’t be', async () => {
    const corpus = await fakeCorpus({});
    await expect(netSentimentScore(corpus, { level: 1 })).rejects.toThrow('level 1');
    await expect(messageVolume(corpus, { zone: 'Mars/Olympus' })).rejects.toThrow(
      'unknown zone "Mars/Olympus"',
    );
  });
});
