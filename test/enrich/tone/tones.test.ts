import { describe, expect, it } from 'vitest';
import type { HeadScores } from '../../../src/enrich/heads/head-scores.js';
import type { LinearHead } from '../../../src/enrich/heads/head.js';
import type { RegisterReading } from '../../../src/enrich/tone/registers.js';
import { ToneReading, weighTone } from '../../../src/enrich/tone/tones.js';

const HEAD = { thresholds: [1, 1, 1], labels: ['negative', 'neutral', 'positive'] } as unknown as LinearHead;
const told = (
  p: readonly [number, number, number],
  { mixed = 0, blame = 0, register = {} as Partial<RegisterReading>, stars = null as number | null } = {},
): ToneReading => {
  const reading = new ToneReading();
  const scores = { values: Float32Array.from(p), of: () => mixed } as unknown as HeadScores;
  const plain = { impersonal: 0, firm: 0, toFirm: 1, ...register } as RegisterReading;
  reading.read(HEAD, scores, 0, plain, blame, 0, 0, stars);
  return reading;
};

describe('weighTone', () => {
  it('leaves the words alone under one half, and makes what nobody judges neutral from there', () => {
    expect(weighTone(0.6, 0.3, { impersonal: 0.4, firm: 0.4 })).toEqual([0.6, expect.closeTo(0.1), 0.3]);
    const [low, neutral, high] = weighTone(0.6, 0.3, { impersonal: 0.5, firm: 0 });
    expect([low, neutral, high]).toEqual([0.3, expect.closeTo(0.55), 0.15]);
  });
  it('gives three tenths of what a complaint leaves open to the negative', () => {
    const [low, neutral, high] = weighTone(0.4, 0.2, { impersonal: 0, firm: 0 }, 1);
    expect([low, neutral, high].map((p) => Number(p.toFixed(6)))).toEqual([0.58, 0.28, 0.14]);
    expect(weighTone(0.4, 0.2, { impersonal: 0, firm: 0 }, 0.5)[0]).toBeCloseTo(0.49, 9);
  });
  it('takes blame alone from a firm', () => {
    expect(weighTone(0.6, 0.3, { impersonal: 0, firm: 0.9 })).toEqual([
      expect.closeTo(0.06),
      expect.closeTo(0.64),
      0.3,
    ]);
  });
});

describe('ToneReading', () => {
  it('gives the likeliest tone and the distance of good and bad', () => {
    const reading = told([0.2, 0.1, 0.7]);
    expect([reading.tone, reading.sentiment]).toEqual(['positive', 'positive']);
    expect(reading.polarity).toBeCloseTo(0.5, 6);
  });
  it('is mixed where the head says so and each tone has a tenth', () => {
    expect(told([0.5, 0.3, 0.2], { mixed: 0.3 }).sentiment).toBe('mixed');
    expect(told([0.5, 0.3, 0.2], { mixed: 0.29 }).sentiment).toBe('negative');
    expect(told([0.85, 0.1, 0.05], { mixed: 0.9 }).sentiment).toBe('negative');
  });
  it('is mixed where a clause of a good text surely blames', () => {
    expect(told([0.02, 0.1, 0.88], { mixed: 0.02, blame: 0.5 }).sentiment).toBe('mixed');
    expect(told([0.02, 0.1, 0.88], { mixed: 0.02, blame: 0.49 }).sentiment).toBe('positive');
    expect(told([0.6, 0.1, 0.3], { mixed: 0.02, blame: 0.9 }).sentiment).toBe('negative');
  });
  it('is mixed only where a person speaks to a firm', () => {
    expect(told([0.4, 0.2, 0.4], { mixed: 0.9, register: { toFirm: 0.49 } }).sentiment).not.toBe('mixed');
  });
  it('leans to what the stars say, and stays with words that are sure', () => {
    const of = (p: readonly [number, number, number], stars: number | null): string =>
      told(p, { stars }).sentiment;
    expect([1, 3, null, 5].map((stars) => of([0.3, 0.4, 0.3], stars))).toEqual([
      'negative',
      'neutral',
      'neutral',
      'positive',
    ]);
    expect([of([0.02, 0.02, 0.96], 1), of([0.96, 0.02, 0.02], 5)]).toEqual(['positive', 'negative']);
    // Odds of 24/31 : 1/57 in twenty-three reviews of few stars that blame and none that praise, their root.
    const { values } = told([0.25, 0.5, 0.25], { stars: 1 });
    expect((values[0] as number) / (values[2] as number)).toBeCloseTo(Math.sqrt((24 / 31) * 57), 4);
  });
});
