import { expect, it } from 'vitest';
import { growTree } from '../../src/topics/class-tree.js';
import { judgeWords, keyTerms } from '../../src/topics/key-terms.js';
import { indexTerms, type TermRows } from '../../src/topics/terms.js';

const rowsOf = (texts: readonly string[]): TermRows =>
  indexTerms(
    texts.map((text) => text.split(' ').map((stem, at) => ({ stem, surface: stem, at }))),
    2,
  );

it('counts key terms against all texts, those of no class too', () => {
  const rows = rowsOf(['pain cuit', 'pain', 'pain', 'lait', 'lait', 'pain', 'cuit', 'lait', 'lait', 'lait']);
  const classOf = Int32Array.from([0, 0, 0, 1, 1, -1, -1, -1, -1, -1]);
  const [bread, milk] = keyTerms(rows, { classOf, count: 2 });
  // bread: 3 of 3 against 1 of 7; milk: 2 of 2 against 3 of 8, under G² 10.83
  expect([...(bread ?? [])].length + [...(milk ?? [])].length).toBe(0);
  const many = Array.from({ length: 40 }, (_, at) => (at < 20 ? 'pain sel' : 'lait sel'));
  const [first] = keyTerms(rowsOf([...many, ...many.map(() => 'thym sel')]), {
    classOf: Int32Array.from([
      ...many.map((text) => (text.startsWith('pain') ? 0 : -1)),
      ...many.map(() => -1),
    ]),
    count: 1,
  });
  const pain = [...(first ?? [])][0]?.[1];
  // 20 of 20 against 0 of 60: 2 (20 ln 4 + 60 ln (4/3)) = 89.97
  expect(pain?.n).toBe(20);
  expect(pain?.keyness).toBeCloseTo(89.97, 2);
});

it('tells a class that no three words hold together', () => {
  const words = (kind: string, texts: number, of: number): string[] =>
    Array.from({ length: texts }, (_, at) => `${kind}${at % of} ${kind}${(at + 1) % of}`);
  // Each text of a kind has two of its words: of three words, three of six texts or more; of twenty, six of twenty.
  const texts = [...words('a', 60, 3), ...words('b', 60, 20), ...words('c', 60, 3), ...words('d', 60, 3)];
  const rows = rowsOf(texts);
  const grown = growTree(rows, 4);
  const { loose } = judgeWords(rows, grown.tree, grown.model.classOf);
  const kindsOf = (at: number): string =>
    [...new Set((grown.tree.classes[at]?.texts ?? []).map((text) => (texts[text] ?? '').charAt(0)))].join('');
  const judged = [...grown.tree.classes.keys()].filter((at) => kindsOf(at).length === 1);
  expect(judged.length).toBeGreaterThanOrEqual(3);
  for (const at of judged) expect([kindsOf(at), loose.has(at)]).toEqual([kindsOf(at), kindsOf(at) === 'b']);
});
