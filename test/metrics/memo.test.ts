import { describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../src/engine/corpus-tables.js';
import { isAllOfItsBrands, onceForAllParts, oncePerCorpus } from '../../src/metrics/memo.js';

const corpus = (): CorpusTables => {
  const one = { filters: [], ofItsBrands: () => one } as unknown as CorpusTables;
  return one;
};

describe('what several metrics need', () => {
  it('is made once for a corpus and a key, for those who ask meanwhile too', async () => {
    const [one, other] = [corpus(), corpus()];
    let made = 0;
    const make = (): Promise<number> => Promise.resolve(++made);
    expect(await Promise.all([oncePerCorpus(one, 'a', make), oncePerCorpus(one, 'a', make)])).toEqual([1, 1]);
    expect(await oncePerCorpus(one, 'b', make)).toBe(2);
    expect(await oncePerCorpus(other, 'a', make)).toBe(3);
    expect(await oncePerCorpus(one, 'a', make)).toBe(1);
  });

  it('knows all of some brands from a part', () => {
    const filtered = (...filters: CorpusTables['filters']): CorpusTables => ({ filters }) as CorpusTables;
    expect(isAllOfItsBrands(filtered())).toBe(true);
    expect(isAllOfItsBrands(filtered({ brand: 'Lune' }, { zone: 'UTC' }))).toBe(true);
    expect(isAllOfItsBrands(filtered({ brand: 'Lune' }, { period: '2026-Q3' }))).toBe(false);
  });

  it('is made once for all parts where no filter changes it', async () => {
    const brands = corpus();
    const part = (): CorpusTables =>
      ({ filters: [{ stage: 'private' }], ofItsBrands: () => brands }) as unknown as CorpusTables;
    const whole = corpus();
    const asked: CorpusTables[] = [];
    const make = (of: CorpusTables): Promise<number> => Promise.resolve(asked.push(of));
    for (const one of [whole, part(), part(), whole]) await onceForAllParts(one, 'a', make);
    expect(asked).toEqual([whole, brands]);
  });

  it('is made once for all of some brands, whoever holds them, and for each part of them', async () => {
    const brands = corpus();
    const holding = (...filters: object[]): CorpusTables =>
      ({ filters, ofItsBrands: () => brands }) as unknown as CorpusTables;
    let made = 0;
    const ask = (one: CorpusTables): Promise<number> =>
      oncePerCorpus(one, 'a', () => Promise.resolve(++made));
    expect(await ask(holding())).toBe(1);
    expect(await ask(holding({ brand: 'Ferme Anou' }, { zone: 'Europe/Paris' }, {}))).toBe(1);
    expect(await ask(holding({ brand: 'Ferme Anou' }, { stage: 'private' }))).toBe(2);
  });

  it('is tried again after a failure', async () => {
    const one = corpus();
    await expect(oncePerCorpus(one, 'a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await oncePerCorpus(one, 'a', () => Promise.resolve(7))).toBe(7);
  });
});
