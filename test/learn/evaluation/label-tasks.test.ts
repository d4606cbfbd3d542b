import { describe, expect, it } from 'vitest';
import { createFeatures } from '../../../src/enrich/heads/head-reader.js';
import type { LinearHead } from '../../../src/enrich/heads/head.js';
import { judgeLabels, tellLabels } from '../../../src/learn/evaluation/label-tasks.js';
import type { TaskContext } from '../../../src/learn/evaluation/evaluation.js';
import type { SetRow } from '../../../src/learn/sets/layouts.js';

const features = createFeatures();
const context = (rows: readonly SetRow[], trainRows: readonly SetRow[] | null = null): TaskContext =>
  ({ features, rows, trainRows, folds: false, options: { data: 'd', train: 't' } }) as unknown as TaskContext;
const row = (text: string, label: string, file = 'a.tsv'): SetRow => ({
  split: 'test',
  file,
  cells: { text, label },
});
/** A head of two labels that says the same of every text: margins are the biases. */
const constant = (
  choice: 'one' | 'many',
  biases: readonly number[],
  thresholds: readonly number[],
): LinearHead => ({
  name: 'spam',
  labels: ['spam', 'scam'],
  choice,
  bits: 8,
  weights: new Int8Array(512),
  scales: [1, 1],
  biases,
  slopes: [1, 1],
  shifts: [0, 0],
  thresholds,
  sources: [],
});
const TEXT = [{ split: null, file: '', text: 'bonjour', genre: null, labels: [] }] as const;

describe('tellLabels', () => {
  it('tells the likeliest of labels that exclude one another, with its probability', () => {
    const [told] = tellLabels(context([]), constant('one', [0, Math.log(3)], [1, 1]), TEXT);
    expect(told?.label).toBe('scam');
    expect(told?.confidence).toBeCloseTo(0.75, 5);
  });
  it('tells a label on its own from its threshold, else none with what is left', () => {
    const many = constant('many', [Math.log(3), 0], [0.7, 0.7]);
    expect(tellLabels(context([]), many, TEXT)[0]).toMatchObject({ label: 'spam' });
    const [none] = tellLabels(context([]), { ...many, thresholds: [0.8, 0.8] }, TEXT);
    expect(none?.label).toBe('ham');
    expect(none?.confidence).toBeCloseTo(0.25, 5);
  });
});

describe('judgeLabels', () => {
  it('tells how many texts it has judged', async () => {
    const told: string[] = [];
    const base = context(Array.from({ length: 4001 }, () => row('Bonjour', 'positive')));
    await judgeLabels(
      {
        ...base,
        options: {
          ...base.options,
          onProgress: ({ task, done, total, unit }) => told.push(`${task} ${done} of ${total} ${unit}`),
        },
      },
      'sentiment',
    );
    expect(told).toEqual([
      'judging 0 of 4001 texts',
      'judging 2000 of 4001 texts',
      'judging 4000 of 4001 texts',
      'comparing with word lists 0 of 4001 texts',
    ]);
  });

  it('learns from rows given, and judges the others file by file, no alarm first', async () => {
    const train = Array.from({ length: 40 }, (_, at) =>
      row(
        at % 2 === 0 ? `gagnez un iphone gratuit ${at}` : `le pain est bon ${at}`,
        at % 2 === 0 ? 'spam' : 'ham',
      ),
    );
    const test = [row('gagnez un iphone', 'spam', 'a.tsv'), row('le pain est bon', 'ham', 'b.tsv')];
    const { judged, parts, positive, baselines } = await judgeLabels(context(test, train), 'spam');
    expect(judged).toMatchObject({ labels: ['ham', 'spam'], gold: [1, 0], told: [1, 0] });
    expect([...(parts ?? [])]).toEqual([
      ['a.tsv', [0]],
      ['b.tsv', [1]],
    ]);
    expect(positive).toBe(1);
    expect(baselines?.map(({ name }) => name)).toEqual(['majority', 'lexicons']);
  });
  it('says when no row has a label of the task', async () => {
    await expect(judgeLabels(context([row('x', '')]), 'urgency')).rejects.toThrow(
      /no row with a label of urgency/,
    );
  });
});
