import { expect, it } from 'vitest';
import { loadTransformer } from '../../../src/enrich/transformer/transformer.js';
import {
  isReaderErrors,
  VECTOR_HEAD_FILE,
  vectorHeadOf,
  vectorMargins,
} from '../../../src/enrich/transformer/vector-head.js';
import { EMBEDDINGS, tinyOnnx, wordPiece, WORDS, writeFolder } from './tiny-onnx.js';

const HEAD = {
  labels: ['negative', 'positive'],
  weights: [
    [-2, 0],
    [2, 1],
  ],
  biases: [0.5, 0],
  errors: [
    {
      source: 'a set',
      genre: 'review',
      counts: [
        [8, 2],
        [1, 9],
      ],
    },
  ],
};

it('tells classes from vectors, as counted by hand', async () => {
  expect([...vectorMargins(vectorHeadOf(HEAD, 'h.json'), Float32Array.from([0.6, 0.8]))]).toEqual([
    expect.closeTo(-0.7, 5),
    expect.closeTo(2, 5),
  ]);
  const transformer = await loadTransformer(
    writeFolder({
      'model.onnx': tinyOnnx({ embeddings: EMBEDDINGS }),
      'tokenizer.json': wordPiece(WORDS),
      [VECTOR_HEAD_FILE]: HEAD,
    }),
  );
  expect(transformer.labels).toEqual(HEAD.labels);
  expect(transformer.errors).toEqual(HEAD.errors);
  // bon: (1, 0), margins −1.5 and 2; mauvais: (−1, 0), margins 2.5 and −2.
  const [good, bad] = await transformer.classify(['bon', 'mauvais']);
  expect(good?.[1]).toBeCloseTo(1 / (1 + Math.exp(-3.5)), 5);
  expect(bad?.[1]).toBeCloseTo(1 / (1 + Math.exp(4.5)), 5);
});

it('refuses a head that is none, or that reads other vectors', async () => {
  for (const wrong of [
    {},
    { ...HEAD, biases: [1] },
    { ...HEAD, weights: [[1, 2], [3]] },
    { ...HEAD, labels: ['one'] },
    { ...HEAD, errors: [{ source: 'a', genre: 'review', counts: [[1, 2]] }] },
  ])
    expect(() => vectorHeadOf(wrong, 'h.json')).toThrow('not a head over vectors');
  expect(isReaderErrors(null)).toBe(false);
  const transformer = await loadTransformer(
    writeFolder({
      'model.onnx': tinyOnnx({ embeddings: EMBEDDINGS }),
      'tokenizer.json': wordPiece(WORDS),
      [VECTOR_HEAD_FILE]: { ...HEAD, weights: [[1], [2]] },
    }),
  );
  await expect(transformer.classify(['bon'])).rejects.toThrow('vectors of 2 numbers: its head reads 1');
});
