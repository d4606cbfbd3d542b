import { describe, expect, it } from 'vitest';
import {
  openAt,
  openHours,
  opennessOf,
  silenceOf,
  silencesOf,
} from '../../../src/stats/survival/open-silence.js';
import type { UnseenSpell } from '../../../src/stats/survival/unseen-likelihood.js';

const spell = (end: number, turned: number, known?: UnseenSpell['known']): UnseenSpell => ({
  end,
  event: false,
  turned,
  seen: 1,
  fixed: [],
  ...(known && { known }),
});

describe('silences of a case', () => {
  it('lie after the turn, between spans known to be at risk', () => {
    const known = [
      [1, 2],
      [6, 9],
      [9, 12],
      [20, Infinity],
    ] as const;
    expect(silencesOf(spell(30, 4, known))).toEqual([
      { from: 4, to: 6, broken: true },
      { from: 12, to: 20, broken: true },
    ]);
    expect(silencesOf(spell(18, 4, known))).toEqual([
      { from: 4, to: 6, broken: true },
      { from: 12, to: 18, broken: false },
    ]);
  });

  it('are none where all is known, or before the turn', () => {
    expect(silencesOf(spell(30, 4))).toEqual([]);
    expect(silencesOf(spell(30, Infinity, []))).toEqual([]);
    expect(silencesOf(spell(30, 4, [[2, Infinity]]))).toEqual([]);
  });
});

describe('how long silences last', () => {
  // 20 broken after 5 h, 20 after 10 h, 40 that last
  const spells = [
    ...Array.from({ length: 20 }, () => spell(100, 0, [[5, Infinity]])),
    ...Array.from({ length: 20 }, () => spell(100, 0, [[10, Infinity]])),
    ...Array.from({ length: 40 }, () => spell(100, 0, [])),
  ];
  const silence = silenceOf(spells);

  it('is the curve of Kaplan and Meier at its cuts', () => {
    const at = (hours: number): number | undefined =>
      silence.lasting[silence.cuts.findLastIndex((cut) => cut <= hours)];
    expect([at(4), at(5), at(10), at(90)].map((share) => share?.toFixed(4))).toEqual([
      '1.0000',
      '0.7500',
      '0.5000',
      '0.5000',
    ]);
  });

  it('says who is still at risk: of half past all risk, none of those who outlast the others', () => {
    const openness = opennessOf(silence, 0.5);
    expect(openAt(openness, 3)).toBeCloseTo(0.5, 12);
    expect(openAt(openness, 7)).toBeCloseTo(1 / 3, 12);
    expect(openAt(openness, 50)).toBeCloseTo(0, 12);
    expect(openHours(openness, 2, 8)).toBeCloseTo(3 * 0.5 + 3 / 3, 12);
    expect(openHours(opennessOf(silence, 0), 2, 80)).toBeCloseTo(78, 12);
  });

  it('is not known where nobody breaks one, nor beyond ten that are watched', () => {
    expect(silenceOf([spell(100, 0, [])])).toEqual({ cuts: [0], lasting: [1] });
    expect(silenceOf(Array.from({ length: 9 }, () => spell(100, 0, [[5, Infinity]])))).toEqual({
      cuts: [0],
      lasting: [1],
    });
  });
});
