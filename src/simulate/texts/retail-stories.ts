import type { StoryTexts } from './sector.js';

/** The planted crises and travelling texts of the retail demo. */
export const retailStories: Readonly<Record<string, StoryTexts>> = {
  'steaks-rappeles': {
    product: 'steak haché',
    opening: {
      privateMessage:
        'Ma fille de cinq ans est hospitalisée depuis hier soir. Nous avions mangé des steaks hachés achetés dans votre magasin, lot {lot}. Le médecin a demandé le numéro, je vous le donne aussi. Retirez ce lot du rayon et rappelez-moi.',
      reminder:
        'Je suis retournée au magasin : les steaks du lot {lot} sont toujours en rayon. Ma fille est sous perfusion. Quelqu’un lit-il ces messages ?',
      publicMessage:
        'Ma fille de cinq ans est à l’hôpital après des steaks hachés {marque}, lot {lot}. J’ai prévenu l’enseigne dès le premier jour, en privé. Le lot est toujours en rayon ce matin. Vérifiez vos congélateurs.',
    },
    privateMessages: [
      'Ma fille de {enfant} est à l’hôpital depuis hier. Nous avons mangé des steaks hachés achetés chez vous à {ville}. Rappelez-moi, c’est urgent.',
      'Deux personnes malades à la maison après vos steaks hachés, lot {lot}. Avez-vous d’autres signalements ?',
      'Le médecin demande le numéro de lot des steaks hachés, je vous le donne : {lot}. Que faites-vous de l’information ?',
      'J’ai encore quatre steaks hachés du lot {lot} au congélateur. Est-ce que je dois les jeter ?',
      'J’ai appelé le magasin de {ville}, on m’a dit qu’il n’y avait « rien de spécial ». Mon fils vomit depuis deux jours.',
      'Pourquoi les steaks hachés sont-ils encore en rayon à {ville} alors que je vous ai prévenus {jour} ?',
    ],
    publicMessages: [
      'Steaks hachés {marque}, lot {lot} : deux enfants malades dans notre immeuble. Vérifiez vos congélateurs.',
      'Je les ai prévenus en privé il y a des jours. Les steaks hachés sont toujours en rayon à {ville}. J’ai pris la photo ce matin.',
      'Ma fille de {enfant} est sous perfusion et {marque} m’envoie un bon d’achat de 10 €. Dix euros.',
      'Rappel des steaks hachés {marque} enfin publié. Combien de jours de retard ?',
      'On apprend le rappel par les réseaux, pas par l’enseigne. La carte de fidélité ne sert qu’à la publicité.',
      'Qui a acheté des steaks hachés à {ville} cette semaine ? Regardez le lot, vite.',
      'Le directeur du magasin a été correct, le siège ne répond pas.',
      'Mon fils va mieux, merci à tous. Il reste que {marque} savait.',
      'Je n’achèterai plus jamais de viande chez {marque}.',
      'Courage aux parents. Nous avons eu la même chose, quatre jours d’hôpital.',
      'Lot {lot} dans mon congélateur, j’en tremble.',
      'La caissière m’a remboursé{E} sans ticket et s’est excusée, elle n’y est pour rien.',
      'Il paraît que d’autres enseignes ont le même fournisseur, quelqu’un peut confirmer ?',
      '(=) Rappel : il faut bien cuire à cœur, et rapporter le produit si le lot est concerné.',
      '(=) La liste des lots est sur le site des rappels, il y en a trois.',
      'Trois jours pour retirer un produit d’un rayon. Trois. Jours.',
      'Et pendant ce temps ils postent des recettes de barbecue…',
      'Mon médecin a fait le signalement lui-même, il était furieux.',
      'Je ne veux pas d’un bon, je veux savoir qui a décidé de ne rien dire.',
      'J’ai reçu le SMS de rappel une semaine après. Une semaine.',
      'Ce n’est pas une question de remboursement, c’est une question d’enfants.',
      '(+) Pour être juste, le SMS de rappel est arrivé très vite chez nous à {ville}.',
      'On fait comment pour ceux qui n’ont pas gardé l’emballage ?',
    ],
    articles: [
      {
        headline: 'Intoxications : des steaks hachés vendus chez Halterive mis en cause',
        lead: 'Plusieurs enfants ont été hospitalisés après avoir consommé des steaks hachés achetés dans l’enseigne. Une enquête sanitaire est ouverte.',
        paragraphs: [
          'Les premiers cas remontent au début de la semaine. Trois enfants de moins de sept ans ont été admis à l’hôpital avec des symptômes digestifs sévères. Leurs familles ont un point commun : des steaks hachés achetés quelques jours plus tôt dans des magasins Halterive.',
          '« J’ai prévenu l’enseigne par message privé dès le premier jour, j’ai donné le numéro de lot. Le produit était encore en rayon le surlendemain », affirme la mère d’une fillette hospitalisée.',
          'L’agence régionale de santé confirme mener des analyses. Halterive assure avoir « retiré le lot par précaution dès réception de l’information officielle ».',
          'Les autorités rappellent que la viande hachée doit être cuite à cœur, en particulier pour les jeunes enfants.',
        ],
      },
      {
        headline: 'Halterive rappelle trois lots de steaks hachés',
        lead: 'L’enseigne élargit son rappel après la confirmation d’une contamination. Les clients sont remboursés sans ticket.',
        paragraphs: [
          'Le rappel concerne désormais trois lots, vendus dans cent quarante magasins. La présence d’une bactérie dangereuse a été confirmée par deux laboratoires.',
          'Interrogée sur le délai, la direction reconnaît « un défaut de transmission entre le service clients et la qualité ». Les messages des familles n’auraient été lus par un responsable que quatre jours après leur envoi.',
          'Une association de consommateurs annonce le dépôt d’une plainte.',
        ],
      },
      {
        headline: 'Rappels de produits : pourquoi l’alerte met tant de temps à arriver',
        lead: 'Du message d’un client au retrait du rayon, l’information franchit cinq étapes. L’affaire Halterive montre où elle se perd.',
        paragraphs: [
          'Un parent écrit, un conseiller répond, un dossier est ouvert. À chaque étape, quelques heures. « Personne n’a caché quoi que ce soit, mais personne n’a vu que trois dossiers parlaient du même lot », explique un ancien cadre du secteur.',
          'Les spécialistes recommandent un tri automatique des mots qui engagent la santé, et une astreinte le week-end.',
          'Chez Halterive, une cellule commune au service clients et à la qualité vient d’être créée.',
        ],
      },
    ],
  },
  'caisses-automatiques': {
    privateMessages: [
      'Est-il vrai que vous fermez toutes les caisses avec du personnel à {ville} ?',
      'Ma mère de 82 ans ne sait pas se servir de vos caisses automatiques, comment fait-elle ?',
    ],
    publicMessages: [
      '{marque} supprime les dernières caisses avec un humain à {ville}. Sans moi.',
      'Je ne suis pas payé{E} pour scanner mes courses. #RendezNosCaissières',
      'Ma mère de 82 ans est repartie sans rien, elle n’a pas compris la machine. #RendezNosCaissières',
      'Douze machines, une surveillante, zéro bonjour. Quel progrès.',
      '(+) Moi j’aime bien les caisses auto, je vais plus vite.',
      '(=) Il reste deux caisses à {ville}, au fond à gauche.',
      'Boycott des caisses automatiques, faites la queue en caisse ! #RendezNosCaissières',
      'Et l’emploi, on le scanne où ? #RendezNosCaissières',
      'J’ai mis dix minutes pour trois articles, la machine ne voulait pas de mes tomates.',
      'La caissière de {ville} connaissait le prénom de mes enfants. La machine connaît mon numéro de carte.',
      'Encore un article inattendu dans la zone d’ensachage, c’était ma patience.',
      'Chez {conc} il y a encore des gens. J’y vais.',
      'Toutes les enseignes le font, mais {marque} le fait mal.',
      'On devrait avoir une remise si on travaille à leur place. #RendezNosCaissières',
      'Les personnes âgées sont priées de mourir de faim, signé {marque}.',
      'Ce samedi : quarante personnes devant deux caisses, douze machines vides. Message reçu ?',
      '(+) Le personnel aide très gentiment aux bornes, honnêtement.',
      'La machine m’a demandé de patienter, j’ai patienté, elle s’est endormie.',
      'Signez la pétition pour garder les caisses à {ville} ! #RendezNosCaissières',
      'Le progrès c’est quand ça profite à tout le monde, non ?',
      'Un magasin sans caissières c’est un distributeur géant.',
      '(=) C’est quoi le rapport avec le prix des courses ?',
      'Ils ont remplacé trois dames par douze écrans et un vigile. #RendezNosCaissières',
      'Mon père malvoyant ne peut plus faire ses courses, merci {marque}.',
      'On signe où pour revoir des visages ? #RendezNosCaissières',
      'Je laisse mon caddie plein devant la machine, voilà.',
    ],
    articles: [],
  },
  'travailleurs-entrepot': {
    opening: {
      privateMessage:
        'Mon frère prépare vos commandes dans l’entrepôt. Il a fait un malaise mardi, au bout de dix heures sans vraie pause, et personne n’a appelé les secours pendant vingt minutes. Je voudrais qu’un responsable m’explique comment c’est possible.',
      reminder:
        'Je n’ai pas eu de réponse au sujet du malaise de mon frère. Un de ses collègues en a fait un à son tour hier.',
      publicMessage:
        'Mon frère a fait un malaise à l’entrepôt qui prépare les livraisons de {marque}. Dix heures sans vraie pause, vingt minutes avant qu’on appelle les secours. J’ai écrit au siège il y a une semaine : rien.',
    },
    privateMessages: [
      'Je travaille à l’entrepôt qui prépare vos commandes. On nous fait enchaîner onze heures sans pause. Vous devez le savoir.',
      'Mon conjoint rentre de votre entrepôt avec le dos bloqué, on lui demande deux cents colis à l’heure. J’attends une explication.',
      'Je vous ai écrit le mois dernier au sujet des cadences à l’entrepôt. Faut-il aller voir un journaliste ?',
    ],
    publicMessages: [
      'Onze heures par jour, deux pauses de sept minutes : la livraison « gratuite » de {marque}, c’est ça.',
      'Deux malaises en un mois à l’entrepôt de {marque}. Réponse du siège : aucune.',
      'Quelqu’un au siège de {marque} a lu nos messages, mais personne n’a répondu.',
    ],
    articles: [
      {
        headline: 'Dans l’entrepôt d’Halterive, des salariés dénoncent des cadences « intenables »',
        lead: 'Malaises, pauses supprimées, intérim à la journée : une dizaine de préparateurs de commandes témoignent. L’enseigne ouvre une enquête interne.',
        paragraphs: [
          'Ils préparent les courses livrées à domicile. « Le casque vous dit où aller, combien prendre et combien de secondes il vous reste », décrit l’un d’eux. Plusieurs racontent des journées de onze heures pendant les fêtes.',
          'Deux malaises ont été signalés depuis janvier. Des proches disent avoir alerté le siège par écrit, sans réponse.',
          'L’inspection du travail s’est rendue sur place. La direction d’Halterive évoque « un pic d’activité exceptionnel » et promet des embauches.',
        ],
      },
      {
        headline: 'Livraison gratuite : qui paie la note ?',
        lead: 'Derrière les courses livrées en deux heures, un modèle sous tension. Enquête dans les entrepôts de la distribution.',
        paragraphs: [
          'Halterive, Supernelle, Grandval Marché : toutes les enseignes ont leur « préparatoire ». Le coût d’une livraison y dépasse souvent douze euros, facturés trois ou quatre au client.',
          '« L’écart est comblé par l’intensité du travail », analyse une sociologue. Les syndicats demandent un plafond de cadence affiché.',
        ],
      },
    ],
  },
  'chaine-bons': {
    privateMessages: [],
    publicMessages: [
      'ATTENTION {marque} va supprimer TOUTES les cagnottes de la carte le 1er du mois, c’est une caissière qui me l’a dit, videz vos points avant et partagez à toute la famille, ils ne préviendront personne !!!',
    ],
    articles: [],
  },
};
