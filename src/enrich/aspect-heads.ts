import { FocusFinder } from './focus.js';
import type { HeadPlan } from './training.js';

/** The four aspects of a restaurant review; their heads answer NE (not spoken of), negative, neutral or positive. */
export const ASPECTS = ['Prix', 'Cuisine', 'Service', 'Ambiance'] as const;
export type Aspect = (typeof ASPECTS)[number];
export const ASPECT_LABELS = ['NE', 'Négative', 'Neutre', 'Positive'] as const;

/** Words that speak of an aspect: their clauses are the focus of its head. */
const TERMS: Readonly<Record<Aspect, readonly string[]>> = {
  Prix: ['prix', 'cher*', 'tarif*', 'addition*', 'euro*', '€', 'abordable*', 'rapport qualite', 'facture', 'raisonnable*', 'payer', 'paye', 'couteu*', 'budget',
    'onereu*', 'excessi*', 'exorbitant*', 'note', 'menu a', 'cout*', 'arnaque', 'correct', 'pas donne', 'bon marche', 'gratuit*', 'offert*'],
  Cuisine: ['plat*', 'cuisine*', 'repas', 'mets', 'dessert*', 'entree*', 'viande*', 'poisson*', 'pizza*', 'burger*', 'frites', 'sauce*', 'gout*', 'saveur*',
    'savoureu*', 'delicieu*', 'manger', 'mange', 'assiette*', 'carte', 'menu*', 'vin*', 'fromage*', 'salade*', 'cuisson', 'frais', 'fraiche', 'produit*',
    'nourriture', 'glace*', 'crepe*', 'fait maison', 'chef', 'quantite*', 'portion*', 'copieu*', 'bon', 'bonne', 'excellent*', 'regal*', 'qualite', 'fade',
    'froid*', 'trop cuit*'],
  Service: ['service*', 'serveu*', 'personnel', 'accueil*', 'equipe', 'attente', 'attendre', 'attendu', 'patron*', 'souriant*', 'sympathique*', 'sympa*',
    'aimable*', 'agreable*', 'gentil*', 'professionnel*', 'rapide*', 'lent*', 'desagreable*', "a l'ecoute", 'staff', 'gerant*', "maitre d'hotel", 'conseil*',
    'attentionne*', 'reservation', 'minutes', 'heure', 'impoli*', 'efficace*'],
  Ambiance: ['ambiance*', 'cadre*', 'decor*', 'lieu*', 'salle*', 'terrasse*', 'musique', 'bruit*', 'bruyant*', 'calme', 'chaleureu*', 'endroit*', 'vue',
    'atmosphere', 'convivial*', 'jardin', 'etablissement', 'deco', 'intime', 'cosy', 'romantique', 'place*', 'tables', 'quartier', 'emplacement',
    'authentique*', 'charme', 'charmant*'],
};

/** Makers of the clause finder of each aspect, in the order of `ASPECTS`. */
export const ASPECT_FINDERS: readonly (() => FocusFinder)[] = ASPECTS.map((aspect) => () => new FocusFinder(TERMS[aspect]));

/** Name of the shipped head of an aspect. */
export const aspectHeadName = (aspect: Aspect): string => `aspect-${aspect.toLowerCase()}`;

/** How the head of an aspect is learnt. */
export function aspectPlan(aspect: Aspect): HeadPlan {
  return { name: aspectHeadName(aspect), labels: ASPECT_LABELS, choice: 'one', bits: 16, cost: 0.25, folds: 3 };
}
