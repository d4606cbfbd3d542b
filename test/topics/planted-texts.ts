import { seededRandom } from '../../src/util/random.js';

/** Twenty subjects of a shop and a dairy: the name a person would give, and words people use for it. */
const SUBJECTS: readonly (readonly [string, string])[] = [
  ['nouvelle recette', 'yaourt vanille sucre arôme texture pot ancienne'],
  ['colis en retard', 'livreur transporteur entrepôt suivi domicile tournée adresse'],
  ['caisse automatique', 'scanner bip code-barres monnaie portique balance vigile'],
  ['rappel compotes', 'bactérie analyses lot hôpital gourdes préfecture fiche'],
  ['prix affiché', 'promo étiquette remise centimes arnaque prospectus écart'],
  ['retrait drive', 'borne coffre créneau préparateur manquants substitution parking'],
  ['emballage plastique', 'barquette film recyclage poubelle carton suremballé déchets'],
  ['origine du lait', 'france polonais étiquetage éleveurs traçabilité importé drapeau'],
  ['carte fidélité', 'points cagnotte coupons avantages solde crédités mensuel'],
  ['application mobile', 'connexion bug écran version android plante identifiant'],
  ['fruits pourris', 'fraises moisies cageot barquettes légumes salade flétrie'],
  ['steak haché', 'viande nerfs gras boucher cuisson barbecue filière'],
  ['baguette tradition', 'croûte mie boulanger four farine croustillante dure'],
  ['label bio', 'pesticides certification cahier charges logo contrôle résidus'],
  ['bien-être animal', 'poules cages élevage abattoir vidéo association maltraitance'],
  ['rémunération des producteurs', 'agriculteurs tracteurs marges coopérative litre juste filet'],
  ['service client', 'téléphone numéro hotline musique conseiller injoignable serveur'],
  ['remboursement promis', 'virement avoir banque chèque délai relevé comptable'],
  ['horaires du dimanche', 'fermeture ouverture travaux façade jours fériés porte'],
  ['score nutritionnel', 'additifs nitrites yuka note emulsifiants scan rouge'],
];
const TALK =
  'famille enfants maison collègue voisine dernier premier petit grand achat passage moment chose question parler aller savoir trouver mettre prendre passer vraiment encore samedi lundi photo groupe ville quartier endroit quelqu’un idée raison début suite côté gens'.split(
    ' ',
  );

export interface PlantedText {
  readonly text: string;
  /** Rank of its subject; -1 for talk about nothing. */
  readonly subject: number;
}
export const PLANTED_NAMES = SUBJECTS.map(([name]) => name);

/** Short texts on twenty subjects of unequal size, 30 % of them about nothing. */
export function plantedTexts(count: number, seed: number): PlantedText[] {
  const random = seededRandom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  return Array.from({ length: count }, () => {
    const subject = random() < 0.3 ? -1 : Math.floor(random() ** 1.3 * SUBJECTS.length);
    const [name, words] = SUBJECTS[subject] ?? ['', ''];
    const own = words.split(' ');
    const parts = Array.from({ length: 4 + Math.floor(random() * 6) }, () =>
      subject >= 0 && random() < 0.4 ? pick(own) : pick(TALK),
    );
    if (subject >= 0 && random() < 0.5) parts.splice(Math.floor(random() * parts.length), 0, `la ${name}`);
    return { text: `${parts.join(' ')}.`, subject };
  });
}
