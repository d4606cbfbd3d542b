import { expect, it } from 'vitest';
import { retweetLength } from '../../src/util/retweet.js';

it.each([
  'RT @quelquun : encore un yaourt périmé',
  'RT quelquun: encore un yaourt périmé',
  'RT quel_qu.1: encore un yaourt périmé',
  'RT Léa Le Goff: encore un yaourt périmé',
])('tells that %s is passed on', (text) => {
  expect(retweetLength(text)).toBeGreaterThan(0);
});

it.each([
  'RT svp: rappel de yaourts',
  'RT Rappel: le lot 12 des yaourts',
  'RT alerte: du verre dans les bocaux',
  'RT infos: magasin fermé',
  'RT tous: ils ne remboursent pas',
  'RT si vous aussi: yaourt périmé',
  'RT 2012: la norme du bâtiment',
  'RT France : un an de yaourts',
  'Un RT lea: yaourt',
  'RTT lea: en congé',
])('leaves %s to its author', (text) => {
  expect(retweetLength(text)).toBe(0);
});
