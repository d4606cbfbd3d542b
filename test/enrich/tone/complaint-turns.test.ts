import { expect, it } from 'vitest';
import { COMPLAINT_TURNS, eachTurn } from '../../../src/enrich/tone/complaint-turns.js';

const told = (text: string): string[] => {
  const values: number[] = [];
  eachTurn(text, (value) => values.push(value));
  return COMPLAINT_TURNS.filter((_, at) => values[at] === 1);
};

it.each([
  ['Lampe arrivée fêlée, échangée dans la journée', ['settled']],
  ['Wrong size, refunded the same day', ['settled']],
  ['Jamais remboursée, toujours pas de nouvelles en deux jours', []],
  ['Dix ans chez eux et pas le moindre souci', ['faultless']],
  ['never had a problem with this shop', ['faultless']],
  ['trois quarts d’heure, dont vingt minutes au téléphone', ['waited']],
  ['on attend la pièce depuis six semaines', ['waited']],
  ['waited two hours for a coffee', ['waited']],
  ['troisième appel, quatre mails', ['again']],
  ['on m’a livré du bleu au lieu de rouge', ['otherwise']],
  ['aucune explication', ['unanswered']],
  ['personne n’ouvre', ['unanswered']],
  ['Très bon fromage, merci', []],
  ['DEUX HEURES POUR PAYER', ['waited']],
  ['une semaine sans réseau', ['waited']],
  ['it’s been three weeks', ['waited']],
  ['my second e-mail', ['again']],
  ['CINQ INTERLOCUTEURS', ['again']],
  ['commandé des pommes, reçu des poires', ['otherwise']],
  ['paid twelve pounds for nothing', ['otherwise']],
  ['no one picks up', ['unanswered']],
  ['ZÉRO GESTE', ['unanswered']],
  ['répondez-nous', ['unanswered']],
])('%s', (text, turns) => {
  expect(told(text)).toEqual(turns);
});
