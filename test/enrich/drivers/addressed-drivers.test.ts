import { describe, expect, it } from 'vitest';
import { isSpokenOf } from '../../../src/enrich/drivers/addressed-drivers.js';

const nothing = { termed: false, hinted: false, barred: false };
/** The least probability, in hundredths, from which a driver is told. */
const least = (driver: string, rival: number, signs: Partial<typeof nothing> = {}): number =>
  Array.from({ length: 101 }, (_, percent) => percent).find((percent) =>
    isSpokenOf(driver, percent / 100, rival, { ...nothing, ...signs }),
  ) ?? Infinity;

describe('isSpokenOf', () => {
  it('asks less where a term, a weak one or both may name the driver', () => {
    expect(least('price', 0)).toBe(42);
    expect(least('price', 0, { hinted: true })).toBe(27);
    expect(least('price', 0, { termed: true })).toBe(1);
    expect(isSpokenOf('price', 0.003, 0, { ...nothing, termed: true })).toBe(false);
  });

  it('asks more beside a likelier driver, as far as that is likelier', () => {
    expect(least('price', 0.3)).toBe(42);
    expect(least('price', 0.9)).toBeGreaterThan(50);
    expect(least('price', 0.9, { termed: true })).toBeGreaterThan(least('price', 0, { termed: true }));
  });

  it('asks more for an app or a site, which everyday words name', () => {
    expect(least('app-site', 0)).toBeGreaterThan(least('price', 0));
  });

  it('tells no driver without a term where a phrase means something else', () => {
    expect(least('price', 0, { barred: true })).toBe(Infinity);
    expect(least('price', 0, { barred: true, hinted: true })).toBe(Infinity);
    expect(least('price', 0, { barred: true, termed: true })).toBe(1);
  });

  it('takes a certain head as nearly certain', () => {
    expect(isSpokenOf('price', 1, 1, nothing)).toBe(true);
    expect(isSpokenOf('price', 0, 1, { ...nothing, termed: true })).toBe(false);
  });
});
