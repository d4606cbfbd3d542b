import { describe, expect, it } from 'vitest';
import { adaptHead } from '../../src/learn/adapt.js';
import { explain } from '../../src/enrich/heads/explain.js';
import { decodeHead, encodeHead } from '../../src/enrich/heads/head.js';
import { createFeatures, HeadReader } from '../../src/enrich/heads/head-reader.js';
import { rowMargins } from '../../src/learn/row-tellers.js';
import { featureRows } from '../../src/learn/feature-rows.js';
import type { LabelledText } from '../../src/learn/head-plan.js';
import { trainHead } from '../../src/learn/training.js';
import type { Progress } from '../../src/util/progress.js';
import { seededRandom } from '../../src/util/random.js';

const features = createFeatures();

/** Made-up reviews whose label hangs on one of a few words. */
function reviews(
  count: number,
  seed: number,
  good = ['délicieux', 'parfait', 'bravo'],
  bad = ['infect', 'honteux', 'jamais'],
): LabelledText[] {
  const random = seededRandom(seed);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] as string;
  return Array.from({ length: count }, (_, i) => {
    const label = i % 2;
    const filler = Array.from({ length: 6 }, () =>
      pick(['le', 'produit', 'magasin', 'client', 'rayon', 'hier', 'carton', 'avec', 'deux', 'pain']),
    );
    return {
      text: [...filler.slice(0, 3), pick(label === 1 ? good : bad), ...filler.slice(3)].join(' '),
      labels: [label],
    };
  });
}

const plan = { name: 'tone', labels: ['bad', 'good'], choice: 'one', bits: 12, cost: 0.5 } as const;

describe('trainHead', () => {
  const { head, heldOut } = trainHead(features, plan, reviews(200, 1));

  it('learns, and judges new texts', () => {
    const reader = new HeadReader(features, head);
    const fresh = reviews(100, 2);
    const right = fresh.filter(({ text, labels }) => reader.choose(text) === labels[0]).length;
    expect(right).toBeGreaterThanOrEqual(98);
  });

  it('gives the same bytes for the same rows', () => {
    expect(encodeHead(trainHead(features, plan, reviews(200, 1)).head)).toEqual(encodeHead(head));
  });

  it('tells the rows that are read, and each machine that is learnt before it is', () => {
    const told: Progress[] = [];
    const onProgress = (progress: Progress): unknown => told.push(progress);
    trainHead(features, { ...plan, labels: ['a', 'b', 'c'], folds: 2, onProgress }, reviews(60, 1));
    expect(told[0]).toEqual({ task: 'reading', done: 0, total: 60, unit: 'texts' });
    // two folds and all rows, for each of three labels
    expect(told.slice(1).map(({ item, done, total }) => [item, done, total])).toEqual(
      ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c'].map((item, at) => [item, at, 9]),
    );
    // of two that exclude one another one is learnt
    const pair: Progress[] = [];
    trainHead(features, { ...plan, folds: 2, onProgress: (one) => pair.push(one) }, reviews(60, 1));
    expect(pair.at(-1)).toEqual({ task: 'learning', item: 'bad', done: 2, total: 3, unit: 'parts' });
  });

  it('counts every row once in the held-out confusion', () => {
    expect(head.confusion?.flat().reduce((a, b) => a + b, 0)).toBe(200);
    expect(heldOut[0]).toHaveLength(200);
    expect(heldOut[0]!.every((margin) => Number.isFinite(margin))).toBe(true);
  });

  it('reads the vectors of words as strongly as its plan says, or not at all', () => {
    const learnt = (meaning: number) => trainHead(features, { ...plan, meaning }, reviews(200, 1)).head;
    const strength = (one: typeof head): number => Math.hypot(...(one.meaning?.[0] ?? []));
    expect(learnt(0).meaning).toBeUndefined();
    const half = learnt(0.5);
    expect(strength(half)).toBeGreaterThan(0);
    expect(strength(half)).toBeLessThan(0.6 * strength(head));
    const text = 'le pain est parfait',
      rows = featureRows(features, [{ text }], plan.bits);
    expect(new HeadReader(features, half).margins(text)[0]).toBeCloseTo(rowMargins(half, rows, 0)[0]!, 1);
  });

  it('gives probabilities that sum to one', () => {
    const [bad, good] = new HeadReader(features, head).probabilities('le pain est parfait');
    expect(bad! + good!).toBeCloseTo(1, 6);
    expect(good!).toBeGreaterThan(0.5);
  });

  it('scores by cached words as by whole rows', () => {
    const texts = [
      'le pain délicieux, vraiment délicieux !!',
      'pas bon du tout 😡',
      '',
      'INFECT et cher 12,50 €',
      'le pain délicieux, vraiment délicieux !!',
    ];
    const rows = featureRows(
      features,
      texts.map((text) => ({ text })),
      head.bits,
    );
    const reader = new HeadReader(features, head);
    texts.forEach((text, r) => {
      const whole = rowMargins(head, rows, r),
        cached = reader.margins(text);
      whole.forEach((margin, k) => expect(cached[k]).toBeCloseTo(margin, 4));
    });
  });

  it('explains by the word that decides', () => {
    const [strongest] = explain(features, head, 'le client trouve le pain infect hier', 'bad');
    expect(strongest?.text).toBe('infect');
    expect(strongest!.weight).toBeGreaterThan(0);
    expect(explain(features, head, 'le pain', 'no such label')).toEqual([]);
  });

  it('is read back from its bytes, and refuses others', () => {
    const bytes = encodeHead(head);
    expect(decodeHead(bytes, 'tone.bin')).toEqual(head);
    expect(() => decodeHead(bytes.subarray(0, bytes.length - 3), 'tone.bin')).toThrow(
      /tone\.bin.*weights where/,
    );
    expect(() => decodeHead(new Uint8Array([1, 2, 3]), 'x.bin')).toThrow(/not a head/);
  });
});

describe('adaptHead', () => {
  const { head } = trainHead(features, plan, reviews(200, 1));

  it('gains where the corpus has words of its own', () => {
    const own = reviews(300, 3, ['masterclass', 'régalade'], ['bof', 'galère']);
    const told: string[] = [];
    const adapted = adaptHead(features, head, own, ({ task }) => told.push(task));
    expect(told.filter((task, at) => task !== told[at - 1])).toEqual([
      'telling held-out rows',
      'reading',
      'learning',
      'measuring the gain',
      'reading',
      'learning',
    ]);
    expect(adapted.after).toBeGreaterThan(adapted.before + 0.2);
    expect(adapted.learnt + adapted.heldOut).toBe(300);
    expect(adapted.head).not.toBeNull();
    const reader = new HeadReader(features, adapted.head!);
    expect(adapted.head!.labels[reader.choose('le pain quelle galère hier')]).toBe('bad');
    // What the shipped head knew is kept: its margins are features of the new one.
    expect(adapted.head!.labels[reader.choose('le pain infect du rayon hier')]).toBe('bad');
  });

  it('is refused where there is nothing to gain', () => {
    const random = seededRandom(9);
    const noise = reviews(200, 4).map((row) => ({ ...row, labels: [random() < 0.5 ? 0 : 1] }));
    const adapted = adaptHead(features, head, reviews(40, 5));
    expect(adapted.head).toBeNull();
    expect(adapted.after).toBe(adapted.before);
    const lost = adaptHead(features, head, noise);
    expect(lost.head === null).toBe(lost.after <= lost.before);
  });
});
