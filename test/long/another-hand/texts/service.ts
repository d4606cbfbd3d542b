/**
 * What customers of another hand write about delivery, staff, refunds, the site and loyalty. `{le}`, `{un}`, `{nu}`: a product with its
 * article; `[a|b]`: either. `private` opens a case, `more` goes on, `public` says the same matter in other words.
 */
export const SERVICE = {
  delivery: {
    subjects: ['Livraison {commande}', 'Colis introuvable', 'où est mon colis', 'retard {nu}'],
    private: [
      '« Destinataire absent » selon votre livreur, alors que [j’attendais derrière la porte|toute la famille était là].',
      'Mon colis tourne entre deux dépôts depuis {jour} et [personne ne bouge|rien ne se passe].',
      'La livraison promise {jour} n’est [jamais venue|pas arrivée chez moi].',
      '[Mon paquet|Mon carton] a fini chez un inconnu à {ville}, [bravo le transporteur|allez comprendre].',
      'Cela fait {n} jours que le suivi [reste bloqué|affiche la même ligne], où est passée ma livraison ?',
      'J’ai payé la livraison express et {un} [met une semaine à venir|n’arrive toujours pas].',
      'Carton lancé au-dessus de ma clôture par le transporteur, [contenu trempé|tout est en miettes].',
      'Livraison incomplète, {le} [manque à l’appel|est resté dans votre entrepôt].',
      'Livraison annoncée entre 9 h et 11 h, [j’ai posé ma matinée|j’ai gardé les enfants] pour rien.',
      'Votre point relais de {ville} [avait fermé boutique|refuse de me donner] [quand je suis passé|sans code], mon colis est reparti.',
    ],
    more: [
      'C’était [un cadeau|pour un anniversaire] et la date est passée.',
      'Le chauffeur [raccroche|ne décroche pas] quand on l’appelle.',
      'La preuve de dépôt montre [une porte bleue, la mienne est verte|le hall d’un inconnu].',
      'Je passe mes soirées à guetter la rue.',
    ],
    public: [
      'Livreurs fantômes chez {marque}, [le colis se promène|on attend, on attend] et le client trinque.',
      '[Deux|Trois] rendez-vous de livraison, zéro livreur. [Chapeau|Bravo] {marque}.',
      'Commander chez {marque} = jouer à la loterie du transporteur 🙄',
      'Paquet [perdu|égaré], transporteur muet : ne vous faites rien livrer par {marque} à {ville}.',
      'Mon colis {marque} a vu plus de [villes|pays] que moi cet été 😤 toujours rien dans ma boîte',
      'La livraison de {le} aura pris plus de temps que [mes travaux|ma grossesse].',
    ],
  },
  staff: {
    subjects: ['Comportement en magasin', 'accueil à {ville}', 'votre vendeuse'],
    private: [
      'Votre vendeur de {ville} m’a [aboyé dessus|prise de haut] devant ma fille.',
      'La personne à l’accueil de {ville} [roulait des yeux|soufflait fort] pendant que je demandais {un}.',
      'J’ai été [suivie dans les rayons|fouillée devant tout le monde] par votre vigile comme une voleuse.',
      'La conseillère au téléphone [a coupé la communication en pleine phrase|imitait ma façon de parler].',
      'Deux employés [bavardaient|riaient entre eux] pendant que [j’attendais de l’aide|ma mère patientait debout].',
      'Le responsable de {ville} refuse de [me saluer|m’écouter] et me tutoie.',
      'Vendeuse odieuse {jour} à {ville}, [je n’en reviens pas|j’en tremble encore].',
      'Je me suis fait [rabrouer|sermonner] par un employé pour avoir touché {le}.',
    ],
    more: [
      'Jamais on ne m’avait [humiliée|traité] de la sorte.',
      'Les autres clients en étaient gênés pour moi.',
      'Je ne demande qu’un peu de politesse.',
    ],
    public: [
      'Personnel [méprisant|infect] au {marque} de {ville}, [à fuir|j’ai reposé mes affaires].',
      'Chez {marque} le bonjour est en option, et le sourire [en rupture|hors de prix].',
      'Un vigile qui vous colle, une vendeuse qui soupire : merci {marque} {ville} 👎',
      'On se fait engueuler quand on pose une question chez {marque}, [sympa|charmant].',
      'Équipe [désagréable|hautaine] du début à la fin, [plus jamais|terminé] {marque}.',
    ],
  },
  'after-sales': {
    subjects: ['Remboursement {commande}', 'demande de remboursement', 'retour sans suite', 'SAV'],
    private: [
      'Mon retour est chez vous depuis {n} jours et [mon argent n’est pas revenu|aucun remboursement en vue].',
      'Remboursement promis {jour}, [compte bancaire toujours vide|je ne vois rien sur mon compte].',
      'Votre SAV me promène de bureau en bureau [voilà {n} jours|tout ce mois] pour {un}.',
      'On me rembourse {prix} au lieu de {prix2}, [où est le reste|cherchez l’erreur] ?',
      'Vous refusez la garantie de {le} [sous un prétexte bidon|sans rien examiner].',
      '{n} appels au service après-vente, [{n} réponses différentes|autant de promesses].',
      'Vous m’avez remboursé en bon d’achat, je veux mon argent [sur ma carte|pas un bout de papier].',
      'Le SAV a gardé {le} [puis l’a perdu|et ne sait plus où il est].',
    ],
    more: [
      '[Les justificatifs sont au chaud|Ticket et photos à disposition].',
      'Selon ma banque, [aucun virement n’est annoncé|vous n’avez rien émis].',
      'À ce rythme je saisis le médiateur.',
    ],
    public: [
      '{marque} encaisse vite, rembourse [jamais|à la saint-glinglin].',
      'Un SAV qui se renvoie la balle : {marque} [champion|médaille d’or].',
      'Mes {prix} dorment chez {marque} [depuis des semaines|et personne ne les réveille].',
      'Pour récupérer son argent chez {marque} il faut [un avocat|une armure] 💸',
      'Garantie bidon, SAV aux abonnés absents. [Méfiance|Fuyez] {marque}.',
      'Remboursé en bons d’achat dont je n’ai que faire, merci {marque}',
    ],
  },
  'app-site': {
    subjects: ['Bug application', 'Problème de connexion', 'site bloqué'],
    private: [
      'L’application [plante|se coupe] panier ouvert.',
      'Votre site [me déconnecte|mouline] au moment de payer, [{n} essais|trois navigateurs] pour rien.',
      'Mot de passe oublié, et le lien de secours de votre site [est mort|tourne en boucle].',
      'Le code de validation de l’appli [n’arrive jamais|est refusé].',
      'Depuis la dernière mise à jour l’appli [affiche une page blanche|ne s’ouvre plus].',
      'Le site a [avalé|vidé] mon panier avec {le} dedans.',
      'Double débit de {prix} par l’appli [après un plantage|à cause d’un écran figé].',
    ],
    more: [
      'J’ai désinstallé puis remis, [pareil|aucun mieux].',
      'Même souci sur [l’ordinateur|le téléphone] de mon mari.',
    ],
    public: [
      'Appli {marque} : [une étoile|zéro pointé], ça rame, ça plante, ça recommence.',
      'Qui a codé le site de {marque}, [un stagiaire|mon grille-pain] ? Page blanche à chaque paiement.',
      'Mon panier s’est envolé pile au paiement, [génial|super] l’appli {marque} 🤡',
      'Un site de 2004 avec les bugs de 2003 : {marque}.',
      'Connexion refusée par l’appli {marque} [depuis {jour}|tout ce week-end].',
    ],
  },
  loyalty: {
    subjects: ['Points de fidélité', 'carte fidélité', 'ma cagnotte'],
    private: [
      'Ma cagnotte de points fidélité [s’est envolée|a fondu] [cette nuit|sans prévenir].',
      'La cagnotte fidélité de {prix} [n’est pas passée en caisse|est refusée].',
      'Carte de fidélité [muette|rejetée par vos bornes] depuis {jour}.',
      'Vos bons de fidélité [périment avant d’arriver|sont déjà expirés].',
      'On m’a [retiré|sucré] mes avantages fidélité sans un mot.',
      '{n} achats et pas un seul point sur la carte, [à quoi sert la fidélité|drôle de fidélité].',
    ],
    more: ['Cliente depuis {n} ans, ça fait mal.', 'En magasin on me renvoie vers votre siège.'],
    public: [
      'La carte de fidélité {marque} : on vous [reprend|efface] vos points en douce.',
      'Cagnotte {marque} volatilisée, [merci la fidélité|la récompense des fidèles].',
      'Les points {marque} s’évaporent plus vite que [la rosée|mon salaire].',
      'Être fidèle à {marque} ne rapporte [plus rien|que des bons périmés].',
    ],
  },
} as const;
