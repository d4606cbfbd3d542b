/** What customers of the fourth hand write of deliveries, shops, repairs, accounts and cards. */
export const SERVICE = {
  delivery: {
    subjects: ['Où est mon colis', 'Livraison', 'Suivi bloqué'],
    private: [
      'rien de neuf au suivi, {n} jours déjà, votre grève a bon dos.',
      'votre livreur balance les paquets au-dessus de la haie, tout est cassé.',
      'jai tjrs rien ressu et sa fé {n} jr que jai payer',
      'la moitié du carton est absente, et le reste appartient à un autre client.',
      'livraison promise entre 8 et 10, j’ai pris congé, personne n’est venu, aucun appel.',
      'J’ATTENDS MON COLIS DEPUIS {n} JOURS C’EST INADMISSIBLE',
      'mon colis est rendu chez du monde que je connais pas pantoute, c’est bien plate.',
    ],
    more: [
      'Le transporteur dit que c’est votre faute.',
      'C’était pour un anniversaire…',
      'Au téléphone, personne.',
    ],
    public: [
      '{marque} m’a fait poireauter une matinée entière, le livreur n’est jamais passé',
      'colis {marque} lancé par-dessus la haie, verre pilé dans le carton 👏',
      'tjrs pas livré, tjrs pas remboursé, tjrs pas de reponse @{marque}',
      'Grève ou pas grève, prévenez les gens {marque} !!!',
      '{n} jours de retard et un bot pour toute réponse. {marque} quoi.',
    ],
  },
  staff: {
    subjects: ['Comportement d’un vendeur', 'Mal reçue', 'Accueil {ville}'],
    private: [
      'le gérant de {ville} m’a accusée de vol devant la file, j’en tremble encore.',
      'on me cause comme à un clébard chez vous, et la cheffe a rigolé.',
      'votre franchisé refuse les retours « parce que c’est lui le patron ».',
      'la vendeuse préférait son gsm aux clients, j’ai attendu {n} minutes.',
      'le vigile s’est permis de vider les affaires de mon ado sans la moindre explication',
      'ton collègue de {ville} a coupé l’appel exprès, tu trouves ça normal ?',
    ],
    more: ['Mon fils peut témoigner.', 'Cela s’est passé {jour}, vers midi.'],
    public: [
      'Accusée de vol chez {marque} {ville}. Devant mes enfants.',
      'le patron du {marque} de {ville} est odieux, fuyez',
      'Accueil glacial, soupirs, yeux au ciel : le trio gagnant de {marque}',
      'vigile {marque} qui fouille un gamin de treize ans, ça vous fait rire ?',
      'Ils se parlent entre eux pendant qu’on attend. {n} minutes. {marque} {ville}',
    ],
  },
  'after-sales': {
    subjects: ['SAV', 'Réparation', 'Remboursement jamais reçu'],
    private: [
      '{le} est retombé en panne dès le retour de réparation.',
      'retour déposé il y a {n} semaines, toujours pas un sou sur mon compte.',
      'vous réclamez une facture que seule votre caisse peut éditer.',
      'le magasin dit siège, le siège dit magasin, je deviens fou',
      'j apelle j apelle personne decroche, cest pour {le} sous garantie',
      'le remplaçant de {nu} est arrivé avec la même fissure.',
    ],
    more: ['J’ai tout en double.', 'Je vais finir par m’énerver.', 'Prochaine étape le médiateur.'],
    public: [
      'Le SAV {marque} : un labyrinthe sans sortie',
      'remboursement {marque}, saison 2 épisode {n}, toujours rien',
      'En panne, réparé, en panne. {le} {marque} a réussi l’exploit.',
      'qui a deja reussi a joindre le sav de {marque} ? personne ?',
      'Siège, magasin, siège, magasin… {marque} joue au ping-pong avec moi',
    ],
  },
  'app-site': {
    subjects: ['Appli plantée', 'Paiement en double', 'Mot de passe'],
    private: [
      'lapli bug des que je clik sur payer',
      'vos codes par sms ne marchent jamais, je ne sais plus entrer dans mon compte.',
      'débité deux fois de {prix} pour un seul panier, et l’historique n’affiche rien.',
      'depuis votre mise à jour le site tourne dans le vide sur ma tablette.',
      'mon compte montre les achats d’une inconnue, c’est grave non ?',
    ],
    more: ['J’ai vidé le cache, rien n’y fait.', 'Capture ci-joint.'],
    public: [
      'L’appli {marque} plante au paiement depuis {n} jours, personne ne teste ?',
      'débitée 2 fois par {marque} pour zéro commande, youpi',
      'Le site {marque} tourne tourne tourne… comme un manège',
      'chez {marque} je vois le panier d’une inconnue, bonjour la sécurité',
    ],
  },
  loyalty: {
    subjects: ['Carte', 'Mes points', 'Bon d’achat refusé'],
    private: [
      'mes points ont fondu de moitié en une nuit, aucun mail d’avertissement.',
      'bon d’achat refusé en caisse, paraît-il que les franchisés n’en prennent pas.',
      'vous avez désactivé ma carte parce que je n’étais pas venue cet été, sérieusement ?',
      'jai {n} euro sur ma carte et la caissiere dit zero',
      'le parrainage promis à ma copine et moi n’est jamais tombé',
    ],
    more: ['Je collectionne depuis {n} ans.', 'La borne affiche autre chose encore.'],
    public: [
      'points {marque} évaporés pendant la nuit, magie magie',
      'La carte {marque} ne vaut rien chez les franchisés, sachez-le',
      'Fidèle depuis {n} ans, remerciée par une carte désactivée. {marque} champions.',
      'bon d’achat {marque} refusé à {ville}, la caissière était gênée pour eux',
    ],
  },
} as const;
