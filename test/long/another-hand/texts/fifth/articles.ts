/** What the press writes in the fifth hand’s quarters. */
export const ARTICLES = {
  safety: {
    headline: ['Un gant dans {le} : {marque} sous pression', '{marque} retire {le} des rayons'],
    article: [
      'Après la photo d’un fragment de latex devenue virale, {marque} a suspendu la vente de {nu} à {ville} et alentour.',
      'La préfecture a ouvert une enquête sur {le} vendu par {marque}.',
    ],
  },
  freshness: {
    headline: ['Chaîne du froid : {marque} interpellé', 'Moisissures : des clients de {marque} témoignent'],
    article: ['Un transporteur est mis en cause dans l’altération de {nu}, indique {marque}.'],
  },
  price: {
    headline: ['Catalogue contre caisse : {marque} contrôlé', '{marque} rembourse des écarts de prix'],
    article: ['La répression des fraudes a relevé des écarts sur {le} dans {n} points de vente {marque}.'],
  },
  staff: {
    headline: ['Discrimination au {marque} de {ville} ?', '{marque} promet une formation à l’accueil'],
    article: ['Deux frères racontent avoir été suivis par un vigile de {marque}. L’enseigne regrette.'],
  },
  'app-site': {
    headline: ['Panne géante pour la boutique {marque}', '{marque} : paniers vidés, comptes débités'],
    article: ['La boutique en ligne de {marque} est restée muette tout un week-end.'],
  },
} as const;
