import { expect, it } from 'vitest';
import { englishDate, englishNumber, englishValue, inPercent } from '../../src/util/english.js';

it('writes numbers with commas, points and a true minus, never minus zero', () => {
  expect([
    englishNumber(1234567),
    englishNumber(-0.04, 1),
    englishNumber(-1234.5, 1),
    englishNumber(999),
  ]).toEqual(['1,234,567', '0.0', '−1,234.5', '999']);
});

it('writes each style of value', () => {
  expect(inPercent(0.1234)).toBe('12.3%');
  expect([0.0004, 0, 0.5].map((share) => englishValue(share, 'share'))).toEqual(['<0.1%', '0.0%', '50.0%']);
  expect([3, 0.123, 12.34].map((value) => englishValue(value, 'number'))).toEqual(['3', '0.12', '12.3']);
  expect([0.004, 0.5, -0.5].map((value) => englishValue(value, 'score'))).toEqual(['0.00', '+0.50', '−0.50']);
  expect([1.234, 12.34].map((value) => englishValue(value, 'ratio'))).toEqual(['× 1.23', '× 12']);
  expect([0.5, 2, 71.96, 72, 100].map((value) => englishValue(value, 'hours'))).toEqual([
    '30 min',
    '2 h',
    '72 h',
    '3 days',
    '4.2 days',
  ]);
  expect(englishDate({ day: 31, month: 12, year: 2026 })).toBe('31 December 2026');
});
