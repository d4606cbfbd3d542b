import { describe, expect, it } from 'vitest';
import { loadHeads } from '../../src/enrich/heads/model-files.js';
import type { BuildOptions } from '../../src/shards/build-settings.js';
import {
  manifestOptions,
  privacyOf,
  readOptionsOf,
  readWithOf,
  settled,
  shardOptionsOf,
} from '../../src/shards/build-settings.js';

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const readWith = (options: BuildOptions): string => readWithOf(settled(options));

describe('the key of a build', () => {
  it('is required, but for a demonstration, which is told', () => {
    expect(() => privacyOf({})).toThrow(/no key for the pseudonyms/);
    expect(() => privacyOf({ key: '  ' })).toThrow(/no key/);
    const told: string[] = [];
    const demo = privacyOf({ demo: true, onWarning: (warning) => told.push(warning) });
    expect(told).toEqual([expect.stringMatching(/public demo key/)]);
    expect(privacyOf({ key: KEY, demo: true }).key).not.toBe(demo.key);
  });
  it('is refused where it can be guessed, and told for a demonstration', () => {
    const told: string[] = [];
    const onWarning = (warning: string): number => told.push(warning);
    privacyOf({ key: KEY, onWarning });
    expect(told).toEqual([]);
    const weak = 'marie-laure';
    const refusal = (): string => {
      try {
        privacyOf({ key: weak, onWarning });
        return '';
      } catch (error) {
        return `${(error as Error).message} ${(error as { hint?: string }).hint}`;
      }
    };
    expect(refusal()).toMatch(/has 11 characters.*"deversoir key FILE" makes one/);
    expect(refusal()).not.toContain(weak);
    expect(() => privacyOf({ key: 'Laiterie Brel 2026', config: { brand: 'Laiterie Brel' } })).toThrow(
      /tried first/,
    );
    privacyOf({ key: weak, demo: true, onWarning });
    expect(told).toEqual([expect.stringMatching(/for made-up exports only/)]);
    expect(told[0]).not.toContain(weak);
  });
});

describe('names that are no person’s', () => {
  it('are those of the trade and of the configuration, other names of a brand included', () => {
    const { publicNames } = privacyOf({
      key: KEY,
      config: {
        brand: 'Laiterie Brel',
        competitors: ['Anou'],
        products: ['Crème d’Or'],
        aliases: { Brel: ['LB'] },
      },
    });
    for (const name of ['Laiterie Brel', 'Anou', 'Crème d’Or', 'Brel', 'LB', 'Danone'])
      expect(publicNames, name).toContain(name);
  });
});

describe('what a manifest keeps of the options', () => {
  it('is what changes rows, the key by its fingerprint and agents by pseudonyms', () => {
    const kept = manifestOptions(
      settled({
        key: KEY,
        map: { text: 'Avis' },
        workers: 3,
        config: { brand: 'Brel', brandAccounts: ['Brel', 'Josette Amblard'] },
      }),
      KEY,
    );
    expect(Object.keys(kept)).toEqual(['keyFingerprint', 'map', 'config']);
    const text = JSON.stringify(kept);
    expect(text).not.toContain(KEY);
    expect(text).not.toContain('Josette');
    expect(kept['config']).toMatchObject({ brandAccounts: ['Brel', expect.stringMatching(/^\[.+\]$/)] });
  });
});

describe('the options that change the rows of a file', () => {
  it('have one hash, whatever their order; notes, taxonomies and threads do not change it', () => {
    const one = readWith({ config: { brand: 'Brel', zone: 'UTC' }, map: { text: 'Avis', date: 'Date' } });
    expect(one).toMatch(/^[\da-f]{16}$/);
    expect(readWith({ map: { date: 'Date', text: 'Avis' }, config: { zone: 'UTC', brand: 'Brel' } })).toBe(
      one,
    );
    expect(
      readWith({
        config: { brand: 'Brel', zone: 'UTC', notes: [] },
        map: { text: 'Avis', date: 'Date' },
        workers: 2,
      }),
    ).toBe(one);
  });
  it.each([
    ['zone', { zone: 'UTC' }],
    ['order of dates', { dateOrder: 'mdy' }],
    ['header', { headerRow: 2 }],
    ['addresses', { keepUrls: true }],
    ['brand', { config: { brand: 'Anou' } }],
    ['heads', { heads: [...loadHeads().values()].slice(0, 1) }],
  ] as const satisfies readonly (readonly [string, BuildOptions])[])(
    'have another with another %s',
    (_, options) => {
      expect(readWith(options)).not.toBe(readWith({}));
    },
  );
  it('are read from the configuration where the build does not say', () => {
    expect(readOptionsOf({ config: { zone: 'UTC', dateOrder: 'mdy' } })).toEqual({
      zone: 'UTC',
      dateOrder: 'mdy',
    });
    expect(readOptionsOf({ zone: 'Europe/Rome', config: { zone: 'UTC' } })).toEqual({ zone: 'Europe/Rome' });
    expect(readOptionsOf({ headerRow: 0 })).toEqual({ headerRow: 0 });
  });
  it('of a shard are plain data: they travel to another thread or machine', () => {
    const options = settled({ key: KEY, config: { brand: 'Brel' } });
    const shard = shardOptionsOf(options, privacyOf(options), '/dossier');
    expect(structuredClone(shard)).toEqual(shard);
    expect(shard).toMatchObject({ folder: '/dossier', keepUrls: false, read: {}, config: { brand: 'Brel' } });
  });
});
