import { describe, expect, it } from 'vitest';
import { quoteOf, shortened } from '../../src/report/metric-words.js';

describe('shortened', () => {
  it('cuts at a word and says so', () => {
    const text = 'mot '.repeat(300);
    expect(shortened(text)).toMatch(/mot \[…\]$/);
    expect(shortened(text).length).toBeLessThanOrEqual(504);
    expect(shortened('court')).toBe('court');
    expect(shortened('x'.repeat(9000)).length).toBeLessThanOrEqual(504);
  });
});

describe('quoteOf', () => {
  it('tells channel, date in Paris, sentiment and driver, and that a date is unknown', () => {
    const row = {
      text: 'T',
      channel: 'facebook-comment',
      sentAt: new Date(Date.UTC(2026, 2, 31, 22, 30)),
      sentiment: 'negative',
      driver: 'price',
    };
    expect(quoteOf(row, 'Europe/Paris').source).toBe(
      'Facebook (commentaires) · 1er\u00a0avril\u00a02026 · tonalité négative · Prix',
    );
    expect(quoteOf({ ...row, sentAt: null, sentiment: null, driver: null }, 'Europe/Paris').source).toBe(
      'Facebook (commentaires) · date inconnue',
    );
  });
});
