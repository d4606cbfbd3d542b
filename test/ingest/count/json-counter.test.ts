import { describe, expect, it } from 'vitest';
import { JsonCounter } from '../../../src/ingest/count/json-counter.js';
import { type Pointers, pointersOf } from '../../../src/ingest/count/json-pointers.js';

const LEVELS = 200_000;

function count(pointers: Pointers | undefined, text: string, piece = 65_536): number {
  if (!pointers) throw new Error('no pointers');
  const counter = new JsonCounter(pointers, false),
    bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += piece) counter.push(bytes.subarray(at, at + piece));
  return counter.end();
}

const answers = (levels: number): string =>
  `${'{"id":"1","comments":{"data":['.repeat(levels)}${']}}'.repeat(levels)}`;

describe('counting JSON', () => {
  it('counts answers to answers, in pieces of any size', () => {
    const graph = pointersOf('facebook-graph', undefined);
    expect(count(graph, answers(5))).toBe(5);
    expect(count(graph, answers(5), 1)).toBe(5);
    expect(count(graph, `[${answers(3)},${answers(2)}]`)).toBe(5);
  });
  it('ends on endless nesting: paths of all levels together would fill the memory', () => {
    const graph = pointersOf('facebook-graph', undefined),
      reviews = pointersOf('amazon-reviews', undefined);
    // levels 1 to 100 are followed, three to a record
    expect(count(graph, answers(LEVELS))).toBe(34);
    expect(count(reviews, `[{"a":1},${'['.repeat(LEVELS)}`)).toBe(2);
    expect(count(reviews, `[{"a":1},${'{"a":'.repeat(LEVELS)}`)).toBe(2);
  });
  it('counts a ticket by its messages, and as one where it has none', () => {
    const gorgias = pointersOf('gorgias', undefined);
    const page = '{"data":[{"id":1,"messages":[{"id":1},{"id":2}]},{"id":2,"messages":[]},{"id":3}]}';
    expect([count(gorgias, page), count(gorgias, page, 1)]).toEqual([4, 4]);
    expect(count(gorgias, '[{"id":1,"messages":[]},{"id":2,"messages":[{"id":3}]}]')).toBe(2);
    expect(count(gorgias, '{"data":[]}')).toBe(0);
  });
  it('counts on after deep nesting that ends', () => {
    const deep = `${'['.repeat(LEVELS)}${']'.repeat(LEVELS)}`;
    expect(count(pointersOf('telegram', undefined), `{"x":${deep},"messages":[{"id":1},{"id":2}]}`)).toBe(2);
    expect(count(pointersOf('discord', undefined), `{"messages":[{"x":${deep}},{"id":2}]}`)).toBe(2);
  });
});
