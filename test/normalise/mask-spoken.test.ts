import { describe, expect, it } from 'vitest';
import { canonicalPhone, maskText } from '../../src/normalise/mask.js';
import { maskSpoken } from '../../src/normalise/mask-spoken.js';

const read = (text: string): string => maskSpoken(text, (phone) => `<${phone}>`);

describe('maskSpoken', () => {
  it.each([
    [
      'mon numéro c’est zéro six douze trente-quatre cinquante-six soixante-dix-huit merci',
      'mon numéro c’est <0612345678> merci',
    ],
    ['au zero six, douze, trente quatre, cinquante six, soixante dix huit', 'au <0612345678>'],
    ['au zéro sept quatre-vingt-deux onze vingt-trois zéro quatre après 18 h', 'au <0782112304> après 18 h'],
    ['Tel : zéro un quarante-deux cinquante et un soixante-treize quatre-vingt-dix', 'Tel : <0142517390>'],
    ['le 06 douze 34 cinquante-six 78 svp', 'le <0612345678> svp'],
    ['zéro 6 12 34 56 78 c’est lui', '<0612345678> c’est lui'],
    ['Zéro Six Quarante-Quatre Dix-Sept Vingt-Deux Trente-Trois, le soir', '<0644172233>, le soir'],
    ['fixe : zéro cinq cinquante-six zéro zéro douze trente-deux', 'fixe : <0556001232>'],
    ['zero-six-vingt-et-un-quarante-cinq-zero-huit-quatre-vingt-dix-neuf', '<0621450899>'],
    ['zéro six un deux trois quatre cinq six sept huit voilà', '<0612345678> voilà'],
    ['zéro six soixante-douze trente quarante cinquante', '<0672304050>'],
    ['zéro six soixante, douze, trente, quarante-et-un', '<0660123041>'],
    ['plus trente-trois six douze trente-quatre cinquante-six soixante-dix-huit', '<+33612345678>'],
    ['zéro quatre septante-cinq douze nonante-trois quarante-quatre hein', '<0475129344> hein'],
    ['on oh seven nine four six oh one eight two three five', 'on <07946018235>'],
    ['is zero seven seven zero zero nine zero zero one two three thanks', 'is <07700900123> thanks'],
    ['ring zero seven double seven, triple zero, one two three four', 'ring <07770001234>'],
    ['call oh seven five double one, two three four, six seven eight', 'call <07511234678>'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    'zéro six mois plus tard, toujours rien',
    'Il y a eu zéro réponse en six, douze, trente jours.',
    'de zéro à six ans, dit la boîte, et pourtant',
    'zéro, un, deux, trois, quatre, cinq, six, sept, huit, neuf : je compte',
    'un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix',
    'zéro sur vingt pour l’accueil, douze pour le choix',
    'La note : zéro, deux, quatre, six, huit ou dix, rien d’autre.',
    'zéro pub, zéro promo, deux caisses, six clients, dix minutes',
    'plus trente-trois pour cent sur le beurre en six mois',
    'Zero six days a week do they answer the phone!',
    'Oh seven days later and still nothing!',
    'le 06 12 34 56 78 en chiffres est l’affaire d’une autre règle',
    'lot zéro zéro douze trente-quatre cinquante-six soixante-dix-huit',
  ])('stays: %s', (text) => {
    expect(read(text)).toBe(text);
  });

  it('gives the key of the same number in digits', () => {
    const keys = [
      'zéro six douze trente-quatre cinquante-six soixante-dix-huit',
      '06 12 34 56 78',
      'plus trente-trois six douze trente-quatre cinquante-six soixante-dix-huit',
    ].map((text) => maskText(text, (_, value) => value));
    expect(keys.map(({ contactKeys }) => contactKeys)).toEqual(
      keys.map(() => [`phone:${canonicalPhone('0612345678')}`]),
    );
    expect(keys.map(({ text }) => text)).toEqual(keys.map(() => '[téléphone]'));
  });
});
