import type { ArticleTexts } from './sector.js';

/** Articles of ordinary days about the retailer. */
export const retailArticles: readonly ArticleTexts[] = [
  {
    headline: 'Halterive ouvrira douze magasins de quartier cette année',
    lead: 'L’enseigne mise sur les formats de moins de trois cents mètres carrés, en centre-ville, pour retrouver la croissance.',
    paragraphs: [
      'Après deux ans de recul dans les grands magasins, Halterive change d’échelle. Les nouveaux points de vente proposeront un tiers de produits frais et un comptoir de retrait.',
      '« Le client veut aller vite et payer le juste prix », résume la direction du développement. Les commerçants voisins, eux, s’inquiètent.',
    ],
  },
  {
    headline: 'Drive : la bataille des délais se durcit',
    lead: 'Deux heures, une heure, trente minutes : les enseignes se livrent une course dont la rentabilité reste à prouver.',
    paragraphs: [
      'Supernelle promet une commande prête en trente minutes. Halterive répond par un drive piéton dans quarante villes.',
      'Mais les consommateurs regardent d’abord les ruptures : un produit remplacé sur dix suffit à faire changer d’enseigne, selon une étude du secteur.',
    ],
  },
  {
    headline: 'Inflation : le panier moyen recule, les marques d’enseigne progressent',
    lead: 'Les ménages arbitrent. Halterive et Montaflor disent vendre davantage de premiers prix.',
    paragraphs: [
      'Pour la première fois depuis trois ans, le nombre d’articles par panier repart à la hausse, mais leur prix moyen diminue.',
      'Les distributeurs accusent les industriels de tarder à répercuter la baisse des matières premières.',
    ],
  },
  {
    headline: 'Une heure sans musique ni lumière vive : le succès discret de l’heure calme',
    lead: 'Pensée pour les personnes autistes, la mesure séduit aussi les seniors. Reportage dans un magasin Halterive.',
    paragraphs: [
      'Il est 14 heures, la lumière baisse d’un tiers et les annonces s’arrêtent. « Je peux enfin choisir mes légumes sans partir en courant », confie une habituée.',
      'L’enseigne prévoit d’étendre la mesure à tous ses magasins d’ici l’automne.',
    ],
  },
  {
    headline: 'Gaspillage alimentaire : Halterive veut diviser ses pertes par deux',
    lead: 'Paniers à prix réduit, dons, étiquettes intelligentes : l’enseigne détaille son plan.',
    paragraphs: [
      'Chaque magasin jette encore en moyenne deux tonnes de produits frais par mois. Un logiciel proposera une remise dès la veille de la date limite.',
      'Les associations d’aide alimentaire craignent une baisse des dons.',
    ],
  },
  {
    headline: 'Carte de fidélité : les distributeurs revoient leurs avantages',
    lead: 'Moins de remises immédiates, plus de cagnotte : la carte Rive+ suit le mouvement, et les clients grincent.',
    paragraphs: [
      'Les points expirent plus vite, les paliers montent. « La fidélité devient un abonnement qui ne dit pas son nom », juge une association de consommateurs.',
      'Halterive assure que « huit clients sur dix y gagnent ».',
    ],
  },
];
