/** What customers of the fifth hand write of deliveries, shops, repairs, accounts and cards. */
export const SERVICE = {
  delivery: {
    subjects: ['Acheminement', 'Paquet égaré', 'Avis de passage'],
    private: [
      'le facteur il dit qu’il a remis le carton à un certain Roger moi je connais pas de Roger',
      'À ce jour, {n} jours ouvrés après paiement, nulle trace de mon paquet ni de vos excuses.',
      'point relais fermé pour congés, paquet renvoyé, argent gardé : c’est votre idée du service ?',
      'le camion est passé devant chez moi au ralenti, le gars m’a fait coucou et il est parti',
      'té ma livraison elle joue au Tour cycliste, Brest Nice Brest',
      '1. Commande coupée en trois. 2. Un tiers livré. 3. Le reste, mystère.',
    ],
    more: [
      'Le relais confirme n’avoir rien reçu.',
      'Ma voisine a tout vu de son balcon.',
      'Le cadeau arrivera donc après la fête.',
    ],
    public: [
      'Mon paquet {marque} a vu Brest, Nice, Brest. Moi j’ai vu personne.',
      'livré à Roger. Qui est Roger, {marque} ?',
      '{marque} livre en trois fois mais encaisse en une',
      'avis de passage {marque} alors que j’étais assis devant la porte',
      'Relais fermé, paquet reparti, bref la routine {marque}',
    ],
  },
  staff: {
    subjects: ['Incivilité', 'Réflexion déplacée', 'Votre personnel'],
    private: [
      'la dame du rayon elle m’a dit vous avez qu’à mettre vos lunettes devant tout le monde',
      'Je déplore la morgue de votre hôtesse, indigne d’une maison sérieuse.',
      'le responsable de {ville} a coupé court en soufflant dans le combiné',
      'on m’a tutoyée, poussée du caddie, puis ignorée. Dans cet ordre.',
      'votre vigile il suit que mon frère, on a compris pourquoi',
    ],
    more: ['Une autre cliente s’est offusquée avec moi.', 'Heure exacte au ticket.'],
    public: [
      '« Mettez vos lunettes » m’a dit la vendeuse {marque} de {ville}. La classe.',
      'chez {marque} {ville} le bonjour est en rupture',
      'Trois employés {marque} qui discutent, zéro caisse ouverte, tout va bien',
      'le vigile {marque} qui suit toujours les mêmes têtes…',
    ],
  },
  'after-sales': {
    subjects: ['Mise en œuvre de la garantie', 'Échange refusé', 'Avoir non crédité'],
    private: [
      'j’ai rapporté {le} trois fois et trois fois on me le rend pareil avec un papier réparé dessus',
      'En vertu de la garantie légale de conformité, je sollicite le remplacement de {nu}.',
      'votre avoir de {prix} s’est perdu entre deux bureaux apparemment',
      'Madame Untel me promet un rappel, Monsieur Machin nie la promesse, et {le} reste en miettes.',
      'le numéro vert il est vert de honte, quarante minutes de flûte de pan',
    ],
    more: [
      'Preuve d’achat jointe derechef.',
      'Sans nouvelles sous huitaine, je saisis le conciliateur.',
      'J’ai noté les noms.',
    ],
    public: [
      'Réparé trois fois, cassé trois fois : {le} {marque} est constant',
      'la flûte de pan du standard {marque} me réveille la nuit',
      'avoir {marque} introuvable, comme leur bonne foi',
      'Garantie {marque} : sur le papier seulement, et encore le papier est petit',
    ],
  },
  'app-site': {
    subjects: ['Identification impossible', 'Panier vidé', 'Erreur 500'],
    private: [
      'l’ordinateur me met une page blanche avec écrit cinq cents et après plus rien',
      'Mon panier de {prix} s’est volatilisé au moment de saisir le cryptogramme.',
      'vous me redemandez ma date de naissance à chaque clic, j’ai pas rajeuni entre temps',
      'prélèvement passé, commande absente, assistance muette',
      'le captcha me demande des vélos depuis ce matin, j’en vois partout maintenant',
    ],
    more: ['Essayé sur la tablette du petit, idem.', 'Navigateur à jour.'],
    public: [
      'Page blanche {marque}, carte débitée, sens de l’humour discutable',
      'le captcha {marque} m’a fait douter de mon humanité',
      '{marque} a mangé mon panier, encore un bug de luxe',
      'connexion {marque} impossible depuis {jour}, même mon fils informaticien a rendu les armes',
    ],
  },
  loyalty: {
    subjects: ['Avantages perdus', 'Cagnotte', 'Chèque cadeau'],
    private: [
      'ma cagnotte elle affichait {prix} et ce matin c’est marqué zéro virgule zéro',
      'Mon chèque cadeau porte une date que votre borne juge dépassée d’une journée.',
      'vous offrez {prix} aux nouveaux et rien aux vieux clients comme nous, merci bien',
      'la carte de mon défunt mari a été fermée et les avantages du foyer avec.',
    ],
    more: ['Relevé papier à l’appui.', 'Trente ans de tickets, tout de même.'],
    public: [
      'Cagnotte {marque} : hier {prix}, ce jour zéro, demain sûrement une dette',
      'nouveau client {marque} chouchouté, ancien client oublié',
      'chèque cadeau {marque} périmé d’un jour, la borne a dit non sans trembler',
    ],
  },
} as const;
