/** What the press writes in the second hand’s quarters. */
export const ARTICLES = {
  safety: {
    headline: [
      '{le} de {marque} soupçonné après plusieurs malaises',
      '« Mon fils a avalé un éclat » : des parents mettent en cause {marque}',
      '{marque} retire {le} de la vente par précaution',
    ],
    article: [
      'Plusieurs familles de {ville} affirment avoir trouvé des corps étrangers dans {le}. La préfecture a été saisie.',
      'Les signalements se multiplient depuis {jour} au sujet de {nu}. {marque} assure mener des contrôles.',
    ],
  },
  freshness: {
    headline: [
      '{le} moisi : {marque} rattrapé par les réseaux sociaux',
      'Chaîne du froid : des questions chez {marque}',
      'Des produits avariés vendus par {marque} à {ville} ?',
    ],
    article: [
      'Photos à l’appui, des dizaines d’acheteurs montrent {le} couvert de moisissures. L’enseigne promet une enquête interne.',
      'Un défaut de réfrigération serait à l’origine des produits tournés vendus par {marque}.',
    ],
  },
  price: {
    headline: [
      '{marque} et ses étiquettes qui ne disent pas tout',
      'Réduflation : {le} de {marque} au cœur de la polémique',
      'À {ville}, les tickets de caisse de {marque} font débat',
    ],
    article: [
      'Moins de produit pour plus cher : les consommateurs s’en prennent à {le}. {marque} invoque le coût des matières premières.',
      'L’affaire des prix mal affichés chez {marque} prend de l’ampleur depuis {jour}.',
    ],
  },
  staff: {
    headline: [
      'Fouille d’une cliente âgée : {marque} présente ses excuses',
      'Accueil des clients : {marque} dans la tourmente',
      'La vidéo d’un vigile de {marque} à {ville} choque',
    ],
    article: [
      'La scène, filmée {jour} dans le magasin de {ville}, a été vue des milliers de fois. {marque} a mis l’agent à pied.',
      'Des habitants de {ville} dénoncent le comportement du personnel de {marque}.',
    ],
  },
  'app-site': {
    headline: [
      'Clients débités sans commande : {marque} en difficulté',
      'Le site de {marque} à terre depuis {jour}',
      'Bug informatique chez {marque} : que faire si vous êtes concerné',
    ],
    article: [
      'La refonte du site de {marque} tourne au fiasco : paniers vidés, paiements en double, comptes inaccessibles.',
      '{marque} reconnaît un incident technique majeur sur son application.',
    ],
  },
} as const;
