import { describe, expect, it } from 'vitest';
import { effortBounds, type DriverReading } from '../../../src/metrics/priorities/driver-reading.js';
import { effortOf } from '../../../src/metrics/priorities/effort-shares.js';

const options = { level: 0.95, seed: 1 };
const MANY = 1e9;
const told = (shares: Record<string, number>) =>
  Object.entries(shares).map(([driver, share]) => ({ driver, share, effectiveN: MANY }));

describe('effort of drivers', () => {
  it('is known where every driver is read and rightly', () => {
    const perfect: DriverReading = [MANY, 0, 0];
    const [price, taste] = effortBounds(told({ price: 0.7, taste: 0.3 }), options, {
      price: perfect,
      taste: perfect,
    });
    expect(price?.low).toBeCloseTo(0.7, 2);
    expect(price?.high).toBeCloseTo(0.7, 2);
    expect(taste?.high).toBeCloseTo(0.3, 2);
  });

  it('leaves open where the messages stand that are read as on no driver', () => {
    // .4 and .2 of all are read, .4 are not: price may have from .4 to .8 of what is on a driver
    const found: DriverReading = [MANY, MANY, 0];
    const [price] = effortBounds(told({ price: 0.4, taste: 0.2 }), options, { price: found, taste: found });
    expect(price?.low).toBeGreaterThan(0.4);
    expect(price?.low).toBeLessThan(0.5);
    expect(price?.high).toBeGreaterThan(0.7);
    expect(price?.high).toBeLessThan(0.8);
  });

  it('leaves it to the driver that is missed', () => {
    const table: Record<string, DriverReading> = { price: [MANY, 0, 0], taste: [MANY, MANY, 0] };
    const [price, taste] = effortBounds(told({ price: 0.4, taste: 0.2 }), options, table);
    expect(price?.high).toBeCloseTo(0.4, 2);
    expect(taste?.low).toBeCloseTo(0.6, 2);
  });

  it('is told of what is on a driver, and what is on none of all', () => {
    const one = (n: number, size: number): number[] => Array.from({ length: n }, () => size);
    const effort = effortOf(
      [
        { driver: 'price', sizes: one(30, 4) },
        { driver: 'taste', sizes: one(20, 2) },
        { driver: null, sizes: one(20, 2) },
      ],
      options,
    );
    expect(effort.get('price')?.share).toBeCloseTo(120 / 160, 10);
    expect(effort.get('taste')?.share).toBeCloseTo(40 / 160, 10);
    expect(effort.get(null)?.share).toBeCloseTo(40 / 200, 10);
  });
});
