/** What goes around a complaint in the fourth hand’s quarters, and what is none. */
export const TALK = {
  hello: ['Bonjour', 'Bjr', 'Salut', 'Bonjour Messieurs', 'Bien le bonjour,', ''],
  helloChat: ['slt', 'Allo', 'cc', 'Bonjour 🙂', '', '', 'bjr a vous'],
  ask: [
    'On fait quoi maintenant ?',
    'vs pouvez maider svp',
    'Répondez-moi par écrit.',
    'Merci de régler ça.',
    '',
    '',
  ],
  bye: ['Cordialement', 'Bonne journée', 'Meilleures salutations', 'Bien à toi', 'A+'],
  order: ['cde {commande}', 'Ma commande porte le numéro {commande}.'],
  before: [
    'Alors là je tombe des nues :',
    'Je vous raconte.',
    'dsl de deranger',
    'Cliente à {ville} :',
    'C’est quand même pas croyable.',
    '',
    '',
    '',
    '',
  ],
  detail: [
    'tiens la photo',
    'C’était au {marque} de {ville}, payé {prix}.',
    'N° de lot {dossier}',
    'voilà le ticket 👇',
    'par carte',
  ],
  polite: ['ok merci jattends', 'D’accord, bien reçu.', 'Merci, tenez-moi au jus.'],
  selfSolved: [
    'C’est bon finalement, le colis était chez la concierge !',
    'laissez tomber, mon frère a réparé',
  ],
  publicBefore: ['Bon.', 'Coup de gueule du {jour} :', 'Story time.', '', '', '', '', ''],
  publicAfter: ['Voilà voilà.', '#boycott{marque}', 'Réponse attendue @{marque}', '🤬', '', '', '', ''],
  vague: ['{marque} plus jamais de la vie', 'Zéro pointé pour {marque}', 'nul nul nul', 'Une honte.'],
  follow: [
    '???',
    'vs etes la ?',
    'Bon, je redemande poliment.',
    'Une personne lit-elle ce fil ?',
    'Toujours pas de nouvelles de mon dossier {dossier}',
    'Je relance, pour la {n}e fois.',
  ],
  protest: [
    'C’est une plaisanterie votre réponse ?',
    'Ben non, ça ne me va pas du tout.',
    'Vous n’avez même pas lu ce que j’ai écrit.',
    'Un robot aurait fait mieux.',
    'tu te fous de moi là ?',
  ],
  thanks: [
    'Super merci {agent} t’es un ange',
    'Reçu ce matin, nickel.',
    'C’est remboursé, affaire classée.',
    'merci bcp cest reglé 🙏',
    'Un grand merci, plus aucun souci.',
  ],
  solve: [
    'C’est fait : {prix} partent vers votre carte aujourd’hui.',
    'J’ai relancé un envoi neuf de {nu}, offert, il part ce soir.',
    'Bonne nouvelle, vos points et vos bons sont rétablis.',
  ],
  // One macro in several variants.
  reply: [
    'Je suis navrée de lire cela. Pour avancer, dites-moi quel magasin, et envoyez une photo ?',
    'Je suis désolé de lire cela. Afin d’avancer, pourriez-vous préciser magasin et date, et joindre une photo ?',
    'Je suis vraiment navrée de ce que vous décrivez. Pour avancer vite, indiquez-moi le magasin et joignez une photo.',
    'Votre demande est entre de bonnes mains, je reviens vers vous dès que le magasin m’aura répondu.',
  ],
  answer: [
    'Oui tout à fait, vous pouvez.',
    'Non, désolé, pas pour l’instant.',
    'Un grand merci, toute l’équipe rougit !',
  ],
  acknowledge: [
    'Courriel reçu. Numéro de suivi : {dossier}. Ne répondez pas à ce courriel.',
    'Ticket {dossier} ouvert. Nous faisons au plus vite, en moyenne deux jours.',
  ],
  question: [
    'Vous livrez en Suisse ?',
    '{le} c’est sans gluten ?',
    'c koi vos horaires a {ville}',
    'Où est fabriqué {le} ?',
    'Peut-on congeler {le} ?',
    'Comment changer l’adresse de ma carte ?',
  ],
  praise: [
    'Juste pour dire que {le} est une tuerie.',
    'Merci à Momo de {ville}, un amour.',
    'jador {le} changé rien !!',
    'Belle initiative le vrac à {ville}, continuez.',
  ],
  praisePublic: [
    'Ouvert aujourd’hui {le} {marque} : tuerie',
    '😍😍😍',
    'Top magasin {ville}, équipe en or',
    'C’est ben bon {le}, bravo la gang',
    'Franchement rien à redire, on y retourne',
    'la base {marque} ❤️',
  ],
  questionPublic: ['y en aura à {ville} ?', 'C’est combien ?', 'Sans lactose ?', 'dispo en Belgique svp ?'],
  neutralPublic: [
    'Je participe ! @{ami} @{ami}',
    'J’aime et je partage, bonne chance à tous 🍀',
    '@{ami}',
    '👀',
    'Moi ce serait {le}',
    'Merci pour ce concours, je tente ma chance',
    'Première !',
    'on recrute au {marque} de {ville}, venez me voir',
  ],
  promo: [
    '🎁 CONCOURS 🎁 Gagnez {n} lots de {nu} : aimez, taguez, croisez les doigts !',
    'Dans les coulisses de notre magasin de {ville}, où l’on prépare {le} dès cinq heures.',
    'Nouveau franchisé à {ville} : venez saluer l’équipe.',
  ],
  publicReply: [
    'Bonjour, oh non ! Écrivez-nous en MP avec le nom du magasin, on s’y met aussitôt. {agent} de {marque}',
    'Merci de nous alerter. On prend contact avec le magasin de {ville}. {agent}',
    'Bonjour, mille excuses. Un petit message privé et on s’occupe de vous ! {agent}',
  ],
  echo: ['idem ici', 'moi aussi jeudi passé', 'on est deux', 'ah ben pas que moi alors', 'same à {ville}'],
  note: [
    'rappelé la cliente, pas joignable, à refaire demain',
    'Cf. magasin {ville}, franchisé prévenu, geste ok',
    'Transmis qualité lot {dossier}',
  ],
  calm: {
    headline: [
      '{marque} ouvre un magasin à {ville}',
      '{marque} : des résultats en hausse',
      'La grève s’achève dans les entrepôts de {marque}',
    ],
    article: [
      'Le nouveau {marque} de {ville} crée trente emplois, se réjouit la mairie.',
      'Après {n} jours de conflit, les dépôts de {marque} reprennent le travail.',
      'Entretien avec la patronne de {marque} sur ses projets pour {le}.',
    ],
  },
} as const;

/** What happens in the fourth hand’s quarters alone. */
export const LIFE = {
  elsewhere: [
    'Je vous écris partout puisque nulle part vous ne répondez :',
    'pareil que mon mail de tantôt :',
    'copie de ce que je viens d’envoyer ailleurs :',
  ],
  elsewhereReply: [
    'On vous a répondu sur l’autre fil, je ferme celui-ci. {agent}',
    'Je regroupe vos messages avec le dossier {dossier}. {agent}',
  ],
  away: [
    'Coucou ! On est là du lundi au vendredi. Un conseiller prend le relais très vite 🧡',
    'Merci pour ton message, on te lit dès demain matin.',
  ],
  merged: ['Regroupé avec le ticket {dossier}, suivi là-bas.'],
  settledBefore: [
    'La boutique a tout échangé hier, je vous signale juste la chose.',
    'on ma deja rendu largent au magasin, cest pour vous prevenir',
  ],
  praiseAfter: [
    '{marque} a rattrapé le coup avec {le}, bien joué.',
    'Je râle souvent, alors je le dis aussi : {marque} a été au top.',
  ],
  edited: [
    'MAJ : remboursée, je passe à 4.',
    'Edit du soir : ils m’ont appelé, problème résolu.',
    'MAJ : rien, silence radio.',
  ],
  journalist: [
    'Je suis pigiste à {ville} et je boucle demain un papier sur {le}. Un commentaire de votre part ?',
    'Rédaction d’une radio locale : pouvez-vous confirmer le rappel de {nu} avant midi ?',
  ],
  journalistAnswer: ['Je passe votre mot à la communication.'],
  newsletter: ['Le petit journal de {marque}'],
  disclaimer: ['Pensez à la planète avant d’imprimer.'],
  mobile: ['Envoyé depuis mon mobile', 'Télécharger Outlook pour iOS'],
  /** What an agent notes of a call. */
  call: [
    'Appel entrant {jour}. La cliente nous dit : «',
    'TEL - Mr appelle, très remonté, il indique : «',
    'Reçu par téléphone, souhaite être rappelée. Motif : «',
  ],
  callEnd: ['» À rappeler.', '» Dit qu’elle rappellera.', '»'],
  /** Mail that is none of a customer. */
  aside: [
    'Bonjour, notre société propose des palettes d’occasion à prix cassé, auriez-vous dix minutes pour échanger au téléphone ?',
    'Candidature spontanée : étudiante en BTS, je cherche une alternance dans votre magasin de {ville}, CV joint.',
    'Augmentez votre trafic de 300 % grâce à notre agence de référencement, réponse sous 24 h.',
    'Vous trouverez ci-joint la facture {dossier} échéance fin de mois. Service comptabilité fournisseurs.',
    'Vous avez gagné un téléphone ! Cliquez ici pour confirmer votre adresse.',
    'Postulo para el puesto de cajero en {ville}, adjunto mi currículum.',
  ],
  /** Words of a survey on an answer. */
  surveyBad: ['Personne n’a compris ma demande.', 'Réponse à côté.', 'trop long', 'Deux semaines pour ça…'],
  surveyGood: ['Agent à l’écoute', 'rapide, merci', 'Parfait', 'Très pro'],
  autoClosed: [
    'Sans retour de votre part depuis sept jours, cette demande vient d’être fermée automatiquement.',
  ],
} as const;
