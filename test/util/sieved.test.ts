import { describe, expect, it } from 'vitest';
import { sieve, sieved } from '../../src/util/sieved.js';

describe('sieve', () => {
  it('lets through whatever holds a word, at any place and in any case', () => {
    const late = sieve('retard|désolé| mail');
    expect(['Retard', 'en RETARD.', 'DÉSOLÉ', 'deux mails', 'x'.repeat(5000) + 'retard'].map(late)).toEqual(
      Array(5).fill(true),
    );
  });

  it('keeps back what holds none, also a word without its beginning or its end', () => {
    const late = sieve('retard');
    expect(['', 'r', 're', 'etard', 'retar', 'au rayon frais'].map(late)).toEqual(Array(6).fill(false));
  });

  it('knows no text from the one before', () => {
    const late = sieve('retard');
    expect([late('retard'), late('avance'), late('retard')]).toEqual([true, false, true]);
  });

  it('lets signs through that an expression folds to letters: the long s, the sign of Kelvin', () => {
    expect(sieved('souci', /souci/iu).test('un ſouci')).toBe(true);
    expect(sieved('kiosk', /kiosk/iu).test('un \u212Aios\u212A')).toBe(true);
  });
});

it('answers as the expression behind it does', () => {
  const { test } = sieved('late|delay', /\b(?:late|delayed)\b/i);
  expect(['Late again', 'chocolate', 'delayed', 'on time'].map(test)).toEqual([true, false, true, false]);
});
