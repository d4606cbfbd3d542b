import { describe, expect, it } from 'vitest';
import { resolveOptions } from '../../src/metrics/options.js';

describe('options of metrics', () => {
  it('have defaults, each replaced alone', () => {
    const defaults = { level: 0.95, zone: 'Europe/Paris', brands: [], quotePrivate: false };
    expect(resolveOptions()).toEqual(defaults);
    expect(resolveOptions({ zone: 'America/Montreal' })).toEqual({ ...defaults, zone: 'America/Montreal' });
  });

  it.each([0, 1, -0.1, 95, Number.NaN])('refuse the level %d', (level) => {
    expect(() => resolveOptions({ level })).toThrow(/level/);
  });

  it('refuse a zone that is none', () => {
    expect(() => resolveOptions({ zone: 'Paris' })).toThrow(/unknown zone "Paris"/);
  });
});
