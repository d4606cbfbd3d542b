import { expect, it } from 'vitest';
import { AKAIKE, bestLevel, schwarz, type BentFit } from '../../../src/stats/hawkes/level-choice.js';

const fits: readonly [BentFit, ...BentFit[]] = [
  { logLik: -100, bends: 0 },
  { logLik: -97, bends: 1 },
  { logLik: -95.5, bends: 2 },
];

it('lets a level bend where each number gains what it costs: half the logarithm of the events, or one', () => {
  // ln 1000 / 2 is 3.45, ln 100 / 2 is 2.3
  expect(bestLevel(fits, (fit) => fit, schwarz(1000))).toBe(fits[0]);
  expect(bestLevel(fits, (fit) => fit, schwarz(100))).toBe(fits[1]);
  expect(bestLevel(fits, (fit) => fit, AKAIKE)).toBe(fits[2]);
});
