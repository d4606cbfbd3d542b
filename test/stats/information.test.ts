import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { invertInformation } from '../../src/stats/information.js';

describe('the inverse of an information', () => {
  it('is that of [[4, 2], [2, 3]]: [[3, −2], [−2, 4]] / 8', () => {
    const inverse =
      invertInformation(
        new Matrix([
          [4, 2],
          [2, 3],
        ]),
      )?.to2DArray() ?? [];
    [
      [0.375, -0.25],
      [-0.25, 0.5],
    ].forEach((row, a) => row.forEach((value, b) => expect(inverse[a]?.[b]).toBeCloseTo(value, 12)));
  });

  it('does not mind units: one a million times the other', () => {
    const inverse = invertInformation(
      new Matrix([
        [4e-12, 2e-6],
        [2e-6, 3],
      ]),
    );
    expect(inverse?.get(0, 0)).toBeCloseTo(0.375e12, -3);
    expect(inverse?.get(1, 1)).toBeCloseTo(0.5, 10);
  });

  it.each([
    [
      'collinear',
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [
      'not positive',
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      'without information on one',
      [
        [1, 0],
        [0, 0],
      ],
    ],
    [
      'not a number',
      [
        [Number.NaN, 0],
        [0, 1],
      ],
    ],
  ])('is none where it is %s', (_, rows) => {
    expect(invertInformation(new Matrix(rows))).toBeUndefined();
  });
});
