import { describe, expect, it } from 'vitest';
import { housesOf, maskQuotes } from '../../../src/enrich/names/mask-quotes.js';

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

  it('keeps shops of the corpus where one goes to them, and nobody else of their name', async () => {
    const texts = ['Le livreur a laissé le colis chez Sandrine', 'Bonjour Sandrine, mon colis est perdu'];
    const masked = ['Le livreur a laissé le colis chez [nom]', 'Bonjour [nom], mon colis est perdu'];
    expect(await maskQuotes(texts)).toEqual(masked);
    expect(await maskQuotes(texts, {}, ['Tabac Sandrine'])).toEqual([texts[0], masked[1]]);
    expect(housesOf(['Tabac Sandrine', 'CHEZ PAUL', 'Acme Lyon'])).toEqual(['chez Sandrine', 'chez PAUL']);
  });
});
