import { describe, expect, it } from 'vitest';
import { worldTexts } from '../../../src/simulate/worlds/world-texts.js';
import { demoSentences, runs, shared, strings, taught, variants } from '../word-runs.js';

const known = taught();

describe('the sentences of random worlds', () => {
  const { drivers, conversation, public: open } = worldTexts();
  const sentences = strings([drivers, conversation, open]);

  it('are several hundred templates and over a thousand sentences', () => {
    expect(sentences.length).toBeGreaterThan(250);
    expect(sentences.flatMap(variants).length).toBeGreaterThan(1400);
  });

  it('have no five words in a row in common with what is taught or judges', () => {
    expect(known.size).toBeGreaterThan(20_000);
    expect(shared(sentences.flatMap(variants), known)).toEqual([]);
  });
});

describe('the sentences of the demos', () => {
  it('have no five words in a row in common with what is taught or judges', () => {
    expect(demoSentences().flatMap(runs).length).toBeGreaterThan(7000);
    expect(shared(demoSentences(), known)).toEqual([]);
  });

  it('would be found out', () => {
    const [[run] = ['']] = known;
    expect(shared([`Alors voilà, ${run} et puis`], known)).toHaveLength(1);
  });
});
