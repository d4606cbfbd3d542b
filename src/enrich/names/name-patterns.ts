/** Patterns and word lists of `mask-names.ts`. */

/** A word of a name, a first name with hyphen, an initial. */
export const WORD = String.raw`(?!M{1,2}\.?[ \u00A0](?:et|ou|&)[ \u00A0])\p{Lu}(?:[\p{L}’'-]{1,30}|\.)`;
const INITIAL = String.raw`\p{Lu}(?![\p{L}\p{N}’'.-])`;
/** A group that captures, as V8 writes out each turn of one that doesn't: patterns would take twice as long to compile. */
const PARTICLES = String.raw`((?:de|du|des|da|do|dos|den|der|le|la|van|von|ben|el|al|d[’'])[ \u00A0]?){0,2}`;
const NAME = String.raw`(?:(?:${INITIAL}[ \u00A0])?${WORD}(?:[ \u00A0]${PARTICLES}(?:${WORD}|${INITIAL})){0,3}|${INITIAL}[ \u00A0]${INITIAL})`;
/** What may stand before a surname: "Mme de La Tour", "Mr van Dijk". */
const LEAD = String.raw`(?:(?:de|du|da|do|dos|den|der|van|von|ben|el|di)[ \u00A0]){0,2}`;
export const EDGE = String.raw`(?![\p{L}\p{N}]|-\p{L})`;
export const TITLES = String.raw`monsieur|madame|mademoiselle|mr|mrs|miss|ms|mme|mlle|dr|docteur|docteure|pr|professeur|professeure|professor|maître|maitre|heer|mevrouw|mijnheer|herr|frau|señora?|signora?|sœur|soeur`;

export const rule = (source: string): RegExp =>
  new RegExp(source.replaceAll('NAME', `(?<name>${NAME})`), 'gu');
/** Any case of a word's letters, where the flag `i` would let a name begin with a small letter. */
export const anyCase = (words: string): string =>
  words.replaceAll(/(?<!\\)\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);

export const TRADES = anyCase(
  'collègue|collegue|conseiller|conseillère|téléconseiller|téléconseillère|vendeur|vendeuse|caissier|caissière|livreur|livreuse|technicien|technicienne|serveur|serveuse|boulanger|boulangère|boucher|bouchère|poissonnier|poissonnière|fromager|fromagère|pharmacien|pharmacienne|coiffeur|coiffeuse|esthéticienne|installateur|plombier|dépanneur|chauffeur|facteur|factrice|standardiste|stagiaire|apprentie?|employée?|vigile|magasinier|préparateur|préparatrice|gérante?|patronne?|directeur|directrice|responsable|manager|cheffe?|sommelier|barman|hôtesse|agent|agente|interlocuteur|interlocutrice|colleague|advisor|adviser|agent|cashier|carer|courier|shopper|farmer|caller|cust|clt|staff member|foyer|éleveur|éleveuse|maraîcher|maraîchère|agriculteur|agricultrice|producteur|productrice|fleuriste|driver|assistant|waiter|waitress|engineer|technician',
);
/** A title before a name: "Mme de La Tour", "M. Durand". */
export const TITLED: readonly RegExp[] = [
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase(TITLES)})(?:(?<!(?:re|ur|ame|elle))\.)?[ \u00A0](?<lead>${LEAD})NAME${EDGE}`,
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?<!${anyCase('taille|format|modèle|size|en|du')}[ \u00A0])M\.[ \u00A0](?<lead>${LEAD})NAME${EDGE}`,
  ),
];
/** A trade before a name: "vendeuse Sophie". */
export const AT_TRADE = rule(String.raw`(?<![\p{L}\p{N}])(?:${TRADES}),?[ \u00A0]NAME${EDGE}`);
/** What announces a name: a title, a closing formula whose line is the name and no more, "je m'appelle". */
export const ANNOUNCED: readonly RegExp[] = [
  ...TITLED,
  // "M. T a signé"
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase(TITLES)}|(?<!${anyCase('taille|format|modèle|size|en|du')}[ \u00A0])M)\.?[ \u00A0](?<name>\p{Lu})(?=[ \u00A0]\p{Ll}|,)`,
    'gu',
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase('cordialement|bien à vous|bien à toi|cdt|cdlt|salutations(?: distinguées| cordiales| respectueuses| les meilleures)?|sentiments distingués|respectueusement|amicalement|sincèrement|cordiales salutations|bonne journée|bonne soirée|signé|regards|wishes|sincerely|faithfully|cheers')})[ \u00A0]?[,.:;!–—-]?[ \u00A0\r\n]{0,4}[–—-]?[ \u00A0]?NAME[ \u00A0]?[.!]?[ \u00A0]*(?=[\r\n]|$)`,
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase("m[’']appelle|me nomme|me prénomme|je soussignée?|mon nom est|de la part de|my name is|named")})[ \u00A0]NAME${EDGE}`,
  ),
  // "Me Cohen", a lawyer; "Me rembourser" begins a sentence, and so does a verb behind "veuillez"
  rule(
    String.raw`(?<=[\p{L}\p{N},;(][ \u00A0])(?<!(?:pouvez|pourriez|veuillez|voulez|devez|faut|va|vais|peut|doit|dois|de|sans)[ \u00A0])Me[ \u00A0]NAME${EDGE}`,
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])Me[ \u00A0]NAME(?=,?[ \u00A0](?:est|a|sera|notre|mon|votre|avocate?|huissier|huissière|notaire|commissaire|qui|nous|vous)(?!\p{L}))`,
  ),
  // a form: "Prénom : Solange"
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase('(?:nom et )?prénoms?|nom de famille|first name|surname|last name|full name')})(?:[ \u00A0](?:du|de la|de l[’']|de mon|de ma|de votre)[ \u00A0]?\p{L}+)?(?:[ \u00A0]?:|[ \u00A0](?:est|était))[ \u00A0]?NAME${EDGE}`,
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase('nom')})[ \u00A0]?:[ \u00A0]?NAME(?=[^\r\n]{0,4}[\r\n]?[ \u00A0]?[Pp]r[ée]nom)`,
  ),
  // the same on one line: "prénom Wendy, nom Lacombe", "à mon nom, Bouvet"
  rule(String.raw`(?<![\p{L}\p{N}])(?:${anyCase('prénom')})[ \u00A0]NAME(?=[,;).])`),
  rule(
    String.raw`(?<=(?:${anyCase('prénom')})[ \u00A0]?:?[ \u00A0]?\p{Lu}[\p{L}-]{1,30}[,; \u00A0]{1,3}(?:${anyCase('nom')})[ \u00A0])NAME${EDGE}`,
  ),
  rule(String.raw`(?<![\p{L}\p{N}])(?:${anyCase('nom')})[ \u00A0]NAME(?=[,;]?[ \u00A0][Pp]r[ée]nom)`),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase('titulaire|abonnée?|adhérente?|locataire|patiente?|signataire|nom,? prénom|prénom,? nom')})[ \u00A0]?:[ \u00A0]NAME(?=[ \u00A0]*(?:[,;.\r\n]|$))`,
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase('mon nom|mon prénom|surname')})(?:[ \u00A0]?:|,|[ \u00A0](?:c[’']est|later given as|is))?[ \u00A0]NAME${EDGE}`,
  ),
  // "Aimé, c'est mon prénom"
  rule(
    String.raw`(?<![\p{L}\p{N}’'-])NAME(?=,?[ \u00A0](?:c[’']est|est|is)[ \u00A0](?:mon|my)[ \u00A0](?:prénom|nom|name|first name)(?!\p{L}))`,
  ),
  // "signé « Bonnefoy »"
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase('signée?s?|signed|au nom de|named')})[ \u00A0](?:[«"“][ \u00A0]?)NAME(?=[ \u00A0]?[»"”])`,
  ),
];
/** "J.-P. Moreau": two initials with a hyphen are nobody's but a person's. */
export const INITIALS = rule(
  String.raw`(?<![\p{L}\p{N}.-])(?<name>\p{Lu}\.-\p{Lu}\.[ \u00A0]?${PARTICLES}${WORD})${EDGE}`,
);
/** "J.M. Moreau" alone on a line. */
export const INITIALED = new RegExp(
  String.raw`(?<=(?:^|[\r\n])[ \u00A0]*)(?<name>\p{Lu}\.[ \u00A0-]?\p{Lu}\.[ \u00A0]?\p{Lu}[\p{L}’'-]{1,30})(?=[ \u00A0]*(?:[\r\n]|$))`,
  'gu',
);
/** What comes before a first name, of which the lists must know the first word. */
export const GREETED = rule(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${anyCase("bonjour|bonsoir|salut|allo|allô|coucou|hello|cher|chère|merci(?: à)?|bravo(?: à)?|dear|hi|thanks|thank you|c[’']est|signée?|signed")}),?)[ \u00A0]NAME${EDGE}`,
);
/** A first name of the lists and what its bearer does: "Chloé, conseillère clientèle". */
export const AT_WORK = rule(
  String.raw`(?<=(?:^|[.!?\r\n–—]|(?:^|[ \u00A0\r\n])-)[ \u00A0]{0,2})NAME(?=,[ \u00A0](?:(?:votre|notre|la|le|l[’']|your|our|the)[ \u00A0]?)?(?:${TRADES}|${anyCase('boutique|magasin|agence|équipe|concession|salon|atelier|store|branch|shop|support')})(?!\p{L}))`,
);
/** What joins a first name to another one. */
export const JOINED = rule(
  String.raw`(?<=(?<![\p{L}\p{N}])\p{Lu}[\p{L}-]{1,30}[ \u00A0](?:et|and|&|puis|ou)[ \u00A0])NAME${EDGE}`,
);
/** Somebody addressed in a text all in capitals: "MONSIEUR VANDEPUTTE". */
export const SHOUTED =
  /(?<![\p{L}\p{N}])(?:MONSIEUR|MADAME|MADEMOISELLE|MME|MLLE|MR|MRS|MISS|MS|DR)[ \u00A0](?<name>\p{Lu}{3,30}(?:-\p{Lu}{2,30})?(?:[ \u00A0](?:(?:EL|AL|BEN|LE|LA|DE|DA)[ \u00A0])?\p{Lu}{3,30}(?=[ \u00A0]?[,.;:!\r\n–—-]))?)(?![\p{L}\p{N}-])/gu;
/** A first name of the list after a greeting or a closing formula, whatever its case, with the name after it at the end of a line. */
export const ANY_CASE =
  /(?<![\p{L}\p{N}])(?:(?:re-?)?(?:bonjour|bonsoir)(?: à (?:toi|vous))?|bjr|bsr|salut|slt|coucou|cc|hello|hey|hi|dear|ch[èe]re?|cordialement|cdt|cdlt|regards|(?:un )?(?:grand |immense |mille )?mercis?(?: (?:beaucoup|bcp|encore))?(?: [àa])?|bravo(?: [àa])?|yo|thanks|thank you|thx|ty|cheers)[ \u00A0]?,?[ \u00A0\r\n]{1,3}(?<name>(?<first>[\p{L}][\p{L}-]{2,30})(?:[ \u00A0](?<second>(?:(?:le|la|de|da|ben|el)[ \u00A0])?[\p{L}-]{1,30})(?=[ \u00A0]?(?:[,.!][ \u00A0]*)?(?:[\r\n]|$)))?)(?=[ \u00A0]?(?:[,.!;:\r\n]|$))/giu;
/** Words that follow a title or a closing formula without being a name. */
export const NOT_NAMES = new Set(
  (
    'cdlt cdl cdt ras svp stp ps parfait parfaite juste bonjour bonsoir salut coucou hello hey hi dear cher chere thanks thank beaucoup infiniment vraiment tellement sincerement mille internet noel maman papa mamie papy tonton tata patron patronne chef champion championne amis amies copains cheri cherie dieu seigneur personne quelqu ' +
    'yes oui non fwiw btw furthermore everyone everybody everything guys mate mates folks friends nobody somebody anyone someone again much god mum mom dad daddy love dude bro buddy ladies gentlemen jesus santa ' +
    'nombre temps plusieurs certains certaines clientele commercial commerciale technique immobilier principal principale relation relations continuation journee soiree suite bonne bon belle beau support refunds returns billing sales reclamation reclamations remboursement remboursements comptabilite ' +
    'monsieur madame mademoiselle mr mrs miss ms mme mlle dr maitre messieurs mesdames bonjour bonsoir merci cordialement le la les un une des de du et ou mais je tu il elle on nous vous ils elles ce cette mon ma mes ton votre notre ' +
    'association collectif syndicat mairie groupe usine client cliente clients service services equipe direction directeur directrice president presidente maire ministre responsable conseiller conseillere docteur docteure avocat bureau magasin boutique marque societe ' +
    'livraison commande produit produits tres trop bien pas plus aucun aucune depuis pour dans sur avec sans tout tous toute toutes quel quelle bravo honte nul super encore sav joli jolie ' +
    'the a an and or but i you he she we they it my your our their customer customers team manager director president sir madam all not no very too since for with from what this that'
  ).split(' '),
);
const GREETINGS = anyCase(
  '(?:re-?)?bonjour|(?:re-?)?bonsoir|salut|coucou|hello|hey|cher|chère|hi|dear|beste|geachte|hallo|hola|estimado|estimada|liebe|lieber|gentile|merci(?: (?:bien|beaucoup|infiniment|encore|particulier|énormément|mille fois))?(?: (?:à|a))?(?: toi| vous)?|bravo(?: (?:à|a))?|thanks(?: so much| a lot| again)?(?: to)?|thank you(?: to)?|(?:kudos|shout ?out|props|hats off|well done|congratulations|special mention)(?: to)?',
);
export const KIN = anyCase(
  '(?:ma|mon|notre|votre|mes|nos) (?:(?:petite-)?fille|(?:petit-)?fils|petite?|(?:beau|grand)-(?:frère|père)|(?:belle|grand)-(?:mère|sœur|soeur|fille)|enfants|jumeaux|jumelles|mari|femme|épouse|époux|mère|père|maman|papa|frère|sœur|soeur|ami|amie|copain|copine|compagnon|compagne|conjoint|conjointe|neveux?|nièces?|cousins?|cousines?|voisins?|voisines?|filles|frères|sœurs|soeurs|parents|amis|amies|copains|copines|collègues|bébé)|(?:my|our|your) (?:daughter|son|kids|children|husband|wife|partner|mother|father|mum|mom|dad|brother|sister|friend|neighbour|neighbor|nephew|niece|cousin|baby)',
);
const CLOSINGS = anyCase(
  "(?:bonne|belle|excellente|agréable|douce)s? (?:fin d(?:e |[’']))?(?:journée|soirée|semaine|continuation|réception|dégustation|année|nuit|après-midi|fêtes)(?: à (?:vous|toi|tous))?(?: (?:aussi|également))?|bon (?:week-end|courage|après-midi)|à (?:très )?(?:bientôt|vite)|(?:à|reste(?:ns|ons)? à) votre (?:service|écoute|disposition)|prenez soin de vous|best|all the best|take care|speak soon|have a (?:great|good|lovely|nice) (?:day|evening|weekend)",
);
const TEAMS = anyCase(
  "l[’']équipe|l[’']accueil|drive|guichet|caisse|livraison|standard|service|sav|support|rayon|magasin|relation|customer|(?:the|your|our) (?:[^\\s.,!?]+ ){0,2}(?:care|desk|team|store|shop|branch|support|service|department|office|till|tills|checkout|counter|bakery|deli|returns)",
);
/** Where somebody works who gives a first name. */
const TEAMS_SAID = anyCase(
  'sav|service|équipe|support|accueil|relation|rayon|magasin|boutique|caisse|comptabilité|logistique|siège|customer|client|care|team|returns|store|shop|branch|help ?desk|head office|chez vous',
);
const TOLD_BY = anyCase(
  "s[’']appell?e|s[’']appelait|prénommée?|tombée? sur|grand merci (?:à|a)|parlé (?:avec|à)|parler (?:avec|à)|échangé avec|reçu par|reçue par|servi par|servie par|accueilli par|accueillie par|aidé par|aidée par|signé par|remis à|livré chez|livrée chez|signed by|left with|delivered to|un certain|une certaine|(?:suivi|traité|rédigé|envoyé)e? par|dénommée?|se nomme|se prénomme|demander|demandez|demandé|surtout|grâce à|accueil de|au nom de|ici|spoke (?:to|with)|speak (?:to|with)|talked (?:to|with)|served by|helped by|called|named|ask for|under the name(?: of)?|au bout du fil avec",
);
/**
 * What comes right before or after a person's name of any origin: a greeting whose clause ends with the name, a trade, "I spoke to",
 * "of the team". No list needs to know the name; brands and places never reach here.
 */
export const TRUSTED: readonly RegExp[] = [
  // a line of a form or of a file: "Conseillère : Thi Lan Pham", "Contact : DUPUIS Franck"
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${TRADES}|${anyCase("customer|contact|responsable|signataire|demandeur|demandeuse|réclamante?|destinataire|expéditeur|client|cliente|suivie? par|traitée? par|rédigée? par|envoyée? par|(?:à )?l[’']attention de")})[ \u00A0]?:[ \u00A0]?NAME${EDGE}`,
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${GREETINGS})[ \u00A0]NAME(?=[ \u00A0]?(?:[,.!:;\r\n–—]|$)|[ \u00A0](?:et|and|&|pour|for|du|de|at|from|in|on|qui|who)[ \u00A0])`,
  ),
  rule(
    String.raw`(?<=(?:${GREETINGS})[ \u00A0]\p{Lu}[\p{L}’'-]{1,30}[ \u00A0](?:et|and|&)[ \u00A0](?:(?:à|to)[ \u00A0])?)NAME${EDGE}`,
  ),
  AT_TRADE,
  rule(
    String.raw`(?<![\p{L}\p{N}])(?<!(?:produits?|marque|gamme|appli|application|recette|fromage|magasin|enseigne|site|plat|boisson|bière|vin|biscuits?|parfum|qui|ça|cela)[ \u00A0])(?:${TOLD_BY})[ \u00A0]NAME${EDGE}`,
  ),
  rule(
    String.raw`(?<=(?:^|[.!?,\r\n–—]|(?:^|[ \u00A0\r\n])-)[ \u00A0]{0,2})(?!(?:Le|La|Les|Un|Une|The|A|I[’']m)[ \u00A0]|\p{L}+(?:ment|ly),)NAME(?:,?[ \u00A0](?:de|du|from|at|in)[ \u00A0]|,[ \u00A0]|[ \u00A0][–—-][ \u00A0]|[ \u00A0]\()(?:${TEAMS})(?![\p{L}\p{N}])`,
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase("j[’']?ai eu|j[’']?avais eu|on a eu|nous avons eu")})[ \u00A0]NAME(?=[ \u00A0](?:au|hier|ce|en|puis|et|qui|deux fois)[ \u00A0])`,
  ),
  rule(String.raw`(?<![\p{L}\p{N}])(?:${KIN}),?[ \u00A0]NAME${EDGE}`),
  rule(String.raw`(?<=(?:${KIN}),?[ \u00A0]\p{Lu}[\p{L}’'-]{1,30}[ \u00A0](?:et|and|&)[ \u00A0])NAME${EDGE}`),
  // "c'est Léna du SAV", "this is Megan from customer care"
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase("c[’']est|c|ici|je suis|it[’']s|this is|i[’']m|je vous passe")})[ \u00A0]NAME(?=,?[ \u00A0](?:du|de la|de l[’']|de|au|à la|à l[’']|des|from|at|in|with)(?:[ \u00A0]|(?<=[’']))?(?:the |our |your |votre |notre |l[’'])?(?:\p{L}{2,} )?(?:${TEAMS_SAID}))`,
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${anyCase("merci(?: d[’']avance)?|l[’']équipe|many thanks|thanks|thank you")})[ \u00A0]?,[ \u00A0\r\n]{0,3}NAME[ \u00A0]?[.!]?[ \u00A0]*(?=[\r\n]|$)`,
  ),
  // A signature: the last line is a name and no more.
  rule(String.raw`(?<=[\r\n][–—^-]{0,2}[ \u00A0]?)NAME(?=[ \u00A0.]*$)`),
  // The last line says whose: "Veronique van het team", "Sam from Support"
  rule(
    String.raw`(?<=[\r\n][ \u00A0]{0,2})NAME(?=,?[ \u00A0](?:van|from|de|du|pour|on behalf of|at)[ \u00A0][^\r\n]{0,40}$)`,
  ),
  // A signature on the line of its closing formula: "Kind regards, Ana, Claims team".
  rule(
    String.raw`(?<=(?:${anyCase('cordialement|bien à vous|salutations|regards|wishes|sincerely|groeten|dag')})[ \u00A0]?,[ \u00A0\r\n]{0,3})NAME(?=,[ \u00A0]|[ \u00A0](?:van|from|of|at|de|du|on behalf of|pour|for)[ \u00A0])`,
  ),
  rule(
    String.raw`(?<![\p{L}\p{N}])(?:${CLOSINGS})(?:[ \u00A0]?[,.!…–—-]|[ \u00A0]?[\p{Extended_Pictographic}\uFE0F]+[.!]?|(?=[ \u00A0]))[ \u00A0\r\n]{0,3}NAME[ \u00A0]?[.!]?[ \u00A0]*(?=[\r\n]|$)`,
  ),
];
