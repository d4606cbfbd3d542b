import { expect, it } from 'vitest';
import { runs, Texts } from '../../src/engine/piece-values.js';

it('writes equal numbers as one run and others in groups of eight, lowest bit first', () => {
  expect([...runs(Uint8Array.of(1, 1, 1), 1)]).toEqual([6, 1]);
  expect([...runs(new Uint8Array(100).fill(7), 8)]).toEqual([200, 1, 7]);
  expect([...runs(Uint8Array.of(1, 0, 0, 1, 0, 0, 0, 0, 1), 1)]).toEqual([5, 0b1001, 1]);
  expect([...runs(Uint8Array.of(3, 200), 8)]).toEqual([3, 3, 200, 0, 0, 0, 0, 0, 0]);
});

it('numbers texts while they are at most 256, and no more once they were many', () => {
  const texts = new Texts();
  for (let at = 0; at < 600; at++) texts.put(`t${at % 256}`);
  expect(texts.page()).toMatchObject({ encoding: 8, dictionary: [256, {}] });
  texts.put('one more');
  expect(texts.page()).toMatchObject({ encoding: 0 });
  texts.empty();
  texts.put('é');
  expect(texts.page()).toEqual({ encoding: 0, values: Buffer.of(2, 0, 0, 0, 0xc3, 0xa9) });
});
