/** What newspapers say of a crisis. */
export const ARTICLES = {
  safety: {
    headline: ['{marque} : un lot de {nu} retiré de la vente', 'Des parents alertent sur {le} de {marque}'],
    article: [
      'Plusieurs familles disent avoir trouvé des fragments durs dans {le}. {marque} annonce retirer un lot « par mesure de précaution » et promet des analyses d’ici la fin de la semaine. La préfecture confirme qu’un prélèvement a été fait.',
      'Un enfant a été conduit à l’hôpital de {ville} après avoir mangé {le}. Il est rentré chez lui. La marque dit coopérer avec les services vétérinaires et rembourse sur présentation du ticket.',
    ],
  },
  freshness: {
    headline: ['Dates effacées : {marque} dans la tourmente', 'Chez {marque}, {le} vendu après sa date'],
    article: [
      'Des photos d’étiquettes recollées circulent depuis le début de la semaine. Des clients de {marque} racontent avoir acheté {le} au-delà de la date limite. La direction parle d’une erreur humaine dans une seule boutique.',
    ],
  },
  price: {
    headline: [
      '{marque} rétrécit {le}, pas son tarif',
      'Moins dans la boîte, autant à la caisse : {marque} s’explique',
    ],
    article: [
      'Une association de consommateurs a pesé {le} : quarante grammes perdus en douze mois, pour un prix inchangé. {marque} invoque le cours des matières premières. Sur les réseaux, le mot-dièse fait florès.',
    ],
  },
  staff: {
    headline: ['Une vidéo tournée chez {marque} {ville} indigne', '{marque} : un salarié mis à pied'],
    article: [
      'La séquence dure quarante secondes et montre un employé de {marque} qui refuse de servir une cliente en fauteuil roulant. Vue des centaines de milliers de fois, elle a conduit l’enseigne à ouvrir une enquête interne.',
    ],
  },
  'app-site': {
    headline: [
      'Panne géante chez {marque} la veille de la foire',
      'Paiements en double : {marque} présente ses regrets',
    ],
    article: [
      'Le site de {marque} est resté hors d’atteinte toute la journée de samedi. Des acheteurs disent avoir été débités deux fois. L’enseigne assure que les sommes seront restituées sous cinq jours.',
    ],
  },
} as const;
