import { describe, expect, it } from 'vitest';
import type { Metric } from '../../../src/model/index.js';
import { answeredStage, explorerOf } from '../../../src/report/story/explorer.js';
import type { Telling } from '../../../src/report/story/reading.js';
import { telling, written } from '../written.js';

const ofBrel = (metrics: readonly Metric[]): Telling => telling(metrics, { brand: 'Maison Brel' });
const rates = (rows: readonly { stage: string; share: number | null }[]): Promise<Metric> =>
  written('responseRate', 'share', { value: 0.5, rows });
const counts = (sizes: Readonly<Record<string, number>>): Promise<Metric> =>
  written('messageCounts', 'messages', {
    value: 1,
    rows: Object.entries(sizes).map(([brand, n]) => ({
      period: '2026-01-01',
      stage: 'public',
      brand,
      store: '',
      driver: 'all',
      negative: 0,
      positive: 0,
      n,
      rated: 0,
      stars: 0,
    })),
  });

describe('answeredStage', () => {
  it('is private where private answers were measured, public else', async () => {
    const both = await rates([
      { stage: 'public', share: 0.3 },
      { stage: 'private', share: 0.8 },
    ]);
    const unmeasured = await rates([
      { stage: 'public', share: 0.3 },
      { stage: 'private', share: null },
    ]);
    expect([both, unmeasured].map((metric) => answeredStage(ofBrel([metric])))).toEqual([
      'private',
      'public',
    ]);
    expect(answeredStage(ofBrel([]))).toBe('public');
  });

  it('says of which cases a choice counts the answers', async () => {
    const caseCounts = await written('caseCounts', 'cases', {
      value: 1,
      rows: ['private', 'public'].map((stage) => ({
        period: '2026-01-01',
        stage,
        brand: '',
        store: '',
        driver: 'all',
        asked: 7,
        answered: 4,
        followed: 3,
        spilled: 1,
      })),
    });
    const asked = async (rows: readonly { stage: string; share: number | null }[]): Promise<number[]> =>
      explorerOf(ofBrel([await rates(rows), caseCounts])).cases.map((one) => one.asked);
    expect(await asked([{ stage: 'private', share: 0.8 }])).toEqual([7, 0]);
    expect(await asked([{ stage: 'public', share: 0.8 }])).toEqual([0, 7]);
  });
});

describe('what a choice is told by', () => {
  const counted = (found: number | null): Promise<Metric> =>
    written('caseCounts', 'cases', { value: 1, rows: [{ found, foundLow: 0.4, foundHigh: 0.9 }] });
  const rate = (high: number): Promise<Metric> =>
    written('spillRate', 'share', {
      value: 0.2,
      low: 0.1,
      high,
      n: 400,
      rows: [{ by: 'total', n: 400, seen: 0.12, seenLow: 0.09, seenHigh: 0.15, share: 0.2 }],
    });

  it('is the share that links find where the headline is corrected by it, nothing where that is a floor', async () => {
    const found = async (high: number, share: number | null): Promise<unknown> =>
      explorerOf(ofBrel([await rate(high), await counted(share)])).found;
    expect(await found(0.3, 0.6)).toEqual([0.6, 0.4, 0.9]);
    expect(await found(0.9, 0.6)).toBeNull();
    expect(await found(0.3, null)).toBeNull();
  });

  it('counts answers again where the headline counts them, not where it is corrected', async () => {
    const of = async (value: number): Promise<boolean> => {
      const rows = [{ stage: 'public', share: value, answered: 27, n: 100 }];
      return explorerOf(ofBrel([await written('responseRate', 'share', { value, rows })])).answersCounted;
    };
    expect([await of(0.27), await of(0.31)]).toEqual([true, false]);
  });
});

describe('the choice of a brand', () => {
  it('offers those that are followed and have ten messages, no word that is a brand by accident', async () => {
    const voice = await written('shareOfVoice', 'share', {
      value: 0.9,
      rows: [{ brand: 'Maison Brel' }, { brand: 'Ferme Anou' }, { brand: 'Laiterie Rare' }],
    });
    const sizes = await counts({
      'Maison Brel': 400,
      'Ferme Anou': 10,
      'Laiterie Rare': 9,
      Nature: 60,
      Lu: 12,
    });
    expect(explorerOf(ofBrel([sizes, voice])).brands.map(({ code }) => code)).toEqual([
      'Maison Brel',
      'Ferme Anou',
    ]);
    expect(explorerOf(ofBrel([sizes])).brands.map(({ code }) => code)).toEqual(['Maison Brel']);
  });
});
