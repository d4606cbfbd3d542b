import { describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import type { MessageLabel } from '../../../src/metrics/basic/labelled-shares.js';
import { correctedShares } from '../../../src/metrics/basic/corrected-shares.js';
import { drawLabelSample } from '../../../src/metrics/basic/label-sample.js';
import type { EnrichedMessage, HeadConfusion } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';

/** Of 1,000 negative texts 700 are told so; of 1,000 others 150: bands under and over −.2. */
const TABLE: HeadConfusion = {
  head: 'sentiment',
  genre: 'comment',
  language: null,
  labels: ['negative', 'neutral', 'positive'],
  edges: [-0.2, 0.2],
  counts: [
    [7000, 2000, 1000],
    [1500, 7000, 1500],
    [1500, 1000, 7500],
  ],
  source: 'texts of the test',
};
let author = 0;
const said = (
  count: number,
  sentiment: EnrichedMessage['sentiment'],
  polarity: number,
): Partial<EnrichedMessage>[] =>
  Array.from({ length: count }, () => ({
    text: 'Texte',
    sentiment,
    polarity,
    languageCode: 'fr',
    authorKey: `a${author++}`,
  }));
async function corpusOf(
  messages: Partial<EnrichedMessage>[],
  tables: readonly HeadConfusion[] = [TABLE],
): Promise<CorpusTables> {
  return fakeCorpus({ messages }, { confusions: () => Promise.resolve(tables) });
}

describe('correctedShares', () => {
  it('gives the corrected share first, the raw one beside', async () => {
    // Truth 20 % negative, 50 % neutral, 30 % positive: told .7·.2 + .15·.5 + .15·.3 = .26 negative,
    // .2·.2 + .7·.5 + .1·.3 = .42 neutral, .1·.2 + .15·.5 + .75·.3 = .32 positive.
    const corpus = await corpusOf([
      ...said(520, 'negative', -0.7),
      ...said(840, 'neutral', 0),
      ...said(640, 'positive', 0.7),
    ]);
    const metric = await correctedShares(corpus);
    const rows = metric.rows();
    expect(
      rows.map(({ head, label, genre, n, raw, referenceN }) => [head, label, genre, n, raw, referenceN]),
    ).toEqual([
      ['sentiment', 'negative', 'all', 2000, 0.26, 30000],
      ['sentiment', 'neutral', 'all', 2000, 0.42, 30000],
      ['sentiment', 'positive', 'all', 2000, 0.32, 30000],
    ]);
    // One text more of each label pulls them a thousandth towards each other.
    expect(rows.map(({ share }) => Math.round((share ?? 9) * 1000) / 1000)).toEqual([0.201, 0.499, 0.3]);
    expect(metric.value).toBe(rows[0]?.share);
    expect(metric.interval?.low).toBeLessThan(0.2);
    expect(metric.interval?.high).toBeGreaterThan(0.2);
  });

  it('corrects each genre by its own table, and adds them up by their messages', async () => {
    const exact = {
      ...TABLE,
      genre: 'private' as const,
      counts: [
        [9000, 0, 0],
        [0, 9000, 0],
        [0, 0, 9000],
      ],
    };
    const corpus = await corpusOf(
      [
        ...said(260, 'negative', -0.7),
        ...said(420, 'neutral', 0),
        ...said(320, 'positive', 0.7),
        ...said(300, 'negative', -0.7).map((row) => ({ ...row, stage: 'private' as const })),
        ...said(700, 'neutral', 0).map((row) => ({ ...row, stage: 'private' as const })),
      ],
      [TABLE, exact],
    );
    const rows = (await correctedShares(corpus)).rows().filter(({ label }) => label === 'negative');
    const bounds = (genre: string) => rows.find((row) => row.genre === genre);
    expect(bounds('private')?.share).toBeCloseTo(0.3, 3);
    // By sets that differ so much comments are known to no better than 40 points, and all together no better.
    for (const genre of ['comment', 'all']) {
      expect(bounds(genre)?.share).toBeNull();
      expect(bounds(genre)?.low).toBeLessThan(0.2016);
      expect(bounds(genre)?.high).toBeGreaterThan(0.25);
    }
    // The sets differ as much as two can: 30 % told in private may be read as there, or as the comments are: (.3 − .15) / .55 = 27 %
    // of all, and more where less is found than there.
    const own = rows.find(({ genre }) => genre === 'private');
    expect(own?.low).toBeLessThan(0.27);
    expect(own?.high).toBeGreaterThan(0.32);
  });

  it('is corrected by the labels of a random part, where there are enough', async () => {
    const corpus = await corpusOf([...said(400, 'negative', -0.7), ...said(600, 'neutral', 0)]);
    const sample = await drawLabelSample(corpus, { n: 100 });
    const told = new Map(
      (await corpus.query('SELECT messageId, sentiment FROM messages')).objects().map((row) => {
        const { messageId, sentiment } = row as { messageId: string; sentiment: string };
        return [messageId, sentiment];
      }),
    );
    // A hand that says of every fourth message told negative that it is not.
    let at = 0;
    const labels = sample.rows.map(({ messageId }) => ({
      messageId,
      head: 'sentiment' as const,
      label: told.get(messageId) === 'negative' ? (at++ % 4 === 0 ? 'neutral' : 'negative') : 'neutral',
    }));
    const wrong = Math.ceil(at / 4);
    const row = (await correctedShares(corpus, { labels })).rows()[0];
    expect(row).toMatchObject({
      head: 'sentiment',
      label: 'negative',
      method: 'prediction-powered',
      referenceN: 100,
      raw: 0.4,
    });
    expect(row?.share).toBeCloseTo(0.4 - wrong / 100, 10);
    const few = (await correctedShares(corpus, { labels: labels.slice(0, 20) })).rows()[0];
    expect(few?.method).toBe('confusion-table');
  });

  it('draws as many labels as the errors of the kinds of text that are there ask for', async () => {
    const messages = [...said(400, 'negative', -0.7), ...said(600, 'neutral', 0)];
    // .3 of 400 missed and .15 of 600 told beside: .21; 1.96²·.21/.05² = 322.7, of a thousand 244. Reviews that are read well change nothing.
    const reviews = {
      ...TABLE,
      genre: 'review' as const,
      counts: TABLE.counts.map((row, k) => row.map((_, j) => (j === k ? 90000 : 0))),
    };
    for (const tables of [[TABLE], [TABLE, reviews]]) {
      const { rows, errorVariance, halfWidth } = await drawLabelSample(await corpusOf(messages, tables), {
        halfWidth: 0.05,
      });
      expect(errorVariance).toBeCloseTo(0.21, 10);
      expect(rows).toHaveLength(244);
      expect(halfWidth).toBeCloseTo(0.05, 3);
    }
    // Of a kind that no table knows half may be wrong.
    expect((await drawLabelSample(await corpusOf(messages, [reviews]))).errorVariance).toBe(0.25);
  });

  it('names each reference once', async () => {
    const both = [TABLE, { ...TABLE, genre: 'private' as const, source: 'other texts, texts of the test' }];
    const corpus = await corpusOf(
      [
        ...said(40, 'negative', -0.7),
        ...said(60, 'neutral', 0).map((row) => ({ ...row, stage: 'private' as const })),
      ],
      both,
    );
    expect((await correctedShares(corpus)).rows()[0]?.reference).toBe('texts of the test, other texts');
  });

  it('corrects a second reader by its own errors, where four sets and more tell them and tell more than the heads', async () => {
    const corpus = await corpusOf([...said(800, 'negative', -0.7), ...said(1200, 'neutral', 0)]);
    const sample = await drawLabelSample(corpus, { n: 2000 });
    const told = new Map(
      (await corpus.query('SELECT messageId, sentiment FROM messages')).objects().map((row) => {
        const { messageId, sentiment } = row as { messageId: string; sentiment: string };
        return [messageId, sentiment];
      }),
    );
    // The second reader agrees everywhere: it would tell 40 % negative.
    const labels = (readerErrors?: readonly HeadConfusion[]) =>
      sample.rows.map(({ messageId }) => ({
        messageId,
        head: 'sentiment' as const,
        label: told.get(messageId) ?? '',
        reader: 'slow',
        ...(readerErrors !== undefined && { readerErrors }),
      }));
    const first = async (readerErrors?: readonly HeadConfusion[]) =>
      (await correctedShares(corpus, { labels: labels(readerErrors) })).rows()[0];
    const slow = (more: number): HeadConfusion => ({
      ...TABLE,
      counts: [
        [9000 - 9 * more, 1000, 10 + more],
        [2000, 8000 - 9 * more, 10 + more],
        [10, 10 + more, 9000],
      ],
      source: `texts ${more}`,
    });
    // Of whom too few sets are known nobody knows how it errs: the tables of the heads stand.
    const tables = await first();
    expect(tables).toMatchObject({ method: 'confusion-table', reference: 'texts of the test' });
    expect(await first([0, 1, 2].map(slow))).toEqual(tables);
    // Of negative texts it tells .9 so, of neutral ones .2: 40 % told are 20/70 = 28.6 % true.
    const row = await first([0, 1, 2, 3].map(slow));
    expect(row).toMatchObject({
      head: 'sentiment',
      label: 'negative',
      n: 2000,
      raw: 0.4,
      method: 'prediction-powered, confusion-table',
      reference: 'second reader slow, its errors known on texts 0, texts 1, texts 2, texts 3',
    });
    expect(row?.share).toBeCloseTo(0.286, 2);
    expect([(row?.low ?? 1) < 0.28, (row?.high ?? 0) > 0.29]).toEqual([true, true]);
    // Sets that differ: a further one may differ as much, and the tables of the heads tell more.
    expect(await first([0, 200, 400, 600].map(slow))).toEqual(tables);
  });

  it('tells of tone what the table of a further labelled set may leave', async () => {
    const sets = [0.2, 0.1, 0, -0.1, -0.2].map((more, at): HeadConfusion => ({
      ...TABLE,
      source: `set ${at}`,
      counts: TABLE.counts.map((row, k) => row.map((n, j) => n + 10_000 * more * (k === j ? 1 : -0.5))),
    }));
    const corpus = await fakeCorpus(
      {
        messages: [...said(520, 'negative', -0.7), ...said(840, 'neutral', 0), ...said(640, 'positive', 0.7)],
      },
      { confusions: () => Promise.resolve([TABLE]), toneSets: () => Promise.resolve(sets) },
    );
    const [row] = (await correctedShares(corpus)).rows();
    expect(row).toMatchObject({ label: 'negative', raw: 0.26, reference: 'texts of the test' });
    expect(row?.low).toBeLessThan(0.15);
    expect(row?.high).toBeGreaterThan(0.26);
    expect((row?.high ?? 0) - (row?.low ?? 0)).toBeGreaterThan(0.1);
  });

  it('says how many labels would tell a share that sets leave open', async () => {
    // Read by two sets that differ as much as these a share of 26 % told may be nearly any.
    const other: HeadConfusion = {
      ...TABLE,
      genre: 'private',
      counts: [
        [3000, 6000, 1000],
        [300, 9200, 500],
        [300, 2500, 7200],
      ],
    };
    const corpus = await corpusOf(
      [...said(520, 'negative', -0.7), ...said(840, 'neutral', 0), ...said(640, 'positive', 0.7)],
      [TABLE, other],
    );
    const metric = await correctedShares(corpus);
    const sample = await drawLabelSample(corpus);
    expect([metric.value, metric.interval]).toEqual([null, null]);
    expect(metric.rows()[0]).toMatchObject({ label: 'negative', share: null, raw: 0.26 });
    expect(metric.notMeasured?.fr).toContain('26 % des messages sont dits négatifs');
    expect(metric.notMeasured?.fr).toContain(`environ ${sample.rows.length} messages étiquetés`);
    expect(metric.notMeasured?.en).toContain(`about ${sample.rows.length} labelled messages`);
  });

  it('says that few labels leave it open where they do', async () => {
    const corpus = await corpusOf([...said(100, 'negative', -0.7), ...said(100, 'neutral', 0)]);
    const told = (
      await corpus.query('SELECT messageId, sentiment FROM storedMessages ORDER BY messageId')
    ).objects() as { messageId: string; sentiment: string }[];
    // Every second reading is wrong.
    const ofTone = (sentiment: string): MessageLabel[] =>
      told
        .filter((row) => row.sentiment === sentiment)
        .slice(0, 15)
        .map(({ messageId }, at) => ({
          messageId,
          head: 'sentiment',
          label: at % 2 === 0 ? 'negative' : 'neutral',
        }));
    const metric = await correctedShares(corpus, { labels: [...ofTone('negative'), ...ofTone('neutral')] });
    expect([metric.value, metric.rows()[0]?.share]).toEqual([null, null]);
    expect(metric.notMeasured?.fr).toContain('mais 30 messages étiquetés ne disent pas mieux');
    expect(metric.notMeasured?.en).toContain('but 30 labelled messages tell no better');
  });

  it('says what is not corrected, and why', async () => {
    const corpus = await corpusOf(said(50, 'negative', -0.5));
    const { limits } = await correctedShares(corpus);
    expect(limits?.fr).toMatch(/Non corrigés : réclamations.*propos à modérer.*motifs.*presse/);
    expect(limits?.en).toMatch(/Not corrected: complaints.*harm.*drivers.*press/);
    expect(limits?.en).not.toContain('tone (no table');
  });

  it('says that the complaints of microblogs stand in no row, where comments are corrected beside', async () => {
    const table: HeadConfusion = {
      ...TABLE,
      head: 'complaint',
      labels: ['none', 'complaint'],
      edges: [0.5],
      counts: [
        [900, 100],
        [50, 450],
      ],
    };
    const posts = (platform: string) =>
      Array.from({ length: 100 }, (_, at) => ({
        ...said(1, 'neutral', 0)[0],
        platform,
        complaintProbability: at < 20 ? 0.9 : 0.1,
        intents: at < 20 ? ['complaint' as const] : [],
      }));
    const limitsOf = async (platform: string) =>
      (await correctedShares(await corpusOf([...posts('facebook'), ...posts(platform)], [TABLE, table])))
        .limits;
    expect((await limitsOf('x'))?.fr).toContain('réclamations des microblogs, qu’aucune ligne ne compte');
    expect((await limitsOf('facebook'))?.fr).not.toContain('microblogs');
  });

  it('is not measured where errors are not known', async () => {
    const corpus = await corpusOf(said(50, 'negative', -0.5), []);
    expect((await correctedShares(corpus)).notMeasured?.en).toContain('errors are known');
  });
});

describe('drawLabelSample', () => {
  it('draws as many as the half-width wants, the same with one seed, others with another', async () => {
    const corpus = await corpusOf([...said(800, 'negative', -0.7), ...said(1200, 'neutral', 0)]);
    const sample = await drawLabelSample(corpus, { halfWidth: 0.05 });
    // Of the 800 told negative .3 are missed, of 1,200 others .15 told beside: variance .21, n₀ = 322.7.
    expect(sample.errorVariance).toBeCloseTo(0.21, 10);
    expect(sample.rows).toHaveLength(Math.ceil(322.7 / (1 + 322.7 / 2000)));
    expect(sample.population).toBe(2000);
    expect(sample.choices).toEqual(['negative', 'neutral', 'positive']);
    const ids = (rows: readonly { messageId: string }[]): string[] => rows.map(({ messageId }) => messageId);
    expect(ids((await drawLabelSample(corpus, { halfWidth: 0.05 })).rows)).toEqual(ids(sample.rows));
    expect(ids((await drawLabelSample(corpus, { seed: 2 })).rows)).not.toEqual(ids(sample.rows));
    await expect(drawLabelSample(corpus, { n: 1 })).rejects.toThrow('n 1');
    await expect(drawLabelSample(corpus, { head: 'tone' as 'harm' })).rejects.toThrow(
      /head "tone": expected one of sentiment/,
    );
    await expect(drawLabelSample(corpus, { size: 9 } as object)).rejects.toThrow('unknown option "size"');
  });
});
