/** What customers of the sixth hand say of services. */
export const SERVICE = {
  delivery: {
    subjects: ['Livraison [du {jour}|de {jour}]', 'Colis non reçu', 'Créneau manqué'],
    private: [
      'J’avais retenu le passage du soir, 18 h à 20 h, et posé ma soirée. À 22 h 30 un message : « votre livreur est passé ». Passé où ? J’étais sur le perron.',
      'La tournée de {jour} nous a oubliés. Trente pensionnaires, un frigo vide et un gardien qui guette le camion depuis l’aube.',
      'On m’a livré la caisse voisine, au nom d’une dame du bout de la rue. La mienne court toujours.',
      'Bonjour la caisse a été posée en plein soleil devant le portail, sans sonner. Je l’ai trouvée en rentrant, les surgelés nageaient.',
      'Je suis à Mayotte. Le suivi indique « en transit » depuis {n} semaines, et le transporteur me renvoie à vous, qui me renvoyez à lui.',
      'Sur mon drive, un sac sur deux manquait. Le jeune homme au quai m’a assuré que tout y était, j’ai eu le tort de le croire.',
      'tjs rien reçu alors que c marqué livré ds l’appli, g fait le tour des voisins',
    ],
    more: [
      'Je ne conduis plus, ce passage à domicile est mon seul moyen.',
      'Le voisin du dessus a été servi, lui, et à l’heure.',
      'J’ai dû courir à l’épicerie pour nourrir tout le monde.',
    ],
    public: [
      'Attendre {marque} de 18 h à 22 h puis lire « client absent ». J’habite ici, moi.',
      '{marque} livre vite, paraît-il. Les miens ont sans doute pris la route des vacances.',
      'Carton lâché en pleine averse, tout en bouillie, et le livreur déjà loin. Bravo l’artiste.',
      'Commande drive incomplète, quatre sacs sur neuf, c’est le jeu des différences.',
      '{n} semaines pour voir arriver une caisse, le facteur à cheval faisait mieux.',
    ],
  },
  staff: {
    subjects: ['Accueil à {ville}', 'Comportement d’un [employé|salarié]', 'Votre équipe'],
    private: [
      'À la caisse de {ville}, une employée a soupiré parce que je cherchais mes pièces. Elle a lancé à sa collègue : « encore une ». Je vois mal, je ne suis pas sourde.',
      'Le responsable du quai m’a aboyé dessus, devant mes enfants, pour une histoire de cabas.',
      'J’ai demandé un renseignement, on m’a tourné le dos. Trois vendeurs, un téléphone chacun.',
      'Votre standardiste a coupé la ligne quand j’ai dit que j’étais sous curatelle. Comment appelez-vous cela ?',
      'En fauteuil roulant, j’ai prié que l’on m’attrape un article en hauteur. Réponse : « c’est pas mon rayon ».',
      'Le vigile a vidé le cartable de mon garçon et pas celui de ses copains, devinez pourquoi.',
    ],
    more: ['Aucune excuse, pas même un regard.', 'Il y avait du monde autour, tous gênés pour moi.'],
    public: [
      'Accueil glacial chez {marque} {ville}, un iceberg en gilet.',
      'Le personnel de {marque} vous regarde comme si vous veniez de salir le carrelage.',
      'Rabroué par un chef de rayon pour avoir posé une question. Bonne ambiance.',
      '{marque} {ville} : caissière odieuse avec une dame âgée, j’ai eu honte à sa place.',
    ],
  },
  'after-sales': {
    subjects: ['[Avoir|Remboursement] en attente', 'Réclamation sans suite', 'Dossier {dossier}'],
    private: [
      'L’avoir de {prix} promis en début de mois n’est jamais apparu sur mon relevé. À chaque appel, un nouveau conseiller, et je recommence depuis le début.',
      'J’ai rapporté {le} avec la facture, on me tend un bon à dépenser chez vous. Je voulais mon argent, est-ce déraisonnable ?',
      'Vos services m’annoncent que le dossier {dossier} est clos. Par qui ? Aucun versement, aucune signature de ma part.',
      'Voici ma quatrième lettre. Les trois premières doivent bien s’amuser entre elles dans un tiroir.',
      'On me réclame une photo, je l’envoie, on me la redemande {n} jours plus tard. Le remboursement, lui, on ne me le redemande jamais.',
      'Sous garantie, {le} ? Selon votre site oui, selon votre magasin non, selon votre hotline ça dépend.',
    ],
    more: [
      'Je tiens à votre disposition copie de tous les échanges.',
      'Le numéro surtaxé, lui, fonctionne à merveille.',
      'Mon association de consommateurs suit l’affaire.',
    ],
    public: [
      'Service client de {marque} : une boîte vocale qui vous souhaite une belle journée.',
      'Deux mois pour récupérer {prix} chez {marque}, toujours rien, et on me dit de patienter.',
      'SAV introuvable, remboursement fantôme. {marque} encaisse, ensuite silence.',
      'Chez {marque} on vous ouvre un dossier, on l’appelle {dossier}, on ne le lit pas.',
    ],
  },
  'app-site': {
    subjects: ['[Application|Appli] bloquée', 'Impossible de payer en ligne', 'Compte inaccessible'],
    private: [
      'Depuis la dernière version, l’appli s’éteint au moment où j’affiche mon panier. Désinstallée, réinstallée, téléphone éteint. Pareil.',
      'Le site a débité {prix} deux fois puis affiché « erreur 500 ». Lequel des deux paiements dois-je croire ?',
      'Mon mot de passe est refusé, le lien pour en changer n’arrive pas, et pour vous joindre il faut… se connecter.',
      'Je ne suis pas née avec un écran dans les mains. Votre nouvelle page tourne, tourne, et le panier se vide à la fin.',
      'La carte de notre cantine n’est plus acceptée au moment de valider, alors que le plafond est loin d’être atteint.',
    ],
    more: ['Essayé sur ordinateur et tablette.', 'Une heure de courses perdue d’un clic.'],
    public: [
      'L’appli {marque} plante au paiement depuis {jour}, quelqu’un a une combine ?',
      'Mise à jour {marque} : plus jolie, plus lente, plus rien qui marche.',
      'Site {marque} en carafe une veille de fête, il fallait oser.',
      'Connexion impossible chez {marque}, mon panier est sans doute parti en croisière.',
    ],
  },
  loyalty: {
    subjects: ['Cagnotte disparue', 'Points de fidélité', 'Carte {marque}'],
    private: [
      'J’avais {prix} sur ma cagnotte dimanche. Lundi, zéro. Où s’en vont les euros le dimanche soir ?',
      'Mes points ont expiré en silence, dix ans de fidélité réduits à une ligne grise.',
      'Le bon anniversaire promis dans l’appli est refusé en caisse parce que « réservé au drive ». C’est écrit où ?',
      'Ma carte a été fusionnée avec celle de mon ex-mari, et c’est lui qui profite des avantages. Vous imaginez la conversation.',
      'Mes achats du trimestre ne sont pas crédités, je joins les tickets.',
    ],
    more: [
      'Pourquoi garder une carte si elle n’ouvre aucune porte ?',
      'Une amie a eu la même mésaventure avec ses vignettes.',
    ],
    public: [
      'Cagnotte {marque} remise à zéro dans la nuit, {prix} envolés, tour de magie.',
      'La fidélité selon {marque} : vous donnez, ils oublient.',
      'Points {marque} périmés sans avertir, merci pour les dix ans.',
    ],
  },
} as const;
