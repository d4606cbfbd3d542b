/** What customers of the third hand write in French about delivery, staff, refunds, the site and loyalty; slots as in the first hand’s. */
export const SERVICE = {
  delivery: {
    subjects: ['Colis {commande}', 'Livraison non conforme', 'Retard', 'Suivi de commande'],
    private: [
      'le coursier a choisi le voisin du dessous, qui est en voyage, et le paquet dort je ne sais où.',
      'commandé il y a {n} jours, {le} n’a pas quitté votre entrepôt si j’en crois la page de suivi.',
      'on m’a livré {un} ouvert, scotché à la va-vite, avec la moitié du contenu.',
      'le rendez-vous de {jour} a sauté sans un appel, j’avais pris ma matinée.',
      'votre transporteur me réclame un code inconnu au bataillon, le colis repart demain.',
      'on m’a porté les courses d’une autre adresse, trois sacs de croquettes alors que je vis sans chien.',
    ],
    more: ['Le point relais me renvoie vers vous.', 'Je garde mon téléphone à la main depuis ce matin.'],
    public: [
      'Mon colis {marque} se promène à {ville} depuis {n} jours, lui au moins voyage',
      '{marque} livre des cartons ouverts maintenant, moitié prix alors ?',
      'rendez-vous annulé sans prévenir, matinée perdue, {marque} merci',
      'On attend, on rappelle, on attend. La livraison {marque} en trois mots.',
      'Le livreur de {marque} a gribouillé ma signature. Où sont mes affaires ?',
    ],
  },
  staff: {
    subjects: ['Accueil à {ville}', 'Comportement en magasin', 'Votre personnel'],
    private: [
      'le vendeur a haussé les épaules et m’a laissée en plan devant tout le monde.',
      'au comptoir de {ville} on m’a fait comprendre que ma poussette gênait, sur un ton sec.',
      'la dame de la caisse {n} m’a arraché le ticket des mains en soufflant.',
      'votre conseiller au téléphone a raccroché au milieu de ma phrase.',
      'j’ai demandé le responsable, éclats de rire pour toute réponse.',
    ],
    more: ['Un bonjour suffirait à mon bonheur.', 'D’autres clients ont vu la scène.'],
    public: [
      'Éclats de rire quand j’ai réclamé, au {marque} de {ville}. Sympa pour une cliente de dix ans.',
      'Haussement d’épaules, soupir, « c’est pas mon rayon ». Le service selon {marque}.',
      'Personnel odieux à {ville}, j’ai laissé mon panier au milieu de l’allée',
      'Raccrochée au nez par {marque}, deux fois dans la même journée',
    ],
  },
  'after-sales': {
    subjects: ['Retour {commande}', 'Garantie refusée', 'Avoir non reçu', 'Réparation'],
    private: [
      '{le} a rendu l’âme au bout de {n} semaines et le magasin prétend que je sors de la garantie.',
      'le retour est enregistré chez vous depuis des lustres, mon compte n’a toujours pas vu les {prix}.',
      'l’atelier garde {le} depuis deux mois, pas de pièce, pas de date, pas de prêt.',
      'un avoir de {prix} m’était promis, la caisse de {ville} ne le trouve pas.',
      'troisième échange de {nu}, troisième panne, je voudrais simplement récupérer mon argent.',
    ],
    more: ['La preuve d’achat est agrafée au dossier.', 'Chaque service me renvoie au suivant.'],
    public: [
      'Deux mois que l’atelier {marque} garde {le}. On me dit d’être patient.',
      'Avoir promis par {marque}, avoir fantôme',
      'Garantie {marque} : valable tant que rien ne casse',
      'Mon argent, {marque}, il est parti en vacances ? {prix}, {n} semaines.',
      'Trois échanges, trois pannes : {le} {marque} est une loterie perdante',
    ],
  },
  'app-site': {
    subjects: ['Bug', 'Compte bloqué', 'Commande en ligne impossible'],
    private: [
      'au moment de régler, écran blanc, et ma banque me montre bien un débit de {prix}.',
      'l’application se referme dès que j’ouvre mes listes, j’ai tout réinstallé.',
      'mon compte est verrouillé, le formulaire de secours renvoie une page introuvable.',
      'le site m’attribue le magasin de {ville} alors que j’habite à huit cents kilomètres, rien ne permet d’en changer.',
      'les articles s’effacent du panier l’un après l’autre, comme par magie.',
    ],
    more: ['Trois navigateurs essayés, trois échecs.', 'Une capture accompagne ce message.'],
    public: [
      'Écran blanc au paiement, argent parti, {marque} joue au bonneteau',
      'L’application {marque} se ferme toute seule, même elle n’en peut plus',
      'compte {marque} verrouillé sans raison, le support renvoie vers… une page introuvable',
      'Panier qui se vide tout seul sur le site {marque}, on a fait mieux en 1998',
    ],
  },
  loyalty: {
    subjects: ['Avantages fidélité', 'Points manquants', 'Chèque cadeau'],
    private: [
      'mes chèques cadeaux ont disparu de l’espace client entre deux visites.',
      'l’achat de {jour} n’a rapporté aucun point, la carte a pourtant bipé.',
      'vous avez fusionné mes deux cartes et gardé la plus petite cagnotte, curieux hasard.',
      'le cadeau d’anniversaire annoncé par SMS n’existe pas en caisse.',
      'statut premium retiré sans un mot, alors que la cotisation vient d’être prélevée.',
    ],
    more: [
      'J’avais prévu de m’en servir pour les fêtes.',
      'La conseillère de {ville} ne peut rien modifier.',
    ],
    public: [
      '{marque} a mangé mes chèques cadeaux, bon appétit à eux',
      'Carte fusionnée, cagnotte rabotée. La fidélité {marque} à sens unique.',
      'cotisation premium prélevée, avantages retirés, {marque} fait fort',
      'Le fameux cadeau d’anniversaire {marque} : un SMS, et puis rien',
    ],
  },
} as const;
