import { typo } from '../util/french.js';
import type { ReportBlock, ReportSection } from './report-model.js';

const METHODS: readonly string[] = [
  'Un intervalle à 95 % contient la vraie valeur dans 95 cas sur 100 si les messages lus sont tirés comme les autres de la même source. Il ne dit rien des clients qui n’écrivent pas.',
  'Parts : intervalle de Wilson, qui reste juste pour les petits nombres. Quand un auteur écrit plusieurs fois, l’intervalle s’élargit d’autant : dix messages d’une même personne ne valent pas dix avis.',
  'Délais : courbe de Kaplan-Meier. Un dossier sans réponse n’est pas écarté : il compte jusqu’à la fin des exports.',
  'Les jours, les semaines et les trimestres sont découpés à l’heure de Paris, sauf réglage contraire. Une date sans fuseau est lue dans le fuseau supposé, et la qualité des données dit combien.',
  'Un partage (retweet, repost) compte comme un message dans les volumes et la tonalité ; il n’appelle pas de réponse et n’est pas cité.',
  'Une valeur absente n’est jamais comptée comme un zéro. Quand une mesure est impossible, le rapport dit pourquoi.',
  'Auteurs remplacés par des pseudonymes à clé ; adresses, téléphones, IBAN et numéros de commande masqués. Les textes privés ne sont pas cités, sauf demande expresse.',
];
const LIMITS: readonly string[] = [
  'Tonalité, motifs, modération et contributions sont estimés par des modèles qui se trompent ; leur erreur propre s’ajoute aux intervalles affichés.',
  'Les exports ne couvrent pas tout : ce que les outils d’écoute ne collectent pas n’existe pas ici.',
  'Comparer beaucoup de parts à la fois fait sortir du lot, par hasard, une sur vingt d’entre elles.',
  'Une association dans le temps n’est pas une cause.',
];

/** Methods and limits, in words a client can read. */
export function methodSection(version: string): ReportSection {
  const list = (items: readonly string[]): ReportBlock => ({ kind: 'list', items: items.map(typo) });
  return {
    id: 'methode',
    title: 'Méthodes et limites',
    blocks: [
      { kind: 'heading', text: 'Méthodes' },
      list(METHODS),
      { kind: 'heading', text: 'Limites' },
      list(LIMITS),
      {
        kind: 'note',
        text: typo(`Rapport produit par deversoir ${version} : mêmes exports, même version, même rapport.`),
      },
    ],
  };
}
