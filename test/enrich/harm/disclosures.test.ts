import { describe, expect, it } from 'vitest';
import { disclosesData } from '../../../src/enrich/harm/disclosures.js';

describe('disclosesData', () => {
  it.each([
    'Rappelez-moi au 06 11 22 33 44',
    'Mon mail : camille.b@courriel.example',
    'Elle habite au 8 avenue du Moulin, passez la voir',
    'FR76 3000 6000 0112 3456 7890 189',
    '4970 1012 3456 7890 exp 12/29',
    'Mon numéro : [téléphone]',
    'Virement à faire sur [IBAN]',
  ])('is given away: %s', (text) => {
    expect(disclosesData(text)).toBe(true);
  });

  it.each([
    'Quel est votre numéro de téléphone ?',
    'Il me faut le code postal et la date de naissance',
    'Je ne trouve pas mon mot de passe',
    'Ma banque a bloqué ma carte après 3 essais',
    'J’ai appelé votre hotline au [téléphone] sans succès',
    'Le magasin du 4 rue Basse ferme à 19 h',
    'Commande 45879632 du 12/03/2025',
  ])('is only spoken of, or a firm’s: %s', (text) => {
    expect(disclosesData(text)).toBe(false);
  });
});
