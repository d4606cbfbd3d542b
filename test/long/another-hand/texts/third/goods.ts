/** What customers of the third hand write in French about what they bought. */
export const GOODS = {
  taste: {
    subjects: ['Recette modifiée ?', 'À propos du goût de {nu}', 'Remontée consommateur'],
    private: [
      'nous étions cinq à table et cinq grimaces : un arrière-goût [de carton mouillé|de lessive] gâche {le}.',
      'je croyais m’être trompé d’étiquette tant {le} était fade, mais non, c’est bien le vôtre.',
      '{le} m’a coupé l’appétit, une amertume que je n’avais jamais rencontrée chez vous.',
      'sauf erreur vous avez remplacé le sucre par autre chose dans {le}, cela colle aux dents et n’a plus aucun parfum.',
      'texture farineuse, couleur pâle, saveur absente : voilà le bilan de {un} acheté {jour}.',
      'mes élèves de l’atelier cuisine ont refusé de terminer {le}, trop âcre d’après eux.',
    ],
    more: [
      'Chez ma sœur, même constat avec un autre paquet.',
      'La cuisson était pourtant celle du dos de la boîte.',
    ],
    public: [
      'Je l’adorais, {le} {marque}. Leur nouvelle recette est une punition.',
      '{un} au goût de carton, merci {marque}, le chien fait la moue',
      'Fade, mou, triste. {le} a perdu son âme.',
      'Est-ce que {marque} goûte ce qu’elle vend ? {le} est immangeable.',
      'Trop de sel dans {le}, pas assez de tout le reste.',
    ],
  },
  freshness: {
    subjects: ['Date dépassée', 'Produit altéré : {nu}', 'Lot à contrôler'],
    private: [
      'avec de la marge sur la date imprimée, {le} sentait déjà [l’ammoniaque|la cave].',
      'j’ai soulevé le couvercle : une pellicule bleutée, et pourtant {le} sort d’un frigo bien réglé.',
      'votre préparateur m’a glissé {un} périmé de {n} jours dans le panier.',
      'le jus de {nu} avait viré au brun, l’odeur a fait fuir tout le monde de la cuisine.',
      'des moucherons sont sortis du sachet, {le} n’était même pas ouvert.',
      'chaîne du froid rompue à coup sûr, {le} est arrivé [tiède|trempé] et gonflé.',
    ],
    more: [
      'Le code imprimé sur le côté : L{dossier}.',
      'Je tiens le paquet à votre disposition au congélateur.',
    ],
    public: [
      'Pellicule de moisi sur {le} {marque}, la date court encore {n} jours. Bon appétit.',
      '{marque} {ville} : j’ai compté {n} barquettes dépassées dans le même rayon',
      'Ça grouille dans le sachet de {nu}. Je vous épargne la vidéo.',
      'Une odeur d’égout m’a sauté au nez, direct poubelle, {marque} c’est fini',
      'La fraîcheur selon {marque} : {un} qui a tourné avant d’arriver chez moi.',
    ],
  },
  safety: {
    subjects: ['Corps étranger', 'Danger : {nu}', 'Incident sanitaire'],
    private: [
      'ma mère de 84 ans a mordu sur un fil de fer caché dans {le}, une couronne cassée.',
      'deux heures après {le}, crampes et fièvre pour toute la tablée, le médecin de garde parle d’intoxication.',
      'la coque de {nu} a craqué et une étincelle a brûlé le rideau.',
      'mon petit dernier est allergique à l’œuf, rien d’écrit sur {le}, nous avons dû appeler le 15.',
      'j’ai retiré de ma bouche une languette de plastique bleu venue de {le}, bien coupante.',
      'le manche s’est détaché, {le} est tombé brûlant sur mon pied.',
    ],
    more: ['Le compte rendu de l’hôpital est entre mes mains.', 'Retirez ce lot avant qu’il arrive pire.'],
    public: [
      'Fil de fer dans {le} {marque}. Ma mère y a laissé une dent, merci de relayer',
      'Toute la tablée malade cette nuit, point commun : {le} {marque}',
      'ne laissez pas {le} {marque} à portée des petits, une pièce se détache et ça coupe',
      '{marque} ne signale pas l’œuf sur {le}. On a fini avec le SAMU.',
      'Brûlée par {le} {marque}, le plastique a coulé.',
    ],
  },
  price: {
    subjects: ['Erreur de prix', 'Facturation {nu}', 'Promotion non déduite'],
    private: [
      'sur l’affichette {prix}, au passage {prix2}, et personne pour m’expliquer l’écart.',
      'le lot de trois revient plus cher que trois fois {un}, j’ai fait le calcul deux fois.',
      'votre facture compte {n} fois {le} alors que j’en ai emporté un seul.',
      'hausse de {prix} à {prix2} depuis l’automne, contenu inchangé, comment la justifiez-vous ?',
      'le bon de réduction a été refusé à {ville} sous prétexte que la ligne n’était pas à jour.',
    ],
    more: ['Ma calculette n’en revient pas.', 'C’est la caisse automatique qui décide, paraît-il.'],
    public: [
      '{prix2} {le}, je repose. {marque} se prend pour un bijoutier.',
      'L’étiquette ment, la caisse aussi. Comptez bien avant de sortir de chez {marque}.',
      'Moins de grammes, plus d’euros : la spécialité maison de {marque}',
      '{marque} annule la promo au moment de payer, joli tour de passe-passe',
      'Quand {un} passe à {prix2}, c’est qu’on a décidé de se débarrasser des petits budgets.',
    ],
  },
  packaging: {
    subjects: ['Conditionnement de {nu}', 'Couvercle défectueux', 'Suremballage'],
    private: [
      'le couvercle de {nu} saute au moindre choc, j’ai épongé le coffre pendant une heure.',
      'impossible d’attraper la tirette sans pince, pour une main qui tremble c’est un calvaire.',
      'le film autour de {nu} laisse des morceaux partout, on en retrouve dans l’assiette.',
      'trois couches de plastique autour de {le}, à quoi bon parler de planète sur vos affiches ?',
      'le bec verseur goutte, le flacon de {nu} colle à l’étagère.',
    ],
    more: ['L’ancien modèle vissait très bien.', 'Ma voisine ouvre le sien au sécateur.'],
    public: [
      'Le couvercle de {le} {marque} ne tient pas, moquette fichue',
      'Il faut une pince pour ouvrir {le}. Une PINCE.',
      '{marque} et ses trois couches de film, la mer vous salue',
      'Bec verseur raté, ça goutte partout, {le} finit sur le plan de travail',
    ],
  },
  availability: {
    subjects: ['{nu} : arrêt de fabrication ?', 'Rupture', 'Approvisionnement'],
    private: [
      '{le} a quitté tous les magasins autour de {ville}, est-ce définitif ?',
      'voilà {n} passages pour rien, le crochet de {nu} reste vide et personne ne sait.',
      'j’ai réservé {le} pour {jour}, au comptoir j’apprends que le camion n’est pas passé.',
      'votre prospectus met {le} en couverture, le magasin de {ville} n’en a jamais reçu.',
      'la fiche indique « en stock », la vendeuse m’assure du contraire.',
    ],
    more: ['Ma fille ne jure que par celui-là.', 'Dites-le franchement si c’est arrêté.'],
    public: [
      'En couverture du prospectus, jamais arrivé en magasin : {le} version {marque}',
      'Où est passé {le} ? {marque} {ville} ne sait pas, le siège ne sait pas, personne ne sait',
      'cinquième rupture d’affilée chez {marque}, j’abandonne',
      'On réserve, on se déplace, on repart les mains vides. {marque}, formidable.',
    ],
  },
} as const;
