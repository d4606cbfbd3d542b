/** Of what happens beside a plain case: other doors, other hands, other people’s mail. */
export const LIFE = {
  elsewhere: [
    'Je vous ai déjà mis un mot par ailleurs.',
    'Même message qu’hier sur votre autre canal, on ne sait jamais lequel est lu.',
    'Je tente ma chance aussi par ici.',
  ],
  elsewhereReply: ['Nous avons bien votre premier message, ma collègue s’en occupe et vous répond là-bas.'],
  away: ['Coucou 👋 nos conseillers sont en ligne de 9 h à 17 h. On revient vers toi vite !'],
  merged: ['Cette demande a été jointe à la précédente.'],
  settledBefore: [
    'Depuis, le magasin m’a tout échangé de bon cœur, je vous le signale seulement pour que vous surveilliez.',
    'Entre-temps j’ai été remboursée en boutique, donc rien à faire de votre côté.',
  ],
  praiseAfter: [
    'J’avais râlé, ils ont réparé en deux jours. Chapeau {marque}.',
    'Erreur reconnue, remplacée, avec un mot écrit à la main. Je reste.',
  ],
  edited: ['MAJ : contactée depuis, c’est arrangé.', 'Édit du {jour} : toujours au même point.'],
  journalist: [
    'Journaliste au Courrier des Halles, je prépare un sujet sur les emballages et souhaiterais interroger votre directrice avant mercredi.',
    'Bonjour, je travaille sur les hausses de tarif dans la boulangerie pour une radio locale. Qui peut me répondre ?',
  ],
  call: ['Appel reçu à 10 h 15, cliente âgée.', 'Entretien tél.'],
  callEnd: ['Souhaite un rappel.', 'Doit envoyer photo.'],
  aside: [
    'Producteur de noisettes dans le Lot, je cherche des débouchés pour ma récolte et vous propose un échantillon.',
    'Veuillez trouver ci-joint ma candidature au poste de vendeuse à temps partiel. Je suis disponible dès le mois prochain.',
    'Hello ! Je suis créatrice de contenu food (38 k abonnés), je serais ravie d’une collaboration autour de {le} 🥰',
    'Professeure des écoles à {ville}, je voudrais faire visiter votre fournil à ma classe de CE1 au printemps.',
    'Direction départementale de la protection des populations : merci de nous transmettre sous huit jours le plan de maîtrise sanitaire de l’établissement de {ville}.',
    'Suite à notre entretien téléphonique, voici notre tarif de palettes et de film étirable pour le semestre.',
    'Le club de basket de {ville} organise sa tombola annuelle et recherche des lots. Pensez-vous pouvoir nous aider ?',
    'Rappel de la médiation de la consommation : votre adhésion arrive à échéance, facture jointe.',
  ],
  surveyBad: ['Réponse à côté', 'On m’a répondu, on ne m’a pas aidé', 'vingt jours pour me lire'],
  surveyGood: ['Rapide et humain', '{agent} au top', 'RAS'],
  autoClosed: ['Sans retour de votre part, nous refermons ce ticket. Un simple message le rouvrira.'],
  menu: ['Salut, moi c’est Miette 🥖 Tapez 1 pour une commande, 2 pour un produit, 3 pour un magasin.'],
  choice: ['1', '2', '3', 'un humain svp', 'produit'],
  relative: [
    'Je suis la compagne du titulaire du compte.',
    'Ici le fils de la cliente, elle n’y voit plus très bien.',
    'C’est le même foyer, le même compte, mais c’est moi qui cuisine.',
  ],
  publicThanks: ['Merci, vu en MP, c’est réparé.', 'Top, avoir reçu, on en reste là 👍'],
  relapse: [
    'Je reviens : la panne est revenue aussi, au bout de trois jours.',
    'Le colis de remplacement a subi le sort du premier. Je ne plaisante pas.',
    'J’ai dit merci trop tôt, l’avoir est rejeté partout.',
  ],
  formalNotice: [
    'Faute d’accord sous quinzaine je saisirai le médiateur de la consommation, puis la DGCCRF par SignalConso.',
    'La présente vaut mise en demeure. Copie à mon assistance juridique.',
    'J’ai déposé une fiche sur SignalConso ce matin, vous devriez en recevoir l’écho.',
  ],
  otherAddress: [
    'Je vous réponds depuis mon adresse du bureau.',
    '(j’écris de l’adresse de mon mari, la mienne est pleine)',
    '',
  ],
  chatter: [
    'Faut pas exagérer, moi j’y vais toutes les semaines et ça va très bien.',
    'Vous avez essayé de leur téléphoner ? Le matin ça décroche.',
    'mdr la tête que tu as dû faire',
    'On ne peut pas plaire à tout le monde madame',
    'Et sinon, les gens qui meurent de faim, on en parle ?',
    '@{ami} c’est pas ton cousin qui bosse là-bas ?',
  ],
  privateReply: [
    'Bonjour, nous avons lu votre commentaire public et préférons vous répondre ici. De quelle boutique s’agit-il ?',
    'Hello, suite à votre post, pouvez-vous nous envoyer la photo du lot ?',
  ],
  privateBack: [
    'C’est {ville}. Tout est dans mon commentaire.',
    'Voici la photo, comme demandé',
    'Pourquoi en privé ? Mais bon, oui, {jour} à {ville}.',
  ],
  afterPublic: [
    'Comme mon commentaire n’a ému personne, je vous écris directement.',
    'On m’a conseillé de passer par ici plutôt que par les avis.',
    '',
  ],
} as const;
