import { describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import { correctedShares } from '../../../src/metrics/basic/corrected-shares.js';
import { drawLabelSample } from '../../../src/metrics/basic/label-sample.js';
import type { EnrichedMessage, HeadConfusion } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';

const said = (
  count: number,
  sentiment: EnrichedMessage['sentiment'],
  of: Partial<EnrichedMessage> = {},
): Partial<EnrichedMessage>[] =>
  Array.from({ length: count }, () => ({
    text: 'Texte',
    sentiment,
    polarity: sentiment === 'negative' ? -0.7 : 0.7,
    languageCode: 'fr',
    ...of,
  }));

describe('a sample by kind of text', () => {
  /** 2,000 comments of which 30 % are told negative, 300 private messages 80 %, 40 reviews none. */
  const kinds = async (): Promise<CorpusTables> => {
    return fakeCorpus(
      {
        messages: [
          ...said(600, 'negative'),
          ...said(1400, 'positive'),
          ...said(240, 'negative', { stage: 'private' }),
          ...said(60, 'positive', { stage: 'private' }),
          ...said(40, 'positive', { kind: 'review' }),
        ],
      },
      { confusions: () => Promise.resolve([]) },
    );
  };
  /** Labels of who says of a quarter of the private messages told negative, and of no other, that they are positive. */
  const labelsOf = async (corpus: CorpusTables, n: number, reader?: string) => {
    const { rows, strata } = await drawLabelSample(corpus, { n });
    const told = new Map(
      (await corpus.query('SELECT messageId, sentiment FROM messages')).objects().map((row) => {
        const { messageId, sentiment } = row as { messageId: string; sentiment: string };
        return [messageId, sentiment];
      }),
    );
    let at = 0;
    const labels = rows.map(({ messageId, stage }) => ({
      messageId,
      head: 'sentiment' as const,
      label:
        stage === 'private' && told.get(messageId) === 'negative' && at++ % 4 === 0
          ? 'positive'
          : (told.get(messageId) ?? ''),
      ...(reader !== undefined && { reader }),
    }));
    return { labels, strata, rows };
  };

  it('holds 30 of each kind, and is one draw of each', async () => {
    const corpus = await kinds();
    const { strata, rows } = await labelsOf(corpus, 200);
    // Errors that no table tells are as large everywhere: by messages, once the reviews have their 30.
    expect(strata).toEqual([
      { genre: 'comment', population: 2000, n: 140 },
      { genre: 'private', population: 300, n: 30 },
      { genre: 'review', population: 40, n: 30 },
    ]);
    expect(rows).toHaveLength(200);
    expect(rows.filter(({ stage }) => stage === 'private')).toHaveLength(30);
    // Of one kind the sample is that kind's own draw; and of more messages of it the first are the same.
    const ids = (list: readonly { messageId: string }[]): string[] => list.map(({ messageId }) => messageId);
    const alone = await drawLabelSample(corpus.where({ stage: 'private' }), { n: 30 });
    expect(ids(alone.rows)).toEqual(ids(rows.filter(({ stage }) => stage === 'private')));
    expect(alone.strata).toEqual([{ genre: 'private', population: 300, n: 30 }]);
  });

  it('corrects each kind by its own labels, and weighs kinds by their messages', async () => {
    const corpus = await kinds();
    const { labels } = await labelsOf(corpus, 200);
    const rows = (await correctedShares(corpus, { labels }))
      .rows()
      .filter(({ label }) => label === 'negative');
    expect(rows.map(({ genre, n, referenceN }) => [genre, n, referenceN])).toEqual([
      ['all', 2340, 200],
      ['comment', 2000, 140],
      ['private', 300, 30],
      ['review', 40, 30],
    ]);
    const [all, comment, own, review] = rows;
    expect([comment?.share, review?.share]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0, 12)]);
    const toldNegative = labels.filter(({ label }) => label === 'negative').length;
    expect(toldNegative).toBeGreaterThan(30);
    // 30 labels, of which about 24 told negative and a quarter of those is not.
    expect(own?.share).toBeGreaterThan(0.5);
    expect(own?.share).toBeLessThan(0.7);
    expect(all?.share).toBeCloseTo((2000 * 0.3 + 300 * (own?.share ?? 9) + 40 * 0) / 2340, 12);
    for (const row of rows) {
      expect(row.low).toBeLessThanOrEqual(row.share ?? -1);
      expect(row.high).toBeGreaterThanOrEqual(row.share ?? 2);
      expect(row.method).toBe('prediction-powered');
    }
    // Labels taken as one random part would take 30 private of 200 for the 300 of 2,340 that they are.
    expect(review?.high).toBeGreaterThan(0.03);
  });

  it('joins a kind of few labels to the kind of most, each label weighing what it stands for', async () => {
    const corpus = await kinds();
    const { labels, rows } = await labelsOf(corpus, 200);
    // 29 private labels of 30: no row of their own, but in the share of all they still weigh 300 messages.
    const dropped = rows.find(({ stage }) => stage === 'private')?.messageId;
    const kept = labels.filter(({ messageId }) => messageId !== dropped);
    const found = (await correctedShares(corpus, { labels: kept })).rows();
    expect(found.filter(({ label }) => label === 'negative').map(({ genre }) => genre)).toEqual([
      'all',
      'comment',
      'review',
    ]);
    const privateIds = new Set(
      rows.filter(({ stage }) => stage === 'private').map(({ messageId }) => messageId),
    );
    const negative = kept.filter(({ messageId, label }) => privateIds.has(messageId) && label === 'negative');
    const told = (
      await corpus.query(`SELECT messageId FROM messages WHERE stage = 'private' AND sentiment = 'negative'`)
    )
      .objects()
      .map((row) => (row as { messageId: string }).messageId)
      .filter((id) => privateIds.has(id) && id !== dropped);
    const error = (negative.length - told.length) / 29;
    expect(found[0]?.share).toBeCloseTo((2000 * 0.3 + 300 * (0.8 + error)) / 2340, 12);
  });

  it('corrects the errors of a second reader kind by kind', async () => {
    const corpus = await kinds();
    const { labels } = await labelsOf(corpus, 200, 'slow');
    // Of private texts that are positive it tells two in ten negative.
    const readerErrors = (['comment', 'review', 'private'] as const).flatMap((genre) =>
      [0, 20, 40, 60].map((more): HeadConfusion => {
        const alarms = (genre === 'private' ? 1800 : 100) + more;
        const counts = [
          [9000, 100 + more, 100],
          [100, 9000, 100],
          [alarms, 100 + more, 9000 - alarms],
        ];
        const of = {
          head: 'sentiment',
          language: null,
          labels: ['negative', 'neutral', 'positive'],
        } as const;
        return { ...of, genre, edges: [-0.2, 0.2], source: `${genre} ${more}`, counts };
      }),
    );
    const found = (
      await correctedShares(corpus, { labels: labels.map((label) => ({ ...label, readerErrors })) })
    ).rows();
    const of = new Map(found.filter(({ label }) => label === 'negative').map((row) => [row.genre, row]));
    expect([...of.keys()]).toEqual(['all', 'comment', 'private', 'review']);
    for (const row of of.values()) expect(row.method).toBe('prediction-powered, confusion-table');
    const [all, own, comment] = ['all', 'private', 'comment'].map((genre) => of.get(genre)) as [
      (typeof found)[number],
      (typeof found)[number],
      (typeof found)[number],
    ];
    // Of 80 % told a quarter is denied, and told .6 = x + .2 (1 − x): .5, but a further set of one kind alone that errs so may err otherwise.
    expect(own).toMatchObject({ n: 300, raw: 0.8, share: null });
    expect([own.low < 0.5, own.high > 0.5, own.high < 0.75]).toEqual([true, true, true]);
    expect(Math.abs((comment.share ?? 9) - 0.3)).toBeLessThan(0.03);
    expect([comment.low > 0.02, comment.low < 0.3, comment.high > 0.3, comment.high < 0.4]).toEqual(
      Array(4).fill(true),
    );
    expect([(all.share ?? 9) < all.raw, all.low > 0.05, all.high < 0.42]).toEqual(Array(3).fill(true));
  });
});
