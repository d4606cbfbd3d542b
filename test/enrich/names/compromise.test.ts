import { describe, expect, it } from 'vitest';
import { loadCompromise } from '../../../src/enrich/names/compromise.js';

describe('loadCompromise', () => {
  it('tells where names stand, whatever is around them', async () => {
    const reader = await loadCompromise('en');
    const text =
      '  Hello 😀 all.\n\nI saw John  yesterday; it’s fine. Then “Mary” left London!\r\n- Nicolas called';
    expect(reader.name).toBe('compromise');
    expect(reader.find(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual([
      'person John',
      'person Mary',
      'person Nicolas',
      'place London',
    ]);
  });

  it('reads French with fr-compromise', async () => {
    const reader = await loadCompromise('fr'),
      text = 'Hier j’ai vu Louise à Nantes.';
    expect(reader.name).toBe('fr-compromise');
    expect(reader.find(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual([
      'person Louise',
      'place Nantes',
    ]);
  });

  it('stands hostile texts', async () => {
    for (const language of ['fr', 'en'] as const) {
      const reader = await loadCompromise(language);
      for (const text of [
        '',
        '\u0000',
        '“”',
        'a.'.repeat(5000),
        '@'.repeat(5000),
        '('.repeat(5000),
        '\n'.repeat(5000),
        '\ud83d',
        '__proto__ constructor toString',
      ])
        expect(Array.isArray(reader.find(text))).toBe(true);
    }
  });
});
