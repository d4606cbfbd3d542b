/** What goes around a complaint in the third hand’s quarters, and what is none. */
export const TALK = {
  hello: ['Bonjour', 'Bonjour l’équipe,', 'Cher service qualité,', 'Messieurs dames,', ''],
  helloChat: ['Hello', 'Bonjour bonjour', 'bsr', 'Re', '', ''],
  ask: ['Comment fait-on ?', 'Merci de me proposer une issue.', 'Je compte sur vous.', 'Dans l’attente,', ''],
  bye: ['Bien cordialement', 'Avec mes salutations', 'Bonne réception,', 'Merci par avance'],
  order: ['Réf. de commande {commande}', 'Commande concernée : {commande}.'],
  before: [
    'Je découvre votre adresse au dos du paquet :',
    'Adhérente de la coopérative depuis {n} ans,',
    'En deux mots :',
    'Vu {jour} à {ville} :',
    '',
    '',
    '',
  ],
  detail: [
    'Voilà les clichés.',
    'Acheté au magasin de {ville}, {prix}.',
    'Le code : {dossier}, imprimé sous le fond.',
    'Un seul exemplaire, oui.',
  ],
  polite: ['Entendu, je patiente.', 'Merci de vous en occuper.', 'Très bien, à vous lire donc.'],
  selfSolved: ['Fausse alerte, plus rien à signaler.', 'Ne vous embêtez plus avec ça, c’est arrangé.'],
  publicBefore: [
    'Pour ceux que ça intéresse :',
    'Constat amer.',
    'Retour d’expérience.',
    'Alors là chapeau.',
    '',
    '',
    '',
    '',
    '',
  ],
  publicAfter: [
    'À vous de voir.',
    'J’attends un vrai retour.',
    'Et je reste polie.',
    '@{marque} on en parle ?',
    '',
    '',
    '',
    '',
  ],
  vague: [
    'Une étoile parce que zéro n’existe pas.',
    'Tout est dit en deux mots : {marque}, non.',
    'Grosse désillusion avec {marque}.',
    'On m’avait prévenue pour {marque}…',
  ],
  follow: [
    'Mon courrier est sans doute passé à la trappe ?',
    'Toujours aucun signe de vie de chez vous.',
    'Relance n° {n}.',
    'Vous m’avez oubliée ?',
    'J’attends.',
  ],
  protest: [
    'Copier-coller, n’est-ce pas ? Ma question reste la même.',
    'Ce que vous proposez ne compense pas.',
    'Votre dernier mot n’a rien changé.',
    'Vous clôturez alors que le souci demeure ?',
  ],
  thanks: [
    'Impec, {agent}, tout est en ordre.',
    'Virement arrivé, merci de votre réactivité.',
    'Échange fait ce matin, je suis ravie.',
    'Dossier clos pour moi, merci.',
  ],
  solve: [
    'Bonne nouvelle, votre remboursement de {prix} est validé.',
    'Nous vous réexpédions {le} aujourd’hui même, toutes nos excuses.',
    'Votre compte a été rétabli et crédité de {prix}.',
  ],
  // Two templates: agents paste the same words under most complaints.
  reply: [
    'Nous regrettons cette situation, qui ne reflète pas notre exigence. Afin de traiter votre demande, merci de nous communiquer le numéro de lot, la date d’achat et une photographie.',
    'Nous avons pris connaissance de votre réclamation avec attention. Le service concerné a été saisi et vous apportera une réponse dans les meilleurs délais.',
  ],
  answer: [
    'Bonjour, absolument, voyez au dos.',
    'Nous transmettons votre question au magasin.',
    'Merci, vos encouragements comptent beaucoup.',
  ],
  acknowledge: [
    'Nous vous confirmons la bonne réception de votre sollicitation. Un membre de l’équipe la prendra en charge sous trois jours ouvrés. / Your request is with us, expect news within three working days.',
    'Merci de votre message ! Il a rejoint la pile du jour (n° {dossier}), nous l’ouvrons dès que possible.',
  ],
  question: [
    'Bonjour, {le} peut-il se réchauffer au four ?',
    'Vos magasins reprennent-ils les consignes ?',
    'Comment devenir adhérent ?',
    'De quelle région vient {le} ?',
    'Une carte cadeau se prolonge-t-elle ?',
  ],
  praise: [
    '{le} a fait l’unanimité dimanche, bravo.',
    'La jeune femme de l’accueil de {ville} mérite une prime.',
    'Continuez comme cela, quelle qualité !',
  ],
  praisePublic: [
    'Coup de chapeau à {marque} pour {le}, [une réussite|un délice]',
    'Équipe aux petits soins à {ville} 👏',
    'Love the {nu}, well done {marque}',
    'Commande impeccable, emballage soigné.',
    'Le meilleur {nu} du marché, et de loin',
    'On y va les yeux fermés.',
  ],
  questionPublic: [
    'C’est végan ?',
    'Dispo en drive à {ville} ?',
    'Any plans to sell the {nu} abroad?',
    'Il sort quand le calendrier ?',
  ],
  neutralPublic: [
    '@{ami} ton préféré',
    'Pause {nu} {marque} entre deux trains.',
    'Queue devant {marque} {ville} ce matin',
    'La fourgonnette {marque} est garée en bas',
    'je participe avec @{ami}',
  ],
  promo: [
    'Nos adhérents vous ouvrent leurs portes à {ville} ce week-end, venez goûter {le} !',
    'Nouveau / New : {nu}, désormais dans tous nos magasins.',
    'On fête nos trente ans : dites-nous votre meilleur souvenir {marque}.',
  ],
  publicReply: [
    'Bonjour, nous regrettons cette expérience. Continuons par messagerie, avec un numéro où vous joindre. L’équipe {marque}',
    'Hello, we are sorry. Drop us a private message and we will look into it. {agent}',
    'Bonjour, merci pour ce signalement, nos équipes vont se rapprocher du point de vente. {agent}',
  ],
  echo: [
    'Pareil chez moi',
    'Chez nous aussi, la semaine passée',
    '+1, exactement la même chose',
    'Same here',
    'et moi donc',
  ],
  note: ['Vu avec le magasin, geste en attente.', 'Relancer le transporteur lundi.'],
  calm: {
    headline: [
      '{marque} accueille de nouveaux adhérents',
      'Les éleveurs de {ville} rejoignent {marque}',
      '{marque} mise sur l’export',
      'Le pari anglais de {marque}',
    ],
    article: [
      'La coopérative {marque} a réuni ses adhérents à {ville} pour leur assemblée annuelle.',
      '{marque} vise les marchés britannique et belge avec {le}.',
    ],
  },
} as const;

/** What happens in the third hand’s quarters alone. */
export const LIFE = {
  /** The same complaint again, by another way. */
  elsewhere: [
    'J’ai déjà écrit par un autre canal, je retente ici :',
    'Faute de retour par l’autre voie, je repose tout :',
    'Already wrote to you elsewhere, trying here:',
  ],
  elsewhereReply: [
    'Nous avons bien votre dossier en cours et vous répondons là-bas. {agent}',
    'Votre demande est suivie par ma collègue, je lui signale votre passage.',
  ],
  away: [
    'Merci de nous contacter 👋 Les conseillers sont là en semaine. À très vite !',
    'Hi and thanks for your message, the team is back on weekdays from nine.',
  ],
  merged: ['Cette demande rejoint celle portant la référence {dossier} et se trouve donc close.'],
  settledBefore: [
    'Votre magasin m’a déjà remboursée, je tenais seulement à vous le faire savoir.',
    'L’échange a été fait sur place sans discuter, c’est juste pour information.',
    'Already refunded by the shop, this is only for your records.',
  ],
  praiseAfter: [
    'Un souci avec {le}, et {marque} l’a réglé en un rien de temps. Chapeau.',
    'J’avais râlé en privé, ils ont assuré : remplacé et excusé. Bravo {marque}.',
    'Credit where due, {marque} sorted my problem quickly.',
  ],
  edited: [
    '[Modifié] Depuis, la marque m’a contactée et tout est réglé, je relève ma note.',
    'Edit : remboursé entre-temps, merci.',
    'Mise à jour : toujours au même point malgré leur réponse.',
  ],
  journalist: [
    'Journaliste pour un hebdomadaire régional, je prépare un article sur les plaintes que suscite {le}. Qui peut me répondre avant {jour} ?',
    'Bonjour, je travaille sur un sujet radio : des consommateurs se disent déçus par {le}. Souhaitez-vous réagir ?',
    'Pour un dossier sur vos magasins de {ville}, auriez-vous un porte-parole disponible {jour} ?',
  ],
  journalistAnswer: ['Je transmets votre sollicitation à notre attachée de presse, qui vous rappelle.'],
  newsletter: ['Les bons plans de la semaine', 'This week at {marque}', 'Vos avantages du mois'],
  disclaimer: [
    'Ce message et ses pièces jointes sont confidentiels et établis à l’intention exclusive de leurs destinataires. Toute utilisation non autorisée est interdite.',
    'This e-mail may contain privileged information. If you are not the intended recipient, please delete it and notify the sender.',
  ],
  mobile: ['Envoyé de mon téléphone', 'Envoyé depuis l’application Courrier', 'Sent from my phone'],
} as const;
