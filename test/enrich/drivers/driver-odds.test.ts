import { describe, expect, it } from 'vitest';
import { isSpokenOf } from '../../../src/enrich/drivers/driver-odds.js';

const nothing = { termed: false, phrased: false, hinted: false, barred: false, otherTermed: false };
/** The least probability, in hundredths, from which a driver is told. */
const least = (
  addressed: boolean,
  driver: string,
  rival: number,
  signs: Partial<typeof nothing> = {},
): number =>
  Array.from({ length: 101 }, (_, percent) => percent).find((percent) =>
    isSpokenOf(driver, percent / 100, rival, { ...nothing, ...signs }, addressed),
  ) ?? Infinity;

describe('isSpokenOf', () => {
  it('asks less where a term, a weak one or both may name the driver', () => {
    expect(least(true, 'price', 0)).toBe(42);
    expect(least(true, 'price', 0, { hinted: true })).toBe(27);
    expect(least(true, 'price', 0, { termed: true })).toBe(1);
    expect(isSpokenOf('price', 0.003, 0, { ...nothing, termed: true }, true)).toBe(false);
    expect(least(false, 'price', 0)).toBe(80);
    expect(least(false, 'price', 0, { hinted: true })).toBe(19);
    expect(least(false, 'price', 0, { termed: true })).toBe(3);
  });

  it('asks less of a term of several words, and more beside a term of another driver', () => {
    expect(least(false, 'price', 0, { termed: true, phrased: true })).toBe(1);
    expect(least(false, 'price', 0, { termed: true, otherTermed: true })).toBe(12);
    expect(least(false, 'price', 0, { otherTermed: true })).toBe(96);
    expect(least(true, 'price', 0, { otherTermed: true })).toBe(42);
  });

  it('asks more beside a likelier driver, as far as that is likelier', () => {
    for (const addressed of [true, false]) {
      const alone = least(addressed, 'price', 0);
      expect(least(addressed, 'price', alone / 100)).toBe(alone);
      expect(least(addressed, 'price', 0.97)).toBeGreaterThan(alone);
      expect(least(addressed, 'price', 0.9, { termed: true })).toBeGreaterThan(
        least(addressed, 'price', 0, { termed: true }),
      );
    }
  });

  it('asks more for an app or a site where a text addresses an account, as everyday words name it', () => {
    expect(least(true, 'app-site', 0)).toBeGreaterThan(least(true, 'price', 0));
    expect(least(false, 'app-site', 0)).toBe(least(false, 'price', 0));
  });

  it('tells no driver without a term where a phrase means something else', () => {
    expect(least(true, 'price', 0, { barred: true })).toBe(Infinity);
    expect(least(false, 'price', 0, { barred: true, hinted: true })).toBe(Infinity);
    expect(least(true, 'price', 0, { barred: true, termed: true })).toBe(1);
  });

  it('takes a certain head as nearly certain', () => {
    expect(isSpokenOf('price', 1, 1, nothing, true)).toBe(true);
    expect(isSpokenOf('price', 0, 1, { ...nothing, termed: true }, true)).toBe(false);
    expect(isSpokenOf('price', 1, 1, nothing, false)).toBe(true);
    expect(isSpokenOf('price', 0, 1, { ...nothing, termed: true, phrased: true }, false)).toBe(false);
  });
});
