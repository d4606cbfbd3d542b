import { describe, expect, it } from 'vitest';
import {
  groupsOf,
  reasonOf,
  replicatesFor,
  resolveFunnelOptions,
  whyNoPrivateCase,
} from '../../../src/metrics/funnel/funnel-cases.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';

describe('resolveFunnelOptions', () => {
  it('gives defaults, and refuses a seed or a number of resamples that can’t be', () => {
    expect(resolveFunnelOptions()).toMatchObject({ level: 0.95, seed: 1, replicates: 200 });
    expect(resolveFunnelOptions({ seed: 7, replicates: 20 })).toMatchObject({ seed: 7, replicates: 20 });
    expect(() => resolveFunnelOptions({ seed: 1.5 })).toThrow(/seed 1\.5/);
    expect(() => resolveFunnelOptions({ replicates: 19 })).toThrow(/replicates 19/);
  });

  it('asks for fewer resamples of very many cases, 40 at least, never more than wanted', () => {
    expect([100, 20_000, 1e6].map((n) => replicatesFor(n, 200))).toEqual([200, 100, 40]);
    expect(replicatesFor(1e6, 25)).toBe(25);
  });
});

describe('whyNoPrivateCase', () => {
  it.each<[string, FakeRows['cases'], RegExp]>([
    ['no case', [], /aucun dossier dans les exports/],
    ['none in private', [{ firstStage: 'public' }], /export de messages privés/],
    ['no complaint', [{ complaint: false }], /n’est une plainte/],
    ['no date', [{}], /n’est datée/],
  ])('tells %s', async (_, cases = [], reason) => {
    const corpus = await fakeCorpus({ cases });
    expect((await whyNoPrivateCase(corpus)).fr).toMatch(reason);
  });

  it('is told without the head that metrics give it', () => {
    const notMeasured = { fr: 'non mesuré : trop peu', en: 'not measured, because too few' };
    expect(reasonOf({ measured: false, notMeasured } as never)).toEqual({ fr: 'trop peu', en: 'too few' });
  });
});

describe('groupsOf', () => {
  const one = (driver: string | null, channel: string) => ({ driver, channel });
  const rows = [
    one('taste', 'email'),
    one(null, 'email'),
    one(null, 'email'),
    one('price', 'ticket'),
    one('price', 'email'),
  ];
  const told = (least?: number) =>
    groupsOf(rows, least).map(({ key, rows: own }) => [key.by, key.driver ?? key.channel, own.length]);

  it('gives the whole, then drivers and channels, larger first and those without a driver last', () => {
    expect(told()).toEqual([
      ['total', null, 5],
      ['driver', 'price', 2],
      ['driver', 'taste', 1],
      ['driver', null, 2],
      ['channel', 'email', 4],
      ['channel', 'ticket', 1],
    ]);
  });

  it('leaves out parts that are too small, never the whole', () => {
    expect(told(3)).toEqual([
      ['total', null, 5],
      ['channel', 'email', 4],
    ]);
  });
});
