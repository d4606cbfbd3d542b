import { describe, expect, it } from 'vitest';
import { labelledReading } from '../../../src/metrics/funnel/labelled-reading.js';
import type { MessageLabel } from '../../../src/metrics/index.js';
import { drawAt } from '../../../src/stats/quantification/reading-errors.js';
import { fakeCorpus } from '../fake-corpus.js';

/** 200 private messages, the first 50 told to complain. */
const corpusOf = () =>
  fakeCorpus({
    messages: Array.from({ length: 200 }, (_, k) => ({
      messageId: `m${k}`,
      stage: 'private' as const,
      authorKey: `a${k}`,
      complaintProbability: k < 50 ? 0.9 : 0.1,
      intents: k < 50 ? (['complaint'] as const) : [],
    })),
  });
/** Every second message labelled: of the 25 told, 20 are right; of the 75 others, 10 are missed. */
const labels = (reader?: string): MessageLabel[] =>
  Array.from({ length: 100 }, (_, i) => {
    const k = 2 * i,
      complains = k < 40 || (k >= 50 && k < 70);
    return {
      messageId: `m${k}`,
      head: 'complaint',
      label: complains ? 'complaint' : 'none',
      ...(reader !== undefined && { reader }),
    };
  });

describe('labelledReading', () => {
  it('says what is missed and wrongly told of the messages themselves', async () => {
    const corpus = await corpusOf();
    const { private: own, public: none } = await labelledReading(corpus, labels(), { seed: 1 });
    expect(none).toBeUndefined();
    const middle = (draws: readonly number[] = []): number => drawAt(draws, 0.5);
    // told .25, the mean error (10 − 5) / 100: .30 are complaints, 1.2 for one told; 20 of 25 right; found .8 · .25 / .30
    expect(middle(own?.trueForTold)).toBeCloseTo(1.2, 1);
    expect(middle(own?.precision)).toBeCloseTo(0.8, 1);
    expect(middle(own?.recall)).toBeCloseTo(0.67, 1);
  });

  it('leaves nothing to doubt where every message has a label', async () => {
    const corpus = await corpusOf();
    const all = Array.from({ length: 200 }, (_, k): MessageLabel => ({
      messageId: `m${k}`,
      head: 'complaint',
      label: k < 40 || (k >= 50 && k < 70) ? 'complaint' : 'none',
    }));
    const { private: own } = await labelledReading(corpus, all, { seed: 1 });
    // 60 complaints for 50 told, of which 40 are right
    const spans = (draws: readonly number[] = []): number[] => [Math.min(...draws), Math.max(...draws)];
    for (const [draws, exact] of [
      [own?.trueForTold, 1.2],
      [own?.precision, 0.8],
      [own?.recall, 40 / 60],
    ] as const)
      for (const end of spans(draws)) expect(end).toBeCloseTo(exact, 12);
  });

  it('weighs labels by how many messages of their kind they stand for', async () => {
    const kinds = ['review', 'comment'] as const;
    const corpus = await fakeCorpus({
      messages: kinds.flatMap((kind) =>
        Array.from({ length: 100 }, (_, k) => ({
          messageId: `${kind}${k}`,
          kind,
          platform: 'facebook',
          authorKey: `${kind}${k}`,
          complaintProbability: k < 50 ? 0.9 : 0.1,
          intents: k < 50 ? (['complaint'] as const) : [],
        })),
      ),
    });
    const labelled = (kind: string, k: number, complains: boolean): MessageLabel => ({
      messageId: `${kind}${k}`,
      head: 'complaint',
      label: complains ? 'complaint' : 'none',
    });
    const { public: own } = await labelledReading(
      corpus,
      [
        ...Array.from({ length: 100 }, (_, k) => labelled('review', k, k < 50)),
        ...Array.from({ length: 15 }, (_, k) => labelled('comment', k, k < 5)),
        ...Array.from({ length: 15 }, (_, k) => labelled('comment', 50 + k, false)),
      ],
      { seed: 1 },
    );
    // all 50 told reviews are right, a third of the comments, of which one label stands for 100 / 30: 66.7 of 100, not 55 of 65
    expect(drawAt(own?.precision ?? [], 0.5)).toBeCloseTo(0.67, 1);
  });

  it('leaves out a side with few labels, and what no person said', async () => {
    const corpus = await corpusOf();
    expect(await labelledReading(corpus, labels().slice(0, 29), { seed: 1 })).toEqual({});
    expect(await labelledReading(corpus, labels('slow model'), { seed: 1 })).toEqual({});
  });
});
