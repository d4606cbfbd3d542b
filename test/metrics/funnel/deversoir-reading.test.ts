import { describe, expect, it } from 'vitest';
import { effectInTruth, rowsInTruth } from '../../../src/metrics/funnel/deversoir-reading.js';

const errors = (recall: number, precision: number) => ({
  recall: Array.from({ length: 400 }, () => recall),
  precision: Array.from({ length: 400 }, () => precision),
  trueForTold: [],
});
const OPTIONS = { level: 0.95, seed: 1 };

describe('effectInTruth', () => {
  const reading = { private: errors(0.9, 0.6), public: errors(0.8, 0.5) };
  const of = (from: 'private' | 'public' | 'press', to: 'private' | 'public' | 'press') =>
    effectInTruth({ value: 0.1, low: 0.05, high: 0.2 }, [from, to], reading, OPTIONS);

  it('makes up for follow-ups that are not read and for sources that are none', () => {
    expect(of('public', 'public').value).toBeCloseTo(0.1 / (0.8 * 0.5), 12);
    expect(of('private', 'public').value).toBeCloseTo(0.1 / (0.8 * 0.6), 12);
    expect(of('public', 'press').value).toBeCloseTo(0.1 / 0.5, 12);
    expect(of('press', 'public').value).toBeCloseTo(0.1 / 0.8, 12);
    // the bound is that of as many normal draws, 0.2 / 0.4 but for their number
    expect(of('public', 'public').high).toBeCloseTo(0.5, 1);
  });

  it('sets both bounds right where labels of these texts tell the reading', () => {
    const by = (labelled: ('private' | 'public')[]) =>
      effectInTruth({ value: 0.1, low: 0.05, high: 0.2 }, ['private', 'public'], reading, {
        ...OPTIONS,
        labelled,
      });
    expect([by([]).low, by(['public']).low]).toEqual([0.05, 0.05]);
    const { value, low, high } = by(['private', 'public']);
    // all over .8 · .6
    expect(value).toBeCloseTo(0.1 / 0.48, 12);
    expect([low, high]).toEqual([expect.closeTo(0.05 / 0.48, 1), expect.closeTo(0.2 / 0.48, 1)]);
    expect(low).toBeGreaterThan(0.08);
  });

  it('leaves alone what does not go through reading, and readers of whom nothing is known', () => {
    expect(of('press', 'press')).toEqual({ value: 0.1, low: 0.05, high: 0.2 });
    expect(effectInTruth({ value: 0.1, low: 0.05, high: 0.2 }, ['public', 'public'], {}, OPTIONS)).toEqual({
      value: 0.1,
      low: 0.05,
      high: 0.2,
    });
    const none = effectInTruth(
      { value: 0.1, low: 0.05, high: 0.2 },
      ['private', 'public'],
      { private: errors(NaN, 0) },
      OPTIONS,
    );
    expect(none).toEqual({ value: 0.1, low: 0.05, high: 0.2 });
  });
});

describe('rowsInTruth', () => {
  const row = (from: string, to: string, value: number) => ({
    from,
    to,
    value,
    low: 0,
    high: 2 * value,
    stdErr: 0,
    totalEffect: 0,
  });
  const rows = [
    row('private', 'private', 0),
    row('private', 'public', 0.3),
    row('public', 'private', 0),
    row('public', 'public', 0.2),
  ];
  const told = rowsInTruth(
    rows,
    ({ from, to }) => from === 'private' && to === 'public',
    { public: errors(0.8, 0.5) },
    OPTIONS,
  );

  it('leaves rows that are told in truth, lower bounds as read, and counts follow-ups of follow-ups again', () => {
    expect(told[1]).toMatchObject({ value: 0.3, low: 0, high: 0.6 });
    expect(told[3]?.value).toBeCloseTo(0.5, 12);
    expect(told[3]?.low).toBe(0);
    // (I − A)⁻¹ − I: 0.3 / (1 − 0.5) and 0.5 / (1 − 0.5)
    expect(told[1]?.totalEffect).toBeCloseTo(0.6, 12);
    expect(told[3]?.totalEffect).toBeCloseTo(1, 12);
  });
});
