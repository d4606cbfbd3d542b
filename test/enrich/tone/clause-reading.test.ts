import { describe, expect, it } from 'vitest';
import { ClauseReading } from '../../../src/enrich/tone/clause-reading.js';
import { complaintFrom } from '../../../src/enrich/care/complaints.js';
import { createEnricher } from '../../../src/enrich/enricher.js';
import { createFeatures, HeadReader } from '../../../src/enrich/heads/head-reader.js';
import { headNamed } from '../../../src/enrich/heads/head-scores.js';
import { loadHeads } from '../../../src/enrich/heads/model-files.js';
import type { Genre } from '../../../src/model/index.js';

const heads = loadHeads();
const tone = headNamed(heads, 'sentiment-review'),
  complaint = headNamed(heads, 'complaint');

describe('clauses read alone', () => {
  it('read as a text of that clause alone would', () => {
    const features = createFeatures();
    const clauses = new ClauseReading(features, tone, complaint);
    features.read('Fromage excellent, mais le colis est arrivé ouvert');
    clauses.read();
    expect(clauses.count).toBe(2);
    const at = clauses.at(1);
    const alone = 'mais le colis est arrivé ouvert';
    const reader = new HeadReader(createFeatures(), tone);
    expect(Array.from(clauses.values.subarray(at, at + 3))).toEqual([...reader.probabilities(alone)]);
    const claim = new HeadReader(createFeatures(), complaint).probabilities(alone)[0] as number;
    const negative = clauses.values[at] as number;
    expect(clauses.blame()).toBeCloseTo((negative + claim) / 2, 6);
  });

  it('do not blame in one or two words', () => {
    const features = createFeatures();
    const clauses = new ClauseReading(features, tone, complaint);
    features.read('Nul. Vraiment nul.');
    clauses.read();
    expect(clauses.blame()).toBe(0);
  });
});

describe('complaints', () => {
  it('are the weighted mean of both heads, or what a clause blames; less where nobody speaks to a firm', () => {
    expect(complaintFrom(0.8, 0.4, { toFirm: 0.9, impersonal: 0, firm: 0 }, 'comment')).toBeCloseTo(0.68, 10);
    expect(complaintFrom(0.8, 0.4, { toFirm: 0.4, impersonal: 0.3, firm: 0.2 }, 'comment')).toBeCloseTo(
      0.272,
      10,
    );
    expect(complaintFrom(0.8, 0.4, { toFirm: 0.9, impersonal: 0, firm: 0 }, 'review', 0.7)).toBe(0.7);
    expect(complaintFrom(0.8, 0.4, { toFirm: 0.1, impersonal: 0, firm: 0 }, 'comment')).toBeCloseTo(
      0.068,
      10,
    );
    // Odds half as high again: 1.5 · .68 / (1 + .5 · .68).
    expect(complaintFrom(0.8, 0.4, { toFirm: 0.9, impersonal: 0, firm: 0 }, 'private')).toBeCloseTo(
      1.02 / 1.34,
      10,
    );
  });

  it('are what a clause of a private text blames, where the text may well complain and asks nothing', () => {
    const register = { toFirm: 0.9, impersonal: 0, firm: 0 };
    const of = (p: number, asks: boolean, count = 2): number =>
      complaintFrom(p, p, register, 'private', 0, null, { count, asks, blame: () => 0.8 });
    expect(of(0.3, false)).toBe(0.8);
    expect([of(0.3, true), of(0.3, false, 1)]).toEqual([0.45 / 1.15, 0.45 / 1.15]);
    expect(of(0.1, false)).toBeCloseTo(0.15 / 1.05, 10);
    expect(of(0.9, false)).toBeCloseTo(1.35 / 1.45, 10);
  });

  it('are likelier in a review of few stars, less likely with many; stars elsewhere count for nothing', () => {
    const register = { toFirm: 0.9, impersonal: 0, firm: 0 };
    const of = (stars: number | null, genre: Genre = 'review'): number =>
      complaintFrom(0.1, 0.1, register, genre, 0, stars);
    expect(of(null)).toBe(0.1);
    expect([5, 4].map((stars) => of(stars))).toEqual([0.05 / 0.95, 0.05 / 0.95]);
    expect(of(3)).toBeCloseTo(0.216, 3);
    expect(of(1)).toBeCloseTo(0.8155, 3);
    expect(of(2)).toBe(of(1));
    expect(of(1, 'comment')).toBe(0.1);
    expect(complaintFrom(0.1, 0.1, { toFirm: 0, impersonal: 0, firm: 1 }, 'review', 0, 1)).toBe(0);
  });

  it('are told of a review that praises and blames, as mixed', async () => {
    const text =
      'Site très pratique et prix imbattables. Par contre le service client ne répond jamais, je n’ai toujours pas été remboursé.';
    const enricher = await createEnricher();
    const out = enricher.enrich({
      length: 2,
      text: [text, 'Site très pratique et prix imbattables. Livraison rapide, je recommande.'],
      title: [null, null],
      genre: ['review', 'review'],
      givenLanguage: ['fr', 'fr'],
      direction: ['inbound', 'inbound'],
    });
    expect(out.intents.map((intents) => intents.includes('complaint'))).toEqual([true, false]);
    expect(out.sentiment[1]).toBe('positive');
  });
});
