import { describe, expect, it } from 'vitest';
import { maskQuotes } from '../../src/enrich/mask-quotes.js';

describe('maskQuotes', () => {
  it('masks names in texts, each in its language, same length and order', async () => {
    expect(
      await maskQuotes([
        'Le pain était rassis, honteux. Cordialement, Hélène Marchand',
        'The delivery was late and the box was crushed. Kind regards, Margaret Ellis',
        '',
      ]),
    ).toEqual([
      'Le pain était rassis, honteux. Cordialement, [nom]',
      'The delivery was late and the box was crushed. Kind regards, [nom]',
      '',
    ]);
    expect(await maskQuotes([])).toEqual([]);
  });

  it('keeps the brand, its accounts and its competitors', async () => {
    expect(
      await maskQuotes(
        ['Bonjour Claire Marchand, @brindaure et @lea_44 ne répondent pas, Paul Lactanie non plus'],
        { brand: 'Brindaure', competitors: ['Paul Lactanie'] },
      ),
    ).toEqual(['Bonjour [nom], @brindaure et @… ne répondent pas, Paul Lactanie non plus']);
  });
});
