import { expect, it } from 'vitest';
import { rowTable, truthJson } from '../../src/simulate/truth-files.js';

it('writes one line an item of each list, numbers to six digits', () => {
  expect(truthJson({ seed: 1, empty: [], cases: [{ share: 1 / 3 }, { share: 1 }] })).toBe(
    '{\n "seed": 1,\n "empty": [],\n "cases": [\n  {"share":0.333333},\n  {"share":1}\n ]\n}\n',
  );
});

it('names columns after the keys of the rows, and leaves what is absent empty', () => {
  expect(
    rowTable([
      { file: 'a,b', n: 1 },
      { file: null, n: undefined },
    ]),
  ).toBe('file,n\n"a,b",1\n,\n');
  expect(rowTable([])).toBe('\n');
});
