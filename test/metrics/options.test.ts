import { describe, expect, it } from 'vitest';
import type { AnyMetricOptions } from '../../src/metrics/index.js';
import { OPTION_NAMES, resolveOptions } from '../../src/metrics/options.js';

describe('options of metrics', () => {
  it('have defaults, each replaced alone', () => {
    const defaults = { level: 0.95, zone: 'Europe/Paris', brands: [], quotePrivate: false };
    expect(resolveOptions()).toEqual(defaults);
    expect(resolveOptions({ zone: 'America/Montreal' })).toEqual({ ...defaults, zone: 'America/Montreal' });
  });

  it('are all named: one that some metric takes and the list lacks does not compile here', () => {
    type Asked = AnyMetricOptions & { readonly by?: unknown };
    const named: Record<keyof Asked, true> = Object.fromEntries(
      OPTION_NAMES.map((name) => [name, true]),
    ) as Record<(typeof OPTION_NAMES)[number], true>;
    expect(Object.keys(named)).toHaveLength(new Set(OPTION_NAMES).size);
  });

  it.each([0, 1, -0.1, 95, Number.NaN])('refuse the level %d', (level) => {
    expect(() => resolveOptions({ level })).toThrow(/level/);
  });

  it('refuse a zone that is none', () => {
    expect(() => resolveOptions({ zone: 'Paris' })).toThrow(/unknown zone "Paris"/);
  });
});
