import { describe, expect, it } from 'vitest';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';
import { leadsOut, solicits, tellsLoss } from '../../../src/enrich/harm/ways-out.js';

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

describe('what reaches a firm in private', () => {
  it.each([
    ['Nous améliorons votre visibilité sur Google dès ce mois-ci', true],
    ['Get 300 backlinks for your blog this week', true],
    ['Vous avez été sélectionné pour recevoir une tablette', true],
    ['Espèces', false],
    ['My return never came back to my card', false],
    ['On tourne en rond, passez-moi un responsable', false],
  ])('solicits where it leads elsewhere or offers: %s', (text, told) => {
    tokens.tokenize(text);
    expect(solicits(tokens)).toBe(told);
  });
});

describe('a loss to a lure', () => {
  it.each([
    ["Victime d'un faux conseiller, 4 800 € envolés", true],
    ['Ils se font passer pour le support', true],
    ['I was scammed out of £700', true],
    ["J'ai été arnaqué, untel a tout récupéré, foncez", false],
    ['I lost everything until she recovered my bitcoin', false],
    ['Gagnez 500 € par jour en crypto', false],
  ])('is told without a rescue: %s', (text, told) => {
    expect(tellsLoss(text)).toBe(told);
  });

  it('names the means of the lure and sends nobody there', () => {
    tokens.tokenize('il m’a écrit sur Telegram');
    expect([leadsOut(tokens), leadsOut(tokens, true)]).toEqual([true, false]);
  });
});
