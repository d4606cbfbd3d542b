import { expect, it } from 'vitest';
import { vectorMargins } from '../../src/enrich/transformer/vector-head.js';
import { trainVectorHead, type VectorExample } from '../../src/learn/vector-regression.js';
import { normal } from '../../src/stats/variates.js';
import { seededRandom } from '../../src/util/random.js';

const LABELS = ['a', 'b', 'c'];
/** Three clouds on the circle, a third of a turn apart, of a width; `source` by turns. */
function clouds(count: number, width: number, weight = 1): VectorExample[] {
  const random = seededRandom(3);
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * (i % 3)) / 3 + width * normal(random);
    return {
      vector: Float32Array.from([Math.cos(angle), Math.sin(angle)]),
      label: i % 3,
      weight,
      source: i % 2 === 0 ? 'even' : 'odd',
      genre: 'review',
    };
  });
}
const told = (head: ReturnType<typeof trainVectorHead>, vector: Float32Array): number => {
  const margins = vectorMargins(head, vector);
  return margins.indexOf(Math.max(...margins));
};

it('parts what can be parted, and counts held-out rows by set', () => {
  const rows = clouds(600, 0.25);
  const head = trainVectorHead(LABELS, rows);
  expect(rows.filter(({ vector, label }) => told(head, vector) === label).length).toBeGreaterThan(590);
  expect(head.errors.map(({ source }) => source).toSorted()).toEqual(['even', 'odd']);
  expect(head.errors.flatMap(({ counts }) => counts.flat()).reduce((a, b) => a + b, 0)).toBe(600);
  for (const { counts } of head.errors) expect(counts[0]?.[0]).toBeGreaterThan(90);
  expect(trainVectorHead(LABELS, rows)).toEqual(head);
});

it('holds a set out whole: what no other set shows is not told of it', () => {
  // Both sets are learnt well together; the labels of each are strange to the other.
  const rows = clouds(600, 0.1).map((row) => {
    const angle = Math.atan2(row.vector[1] as number, row.vector[0] as number);
    const radius = row.source === 'odd' ? 1 : -1;
    return {
      ...row,
      vector: Float32Array.from([Math.cos(angle), Math.sin(angle), radius]),
      label: row.source === 'odd' ? (row.label + 1) % 3 : row.label,
    };
  });
  const rightOf = (given: VectorExample[]): number =>
    trainVectorHead(LABELS, given).errors.reduce(
      (sum, { counts }) => sum + counts.reduce((part, row, k) => part + (row[k] ?? 0), 0),
      0,
    );
  expect(rightOf(rows)).toBeLessThan(60);
  expect(rightOf(rows.filter(({ source }) => source === 'odd'))).toBeGreaterThan(290);
});

it('says of noise, held out, no more than chance', () => {
  const random = seededRandom(5);
  const rows = clouds(900, 0.2).map((row) => ({ ...row, label: Math.floor(random() * 3) }));
  const right = trainVectorHead(LABELS, rows).errors.reduce(
    (sum, { counts }) => sum + counts.reduce((part, row, k) => part + (row[k] ?? 0), 0),
    0,
  );
  expect(right / 900).toBeLessThan(0.39);
});

it('reaches the likeliest weights: shares of labels where vectors say nothing', () => {
  const rows = Array.from({ length: 100 }, (_, i) => ({
    vector: Float32Array.from([1, 0]),
    label: i < 70 ? 0 : 1,
    weight: 1,
    source: 's',
    genre: 'tweet',
  }));
  const margins = vectorMargins(trainVectorHead(['a', 'b'], rows), Float32Array.from([1, 0]));
  expect((margins[0] as number) - (margins[1] as number)).toBeCloseTo(Math.log(7 / 3), 1);
});

it('keeps the rows of one group on one side', () => {
  // Each group has a label of its own and one place: held out, its place was never seen.
  const rows = Array.from({ length: 300 }, (_, i) => {
    const group = Math.floor(i / 20);
    const vector = new Float32Array(15);
    vector[group] = 1;
    return { vector, label: group % 3, weight: 1, source: 's', genre: 'tweet', group: `g${group}` };
  });
  const right = (given: VectorExample[]): number =>
    trainVectorHead(LABELS, given).errors.reduce(
      (sum, { counts }) => sum + counts.reduce((part, row, k) => part + (row[k] ?? 0), 0),
      0,
    );
  expect(right(rows.map((row) => ({ ...row, group: undefined })))).toBe(300);
  expect(right(rows)).toBeLessThan(150);
});
