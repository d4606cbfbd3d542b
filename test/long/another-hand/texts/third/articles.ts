/** What the press writes in the third hand’s quarters. */
export const ARTICLES = {
  safety: {
    headline: [
      'Fil métallique dans {le} : {marque} sous pression',
      '{marque} : une enquête ouverte à {ville} après des hospitalisations',
    ],
    article: [
      'Le parquet de {ville} s’intéresse à {nu}, vendu par {marque}, après plusieurs passages à l’hôpital. Le groupe dit coopérer.',
      'Des clients racontent avoir trouvé un objet coupant dans {le}. {marque} n’a pas souhaité commenter.',
    ],
  },
  freshness: {
    headline: [
      'Moisissures : {marque} interpellé sur {le}',
      'Des barquettes avariées chez {marque}, les clients excédés',
    ],
    article: [
      'Les images de {nu} recouvert de moisi circulent depuis {jour}. {marque} évoque un incident de transport.',
      'À {ville}, des clients de {marque} disent avoir jeté {le} avant la date limite.',
    ],
  },
  price: {
    headline: ['{marque} accusé de gonfler ses prix', 'Étiquettes : la colère monte contre {marque}'],
    article: [
      'Le prix de {nu} a bondi, le poids a baissé, et les acheteurs de {marque} l’ont remarqué.',
      'Une association relève des écarts entre rayon et caisse chez {marque}.',
    ],
  },
  staff: {
    headline: [
      'Humiliée en magasin : une cliente de {marque} témoigne',
      '{marque} critiqué pour l’accueil de ses magasins',
    ],
    article: [
      'Le récit d’une cliente du magasin de {ville} a déclenché une vague de témoignages visant {marque}.',
      '{marque} promet de former ses équipes après des échanges tendus à {ville}.',
    ],
  },
  'app-site': {
    headline: [
      'Paiements fantômes : le site de {marque} en cause',
      'L’application de {marque} hors service, les clients s’impatientent',
    ],
    article: [
      'Des clients de {marque} ont été débités sans que leur commande n’existe. Le groupe parle d’un prestataire.',
      'Écrans blancs et comptes verrouillés : {marque} traverse une panne qui dure.',
    ],
  },
} as const;
