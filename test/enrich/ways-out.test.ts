import { describe, expect, it } from 'vitest';
import { TokenBuffer } from '../../src/enrich/tokens.js';
import { leadsOut } from '../../src/enrich/ways-out.js';

const tokens = new TokenBuffer();
const leads = (text: string): boolean => {
  tokens.tokenize(text);
  return leadsOut(tokens);
};

describe('a way out of a page', () => {
  it.each([
    'voir https://un.example/offre',
    'suivez @crypto_gains',
    'Contactez-le au [téléphone]',
    'écrivez-moi sur WhatsApp',
    'reach out to her, she recovered my money',
    'le lien dans ma bio',
  ])('is a link, an account, a number or words that send there: %s', (text) => {
    expect(leads(text)).toBe(true);
  });

  it.each(['Gratuit et facile', 'Impossible de contacter le service client', 'Un client déçu de sa banque'])(
    'is not in what only judges: %s',
    (text) => {
      expect(leads(text)).toBe(false);
    },
  );
});
