import { expect, it } from 'vitest';
import { hour24, readGap } from '../../../src/ingest/chat/time-words.js';

it('reads halves of the day in any spelling', () => {
  for (const word of ['PM', 'p. m.', 'p.m.', 'μ.μ.', 'ÖS', '下午', '오후', 'م', 'PTG'])
    expect(readGap(` ${word} `, false).meridiem).toBe('pm');
  for (const word of ['AM', 'a. m.', 'π.μ.', 'ÖÖ', '上午', '오전', 'ص'])
    expect(readGap(` ${word}`, true).meridiem).toBe('am');
});

it('passes over connecting words and names others', () => {
  for (const word of [', ', ' à ', ' um ', ' klo ', ' kl. ', ' at ']) expect(readGap(word, true)).toEqual({});
  expect(readGap(' demain ', true)).toEqual({ unknown: 'demain' });
});

it('puts 12 h at night and noon where they belong', () => {
  expect([
    hour24(12, 'am'),
    hour24(12, 'pm'),
    hour24(1, 'pm'),
    hour24(0, 'am'),
    hour24(13, 'pm'),
    hour24(12, undefined),
  ]).toEqual([0, 12, 13, 0, 13, 12]);
  expect([hour24(11, 'noon'), hour24(12, 'noon'), hour24(1, 'noon')]).toEqual([11, 12, 13]);
});
