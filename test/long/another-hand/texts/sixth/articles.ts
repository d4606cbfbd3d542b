/** Articles on what customers of the sixth hand complain of. */
export const ARTICLES = {
  safety: {
    headline: [
      '{marque} : {le} au cœur de plusieurs signalements',
      'Corps étrangers : des familles mettent en cause {marque}',
    ],
    article: [
      'Plusieurs foyers de la région de {ville} disent avoir trouvé des fragments durs dans {le}. {marque} indique avoir suspendu une ligne, et invite les acheteurs à garder le paquet pour analyse.',
      'La préfecture confirme avoir reçu des plaintes visant {le}. De son côté, {marque} assure coopérer avec les autorités sanitaires, sans préjuger de l’origine.',
    ],
  },
  freshness: {
    headline: ['Fraîcheur : {marque} sous le feu des clients', 'Moisissures, {marque} s’explique'],
    article: [
      'Les photographies de {nu} altéré se multiplient depuis lundi. Chez {marque}, on évoque une panne de groupe froid dans un entrepôt, aujourd’hui réparée.',
    ],
  },
  price: {
    headline: ['Étiquettes valsantes chez {marque}', 'Le panier {marque} fait grincer des dents'],
    article: [
      'En {n} mois, {le} aurait pris plus d’un tiers. {marque} plaide la hausse du lait et du carton ; des clients réunis sur les réseaux appellent à bouder ses points de vente.',
    ],
  },
  staff: {
    headline: [
      'Une vidéo embarrasse {marque} à {ville}',
      '{marque} : un salarié filmé, des excuses attendues',
    ],
    article: [
      'On y voit un agent rudoyer une cliente âgée. Vue des milliers de fois, la séquence a contraint {marque} à annoncer une enquête interne.',
    ],
  },
  'app-site': {
    headline: [
      'Appli {marque} en panne : des paiements encaissés deux fois',
      'Panne géante du drive {marque}',
    ],
    article: [
      'Impossible de valider une commande depuis la veille pour nombre d’abonnés, certains débités à double. {marque} promet un retour à la normale et des compensations.',
    ],
  },
} as const;
