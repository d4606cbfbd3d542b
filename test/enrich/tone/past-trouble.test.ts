import { describe, expect, it } from 'vitest';
import { createEnricher } from '../../../src/enrich/enricher.js';
import { featuresWith } from '../../../src/enrich/heads/head-reader.js';
import { pastTrouble } from '../../../src/enrich/tone/past-trouble.js';
import { TermWords } from '../../../src/enrich/terms/term-words.js';

const features = featuresWith(new TermWords());
const told = (text: string): 0 | 1 | null => {
  features.read(text);
  return pastTrouble(features);
};

describe('trouble that is over', () => {
  it('is told with thanks or praise, in both languages', () => {
    expect(
      [
        'Plus le moindre retard depuis que vous avez changé de prestataire, bravo',
        'plus aucun souci avec l’appli, merci',
        'On n’a plus de pannes depuis jeudi, merci',
        'Le bug de paiement a disparu, chapeau à vos développeurs',
        'Le souci est reglé, merci',
        'L’affaire est régle, merci',
        'Mon remboursement est arrivé, merci à votre collègue',
        'No more delays since you moved depot, well done',
        'The refund has come through, thank you',
      ].map(told),
    ).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('is told alone', () => {
    expect(
      ['L’avoir est bien arrivé. Dossier clos de mon côté.', 'La panne ? Non : tout est réglé.'].map(told),
    ).toEqual([0, null]);
  });

  it('is not told where it lasts, comes back, is half mended or said by others', () => {
    expect(
      [
        'Toujours aucun remboursement, bravo',
        'Plus aucune nouvelle depuis lundi, merci bien',
        'Aucun problème résolu, bravo',
        'Plus aucun problème résolu depuis votre départ, bravo',
        'Plus aucun yaourt en rayon depuis lundi',
        'Le souci avait disparu, il est revenu hier',
        'Le problème est réglé à moitié, merci',
        'Le problème n’a pas disparu',
        'Vous m’écrivez que tout est réglé, le colis traîne à Lyon',
        'Mon dossier est clos sans m’avoir prévenue',
        'C’est réglé pour le jus, mais le pain est arrivé moisi',
        'Plus de retards qu’avant, merci',
        'Il y a toujours plus d’erreurs, et plus de pannes cet hiver',
        'J’ai tout réglé en caisse, merci de vérifier',
        'La facture, c’est réglé depuis mars, et vous me relancez',
        'Affaire classée pour vous, pas pour nous',
        'My payment failed, I thought this issue was fixed',
      ].map(told),
    ).toEqual(Array(17).fill(null));
  });

  it('is no complaint in private, whatever its words sound like', async () => {
    const enricher = await createEnricher();
    const out = enricher.enrich({
      length: 2,
      text: [
        'Plus aucun retard de livraison depuis le mois de mars, bravo aux livreurs',
        'L’avoir est bien arrivé. Dossier clos de mon côté.',
      ],
      title: [null, null],
      genre: ['private', 'private'],
      givenLanguage: ['fr', 'fr'],
    });
    expect(out.complaintProbability.map((p) => (p ?? 1) < 0.3)).toEqual([true, true]);
    expect(out.sentiment[0]).toBe('positive');
  });
});
