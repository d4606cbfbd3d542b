/** What customers of the fifth hand write of what they bought: dictated, stiff, southern or northern, numbered, ironic. */
export const GOODS = {
  taste: {
    subjects: ['Saveur de {nu}', 'Recette modifiée', 'À propos de {nu}'],
    private: [
      'alors voilà je dicte parce que je tape mal {le} laisse une impression de poussière virgule on dirait du carton mouillé point',
      'Monsieur le Directeur, {le} que je sers à mes invités depuis vingt ans n’a plus ni corps ni parfum.',
      'peuchère, {le} c’est plus pareil, mon pitchoun l’a recraché et le chien aussi',
      '1) {le} est fade. 2) {le} colle aux dents. 3) Je n’en reprendrai pas.',
      'wallah {le} avant c’était une dinguerie, là on dirait de la craie',
      'Félicitations à votre chef : réussir à retirer toute saveur de {nu}, il fallait le faire.',
    ],
    more: [
      'Ma petite-fille, qui n’est pas difficile, confirme.',
      'Deux paquets, même constat.',
      'Mi j’in veux pu.',
    ],
    public: [
      'Goûté {le} nouvelle formule {marque} : nostalgie de l’ancienne, dégoût de celle-ci',
      'même ma grand-mère ch’ti elle finit pas {le} {marque}, c’est dire',
      '{le} {marque} a le goût de la colle des timbres',
      'Bravo {marque}, {le} sans saveur, fallait oser',
      'on m’explique pourquoi {le} {marque} sent la javel',
    ],
  },
  freshness: {
    subjects: ['Péremption', '{nu} gâté', 'Champignons'],
    private: [
      'bonjour je parle dans mon téléphone {le} était plein de petits points bleus et ça sentait le vestiaire merci de me rappeler',
      'J’ai l’honneur de vous signaler que {le}, acquis {jour}, présentait une moisissure sous le film.',
      'oh fan, {le} il bougeait presque tellement il était tourné',
      'Constat de ce jour : pellicule grise, odeur aigre, date limite pourtant lointaine sur {nu}.',
      'la boîte de {nu} a explosé toute seule dans ma cave, y en a jusqu’au plafond',
      'Grâce à vous nous avons un élevage de champignons dans {le}. Faut-il les déclarer ?',
    ],
    more: [
      'Code inscrit : {dossier}.',
      'Frigo réglé sur quatre degrés, contrôlé.',
      'J’en avais pris {n}, tous pareils.',
    ],
    public: [
      '{le} {marque} avec du duvet bleu dessus, livré tel quel',
      'Odeur de vestiaire en ouvrant {le} {marque}… direct compost',
      'rayon frais {marque} {ville} = musée de la moisissure',
      '{le} {marque} tourné, mon chat a porté plainte',
      'attention à {le} {marque}, gonflé comme un ballon de baudruche',
    ],
  },
  safety: {
    subjects: ['Corps étranger', 'Accident domestique', 'Intoxication'],
    private: [
      'je vous laisse ce message parce que mon mari s’est cassé une molaire sur un caillou dans {le} il est chez le dentiste là',
      'Veuillez prendre acte que {le} contenait un fragment métallique de deux centimètres.',
      'mon minot a fait une crise d’urticaire avec {le}, on a appelé le quinze',
      'Trois convives, trois gastros, un seul plat en commun : {le}.',
      'hchouma, du latex bleu dans {le}, un GANT',
      '{le} a disjoncté toute la maison avec de la fumée noire, pompiers sur place.',
    ],
    more: [
      'Certificat du médecin à votre disposition.',
      'L’objet est conservé sous scellé chez moi.',
      'Un huissier passera s’il le faut.',
    ],
    public: [
      'Un caillou dans {le} {marque}, une dent en moins. Qui paie ?',
      'toute la tablée malade après {le} {marque}, on se méfie',
      'GANT EN LATEX trouvé dans {le} {marque}, je garde la photo pour la répression des fraudes',
      '{le} {marque} qui fume tout seul, les pompiers étaient moyen contents',
      'Urticaire géant, merci {marque} de ne rien écrire au dos de {nu}',
    ],
  },
  price: {
    subjects: ['Facturation', 'Tarif de {nu}', 'Écart de prix'],
    private: [
      'la caissière elle a passé {prix2} et moi sur le papier jaune j’ai lu {prix} alors comment on s’arrange',
      'Vous voudrez bien m’expliquer l’écart entre {prix} en vitrine et {prix2} sur ma facture.',
      'a) promo annoncée b) promo absente du ticket c) promo niée à l’accueil',
      'boudiou {le} à {prix2}, c’est de l’or ou quoi',
      'Je vous remercie de m’avoir délesté de {prix2} quand votre catalogue promettait {prix}.',
    ],
    more: ['Le catalogue fait foi.', 'Retraite modeste, voyez-vous.', 'Scan du catalogue à suivre.'],
    public: [
      '{marque} affiche {prix}, encaisse {prix2}, sourit quand même',
      'le prix de {nu} chez {marque} il monte plus vite que la mer au Mont-Saint-Michel',
      '{le} rétréci, étiquette agrandie, salut {marque}',
      'Catalogue {marque} : œuvre de fiction. {prix} sur papier, {prix2} au scan',
      'qui peut encore se payer {le} {marque} sérieux',
    ],
  },
  packaging: {
    subjects: ['Conditionnement', 'Couvercle de {nu}', 'Contenant abîmé'],
    private: [
      'j’ai quatre-vingt-un ans et dévisser {le} m’est impossible même avec le torchon',
      'La languette casse net, il faut finir {le} aux ciseaux à ongles.',
      'tout s’est renversé dans mon coffre, la voiture sent {nu} depuis {n} jours',
      'Carton éventré, film décollé, contenu répandu : voilà l’état de {nu} à la réception.',
      'le bouchon doseur il dose que dalle, ça coule partout',
    ],
    more: ['Les photos parlent d’elles-mêmes.', 'Le tapis est fichu.'],
    public: [
      'Ouvrir {le} {marque} : prévoir scie sauteuse',
      'la languette de {nu} {marque}, inventée par un farceur',
      'Mon coffre sent {nu} pour l’éternité, joli bouchon {marque}',
      'Emballé quatre fois, {le}, {marque} c’est Noël chaque jour',
    ],
  },
  availability: {
    subjects: ['Référence absente', 'Réassort de {nu}', 'Stock'],
    private: [
      'je cherche {le} partout du côté de {ville} et on me dit revenez mais revenez quand',
      'Daignerez-vous m’indiquer si {le} est définitivement retiré du catalogue ?',
      'votre drive a remplacé {le} par des éponges, sans demander',
      'Réservation validée, puis message : « article indisponible ». Déplacement pour rien.',
      'sur le site il en reste {n}, au magasin le vendeur il rigole',
    ],
    more: ['Je refuse les substituts.', 'C’était pour le goûter de l’école.'],
    public: [
      'Avis de recherche : {le} {marque}, vu pour la dernière fois à {ville}',
      'drive {marque} : commandé {le}, reçu trois savons',
      '{marque} {ville} toujours pas réapprovisionné, on dirait la guerre',
      'le stock en ligne de {marque} vit dans un monde parallèle',
    ],
  },
} as const;
