import { describe, expect, it } from 'vitest';
import { loadCompromise, requireParser } from '../../../src/enrich/names/compromise.js';

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

describe('requireParser', () => {
  interface Found {
    match(pattern: string): Found;
    before(pattern: string): Found;
    after(pattern: string): Found;
    text(): string;
  }

  it('reads each pattern once, and what changes one spoils it for no other', () => {
    const parse = requireParser('fr') as (text: string) => Found,
      text = 'le petit chat noir dort';
    expect(requireParser('fr')).toBe(parse);
    const found = (): readonly string[] => [
      parse(text).match('petit').text(),
      parse(text).match('chat').before('petit').text(),
      parse(text).match('chat').after('noir').text(),
      parse(text).match('noir').text(),
      parse(text).match('(petit|grand) [.]').text(),
    ];
    expect([found(), found()]).toEqual(
      Array.from({ length: 2 }, () => ['petit', 'petit', 'noir', 'noir', 'petit chat']),
    );
  });
});
