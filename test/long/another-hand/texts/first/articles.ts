/** What the press writes of a movement, by what it is about. */
export const ARTICLES = {
  safety: {
    headline: [
      'Corps étrangers dans {le} : {marque} sous le feu des critiques',
      '{marque} : des blessés signalent {un} dangereux',
      'Clients malades ou blessés : {marque} enquête sur {le}',
      '« On aurait pu y rester » : {le} de {marque} inquiète les familles',
    ],
    article: [
      'Verre, métal, intoxications : depuis {jour}, les clients de {marque} publient des photos inquiétantes de {le}. Un rappel n’est pas exclu.',
      'Des consommateurs de {ville} disent s’être blessés avec {le}. {marque} dit prendre la sécurité très au sérieux.',
    ],
  },
  freshness: {
    headline: [
      'Moisissures dans {le} : les clients de {marque} se rebiffent',
      'Produits périmés : {marque} épinglé par ses acheteurs',
      '{marque} accusé de vendre {un} avarié',
    ],
    article: [
      'Des photos de {nu} couvert de moisi circulent depuis {jour}. {marque} évoque une rupture du froid chez un sous-traitant.',
      'Odeur aigre, dates dépassées : à {ville}, les rayons de {marque} sont montrés du doigt.',
    ],
  },
  price: {
    headline: [
      'Valse des étiquettes : {marque} accusé de tromper sur les prix',
      'Prix de {nu} : la colère monte contre {marque}',
      'Poids en baisse, étiquette en hausse : {marque} s’explique sur {le}',
    ],
    article: [
      'Entre le prix affiché et la caisse, l’écart fâche. Les clients de {marque} postent leurs tickets par dizaines depuis {jour}.',
      'Une association dénonce la hausse déguisée du prix de {nu} chez {marque}.',
    ],
  },
  staff: {
    headline: [
      'Accueil, vigiles : {marque} critiqué pour l’attitude de son personnel',
      'Humiliée dans un magasin {marque}, une cliente de {ville} raconte',
      'Vendeurs méprisants : {marque} promet de former ses équipes',
    ],
    article: [
      'Le comportement d’employés de {marque} à {ville} déclenche une vague de témoignages. La direction parle d’un fait isolé.',
      'Depuis {jour}, des clients de {marque} disent avoir été mal reçus, parfois fouillés, par le personnel.',
    ],
  },
  'app-site': {
    headline: [
      'L’application de {marque} en panne, les clients furieux',
      'Paniers vidés, doubles débits : le site de {marque} ne répond plus',
      'Panne géante chez {marque}',
    ],
    article: [
      'Impossible de payer ou de se connecter : l’appli de {marque} est hors service depuis {jour}.',
      '{marque} reconnaît un bug de son site et promet de rendre les sommes prises en double.',
    ],
  },
} as const;
