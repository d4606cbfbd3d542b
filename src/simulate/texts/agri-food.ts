// longer than 250 lines because it is a collection of sentences, one list a driver
import { agriFoodArticles } from './agri-food-articles.js';
import { agriFoodStories } from './agri-food-stories.js';
import type { SectorTexts } from './sector.js';

/** Brindaure, a fictitious maker of dairy desserts, compotes and soups. */
export const agriFood: SectorTexts = {
  brand: 'Brindaure',
  brandSlug: 'brindaure',
  competitors: ['Vergelac', 'Lactanie', 'Maison Poulvanic'],
  products: [
    { name: 'yaourt brassé vanille', feminine: false, traits: ['pot', 'milk', 'sweet'] },
    { name: 'fromage blanc nature', feminine: false, traits: ['pot', 'milk'] },
    { name: 'compote pomme-poire', feminine: true, traits: ['pot', 'fruit', 'sweet'] },
    { name: 'gourde pomme-fraise', feminine: true, traits: ['pouch', 'fruit', 'sweet'] },
    { name: 'crème dessert chocolat', feminine: true, traits: ['pot', 'milk', 'sweet'] },
    { name: 'riz au lait', feminine: false, traits: ['pot', 'milk', 'sweet'] },
    { name: 'soupe potiron-châtaigne', feminine: true, traits: ['carton'] },
    { name: 'beurre demi-sel', feminine: false, traits: ['milk'] },
    { name: 'skyr myrtille', feminine: false, traits: ['pot', 'milk', 'sweet', 'fruit'] },
    { name: 'mousse au citron', feminine: true, traits: ['pot', 'milk', 'sweet', 'fruit'] },
  ],
  needs: [
    [/\bpots?\b|opercule|cuillère|couvercle/i, 'pot'],
    [/gourde|bouchon/i, 'pouch'],
    [/lait(?!ue)|vache|pâturage|éleveu|veaux|ferment|yaourt/i, 'milk'],
    [/\bfruits?\b|pommes/i, 'fruit'],
    [/sucr|dessert|goûter|glycémie|nutri-?score|équilibré/i, 'sweet'],
  ],
  driverTraits: { 'animal-welfare': 'milk', 'producer-pay': 'milk', nutrition: 'sweet' },
  drivers: {
    taste: {
      problem: [
        'Depuis le changement de recette, {leP} n’a plus du tout le même goût, on dirait de l’eau sucrée.',
        '{leP} acheté{e} {jour} a un arrière-goût de plastique très désagréable.',
        'Nous achetons {leP} depuis des années et cette fois la texture était granuleuse, personne à la maison n’a voulu finir.',
        'Votre nouvelle version {duP} est beaucoup trop sucrée, on ne sent plus rien d’autre.',
        'Je ne reconnais plus {leP} : plus fade, plus liquide, et cette amertume à la fin.',
        'Mon fils de {enfant} a recraché {leP} dès la première cuillère, et pour une fois je lui donne raison.',
        'Le goût {duP} est devenu chimique, comme un arôme de bonbon.',
        '{ceP} était acide au point que je me suis demandé s’il n’y avait pas un problème de fabrication.',
      ],
      short: [
        '{leP} nouvelle recette c’est vraiment pas bon',
        'jai goûté {leP} hier, arrière goût bizarre, cest normal ?',
        'vous avez changé quoi dans {leP} ?? ça n’a plus de goût',
        'franchement {leP} avant c’était top, là c’est fade de chez fade',
        '{ceP} = flotte. déçu{E}',
      ],
      ironic: [
        'Bravo pour la nouvelle recette {duP}, j’ai enfin découvert le goût du carton tiède.',
        '« Encore plus de saveur », qu’ils disaient. {leP} a la saveur d’un lundi de janvier.',
        'Merci {marque}, grâce {auP} toute la famille s’est mise au régime.',
      ],
      praise: [
        '{leP} est une tuerie, le pot n’a pas passé la soirée.',
        'Rien à redire sur {leP}, on retrouve le vrai goût des desserts de ma grand-mère.',
        'Agréablement surpris{E} par {leP}, peu sucré{e} et très onctueu{x}.',
        'Ma fille de {enfant} ne jure que par {leP}, continuez comme ça !',
        'Enfin {unP} qui a du goût sans en faire trop, chapeau.',
      ],
      question: [
        'Avez-vous modifié la recette {duP} récemment ?',
        'Est-ce que {leP} existe en version moins sucrée ?',
        'Peut-on congeler {leP} sans que le goût change ?',
        'L’arôme {duP} est-il naturel ?',
      ],
      agent: [
        'La recette {duP} a effectivement évolué en début d’année pour réduire le sucre de 12 % ; votre retour est transmis à notre équipe goût.',
        'Un arrière-goût n’est pas normal : pourriez-vous nous indiquer le numéro de lot et la date inscrits sur l’emballage ?',
        'Nous prenons note de votre préférence pour l’ancienne recette, vous n’êtes pas {seul} à nous l’écrire.',
      ],
    },
    freshness: {
      problem: [
        '{leP} avait une odeur bizarre dès l’ouverture, trois jours avant la date.',
        'J’ai ouvert {leP} {jour} et il y avait de la moisissure alors que la date est encore bonne pour {n} jours.',
        '{leP} était gonflé{e} comme un ballon, avec une odeur aigre à l’ouverture.',
        'Deux pots sur quatre étaient moisis sous l’opercule, lot {lot}.',
        'La date limite {duP} était déjà dépassée de deux jours au moment de l’achat.',
        'Le dessus {duP} était recouvert d’une pellicule verte, je vous laisse imaginer la tête des enfants.',
        '{leP} a tourné bien avant la date indiquée, pourtant notre réfrigérateur est à 4 degrés.',
        'À l’ouverture {duP}, un liquide jaunâtre et une odeur de fermentation : tout est parti à la poubelle.',
      ],
      short: [
        'moisi sous l’opercule, lot {lot}, dlc dans {n} jours...',
        '{leP} gonflé{e} direct à la sortie du frigo, ça craint',
        'ya des taches vertes dans {leP} !!',
        'date ok mais {leP} tourné{e}, ça fait 2 fois ce mois ci',
      ],
      ironic: [
        'Nouveau chez {marque} : {leP} avec pénicilline incluse.',
        'Je voulais {unP}, j’ai eu un élevage de champignons. Merci pour l’initiation à la mycologie.',
        'Le pot a explosé tout seul dans le frigo, c’est ça le côté « vivant » des ferments ?',
      ],
      praise: [
        'Toujours très frais, {leP} se garde bien après ouverture.',
        'Rien à dire sur la fraîcheur, la date est longue et {leP} est impeccable.',
        'Livré{e} avec plus de trois semaines de date, {leP} est parfait{e}.',
      ],
      question: [
        'Combien de temps peut-on garder {leP} après ouverture ?',
        'Le couvercle {duP} est un peu bombé, est-ce que je peux quand même le consommer ?',
        'La date inscrite sur {leP}, c’est une DLC ou une DDM ?',
      ],
      agent: [
        'Un couvercle bombé peut signaler une rupture de la chaîne du froid : par précaution, ne consommez pas le produit et conservez l’emballage.',
        'Nous transmettons le lot à notre service qualité, qui vérifie les enregistrements de température jusqu’au magasin.',
        'Vous serez bien sûr remboursé{E} ; il nous faudrait une photo du dessus du pot avec la date.',
      ],
    },
    price: {
      problem: [
        'La promotion affichée sur {leP} n’en est pas une : le prix barré n’a jamais existé.',
        '{prix} en février, toujours plus en avril : j’arrête {leP}.',
        '{leP} est passé{e} de {prix2} à {prix} en six mois, et le pot est plus petit.',
        'Vous réduisez la quantité {duP} de 20 grammes sans rien dire et le prix augmente quand même.',
        'À {prix} {leP}, c’est devenu un produit de luxe pour une famille de cinq.',
        'J’ai comparé au kilo : {leP} coûte 40 % de plus que chez {conc} pour la même liste d’ingrédients.',
        'Le format familial {duP} revient plus cher au kilo que le petit format, c’est une moquerie.',
        'Encore une hausse sur {leP}. Le lait ne vous coûte pourtant pas le double.',
      ],
      short: [
        '{prix} {leP}, vous êtes sérieux ??',
        'moins de produit + plus cher = adios {marque}',
        'la shrinkflation sur {leP} ça se voit hein',
        'trop cher maintenant {leP}, on passe chez {conc}',
      ],
      ironic: [
        'À {prix} {leP}, je suppose que la cuillère en argent est fournie.',
        'Même pot, moins dedans, plus cher : la magie {marque}.',
        'J’ai demandé un crédit à ma banque pour {leP}, j’attends la réponse.',
      ],
      praise: [
        'Pour {prix}, {leP} reste un très bon rapport qualité-prix.',
        'Merci pour les bons de réduction, {leP} revient vraiment moins cher.',
        'J’avais peur du prix, mais {leP} les vaut largement.',
      ],
      question: [
        'Pourquoi {leP} a-t-{il} autant augmenté ?',
        'Auriez-vous des bons de réduction pour {leP} ?',
        'Le poids net {duP} a changé, est-ce définitif ?',
      ],
      agent: [
        'Le prix final est fixé par le magasin, mais il est exact que notre tarif a évolué en janvier avec le coût du lait et de l’énergie.',
        'Le poids net est indiqué sur le devant du pot ; nous comprenons que le changement ait pu vous échapper.',
        'Nous vous adressons par courrier un bon de réduction, en remerciement de votre fidélité.',
      ],
    },
    packaging: {
      problem: [
        'L’emballage {duP} est si fin qu’{il} arrive écrasé{e} une fois sur deux.',
        'La date et le lot {duP} sont imprimés sur la partie qu’on déchire, c’est malin.',
        'J’ai dû prendre des ciseaux pour venir à bout de l’emballage {duP}.',
        'L’opercule {duP} se déchire systématiquement, il reste la moitié collée sur le bord.',
        'Le bouchon de la gourde est impossible à ouvrir pour un enfant de {enfant}, et presque pour moi.',
        'Le carton autour {duP} ne sert à rien, c’est du suremballage pur et simple.',
        'Les pots sont arrivés fendus, il y avait du produit partout dans le sac.',
        'Votre nouvel emballage « recyclable » n’est accepté dans aucun bac de tri de {ville}, j’ai vérifié.',
        'Le pot {duP} coupe : je me suis entaillé le doigt sur le bord du plastique.',
        'Vous avez supprimé le couvercle refermable {duP} et tout coule dans le réfrigérateur.',
      ],
      short: [
        'franchement l’emballage {duP} c’est n’importe quoi',
        'on met {leP} dans quelle poubelle au juste ??',
        'l’opercule {duP} se déchire à chaque fois, relou',
        'pourquoi autant de plastique pr {leP} ?',
        'pot fendu encore, tt a coulé ds le sac',
        'le bouchon s’ouvre pas, mon fils pleure, merci',
      ],
      ironic: [
        'L’emballage {duP} se recycle, paraît-il. Sur Mars, sans doute.',
        'Il me faut un diplôme d’ingénieur pour ouvrir {leP}.',
        'Du carton, autour du plastique, autour d’un pot : la poupée russe by {marque}.',
      ],
      praise: [
        'Très bonne idée le pot en carton, ça change tout pour le tri.',
        'Le bouchon plus large de la gourde est une super amélioration.',
        'Enfin un opercule qui s’ouvre d’un coup, merci {marque}.',
      ],
      question: [
        'Le pot {duP} va dans quel bac de tri ?',
        'Est-ce que la gourde peut être réutilisée ?',
        'Allez-vous revenir aux pots en verre ?',
      ],
      agent: [
        'Le pot se trie dans le bac jaune dans la plupart des communes ; les consignes changent encore selon les territoires.',
        'Le réglage de scellage des opercules a été corrigé en usine, les prochains lots devraient s’ouvrir sans se déchirer.',
        'Nous sommes désolés pour cette coupure et transmettons immédiatement votre signalement à notre service qualité.',
      ],
    },
    safety: {
      problem: [
        'J’ai trouvé un morceau de plastique bleu dur dans {leP}, lot {lot}, mon enfant de {enfant} a failli l’avaler.',
        'Toute la famille a été malade dans la nuit après avoir mangé {leP}, le médecin parle d’intoxication.',
        'Il y avait un éclat métallique d’un centimètre dans {leP}, je l’ai gardé et pris en photo.',
        'Ma fille allergique aux fruits à coque a fait une réaction après {leP}, alors que rien n’est indiqué sur l’étiquette.',
        'Un morceau de verre dans {leP}. Je n’ose pas imaginer si c’était tombé sur un petit.',
        'Je me suis cassé une dent sur un corps étranger dans {leP}, facture du dentiste à l’appui.',
        '{leP} du lot {lot} nous a donné des crampes à tous les trois, on a fini chez le médecin de garde.',
      ],
      short: [
        'bout de plastique dans {leP} lot {lot}, urgent svp',
        'malades toute la nuit apres {leP}, tjs pas de rappel ???',
        'ya un truc en métal dans {leP} jai la photo',
        'réaction allergique de ma fille avec {leP}, répondez svp c’est grave',
      ],
      ironic: [
        'Dans {leP} il y avait un cadeau : un morceau de plastique bleu. Comme dans les œufs surprise.',
        'Je croyais que le croquant, c’était des pépites. C’était du métal. Sympa.',
      ],
      praise: [
        'Rappel géré très sérieusement, j’ai été prévenu{E} et remboursé{E} en deux jours.',
        'Merci pour la transparence sur les contrôles, c’est rassurant avec un bébé.',
      ],
      question: [
        '{leP} du lot {lot} est-{il} concerné{e} par un rappel ?',
        'Peut-on donner {leP} à un enfant allergique aux arachides ?',
        'Pour une femme enceinte, {leP} est-{il} bien fabriqué{e} avec du lait pasteurisé ?',
      ],
      agent: [
        'Votre signalement est traité en priorité par notre service qualité. Conservez le produit et l’objet au frais, un transporteur passera les chercher.',
        'En cas de symptômes, consultez un médecin sans attendre. Nous vous rappelons dès cet après-midi.',
        'Le lot que vous citez est isolé le temps des analyses ; vous recevrez le résultat par écrit.',
      ],
    },
    origin: {
      problem: [
        'Sur votre site {leP} est « cuisiné{e} en France », sur l’emballage il y a un code d’usine étranger.',
        'Vous aviez promis une origine claire pour {leP}, et on a droit à un astérisque.',
        'Le drapeau français est en gros sur {leP}, et derrière on lit « lait origine UE ».',
        'Vous parlez de nos régions dans la publicité mais les fruits {duP} viennent de l’autre bout du monde.',
        'Impossible de savoir d’où viennent les pommes {duP}, l’étiquette dit seulement « UE / non UE ».',
        'Le paysan sur l’emballage {duP} est joli, mais le lait est collecté à l’étranger : c’est trompeur.',
        'Je pensais acheter français avec {leP}, je découvre qu’{il} est conditionné{e} ailleurs.',
      ],
      short: [
        '{leP} "de nos régions" mais lait UE lol',
        'dou viennent les fruits {duP} ? pas marqué',
        'fabriqué où ??? on trouve rien sur le pot',
      ],
      ironic: [
        'Ah, la belle région « UE / non UE », ses collines, ses vaches, ses avions-cargos.',
        'Le drapeau tricolore sur {leP}, c’est pour la déco ?',
      ],
      praise: [
        'Bravo d’indiquer le département de la laiterie sur {leP}.',
        'Des pommes françaises et c’est écrit clairement, merci.',
        'J’achète {leP} parce que le lait vient de Bretagne, ne changez rien.',
      ],
      question: [
        'D’où vient le lait utilisé pour {leP} ?',
        'Les fruits {duP} sont-ils français ?',
        'Dans quelle usine {leP} est-{il} fabriqué{e} ?',
      ],
      agent: [
        'Le lait {duP} est collecté à 92 % en France ; le complément vient de Belgique en période de faible production.',
        'Pour les fruits, l’origine varie selon la saison : elle figure au dos, près du numéro de lot.',
        'La mention complète est en cours d’ajout sur les nouveaux emballages.',
      ],
    },
    traceability: {
      problem: [
        'Aucun moyen de savoir d’où vient {leP} : le numéro au dos ne correspond à rien sur votre site.',
        'Le magasin m’a demandé le lot {duP} pour un échange, il est imprimé à moitié.',
        'Le QR code {duP} renvoie vers une page vide, impossible de connaître la ferme.',
        'Vous promettez de remonter jusqu’à l’éleveur avec le numéro de lot, or le site répond « lot inconnu ».',
        'Le numéro de lot {duP} est illisible, comment vérifier un rappel dans ces conditions ?',
      ],
      short: ['le qr code {duP} marche pas', 'lot {lot} : inconnu sur votre site, super la traçabilité'],
      ironic: ['La traçabilité chez {marque} : je scanne, je vois une page blanche. Au moins c’est pur.'],
      praise: [
        'J’ai scanné {leP} et vu la ferme, belle initiative.',
        'Très bien le numéro de lot qui mène à la laiterie.',
      ],
      question: ['Où trouver le numéro de lot sur {leP} ?', 'Comment savoir de quelle ferme vient {leP} ?'],
      agent: [
        'Le service de suivi par lot a connu une panne, il est rétabli. Le lot se lit sous la date, en cinq chiffres.',
      ],
    },
    nutrition: {
      problem: [
        'Trop de sel, trop de sucre : {leP} n’a rien d’un produit « plaisir et santé ».',
        'La portion indiquée pour le calcul du Nutri-Score {duP} est ridicule, personne n’en mange si peu.',
        '{leP} est vendu{e} comme « équilibré{e} » avec 14 grammes de sucre par pot, vous n’avez pas honte ?',
        'Nutri-Score D pour {leP} destiné{e} aux enfants, il faudrait m’expliquer.',
        'Le nouveau Nutri-Score {duP} est passé de B à D et vous l’avez discrètement retiré de l’emballage.',
        'Mon diététicien m’a fait remarquer que {leP} contient plus de sucre qu’un soda.',
        'Vous annoncez « sans sucres ajoutés » sur {leP} mais il y a du jus de raisin concentré.',
      ],
      short: [
        '14g de sucre ds {leP} cest abusé',
        'le nutriscore a disparu du pot {duP}, comme par hasard',
        'sans sucres ajoutés mon œil',
      ],
      ironic: [
        '{leP}, le petit déjeuner des champions… de la glycémie.',
        'Sans sucres ajoutés, juste avec du sucre qui était là par hasard.',
      ],
      praise: [
        'Peu de sucre, liste courte, {leP} est validé{e} par notre nutritionniste.',
        'Nutri-Score A et bon en plus, {leP} coche tout.',
        'Merci d’avoir baissé le sucre {duP}, ça se voit sur l’étiquette.',
      ],
      question: [
        'Combien de sucre y a-t-il exactement dans {unP} ?',
        '{leP} convient-{il} à une personne diabétique ?',
        'Pourquoi le Nutri-Score n’est-il plus affiché sur {leP} ?',
      ],
      agent: [
        'Le Nutri-Score est calculé selon la nouvelle méthode, plus sévère pour les desserts lactés ; il figure sur notre site.',
        'Sur les 14 grammes indiqués, 5 sont le sucre naturel du lait. Une recette réduite est à l’essai.',
      ],
    },
    additives: {
      problem: [
        'Un arôme, un colorant, un épaississant : {leP} n’a plus rien de la recette simple que vous vantez.',
        'Quatre additifs dans {leP} pour enfants, dont un colorant, c’est non.',
        'Pourquoi mettre des carraghénanes dans {leP} quand {conc} fait sans ?',
        'La liste d’ingrédients {duP} s’est allongée : épaississant, arôme, correcteur d’acidité… on a perdu le produit simple.',
        'L’application que j’utilise classe {leP} en rouge à cause d’un additif controversé.',
      ],
      short: [
        'trop d’additifs ds {leP}, on arrête',
        '{leP} ultra transformé, dommage',
        'c’est quoi ce E407 dans {leP} ?',
      ],
      ironic: [
        'J’ai lu la liste d’ingrédients {duP} à voix haute, mes enfants croyaient à une formule magique.',
      ],
      praise: [
        'Trois ingrédients et rien d’autre dans {leP}, c’est si rare.',
        'Merci d’avoir retiré les colorants {duP}.',
      ],
      question: ['À quoi sert l’E407 dans {leP} ?', 'Y a-t-il de la gélatine animale dans {leP} ?'],
      agent: [
        'L’épaississant utilisé est extrait d’une algue ; nous travaillons à une recette qui s’en passe d’ici la fin de l’année.',
        'Les arômes {duP} sont naturels et aucun colorant n’est ajouté.',
      ],
    },
    'animal-welfare': {
      problem: [
        'J’ai vu la vidéo d’une de vos fermes partenaires, les vaches ne sortent jamais : où est le « pâturage » de l’étiquette ?',
        'Vous affichez une vache dans un pré sur {leP}, alors que le lait vient d’étables fermées toute l’année.',
        'Tant que vous ne direz rien sur la séparation des veaux, je n’achèterai plus {leP}.',
        'Les conditions d’élevage montrées dans le reportage sont indignes, et vous vous taisez.',
      ],
      short: [
        'les vaches sortent vraiment ou c’est juste la pub ?',
        'vu la vidéo de la ferme, écœuré{E}',
        'boycott {marque} tant que pas de réponse sur les animaux',
      ],
      ironic: ['La vache du pot {duP} est très heureuse. Normal, elle est dessinée.'],
      praise: [
        'Bravo pour les 150 jours de pâturage, c’est exactement ce qu’on attend.',
        'La charte bien-être est claire et vérifiable, merci.',
      ],
      question: [
        'Combien de jours par an les vaches pâturent-elles ?',
        'Avez-vous un label de bien-être animal ?',
      ],
      agent: [
        'Les images diffusées nous ont choqués autant que vous : la collecte de cette exploitation est suspendue et un audit indépendant est en cours.',
        'Notre cahier des charges prévoit 150 jours de pâturage par an, contrôlés par un organisme extérieur.',
      ],
    },
    'producer-pay': {
      problem: [
        'Tout augmente en rayon sauf ce que touche l’éleveur, et vous communiquez sur la juste rémunération {duP}.',
        'Mon voisin éleveur a arrêté à cause du prix que vous payez. Je n’achèterai plus {leP}.',
        'Combien revient à l’éleveur sur {leP} à {prix} ? On aimerait une réponse chiffrée.',
        'Vous annoncez une rémunération juste et les éleveurs manifestent devant votre laiterie de {ville}.',
        'Un producteur de ma commune livre chez vous à perte, votre publicité sur {leP} est indécente.',
      ],
      short: [
        'et les éleveurs ils touchent combien sur {leP} ?',
        'payez vos producteurs avant de faire de la pub',
      ],
      ironic: ['{prix} le pot, trois centimes pour la vache et son éleveur. On applaudit.'],
      praise: [
        'Je paie un peu plus cher {leP} si l’éleveur est mieux payé, continuez.',
        'Belle démarche sur le prix du lait, transparente.',
      ],
      question: [
        'Quel prix payez-vous le litre de lait aux éleveurs ?',
        'Comment est calculé le prix payé aux producteurs ?',
      ],
      agent: [
        'Le prix payé aux éleveurs est publié chaque trimestre sur notre site, avec sa formule de calcul.',
      ],
    },
    'organic-label': {
      problem: [
        'Le site annonce {leP} certifié{e} bio, sur l’étiquette il n’y a plus rien.',
        'Pourquoi {leP} n’est plus bio alors que vous en faisiez toute votre publicité ?',
        '{leP} bio contient du sucre non bio d’après l’étiquette, comment est-ce possible ?',
        'Vous avez retiré le label bio {duP} sans baisser le prix.',
        'Le logo bio {duP} renvoie à un organisme dont le numéro est introuvable.',
      ],
      short: ['{leP} plus bio mais même prix, ok...', 'le logo bio a disparu ou je rêve ?'],
      ironic: [
        '{leP} « inspiré{e} du bio ». J’ai bien l’intention de payer avec de l’argent inspiré du vrai.',
      ],
      praise: ['Enfin du bio à un prix correct, {leP} est dans le panier chaque semaine.'],
      question: ['{leP} est-{il} toujours certifié{e} bio ?', 'Quel organisme certifie votre gamme bio ?'],
      agent: [
        'La gamme a perdu la certification pour un ingrédient sur douze ; le certificat à jour est sur notre site.',
      ],
    },
    availability: {
      problem: [
        'Le rayon de {ville} n’a plus que deux références de chez vous, et jamais {leP}.',
        'On me dit « en rupture nationale » pour {leP}, sans date de retour.',
        'Cela fait un mois que {leP} est introuvable à {ville}, trois magasins visités pour rien.',
        'Vous arrêtez {leP} sans prévenir, c’était le seul que mon fils de {enfant} acceptait.',
        'Rupture permanente {duP} en rayon, l’étiquette est là mais jamais le produit.',
        'Votre site indique {leP} disponible à {ville}, le magasin dit qu’{il} n’est plus référencé{e}.',
      ],
      short: [
        'rupture {duP} encore cette semaine à {ville}',
        '{leP} introuvable depuis noël, vous faites quoi ?',
        'ou trouver {leP} à {ville} ??',
        'plus de {p} nulle part depuis 3 semaines',
        'vous avez arrêté {leP} ? dites non svp',
      ],
      ironic: ['{leP}, produit mythique : tout le monde en parle, personne ne l’a vu.'],
      praise: ['Trop content{E} de retrouver {leP} en rayon à {ville} !'],
      question: ['Où peut-on acheter {leP} près de {ville} ?', '{leP} va-t-{il} revenir en rayon ?'],
      agent: [
        'Une ligne de production est en maintenance : les livraisons {duP} reprennent progressivement d’ici deux semaines.',
        'Ce produit n’est plus fabriqué depuis mars ; nous savons que la nouvelle déçoit et la transmettons.',
      ],
    },
  },
  stories: agriFoodStories,
  articles: agriFoodArticles,
  brandPosts: [
    'Ce matin à la laiterie, on goûte la nouvelle mousse au citron. Alors, équipe cuillère ou équipe doigt ? 🍋',
    'Une recette de crumble avec notre compote pomme-poire ? Elle est en commentaire 👇',
    'Rencontre avec les éleveuses du Morbihan qui font notre lait : le reportage est en ligne.',
    'Le saviez-vous ? Nos pots en carton se trient dans le bac jaune ♻️',
    'Jeu : dites-nous votre souvenir de goûter préféré, dix coffrets à gagner !',
    'La soupe potiron-châtaigne revient en rayon pour l’hiver. Qui l’attendait ?',
    'Portes ouvertes samedi à la laiterie : visite, dégustation et veaux à caresser.',
    'Moins 12 % de sucre dans le yaourt brassé vanille : dites-nous ce que vous en pensez.',
  ],
  ideas: [
    'Une idée : proposez {leP} en grand pot de 900 g, les familles vous diraient merci.',
    'Vous devriez faire un bouchon consigné pour les gourdes, avec une borne en magasin.',
    'Et pourquoi pas {unP} sans lactose ? Il y a un vrai manque en rayon.',
    'Il faudrait écrire le numéro de lot plus gros, on ne lit rien sans loupe.',
    'Suggestion : un QR code qui donne le lieu de collecte du lait, comme sur les œufs.',
    'Petite coquille sur votre site : la page {duP} indique 120 g alors que le pot fait 115 g.',
    'Ce serait top d’avoir {leP} en format vrac dans les magasins bio.',
  ],
};
