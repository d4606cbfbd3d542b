/** What is told of the service: parcels, people at a till, claims, the application, points. */
export const SERVICE = {
  delivery: {
    subjects: ['Colis', 'Reçu {n} sur douze', 'livraison de {jour}', 'Tournée'],
    private: [
      'Reçu 4 bouteilles sur 6. Le carton était scotché, deux alvéoles vides.',
      'Le suivi indique « remis en main propre » {jour} à 14 h 12. J’étais au travail, ma main aussi.',
      'Nous attendions le buffet pour 11 h 30. Il est arrivé à 13 h 20, les mariés en étaient au café. Vous imaginez ma belle-mère, qui avait tout payé et qui depuis ne parle plus que de cela.',
      'Le livreur a déposé le colis frais devant le portail, en plein soleil, sans sonner. {n} heures dehors.',
      'Je voulais savoir où se promène ma caisse : {ville}, puis Orléans, puis encore {ville}. Elle voyage davantage que moi.',
      'Il manque {le}. Le bon de préparation dit qu’il y est.',
      'Créneau 18 h-20 h, personne. Le lendemain même créneau, personne non plus. La box est restée au dépôt et la viande avec.',
      'Pour votre responsable des tournées : carton déposé chez le voisin du 3e, qui est en Thaïlande jusqu’en mars.',
    ],
    more: [
      'Le chauffeur ne répond pas au numéro du SMS.',
      'Avec la grève je comprends tout, sauf qu’on m’écrive « livré ».',
      'Le pain de glace était à l’état de flaque.',
      'Rez-de-chaussée, nom sur la sonnette, pourtant.',
    ],
    public: [
      'Commandé pour un anniversaire. L’anniversaire est passé, le gâteau non.',
      '« Livré » dit l’appli. Livré à qui, mystère. Pas à moi en tout cas.',
      'Deux bouteilles en miettes sur six, le livreur a posé le carton et il a couru',
      'Semaine 1 en retard, semaine 2 incomplet, semaine 3 chez les voisins. J’attends la semaine 4 avec gourmandise',
      'Colis frais laissé {n} heures au soleil, c’est de la cuisson lente à domicile',
    ],
  },
  staff: {
    subjects: ['Passage en boutique', 'Votre équipe de {ville}', 'accueil'],
    private: [
      'J’ai demandé un conseil pour accompagner un agneau. Le vendeur m’a répondu « y a une étiquette » sans lever les yeux de son téléphone.',
      'La dame du comptoir a servi trois personnes arrivées après nous. Mon père est en fauteuil, il ne dépasse pas la vitrine, ceci explique peut-être cela.',
      'Devant tout le magasin, votre agent de sécurité a vidé le cartable de ma petite-fille de douze ans. Il n’y avait que son goûter.',
      'Deux fois dans la matinée j’ai appelé {ville}, deux fois on a coupé au milieu de ma phrase.',
      'Il paraît que je « n’ai qu’à aller ailleurs ». C’est la formule que votre responsable a choisie pour me souhaiter bonne journée.',
      'Vingt-cinq minutes de queue, une caisse ouverte, deux employés qui discutaient vacances à côté.',
      'le gars au rayon boucherie m’a tutoyée puis il a rigolé avec son collègue quand g demandé si c’était halal',
    ],
    more: [
      'Je n’ai pas noté son prénom, il tournait son badge.',
      'Mon fils m’a demandé pourquoi le monsieur criait.',
    ],
    public: [
      'Accueil glacial à {ville}. La chambre froide est au fond mais on la sent dès l’entrée.',
      'La caissière soupire quand on dit bonjour. J’ai arrêté de dire bonjour, elle soupire quand même.',
      'J’ai attendu au comptoir comme un meuble. On m’a contourné comme un meuble.',
      'vendeur qui imite maman (elle est portugaise) dans son dos. on n’ira plus',
    ],
  },
  'after-sales': {
    subjects: ['Sans nouvelles', 'Dossier {dossier}', 'remboursement annoncé', '3e courrier'],
    private: [
      'Votre collègue m’avait promis un virement sous dix jours. Nous sommes au [trente-deuxième|vingt-septième].',
      'Dossier {dossier}. J’ai envoyé les photos, puis renvoyé les photos, puis on m’a demandé les photos.',
      'J’ai eu successivement {agent}, un robot et une musique d’attente. La musique était la plus aimable.',
      'Le bon d’achat reçu en dédommagement est refusé en caisse : « code inconnu ».',
      'Je souhaite simplement que quelqu’un reprenne ma réclamation là où elle s’est arrêtée, c’est-à-dire au début.',
      'On me réclame un justificatif d’achat que vous m’avez vous-même envoyé par mail {jour}.',
      'Recommandé parti le 3, accusé signé le 5, depuis plus un mot de votre côté.',
    ],
    more: [
      'J’ai gardé tous vos mails, il y en a {n}.',
      'Personne ne rappelle, jamais.',
      'Chaque fois il faut tout raconter depuis la première ligne.',
    ],
    public: [
      'Service conso de {marque} : {n} mails, zéro phrase écrite par un humain.',
      'Remboursement « en cours » depuis le printemps. Quel cours ? La Loire ?',
      'Ils demandent de venir en MP, on vient en MP, et là, le silence des grands fonds.',
      'Réclamation classée sans suite, apprise par hasard au téléphone. Élégant.',
      'Avoir promis, avoir jamais vu',
    ],
  },
  'app-site': {
    subjects: ['Votre site', 'erreur 502', 'connexion'],
    private: [
      'Le panier se vide chaque fois que je touche au créneau.',
      'J’ai changé de mot de passe {n} fois ce soir. La page me dit bravo puis me redemande de me connecter.',
      'Depuis la dernière version l’appli se ferme sur l’écran du paiement. Android 14, téléphone tout neuf.',
      'Écran blanc au moment de valider. Deux débits sur mon compte, aucun récapitulatif.',
      'Comment fait-on pour résilier la box ? Le bouton existe, il ramène à l’accueil.',
      'le QR de la borne marche pas, le lien du SMS marche pas, moi je marche jusqu’au magasin du coup',
    ],
    more: ['Testé sur l’ordinateur de ma femme : pareil.', 'Capture d’écran jointe.'],
    public: [
      'L’appli {marque} plante plus souvent que je ne cuisine.',
      'Site en carafe un samedi de foire aux vins, qui aurait pu prévoir (tout le monde)',
      'Impossible de se désabonner de la box, le bouton tourne en rond, littéralement, c’est une petite roue',
      'Depuis la version 5 mes recettes enregistrées ont été mangées. {n} ans de recettes.',
    ],
  },
  loyalty: {
    subjects: ['Ma carte', 'points évaporés', 'cagnotte'],
    private: [
      'Il y avait 42 € dans la cagnotte {jour} soir. Mercredi : 0. Aucun achat entre-temps.',
      'Ma mère est morte en avril : sa carte lui vaut encore des vœux d’anniversaire, et ses points, eux, ont été supprimés. L’inverse nous aurait mieux convenu.',
      'Dixième passage, le tampon offert devait donner {un}. La caisse dit que l’opération est finie depuis hier.',
      'Mon code parrain a été utilisé par {n} amis. Pas un centime pour moi.',
      'Pourquoi ma remise d’abonné ne s’applique-t-elle qu’aux produits que je n’achète pas ?',
    ],
    more: ['J’ai tous les tickets.', 'Au magasin on me renvoie au site, au site on me renvoie au magasin.'],
    public: [
      'Points expirés la veille de Noël. Ho ho ho.',
      '{n} ans de carte, la cagnotte remise à zéro sans un mail. La fidélité est à sens unique.',
      'Le cadeau d’anniversaire de {marque} : moins dix pour cent à partir de 90 € d’achat. C’est trop.',
    ],
  },
} as const;
