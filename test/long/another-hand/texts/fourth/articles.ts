/** What the press writes in the fourth hand’s quarters. */
export const ARTICLES = {
  safety: {
    headline: [
      'Du verre dans {le} : {marque} rappelle plusieurs lots',
      '{marque} rappelle {le}, des familles s’inquiètent',
    ],
    article: [
      'Le distributeur a publié {jour} un avis de rappel pour {nu}. Plusieurs parents de {ville} décrivent des éclats trouvés dans la barquette.',
      'Une association de parents demande des comptes à {marque} après des passages aux urgences liés à {nu}.',
    ],
  },
  freshness: {
    headline: ['Produits moisis : le ton monte contre {marque}', '{marque} {ville} épinglé pour ses rayons'],
    article: [
      'Clichés à l’appui, des clients dénoncent l’état de {nu} chez {marque}. La direction plaide un camion resté à quai pendant la grève.',
      'Les services d’hygiène se sont rendus dans le point de vente {marque} de {ville}.',
    ],
  },
  price: {
    headline: [
      '{marque} et ses étiquettes : la grogne',
      'Bras de fer sur les tarifs entre {marque} et ses fournisseurs',
    ],
    article: [
      'Hausse de {nu}, grammage en baisse : {marque} se défend d’en profiter.',
      'La négociation patine et les rayons de {marque} se vident à {ville}.',
    ],
  },
  staff: {
    headline: ['Une mère accusée de vol chez {marque} raconte', 'Malaise au {marque} de {ville}'],
    article: [
      'La scène a été filmée au {marque} de {ville}. Le franchisé parle d’un malentendu.',
      '{marque} annonce un audit de ses magasins franchisés.',
    ],
  },
  'app-site': {
    headline: ['Doubles débits : {marque} s’excuse', 'Le site de {marque} vacille'],
    article: [
      'Des centaines de comptes prélevés deux fois : {marque} accuse un sous-traitant.',
      'La mise à jour de {marque} tourne au fiasco, racontent des acheteurs de {ville}.',
    ],
  },
} as const;
